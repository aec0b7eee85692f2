//! Each format, and the exit codes.

use super::{PROGRAM, check, check_documented, command, run};
use crate::command_line::Folder;
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

fn program(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("a.py", PROGRAM);
    folder.write("clean.py", "print(1)\n");
    folder
}

#[test]
fn text_shows_the_line_the_span_and_what_helps() {
    let folder = program("check-text");
    let ended = check_documented(&folder, &["--from", "3.11"]).ends_with(1);
    for words in [
        "error[added]: `itertools.batched` was added in 3.12\n --> a.py:2:1\n",
        "2 | itertools.batched([1], 2)\n  | ^^^^^^^^^^^^^^^^^\n",
        "error[removed]: `distutils` was removed in 3.12\n --> a.py:3:8\n",
        "  = help: instead: install Setuptools",
        "  = help: backport: setuptools\n",
        "  = note: change: pep-632\n",
        "warning[deprecated]: `datetime.datetime.utcnow`",
        "Checked for Python 3.11 (--from) up to 3.",
        "No version runs it: it needs 3.12 or newer, and 3.11 or older.\n",
        "2 errors and 1 warning in 1 of 2 files.\n",
    ] {
        assert!(
            ended.output.contains(words),
            "no {words:?} in {}",
            ended.output
        );
    }
    assert!(!ended.output.contains('\u{1b}'), "plain into a pipe");
    let mut coloured = command(&folder);
    coloured
        .args(["check", "--from", "3.11"])
        .env("CLICOLOR_FORCE", "1");
    let shown = run(&mut coloured).output;
    assert!(shown.contains("\u{1b}["), "{shown}");
    let refused = run(coloured.env("NO_COLOR", "1")).output;
    assert_eq!(refused, ended.output, "NO_COLOR wins");
}

#[test]
fn spans_are_marked_in_characters_and_control_characters_are_not_printed() {
    let folder = Folder::new("check-characters");
    folder.write(
        "a.py",
        "\u{feff}x = 'äöü€'; import distutils\ny = '\u{1b}[31m'; import imp\n",
    );
    let ended = check_documented(&folder, &[]).ends_with(1);
    let marked = "1 | x = 'äöü€'; import distutils\n  |                    ^^^^^^^^^\n";
    assert!(
        ended.output.contains(" --> a.py:1:20\n"),
        "{}",
        ended.output
    );
    assert!(ended.output.contains(marked), "{}", ended.output);
    assert!(!ended.output.contains('\u{1b}'), "{}", ended.output);
}

#[test]
fn what_the_oldest_version_rests_on_is_summed_up() {
    let folder = Folder::new("check-minimum");
    let line = "itertools.batched([1], 2)\n";
    folder.write(
        "a.py",
        &format!(
            "import itertools, math\nmath.sumprod([1], [1])\nf'{{1=}}'\n{}",
            line.repeat(6)
        ),
    );
    let ended = check_documented(&folder, &[]).ends_with(0);
    let expected = "note: Python 3.12 is needed for\n  a.py:2:1: math.sumprod\n  \
                    a.py:4:1: itertools.batched\n  a.py:5:1: itertools.batched\n  \
                    a.py:6:1: itertools.batched\n  a.py:7:1: itertools.batched\n  and 2 more\n";
    assert!(ended.output.starts_with(expected), "{}", ended.output);
    assert!(
        ended
            .output
            .contains("Checked for all versions of Python 3 up to 3.")
    );
    assert!(
        ended
            .output
            .contains("It runs on Python 3.12 and newer.\nNo errors or warnings in 1 file.\n")
    );
}

#[test]
fn what_is_for_older_versions_only_is_counted_and_listed() {
    let folder = Folder::new("check-leftovers");
    folder.write(
        "a.py",
        "import sys\nif sys.version_info < (3, 9):\n    x = 1\ntry:\n    import tomllib\n\
         except ImportError:\n    tomllib = None\n",
    );
    let ended = check_documented(&folder, &["--from", "3.10"]).ends_with(0);
    let counted = "1 place is only for versions before 3.10. With `--format json`";
    assert!(ended.output.contains(counted), "{}", ended.output);
    let json = check_documented(&folder, &["--json", "--from", "3.10"])
        .ends_with(0)
        .json();
    let left = json["leftovers"].as_array().expect("a list");
    let left: Vec<_> = left
        .iter()
        .map(|one| (one["line"].as_u64(), one["version"].as_str()))
        .collect();
    assert_eq!(left, [(Some(2), Some("3.9")), (Some(5), Some("3.11"))]);
    assert_eq!(json["leftovers"][0]["path"], "a.py");
}

