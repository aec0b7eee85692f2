//! `whatsnew verify` and `whatsnew update` as they are run.

use crate::fixture::{Assets, FEATURE_LINE, NOTES};
use std::process::{Command, Output};

fn run(assets: &Assets, arguments: &[&str]) -> Output {
    run_where_ci_is(assets, "", arguments)
}

/// Runs the program with a value for the environment's variable `CI`.
fn run_where_ci_is(assets: &Assets, ci: &str, arguments: &[&str]) -> Output {
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
fn sound_assets_end_in_a_table() {
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
fn problems_are_listed_counted_and_fail() {
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
        (Some(0), "slugs that are new: 1\n".to_owned())
    );
}

#[test]
fn a_writer_needs_no_dictionary() {
    let assets = Assets::sound()
        .change("verify/slugs.txt", "gh-1\n", "")
        .change(NOTES, "an iterable is", "an iterabel is");
    let arguments = ["verify", "--record"];
    let run = run_where_ci_is(&assets, "", &arguments);
    let said = text(&run.stderr);
    assert_eq!(run.status.code(), Some(0), "{said}");
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        [
            "slugs that are new: 1",
            "spelling is not checked: `node_modules/dictionary-en` does not exist; \
             run `npm ci` to get it",
        ]
    );
    // Everything else is checked all the same.
    let broken = assets.change(NOTES, "area=language ", "");
    let listed = text(&run_where_ci_is(&broken, "", &arguments).stdout);
    assert!(listed.contains("`pep-758` has no `area:`"), "{listed}");
}

#[test]
fn spelling_is_always_checked_in_ci() {
    let without = run_where_ci_is(&Assets::sound(), "true", &["verify"]);
    let said = text(&without.stderr);
    assert!(
        without.status.code() == Some(1) && said.contains("run `npm ci`"),
        "{said}"
    );
}

#[test]
fn what_verifying_needs_is_named_where_it_is_not_there() {
    let assets = Assets::sound();
    let without = run(&assets, &["verify", "--dictionary", "nowhere"]);
    let said = text(&without.stderr);
    assert!(
        without.status.code() == Some(1) && said.contains("run `npm ci`"),
        "{said}"
    );
    assets.write("verify/goals.toml", "features = \"many\"\n");
    let said = text(&run(&assets, &VERIFY).stderr);
    assert!(
        said.contains("goals.toml") && said.contains("line 1"),
        "{said}"
    );
}

#[test]
fn an_update_says_what_has_changed() {
    let assets = Assets::sound();
    let index =
        include_str!("../../../../tests/fixtures/upkeep/index.json").replace("Final", "Superseded");
    assets.write("index.json", &index);
    let arguments = ["update", "--peps", "index.json", "--as-of", "2026-09-01"];
    let dry = run(&assets, &[&arguments[..], &["--dry-run"]].concat());
    let said = text(&dry.stdout);
    assert!(
        said.starts_with("PEP 758 is superseded; it was final\n  "),
        "{said}"
    );
    assert!(
        said.ends_with("Changes: 1. Nothing is written.\n"),
        "{said}"
    );
    assert_eq!(run(&assets, &arguments).status.code(), Some(0));
    assert!(assets.read("facts/peps.toml").contains("superseded"));
    let again = run(&assets, &["update", "--peps", "index.json"]);
    assert_eq!(text(&again.stdout), "Nothing has changed.\n");
    let nothing = run(&assets, &["update"]);
    assert_eq!(nothing.status.code(), Some(2), "one of the files is needed");
}
