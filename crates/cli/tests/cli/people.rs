//! Tests of what commands print for people, and of their JSON form beside it.

use crate::command_line::{Folder, small_assets, whatsnew};
use serde_json::Value;
use std::process::Command;

/// What a command prints with variables in its environment, in the project's folder.
#[track_caller]
fn printed_with(variables: &[(&str, &str)], arguments: &[&str]) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_whatsnew"))
        .args(arguments)
        .envs(variables.iter().copied())
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .output()
        .expect("the program starts");
    assert!(run.status.success());
    String::from_utf8(run.stdout).expect("UTF-8")
}

#[test]
fn a_search_prints_text_or_json() {
    let text = whatsnew(&["search", "--text", "--limit", "1", "kind:removed"]).succeeds();
    assert!(text.contains(", removed in 3."), "{text}");
    assert!(text.contains("more match."), "{text}");
    let limited = whatsnew(&["search", "--json", "--limit", "1", "kind:removed"]).json();
    assert_eq!(limited.as_array().map(Vec::len), Some(1));
    let all = whatsnew(&["search", "kind:removed"]).json();
    assert_eq!(all, whatsnew(&["search", "--json", "kind:removed"]).json());
    assert!(all.as_array().is_some_and(|all| all.len() > 20));
    let none = whatsnew(&["search", "--text", "xyzzyx"]).succeeds();
    assert_eq!(none, "No change matches.\n");
}

#[test]
fn a_feature_is_shown_with_its_repair_sheet_samples_and_sources() {
    let text = whatsnew(&["show", "pep-632"]).succeeds();
    for words in [
        "pep-632, removed in Python 3.12, deprecated from 3.10, ",
        "Instead: install Setuptools",
        "Seen in Python 3.12 and later\n    ModuleNotFoundError: No module named 'distutils'",
        "After, for Python ",
        "        import distutils.core",
        "PEP 632: https://peps.python.org/pep-0632/",
    ] {
        assert!(text.contains(words), "no {words:?} in {text}");
    }
    let json = whatsnew(&["show", "--json", "pep-632"]).json();
    let published = whatsnew(&["export"]).json();
    let features = published["features"].as_array().expect("a list");
    let same = features.iter().find(|feature| feature["slug"] == "pep-632");
    let same = same.expect("the feature");
    for key in [
        "title", "lead", "kind", "area", "module", "series", "removed", "removal", "instead",
        "impact", "history", "peps", "issues", "names", "status", "url", "related",
    ] {
        assert_eq!(json[key], same[key], "{key} is as in the export");
    }
    assert_eq!(json["repair"]["seen"], same["repair"]["seen"]);
    assert!(json["text"].as_str().is_some_and(|text| !text.is_empty()));
}

#[test]
fn a_slug_that_does_not_exist_is_reported_with_a_similar_one() {
    whatsnew(&["show", "PEP632"]).fails_naming(&["`PEP632`", "did you mean `pep-632`?"]);
    whatsnew(&["show", "nothing-like-it"]).fails_naming(&["search for it"]);
}

#[test]
fn an_upgrade_is_printed_by_what_it_means_for_code() {
    let text = whatsnew(&["upgrade", "3.9", "3.14"]).succeeds();
    let place = |words: &str| {
        text.find(words)
            .unwrap_or_else(|| panic!("no {words}: {text}"))
    };
    assert!(place("Breaking changes: ") < place("Deprecated: "));
    assert!(place("Deprecated: ") < place("New features: "));
    assert!(text.contains("You will see: ModuleNotFoundError: No module named 'distutils'"));
    let json = whatsnew(&["upgrade", "3.9", "3.14", "--json", "--only", "breaks"]).json();
    assert_eq!(
        (&json["from"], &json["to"]),
        (&"3.9".into(), &"3.14".into())
    );
    let sections = json["sections"].as_array().expect("a list");
    assert_eq!(sections.len(), 1);
    assert_eq!(sections[0]["concern"], "breaks");
    let changes = sections[0]["changes"].as_array().expect("a list");
    assert_eq!(sections[0]["total"], changes.len(), "none is left out");
    assert!(changes.iter().any(|change| change["slug"] == "pep-632"));
    let narrowed = ["upgrade", "3.9", "3.14", "--json", "module:distutils"];
    let narrowed = whatsnew(&narrowed).json();
    let sections = narrowed["sections"].as_array().expect("a list");
    let steps = sections
        .iter()
        .flat_map(|one| one["changes"].as_array().expect("a list"));
    let modules: Vec<&Value> = steps.map(|step| &step["module"]).collect();
    assert!(!modules.is_empty());
    assert!(
        modules.iter().all(|module| **module == "distutils"),
        "{narrowed}"
    );
}

#[test]
fn versions_that_do_not_exist_are_named() {
    whatsnew(&["upgrade", "3.9", "3.99"]).fails_naming(&["no Python 3.99", "from 3.0 to"]);
    let malformed = whatsnew(&["upgrade", "3", "3.14"]);
    assert_eq!(malformed.code, Some(2));
    assert!(
        malformed.errors.contains("write it like 3.14"),
        "{}",
        malformed.errors
    );
    let section = whatsnew(&["upgrade", "3.9", "3.14", "--only", "bugs"]);
    assert_eq!(section.code, Some(2));
    assert!(
        section.errors.contains("breaks, check"),
        "{}",
        section.errors
    );
}

