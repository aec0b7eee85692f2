//! Tests of `whatsnew explain`, with the shipped assets.

use crate::command_line::{Folder, whatsnew};
use serde_json::Value;

/// What explains a text. `name` is that of the test, for its folder.
#[track_caller]
fn explained(name: &str, text: &str, arguments: &[&str]) -> String {
    let folder = Folder::new(name);
    folder.write("error.txt", text);
    let file = format!("{}/error.txt", folder.text());
    let all = [&["explain"], arguments, &[&*file]].concat();
    whatsnew(&all).succeeds()
}

#[test]
fn an_error_is_explained_for_people() {
    let text = explained(
        "people",
        "ModuleNotFoundError: No module named 'distutils'",
        &[],
    );
    for words in [
        "The code is older than your Python: `distutils` was removed in 3.12",
        "Python 3.12: distutils removed (sure)",
        "Instead:",
        "Change: pep-632",
    ] {
        assert!(text.contains(words), "{text}");
    }
}

#[test]
fn an_error_is_explained_for_programs() {
    let text = explained(
        "programs",
        "AttributeError: 'str' object has no attribute 'removeprefix'",
        &["--json"],
    );
    let json: Value = serde_json::from_str(&text).expect("JSON");
    let answer = &json["answers"][0];
    assert_eq!(answer["change"], "pep-616");
    assert_eq!(answer["name"], "str.removeprefix");
    assert_eq!(answer["version"], "3.9");
    assert_eq!(answer["confidence"], "sure");
    assert_eq!(answer["side"], "older-python");
    assert_eq!(answer["verdict"], "Your Python is too old");
    assert_eq!(answer["lines"], serde_json::json!([1]));
    assert_eq!(json["side"], "older-python");
    let text = explained(
        "remarks",
        "ModuleNotFoundError: No module named 'requests'",
        &["--json"],
    );
    let json: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(json["answers"].as_array().map(Vec::len), Some(0));
    assert_eq!(json["side"], "neither");
    assert!(
        json["remarks"][0]
            .as_str()
            .is_some_and(|remark| remark.contains("`requests`"))
    );
}

#[test]
fn what_a_message_gets_wrong_and_what_else_is_explained_are_told() {
    let error = "AttributeError: module 'inspect' has no attribute 'getargspec'. Did you mean: \
                 'getargs'?";
    let text = explained("wrong", &format!("{error}\nnext\n{error}\n"), &[]);
    assert!(text.contains("Beware: The suggestion `getargs`"), "{text}");
    assert!(text.contains("It also explains line 3."), "{text}");
    let text = explained(
        "neither",
        "ModuleNotFoundError: No module named 'requests'",
        &[],
    );
    assert!(text.starts_with("Neither: `requests` is not"), "{text}");
}

#[test]
fn a_missing_file_is_reported_and_an_error_is_searched_for() {
    let failed = whatsnew(&["explain", "no-such-file"]);
    assert_eq!(failed.code, Some(1));
    assert!(failed.errors.contains("no-such-file"), "{}", failed.errors);
    let found = whatsnew(&["search", "ImportError: No module named imp"]).json();
    assert_eq!(found[0]["slug"], "3.12-imp");
}
