//! Wheels, source distributions and notebooks.

use super::{PROGRAM, check};
use crate::command_line::Folder;
use std::fs;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        let options = SimpleFileOptions::default();
        writer.start_file(*path, options).expect("an entry");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("a ZIP file").into_inner()
}

fn tarred(files: &[(&str, &[u8])]) -> Vec<u8> {
    let gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let mut builder = tar::Builder::new(gzip);
    for (path, bytes) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        builder
            .append_data(&mut header, path, *bytes)
            .expect("an entry");
    }
    builder
        .into_inner()
        .expect("a tar file")
        .finish()
        .expect("a gzip file")
}

#[test]
fn wheels_and_source_distributions_are_read_as_they_are() {
    let folder = Folder::new("check-packed");
    let files: &[(&str, &[u8])] = &[
        ("p/__init__.py", PROGRAM.as_bytes()),
        ("p/stub.pyi", b"x: int"),
        ("p/tests/t.py", b"import imp"),
        ("p-1.data/scripts/run", b"#!python\nimport imp\n"),
        ("p-1.dist-info/RECORD", b"x"),
        ("../out.py", b"import imp"),
    ];
    let files = || files.iter().copied();
    fs::write(
        folder.0.join("p-1.whl"),
        zipped(&files().collect::<Vec<_>>()),
    )
    .expect("a wheel");
    let inside: Vec<_> = files()
        .filter(|(path, _)| !path.starts_with(".."))
        .collect();
    fs::write(folder.0.join("p-1.tar.gz"), tarred(&inside)).expect("an sdist");
    for archive in ["p-1.whl", "p-1.tar.gz"] {
        let ended = check(&folder, &["--json", archive, "--exclude", "tests"]).ends_with(1);
        let expected =
            ["p-1.data/scripts/run", "p/__init__.py"].map(|path| format!("{archive}/{path}"));
        assert_eq!(ended.files(), expected);
        let is_skipped = ended.errors.contains("\"../out.py\" is left out");
        assert_eq!(is_skipped, archive == "p-1.whl", "{}", ended.errors);
    }
    let walked = check(&folder, &["--json"]).ends_with(0);
    assert!(
        walked.files().is_empty(),
        "archives in folders are not read"
    );
    let text = check(&folder, &["p-1.whl"]).ends_with(1).output;
    assert!(text.contains(" --> p-1.whl/p/__init__.py:3:8\n"), "{text}");
    assert!(text.contains("3 | import distutils\n"), "{text}");
}

#[test]
fn packages_say_from_which_version_they_run() {
    let folder = Folder::new("check-packages");
    let program: &[u8] = b"import itertools\nitertools.batched([1], 2)\n";
    let package = |metadata: &str, requires: &str| {
        let metadata = metadata.to_owned();
        let text = format!("Metadata-Version: 2.1\nName: p\nRequires-Python: {requires}\n\nText\n");
        (metadata, text.into_bytes())
    };
    let write = |name: &str, (metadata, text): (String, Vec<u8>)| {
        let files: &[(&str, &[u8])] = &[("p/a.py", program), (&metadata, &text)];
        let bytes = match name.ends_with(".whl") {
            true => zipped(files),
            false => tarred(files),
        };
        fs::write(folder.0.join(name), bytes).expect("an archive");
    };
    write("p-1.whl", package("p-1.dist-info/METADATA", ">=3.10,<3.14"));
    write("p-2.tar.gz", package("p-2/PKG-INFO", ">=3.12"));
    write("odd.whl", package("odd.dist-info/METADATA", "3.9 or so"));
    let asked = |arguments: &[&str], code: i32| {
        let json = check(&folder, &[&["--json"], arguments].concat())
            .ends_with(code)
            .json();
        (json["from"].clone(), json["to"].clone())
    };
    assert_eq!(asked(&["p-1.whl"], 1), ("3.10".into(), "3.13".into()));
    assert_eq!(asked(&["p-2.tar.gz"], 0).0, "3.12");
    let both = asked(&["p-1.whl", "p-2.tar.gz"], 1);
    assert_eq!(both.0, "3.10", "the oldest that any of them allows");
    assert_ne!(both.1, "3.13", "one of them has no newest");
    let given = asked(&["p-1.whl", "--from", "3.12"], 0);
    assert_eq!(given, ("3.12".into(), "3.13".into()));
    folder.write("pyproject.toml", "[project]\nrequires-python = '>=3.13'\n");
    assert_eq!(
        asked(&["p-1.whl"], 1).0,
        "3.10",
        "the package, not the project around it"
    );
    check(&folder, &["odd.whl"]).refuses(&["odd.whl/odd.dist-info/METADATA:3", "Requires-Python"]);
    assert_eq!(asked(&["odd.whl", "--from", "3.12"], 0).0, "3.12");
}