#[test]
fn colours_are_for_terminals_and_for_those_who_force_them() {
    let folder = Folder::new("colours");
    let assets = small_assets(&folder.0);
    let assets = assets.to_str().expect("a path in Unicode");
    let arguments = &["show", "pep-758", "--assets", assets];
    let plain = printed_with(&[], arguments);
    assert!(!plain.contains('\u{1b}'), "{plain}");
    let coloured = printed_with(&[("CLICOLOR_FORCE", "1")], arguments);
    assert!(coloured.contains("\u{1b}["), "{coloured}");
    let refused = printed_with(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], arguments);
    assert_eq!(refused, plain, "NO_COLOR wins");
    let name = printed_with(&[("CLICOLOR_FORCE", "1")], &["api", "functools.cache"]);
    assert!(name.contains("\u{1b}["), "{name}");
}

#[test]
fn the_assets_are_named_by_an_option_or_a_variable() {
    let folder = Folder::new("variable");
    let run = Command::new(env!("CARGO_BIN_EXE_whatsnew"))
        .args(["search", "walrus"])
        .env("WHATSNEW_ASSETS", &folder.0)
        .output()
        .expect("the program starts");
    assert_eq!(run.status.code(), Some(1), "the folder is empty");
    let errors = String::from_utf8_lossy(&run.stderr);
    assert!(errors.contains(folder.text()), "{errors}");
    let elsewhere = Command::new(env!("CARGO_BIN_EXE_whatsnew"))
        .args(["search", "walrus"])
        .current_dir(&folder.0)
        .output()
        .expect("the program starts");
    assert!(
        elsewhere.status.success(),
        "those of the checkout are found"
    );
}

#[test]
#[cfg(target_os = "linux")]
fn text_is_wrapped_at_the_width_of_the_terminal() {
    let command = format!(
        "stty rows 24 cols 50; '{}' show pep-632",
        env!("CARGO_BIN_EXE_whatsnew")
    );
    let run = Command::new("script")
        .args(["--quiet", "--return", "--command", &command, "/dev/null"])
        .env("NO_COLOR", "1")
        .output()
        .expect("script, of util-linux, starts");
    let shown = String::from_utf8(run.stdout).expect("UTF-8");
    assert!(run.status.success(), "{shown}");
    let lines: Vec<&str> = shown.lines().map(str::trim_end).collect();
    assert!(lines.contains(&"distutils removed"), "{shown}");
    let instead = lines
        .iter()
        .position(|line| line.starts_with("    Instead: "));
    let instead = instead.expect("what to write instead");
    assert!(lines[instead].chars().count() <= 50, "{shown}");
    assert!(lines[instead + 1].starts_with("    "), "{shown}");
    let is_code = |line: &&&str| line.trim_start().starts_with("print(LooseVersion(");
    let code = lines.iter().find(is_code).expect("code");
    assert!(code.chars().count() > 50, "code is as it is");
}

#[test]
#[cfg(unix)]
fn a_reader_that_stops_early_is_no_error() {
    let shell = format!(
        "'{}' upgrade 3.0 3.14 | head -n 1; exit ${{PIPESTATUS[0]}}",
        env!("CARGO_BIN_EXE_whatsnew")
    );
    let run = Command::new("bash")
        .args(["-c", &shell])
        .output()
        .expect("bash starts");
    let errors = String::from_utf8_lossy(&run.stderr);
    assert_eq!((run.status.code(), &*errors), (Some(0), ""));
}

#[test]
fn shells_complete_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = whatsnew(&["completions", shell]).succeeds();
        for words in ["whatsnew", "upgrade", "explain", "--assets"] {
            let bare = words.trim_start_matches("--");
            assert!(script.contains(bare), "{shell}: no {words}");
        }
    }
    let unknown = whatsnew(&["completions", "command.com"]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.errors.contains("powershell"), "{}", unknown.errors);
}

#[test]
#[cfg(target_os = "linux")]
fn bash_completes_a_command_and_its_options() {
    let script = format!(
        "source <('{}' completions bash); COMP_WORDS=(whatsnew upgr); COMP_CWORD=1; \
         _whatsnew whatsnew upgr whatsnew; echo \"${{COMPREPLY[@]}}\"; \
         COMP_WORDS=(whatsnew upgrade --on); COMP_CWORD=2; \
         _whatsnew whatsnew --on upgrade; echo \"${{COMPREPLY[@]}}\"",
        env!("CARGO_BIN_EXE_whatsnew")
    );
    let run = Command::new("bash")
        .args(["-c", &script])
        .output()
        .expect("bash starts");
    let errors = String::from_utf8_lossy(&run.stderr);
    assert_eq!(
        String::from_utf8_lossy(&run.stdout),
        "upgrade\n--only\n",
        "{errors}"
    );
}

#[test]
fn there_is_a_man_page_for_all_and_one_for_each_command() {
    let all = whatsnew(&["man"]).succeeds();
    assert!(all.contains(".TH whatsnew 1"), "{all}");
    assert!(all.contains("whatsnew\\-upgrade(1)"), "{all}");
    let one = whatsnew(&["man", "upgrade"]).succeeds();
    assert!(one.contains(".TH whatsnew-upgrade 1"), "{one}");
    assert!(one.contains("\\-\\-only"), "{one}");
    whatsnew(&["man", "upgarde"]).fails_naming(&["`upgarde`", "explain, "]);
}
