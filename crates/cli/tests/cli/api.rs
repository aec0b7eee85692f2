//! Tests of `whatsnew api`, with the shipped table.

use crate::command_line::whatsnew;
use serde_json::{Value, json};

#[track_caller]
fn printed(arguments: &[&str]) -> Value {
    whatsnew(arguments).json()
}

#[test]
fn a_name_is_printed_with_its_versions_and_features() {
    let answers = printed(&[
        "api",
        "--json",
        "functools.cache",
        "os.fork",
        "os.startfile",
    ]);
    assert_eq!(answers[0]["name"], "functools.cache");
    assert_eq!(answers[0]["kind"], "function");
    assert_eq!(answers[0]["added"], "3.9");
    assert_eq!(answers[0]["removed"], Value::Null);
    assert_eq!(answers[0]["versions"][0], "3.9");
    assert_eq!(answers[0]["signatures"][0]["text"], "(user_function, /)");
    assert_eq!(answers[0]["sources"], json!(["survey"]));
    assert_eq!(answers[1]["platforms"], json!(["linux", "darwin"]));
    assert_eq!(answers[1]["changes"], json!(["3.12-fork-with-threads"]));
    assert_eq!(answers[2]["platforms"], json!(["win32"]));
    assert_eq!(answers[2]["sources"], json!(["typeshed"]));
}

#[test]
fn an_unknown_name_is_reported_with_similar_ones() {
    let answers = printed(&["api", "--json", "functools.cach"]);
    assert_eq!(answers[0]["unknown"], true);
    assert_eq!(answers[0]["nearest"][0], "functools.cache");
    let text = whatsnew(&["api", "functools.cach"]).succeeds();
    assert!(text.contains("functools.cache"), "{text}");
}

#[test]
fn two_versions_are_compared_either_way() {
    let up = printed(&["api", "--diff", "3.13", "3.14", "--module", "ast", "--json"]);
    let names = |list: &Value| -> Vec<String> {
        let list = list.as_array().expect("a list").iter();
        list.map(|name| name.as_str().expect("a name").to_owned())
            .collect()
    };
    assert!(
        names(&up["added"]).contains(&"ast.TemplateStr".to_owned()),
        "{up}"
    );
    assert!(
        names(&up["removed"]).contains(&"ast.Num".to_owned()),
        "{up}"
    );
    let down = printed(&["api", "--diff", "3.14", "3.13", "--module", "ast", "--json"]);
    assert_eq!(names(&down["added"]), names(&up["removed"]));
}

#[test]
fn a_version_or_module_that_is_not_in_the_table_is_named() {
    for (arguments, message) in [
        (
            ["api", "--diff", "3.1", "3.14"].as_slice(),
            "Python 3.1 is not in the table",
        ),
        (
            ["api", "--diff", "3.13", "3.14", "--module", "asst"].as_slice(),
            "`asst` is not a module",
        ),
    ] {
        whatsnew(arguments).fails_naming(&[message]);
    }
}
