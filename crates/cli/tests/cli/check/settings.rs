//! The settings in `pyproject.toml`.

use super::{PROGRAM, check};
use crate::command_line::Folder;

#[test]
fn settings_are_those_of_the_nearest_file_and_options_win() {
    let folder = Folder::new("check-settings");
    folder.write("pkg/sub/a.py", PROGRAM);
    folder.write("pkg/skipped/b.py", PROGRAM);
    folder.write("pyproject.toml", "[tool.whatsnew.check]\nfrom = \"3.6\"\n");
    folder.write(
        "pkg/pyproject.toml",
        "[project]\nrequires-python = \">=3.8\"\n\n[tool.whatsnew.check]\nfrom = \"3.10\"\n\
         to = \"3.11\"\nexclude = [\"/skipped\"]\n",
    );
    let ended = check(&folder, &["pkg"]).ends_with(1);
    let checked = "Checked for Python 3.10 (`from`, pkg/pyproject.toml:5:8) up to 3.11 \
                   (`to`, pkg/pyproject.toml:6:6).";
    assert!(ended.output.contains(checked), "{}", ended.output);
    assert!(
        !ended.output.contains("distutils` was removed"),
        "3.11 has it"
    );
    assert!(!ended.output.contains("skipped/b.py"), "{}", ended.output);
    let options = ["pkg/sub", "--from", "3.12", "--to", "3.13"];
    let ended = check(&folder, &options).ends_with(1);
    let checked = "Checked for Python 3.12 (--from) up to 3.13 (--to).";
    assert!(ended.output.contains(checked), "{}", ended.output);
    assert!(!ended.output.contains("batched"), "3.12 has it");
}

#[test]
fn what_the_project_requires_counts_unless_settings_say_otherwise() {
    let folder = Folder::new("check-requires");
    folder.write("a.py", PROGRAM);
    let asked = |toml: &str| {
        folder.write("pyproject.toml", toml);
        let json = check(&folder, &["--json"]).json();
        (json["from"].clone(), json["to"].clone())
    };
    let newest = asked("").1;
    assert_eq!(
        asked("[project]\nrequires-python = '>=3.9'\n"),
        ("3.9".into(), newest.clone())
    );
    let limited = asked("[project]\nrequires-python = '>=3.8.1,<3.13'\n");
    assert_eq!(limited, ("3.8".into(), "3.12".into()));
    let ahead = asked("[project]\nrequires-python = '>=3.8,<3.40'\n");
    assert_eq!(
        ahead,
        ("3.8".into(), newest),
        "no version is asked for that nobody knows"
    );
    let text = check(&folder, &[]).output;
    assert!(
        text.contains("Python 3.8 (`requires-python`, pyproject.toml:2:19)"),
        "{text}"
    );
    folder.write(
        "pyproject.toml",
        "[project]\nrequires-python = '3.9 or so'\n",
    );
    check(&folder, &[]).is_refused(&["pyproject.toml:2:19", "requires-python"]);
    folder.write("pyproject.toml", "[project]\nrequires-python = '<3'\n");
    check(&folder, &[]).is_refused(&["pyproject.toml:2:19", "no version of Python 3"]);
    check(&folder, &["--from", "3.9", "--to", "3.12"]).ends_with(1);
}

#[test]
fn mistakes_in_settings_are_named_with_their_place() {
    let folder = Folder::new("check-mistakes");
    folder.write("a.py", "x = 1\n");
    let refused = |toml: &str, parts: &[&str]| {
        folder.write("pyproject.toml", toml);
        check(&folder, &[]).is_refused(parts);
    };
    let table = "[tool.whatsnew.check]\n";
    refused(
        &format!("{table}form = '3.9'\n"),
        &["pyproject.toml:2:1", "`form`", "`from`, `to`, `exclude`"],
    );
    refused(
        &format!("{table}from = 3.10\n"),
        &["pyproject.toml:2:8", "in quotes, such as \"3.10\""],
    );
    refused(
        &format!("{table}from = '3'\n"),
        &["pyproject.toml:2:8", "3.14"],
    );
    refused(&format!("{table}exclude = 'x'\n"), &["pyproject.toml:2:11"]);
    refused(
        &format!("{table}exclude = ['x', 'a[z-a]']\n"),
        &["pyproject.toml:2:17", "`a[z-a]`"],
    );
    refused(
        "[tool.whatsnew.chek]\n",
        &["pyproject.toml:1:16", "`chek`", "`check`"],
    );
    refused(
        &format!("{table}from = '3.13'\nto = '3.9'\n"),
        &["newer than 3.9", "pyproject.toml:2:8"],
    );
    refused("[project\n", &["pyproject.toml:1:"]);
    folder.write("pyproject.toml", "[tool.other]\nfrom = 1\n");
    check(&folder, &[]).ends_with(0);
    std::fs::write(folder.0.join("pyproject.toml"), b"\xff").expect("a file");
    check(&folder, &[]).is_refused(&["pyproject.toml", "UTF-8"]);
}