#[test]
fn archives_that_cannot_be_read_are_refused_plainly() {
    let folder = Folder::new("check-bombs");
    let bomb = zipped(&[("a.py", &vec![b' '; 40 << 20])]);
    fs::write(folder.0.join("bomb.whl"), bomb).expect("a file");
    let mut locked = zipped(&[("a.py", b"x = 1")]);
    let entry = locked
        .windows(4)
        .position(|four| four == b"PK\x03\x04")
        .expect("an entry");
    let directory = locked
        .windows(4)
        .position(|four| four == b"PK\x01\x02")
        .expect("a directory");
    locked[entry + 6] |= 1;
    locked[directory + 8] |= 1;
    fs::write(folder.0.join("locked.zip"), locked).expect("a file");
    folder.write("text.whl", "no archive");
    folder.write("text.tar.gz", "no archive");
    let named = ["bomb.whl", "locked.zip", "text.whl", "text.tar.gz"];
    check(&folder, &named).refuses(&[
        "bomb.whl",
        "200 times its length",
        "locked.zip",
        "a.py in it is encrypted",
        "text.whl: it is not a whole ZIP",
        "text.tar.gz: it is not a whole tar",
    ]);
}

#[test]
fn notebooks_are_one_program_whose_cells_are_named() {
    let folder = Folder::new("check-notebook");
    folder.write(
        "n.ipynb",
        r##"{"nbformat": 4, "metadata": {}, "cells": [
            {"cell_type": "code", "source": ["%pylab\n", "import itertools as it\n"]},
            {"cell_type": "markdown", "source": ["# Text\n"]},
            {"cell_type": "code", "source": ["!ls\n", "it.batched([1], 2)"]}
        ]}"##,
    );
    let json = check(&folder, &["--json", "--from", "3.9"])
        .ends_with(1)
        .json();
    let finding = &json["findings"][0];
    assert_eq!(
        (&finding["path"], &finding["line"]),
        (&"n.ipynb#3".into(), &2.into())
    );
    assert_eq!(json["files"][0]["path"], "n.ipynb");
    assert_eq!(
        json["errors"].as_array().map(Vec::len),
        Some(0),
        "magics are no errors"
    );
    let text = check(&folder, &["--from", "3.9"]).output;
    assert!(text.contains(" --> n.ipynb#3:2:1\n"), "{text}");
    assert!(text.contains("2 | it.batched([1], 2)\n"), "{text}");
    let github = check(&folder, &["--from", "3.9", "--format", "github"]).output;
    assert!(
        github.starts_with("::error file=n.ipynb,title="),
        "{github}"
    );
    assert!(
        github.contains("::cell 3, line 2: `itertools.batched`"),
        "{github}"
    );
    folder.write("broken.ipynb", "{");
    check(&folder, &[]).refuses(&["broken.ipynb", "not a Jupyter notebook"]);
    folder.write(
        "broken.ipynb",
        r#"{"metadata": {"kernelspec": {"language": "R"}}, "cells": []}"#,
    );
    let ended = check(&folder, &[]).ends_with(0);
    assert!(
        ended.errors.contains("broken.ipynb is left out"),
        "{}",
        ended.errors
    );
}
