//! Tests of `whatsnew verify` and `whatsnew update`.

use crate::fixture::{Assets, FEATURE_LINE, NOTES};
use std::process::{Command, Output};

fn run(assets: &Assets, arguments: &[&str]) -> Output {
    run_with_ci(assets, "", arguments)
}

/// Runs the program with a value for the environment variable `CI`.
fn run_with_ci(assets: &Assets, ci: &str, arguments: &[&str]) -> Output {
    let folder = assets.folder();
    Command::new(env!("CARGO_BIN_EXE_whatsnew"))
        .args(arguments)
        .arg("--assets")
        .arg(folder)
        .current_dir(folder)
        .env("CI", ci)
        .output()
        .expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

const VERIFY: [&str; 3] = ["verify", "--dictionary", "dictionary"];

#[test]
fn valid_assets_end_in_a_table() {
    let run = run(&Assets::sound(), &VERIFY);
    assert_eq!(
        (run.status.code(), text(&run.stderr)),
        (Some(0), String::new())
    );
    let table = text(&run.stdout);
    let row = table
        .lines()
        .find(|line| line.trim_start().starts_with("3.14"));
    let cells: Vec<&str> = row.expect("a row for 3.14").split_whitespace().collect();
    assert_eq!(cells, ["3.14", "3", "0", "1", "1", "1", "1", "1", "1"]);
    assert!(table.ends_with("3 features, 1 with a sample\n"), "{table}");
}

#[test]
fn problems_are_listed_and_counted_and_fail_the_command() {
    let assets = Assets::sound().change(NOTES, "area=language ", "").change(
        NOTES,
        "an iterable is",
        "an iterabel is",
    );
    let human = run(&assets, &VERIFY);
    assert_eq!(human.status.code(), Some(1));
    let listed = text(&human.stdout);
    assert!(
        listed.contains(&format!(
            "3.14.md:{FEATURE_LINE}:46: error[missing]: `pep-758` has no `area:`; add it\n"
        )),
        "{listed}"
    );
    assert_eq!(
        text(&human.stderr),
        "whatsnew: problems: 2 (1 missing, 1 spelling)\n"
    );
    let json = run(&assets, &[&VERIFY[..], &["--json"]].concat());
    assert_eq!(json.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    let path = assets.folder().join(NOTES);
    assert_eq!(
        report["diagnostics"][0],
        serde_json::json!({
            "path": path.to_str().expect("a path in UTF-8"),
            "line": FEATURE_LINE,
            "column": 46,
            "code": "missing",
            "severity": "error",
            "message": "`pep-758` has no `area:`",
            "help": "add it",
        })
    );
    assert_eq!(report["coverage"]["features"], 3);
}

#[test]
fn recording_comes_before_checking() {
    let assets = Assets::sound().change("verify/slugs.txt", "gh-1\n", "");
    assert_eq!(run(&assets, &VERIFY).status.code(), Some(1));
    let run = run(&assets, &[&VERIFY[..], &["--record"]].concat());
    assert_eq!(
        (run.status.code(), text(&run.stderr)),
        (Some(0), "new slugs recorded: 1\n".to_owned())
    );
}

#[test]
fn a_dictionary_is_optional_outside_of_ci() {
    let assets = Assets::sound()
        .change("verify/slugs.txt", "gh-1\n", "")
        .change(NOTES, "an iterable is", "an iterabel is");
    let arguments = ["verify", "--record"];
    let run = run_with_ci(&assets, "", &arguments);
    let stderr = text(&run.stderr);
    assert_eq!(run.status.code(), Some(0), "{stderr}");
    assert_eq!(
        stderr.lines().collect::<Vec<_>>(),
        [
            "new slugs recorded: 1",
            "spelling was not checked: `node_modules/dictionary-en` does not exist; \
             run `npm ci` to get it",
        ]
    );
    // Everything else is checked.
    let broken = assets.change(NOTES, "area=language ", "");
    let listed = text(&run_with_ci(&broken, "", &arguments).stdout);
    assert!(listed.contains("`pep-758` has no `area:`"), "{listed}");
}

#[test]
fn a_dictionary_is_required_in_ci() {
    let without = run_with_ci(&Assets::sound(), "true", &["verify"]);
    let stderr = text(&without.stderr);
    assert!(
        without.status.code() == Some(1) && stderr.contains("run `npm ci`"),
        "{stderr}"
    );
}

#[test]
fn missing_and_invalid_inputs_of_verify_are_named() {
    let assets = Assets::sound();
    let without = run(&assets, &["verify", "--dictionary", "nowhere"]);
    let stderr = text(&without.stderr);
    assert!(
        without.status.code() == Some(1) && stderr.contains("run `npm ci`"),
        "{stderr}"
    );
    assets.write("verify/goals.toml", "features = \"many\"\n");
    let stderr = text(&run(&assets, &VERIFY).stderr);
    assert!(
        stderr.contains("goals.toml") && stderr.contains("line 1"),
        "{stderr}"
    );
}

#[test]
fn an_update_lists_the_changes() {
    let assets = Assets::sound();
    let index =
        include_str!("../../../../tests/fixtures/upkeep/index.json").replace("Final", "Superseded");
    assets.write("index.json", &index);
    let arguments = ["update", "--peps", "index.json", "--as-of", "2026-09-01"];
    let dry = run(&assets, &[&arguments[..], &["--dry-run"]].concat());
    let stdout = text(&dry.stdout);
    assert!(
        stdout.starts_with("PEP 758 is superseded; it was final\n  "),
        "{stdout}"
    );
    assert!(
        stdout.ends_with("Changes: 1. Nothing was written.\n"),
        "{stdout}"
    );
    assert_eq!(run(&assets, &arguments).status.code(), Some(0));
    assert!(assets.read("facts/peps.toml").contains("superseded"));
    let again = run(&assets, &["update", "--peps", "index.json"]);
    assert_eq!(text(&again.stdout), "Nothing has changed.\n");
    let nothing = run(&assets, &["update"]);
    assert_eq!(nothing.status.code(), Some(2), "a file is required");
}
