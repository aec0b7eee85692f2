//! Inspects every `tests/fixtures/documents/*/*.md` and compares the output with the `.json`
//! file beside it. Documents in `ok` have no diagnostics, those in `err` have at least one.
//!
//! Set the environment variable `UPDATE_FIXTURES` to update the `.json` files; review the
//! diff before you commit it.

use std::{fs, path::Path, process::Command};

const DIRECTORY: &str = "tests/fixtures/documents";

#[test]
fn good_documents_are_inspected_as_expected() {
    check("ok", |diagnostics| diagnostics == 0);
}

#[test]
fn documents_with_mistakes_are_inspected_as_expected() {
    check("err", |diagnostics| diagnostics > 0);
}

/// Compares every document of a directory, and the number of its diagnostics.
#[track_caller]
fn check(kind: &str, is_expected: fn(usize) -> bool) {
    let root = &Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let update = std::env::var_os("UPDATE_FIXTURES").is_some();
    let directory = format!("{DIRECTORY}/{kind}");
    let mut names: Vec<String> = fs::read_dir(root.join(&directory))
        .expect("the directory of fixtures")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".md"))
        .collect();
    names.sort();
    assert!(names.len() >= 5, "only {} fixtures were found", names.len());
    let mut different = Vec::new();
    for name in names {
        let document = format!("{directory}/{name}");
        let expected = root.join(&document).with_extension("json");
        let printed = inspected(root, &document);
        assert!(is_expected(diagnostics(&printed)), "{document}:\n{printed}");
        if update {
            fs::write(&expected, &printed).expect("a fixture that can be written");
        } else if fs::read_to_string(&expected).ok().as_deref() != Some(printed.as_str()) {
            different.push(format!("{}:\n{printed}", expected.display()));
        }
    }
    assert!(
        different.is_empty(),
        "the output differs from\n{}",
        different.join("\n")
    );
}

/// The number of diagnostics in the report of a document.
fn diagnostics(printed: &str) -> usize {
    let reports: serde_json::Value = serde_json::from_str(printed).expect("JSON");
    reports[0]["diagnostics"].as_array().map_or(0, Vec::len)
}

fn inspected(root: &Path, document: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_whatsnew"))
        .current_dir(root)
        .args(["inspect", document])
        .output()
        .expect("the command line");
    assert!(output.status.success(), "{document}: {output:?}");
    String::from_utf8(output.stdout).expect("JSON in UTF-8")
}