#[test]
fn json_has_everything_and_two_names() {
    let folder = program("check-json");
    let json = check_documented(&folder, &["--json", "--from", "3.11", "--to", "3.13"])
        .ends_with(1)
        .json();
    assert_eq!(
        (&json["from"], &json["to"]),
        (&"3.11".into(), &"3.13".into())
    );
    assert_eq!(json["minimum"], "3.12");
    assert_eq!(json["findings"].as_array().map(Vec::len), Some(3));
    let removed = &json["findings"][1];
    for (key, value) in [
        ("path", "a.py"),
        ("kind", "removed"),
        ("level", "error"),
        ("change", "pep-632"),
    ] {
        assert_eq!(removed[key], value);
    }
    let long = check_documented(
        &folder,
        &["--format", "json", "--from", "3.11", "--to", "3.13"],
    );
    assert_eq!(long.json(), json);
    check_documented(&folder, &["--json", "--format", "text"]).refuses(&["--format"]);
}

/// The schema of SARIF 2.1.0, which the package has that makes the types.
fn sarif_schema() -> Value {
    let metadata = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--locked",
            "--manifest-path",
        ])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .expect("cargo starts");
    let metadata: Value = serde_json::from_slice(&metadata.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("a list");
    let sarif = packages
        .iter()
        .find(|one| one["name"] == "serde-sarif")
        .expect("the package");
    let manifest = PathBuf::from(sarif["manifest_path"].as_str().expect("a path"));
    let schema = std::fs::read_to_string(manifest.with_file_name("src/schema.json"));
    // The standard's pattern of a language has a bracket too many.
    let schema = schema.expect("the schema").replace("{2}]?$", "{2}$");
    serde_json::from_str(&schema).expect("JSON")
}

#[test]
fn sarif_follows_its_schema() {
    let folder = program("check-sarif");
    folder.write("b c#1.py", "print 'Python 2'\n");
    folder.write(
        "n.ipynb",
        r#"{"cells": [{"cell_type": "code", "source": "import imp"}]}"#,
    );
    let log = check_documented(&folder, &["--format", "sarif", "--from", "3.11"])
        .ends_with(1)
        .json();
    let validator = jsonschema::validator_for(&sarif_schema()).expect("a schema");
    let errors: Vec<String> = validator
        .iter_errors(&log)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    let mut broken = log.clone();
    broken["runs"][0]["results"][0]["level"] = "fatal".into();
    assert!(
        !validator.is_valid(&broken),
        "the schema tells levels apart"
    );
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("a list");
    let results = run["results"].as_array().expect("a list");
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("an index");
        let rule = &rules[usize::try_from(index).expect("small")];
        assert_eq!(rule["id"], result["ruleId"]);
    }
    let removed = results
        .iter()
        .find(|one| one["ruleId"] == "removed/pep-632")
        .expect("distutils");
    assert_eq!(removed["level"], "error");
    let place = &removed["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a.py");
    let region =
        serde_json::json!({"startLine": 3, "startColumn": 8, "endLine": 3, "endColumn": 17});
    assert_eq!(place["region"], region);
    let uris: Vec<&Value> = results
        .iter()
        .map(|one| &one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        .collect();
    assert!(uris.contains(&&"b%20c%231.py".into()), "{uris:?}");
    assert!(uris.contains(&&"n.ipynb#1".into()), "{uris:?}");
    let rule = rules
        .iter()
        .find(|rule| rule["id"] == "removed/pep-632")
        .expect("its rule");
    let url = rule["helpUri"].as_str().expect("the change has an address");
    assert!(url.starts_with("https://"), "{url}");
    let levels: Vec<&Value> = rules
        .iter()
        .filter(|rule| rule["id"] == "invalid")
        .collect();
    assert_eq!(levels[0].get("helpUri"), None, "no address is made up");
    let noted = check_documented(&folder, &["--format", "sarif"])
        .ends_with(1)
        .json();
    let results = noted["runs"][0]["results"].as_array().expect("a list");
    assert!(
        results.iter().any(|one| one["level"] == "note"),
        "notes are there"
    );
}

