//! Which files of folders are read.

use super::{PROGRAM, check, command};
use crate::command_line::Folder;
use std::io::Write;
use std::process::Stdio;

#[test]
fn programs_of_a_folder_are_read_and_others_are_not() {
    let folder = Folder::new("check-walk");
    for path in [
        "a.py",
        "b.pyw",
        "c.pyi",
        "d.txt",
        "pkg/e.py",
        ".hidden/f.py",
        ".venv/g.py",
        "env/lib/h.py",
        "node_modules/i.py",
        "pkg/__pycache__/j.py",
        ".tox/k.py",
        ".nox/l.py",
        "build/m.py",
        "dist/n.py",
        "src/build/__init__.py",
        "ignored/o.py",
        "p_pb2.py",
        "q.py",
    ] {
        folder.write(path, "x = 1\n");
    }
    folder.write("env/pyvenv.cfg", "home = /usr/bin\n");
    folder.write(".gitignore", "ignored/\n");
    folder.write(".ignore", "*_pb2.py\n");
    folder.write("script", "#!/usr/bin/env python3\nx = 1\n");
    folder.write("shell", "#!/bin/sh\nexit\n");
    let read = check(&folder, &["--json", "--exclude", "q.*"])
        .ends_with(0)
        .files();
    assert_eq!(
        read,
        [
            "a.py",
            "b.pyw",
            "pkg/e.py",
            "script",
            "src/build/__init__.py"
        ]
    );
    let given = [
        "--json",
        "build",
        ".venv",
        "c.pyi",
        "q.py",
        "--exclude",
        "q.*",
        "ignored/o.py",
    ];
    let read = check(&folder, &given).ends_with(0).files();
    assert_eq!(
        read,
        [".venv/g.py", "build/m.py", "c.pyi", "ignored/o.py", "q.py"]
    );
    let twice = check(&folder, &["--json", ".", "a.py", "./a.py", "pkg"]).files();
    assert_eq!(twice.iter().filter(|path| *path == "a.py").count(), 1);
    assert_eq!(twice.iter().filter(|path| *path == "pkg/e.py").count(), 1);
}

#[test]
fn what_is_excluded_is_written_as_in_gitignore() {
    let folder = Folder::new("check-exclude");
    for path in ["a.py", "tests/a.py", "pkg/tests/b.py", "pkg/c.py"] {
        folder.write(path, "x = 1\n");
    }
    let read = |globs: &[&str]| {
        let mut arguments = vec!["--json"];
        arguments.extend(globs.iter().flat_map(|glob| ["--exclude", glob]));
        check(&folder, &arguments).ends_with(0).files()
    };
    assert_eq!(read(&["tests/"]), ["a.py", "pkg/c.py"]);
    assert_eq!(read(&["/tests"]), ["a.py", "pkg/c.py", "pkg/tests/b.py"]);
    assert_eq!(read(&["pkg/**/b.py", "/a.py"]), ["pkg/c.py", "tests/a.py"]);
    check(&folder, &["--exclude", "a[z-a]"]).is_refused(&["a[z-a]", "no pattern"]);
}

#[test]
fn nothing_to_read_is_said() {
    let folder = Folder::new("check-nothing");
    let ended = check(&folder, &[]).ends_with(0);
    assert!(ended.errors.contains("no Python files"), "{}", ended.errors);
}

#[test]
fn standard_input_is_a_file() {
    let folder = Folder::new("check-input");
    let mut child = command(&folder)
        .args(["check", "-", "--from", "3.9"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("its input");
    input.write_all(PROGRAM.as_bytes()).expect("it reads");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(output.status.code(), Some(1));
    assert!(text.contains(" --> -:3:8\n"), "{text}");
}