#[test]
fn github_gets_a_command_for_each_problem() {
    let folder = Folder::new("check-github");
    folder.write("a,b:c.py", PROGRAM);
    let ended = check_documented(&folder, &["--format", "github", "--from", "3.11"]).ends_with(1);
    let lines: Vec<&str> = ended.output.lines().collect();
    assert_eq!(
        lines[0],
        "::error file=a%2Cb%3Ac.py,line=2,col=1,endLine=2,endColumn=18,title=added \
         (3.12-itertools-batched)::`itertools.batched` was added in 3.12"
    );
    assert!(
        lines[1].contains("%0Ainstead: install Setuptools"),
        "{}",
        lines[1]
    );
    assert!(lines[2].starts_with("::warning file="), "{}", lines[2]);
    assert_eq!(lines.len(), 4, "a line for each, and the summary");
    let noted = check_documented(&folder, &["--format", "github"]);
    assert!(!noted.output.contains("batched"), "notes are not");
}

#[test]
fn junit_has_a_suite_for_each_file() {
    let folder = program("check-junit");
    let ended = check_documented(&folder, &["--format", "junit", "--from", "3.11"]).ends_with(1);
    let document = roxmltree::Document::parse(&ended.output).expect("XML");
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "testsuites");
    assert_eq!(
        (root.attribute("tests"), root.attribute("failures")),
        (Some("4"), Some("3"))
    );
    let suites: Vec<_> = root
        .children()
        .filter(|node| node.has_tag_name("testsuite"))
        .collect();
    let names: Vec<_> = suites.iter().map(|suite| suite.attribute("name")).collect();
    assert_eq!(names, [Some("a.py"), Some("clean.py")]);
    let failures = suites[0]
        .descendants()
        .filter(|node| node.has_tag_name("failure"));
    let types: Vec<_> = failures.map(|failure| failure.attribute("type")).collect();
    assert_eq!(types, [Some("added"), Some("removed"), Some("deprecated")]);
    assert_eq!(suites[1].attribute("failures"), Some("0"));
    assert_eq!(
        suites[1].attribute("tests"),
        Some("1"),
        "a file that was checked is seen"
    );
}

#[test]
fn the_exit_code_tells_findings_from_failures() {
    let folder = program("check-codes");
    for format in ["text", "json", "sarif", "github", "junit"] {
        check(&folder, &["clean.py", "--format", format]).ends_with(0);
    }
    check(&folder, &["a.py", "--format", "yaml"]).refuses(&["sarif"]);
    check(&folder, &["missing.py"]).refuses(&["missing.py cannot be read"]);
    check(&folder, &["a.py", "--from", "3"]).refuses(&["write it like 3.14"]);
    check(&folder, &["a.py", "--to", "3.99"]).refuses(&["no Python 3.99"]);
    let reversed = ["a.py", "--from", "3.12", "--to", "3.10"];
    check(&folder, &reversed).refuses(&["Python 3.12 is newer than 3.10", "3.12 is from --from"]);
    let partly = check(&folder, &["a.py", "missing.py"]).ends_with(2);
    assert!(partly.output.contains("distutils"), "the rest is checked");
}

#[test]
#[cfg(target_os = "linux")]
fn a_result_that_cannot_be_written_is_a_failure_and_a_closed_pipe_is_not() {
    let folder = program("check-full");
    let program = env!("CARGO_BIN_EXE_whatsnew");
    let shell = |script: &str| {
        let mut bash = Command::new("bash");
        run(bash.current_dir(&folder.0).args(["-c", script]))
    };
    let full = shell(&format!("'{program}' check a.py > /dev/full"));
    full.refuses(&["cannot be written"]);
    let closed = shell(&format!(
        "'{program}' check a.py | true; exit ${{PIPESTATUS[0]}}"
    ));
    assert_eq!(closed.ends_with(1).errors, "");
}

#[test]
fn the_guide_shows_what_is_printed() {
    let folder = Folder::new("check-guide");
    let lines: Vec<&str> = PROGRAM.lines().take(3).collect();
    folder.write("app.py", &lines.join("\n"));
    let guide =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/check.md"));
    let guide = guide.expect("the guide");
    let (_, rest) = guide.split_once("$ whatsnew check ").expect("an example");
    let (arguments, rest) = rest.split_once('\n').expect("a line");
    let arguments: Vec<&str> = arguments.split(' ').collect();
    let expected = rest.split("```").next().expect("its output");
    assert_eq!(
        check_documented(&folder, &arguments).ends_with(1).output,
        expected
    );
}
