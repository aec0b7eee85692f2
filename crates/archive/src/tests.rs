//! Archives and notebooks that are made here, sound and hostile.

#![allow(clippy::expect_used, reason = "tests may panic")]

use super::*;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const FEW: Limits = Limits {
    bytes: 1 << 20,
    entries: 5,
    ratio: 10,
    free: 1000,
};

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        let options = SimpleFileOptions::default();
        writer.start_file(*path, options).expect("an entry");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("a ZIP file").into_inner()
}

fn entry(builder: &mut tar::Builder<Vec<u8>>, kind: tar::EntryType, path: &str, bytes: &[u8]) {
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes.len() as u64);
    header.set_entry_type(kind);
    header.set_mode(0o644);
    // `set_path` would refuse the paths that are tried here.
    let name = &mut header.as_old_mut().name;
    name[..path.len()].copy_from_slice(path.as_bytes());
    if kind == tar::EntryType::Symlink {
        header.set_link_name("/etc/passwd").expect("a target");
    }
    header.set_cksum();
    builder.append(&header, bytes).expect("an entry");
}

fn tarred(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (path, bytes) in files {
        entry(&mut builder, tar::EntryType::Regular, path, bytes);
    }
    builder.into_inner().expect("a tar file")
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).expect("bytes");
    encoder.finish().expect("a gzip file")
}

fn python(path: &str) -> bool {
    path.ends_with(".py")
}

fn paths(unpacked: &Unpacked) -> Vec<&str> {
    unpacked
        .members
        .iter()
        .map(|one| one.path.as_str())
        .collect()
}

#[test]
fn formats_are_told_by_names() {
    assert_eq!(Format::of("a-1.0-py3-none-any.whl"), Some(Format::Zip));
    assert_eq!(Format::of("A.ZIP"), Some(Format::Zip));
    assert_eq!(Format::of("a-1.0.tar.gz"), Some(Format::TarGz));
    assert_eq!(Format::of("a.tar"), Some(Format::Tar));
    assert_eq!(Format::of("a.py"), None);
    assert_eq!(Format::of("a.tar.bz2"), None);
}

#[test]
fn wanted_files_come_out_of_every_format() {
    let files: &[(&str, &[u8])] = &[
        ("p/a.py", b"x = 1\n"),
        ("p/data.so", b"\0\0"),
        ("b.py", b""),
    ];
    for (format, bytes) in [
        (Format::Zip, zipped(files)),
        (Format::Tar, tarred(files)),
        (Format::TarGz, gzipped(&tarred(files))),
    ] {
        let unpacked = unpack(format, &bytes, Limits::default(), python).expect("an archive");
        assert_eq!(paths(&unpacked), ["p/a.py", "b.py"], "{format:?}");
        assert_eq!(unpacked.members[0].bytes, b"x = 1\n");
        assert!(unpacked.skipped.is_empty());
    }
}

#[test]
fn paths_that_lead_out_and_links_are_skipped_and_named() {
    let outside = [
        "../a.py",
        "/etc/a.py",
        "p/../../a.py",
        "C:/a.py",
        "..\\a.py",
    ];
    let mut files: Vec<(&str, &[u8])> = outside.iter().map(|path| (*path, &b"x"[..])).collect();
    files.push(("in.py", b"x"));
    for (format, bytes) in [(Format::Zip, zipped(&files)), (Format::Tar, tarred(&files))] {
        let unpacked = unpack(format, &bytes, Limits::default(), python).expect("an archive");
        assert_eq!(paths(&unpacked), ["in.py"], "{format:?}");
        let skipped: Vec<&str> = unpacked
            .skipped
            .iter()
            .map(|one| one.path.as_str())
            .collect();
        assert_eq!(skipped, outside, "{format:?}");
    }
    let mut builder = tar::Builder::new(Vec::new());
    entry(&mut builder, tar::EntryType::Symlink, "link.py", b"");
    entry(&mut builder, tar::EntryType::Fifo, "pipe.py", b"");
    let bytes = builder.into_inner().expect("a tar file");
    let unpacked = unpack(Format::Tar, &bytes, Limits::default(), python).expect("an archive");
    assert!(unpacked.members.is_empty());
    assert!(unpacked.skipped[0].reason.contains("link"));
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    writer
        .add_symlink("link.py", "/etc/passwd", options)
        .expect("a link");
    let bytes = writer.finish().expect("a ZIP file").into_inner();
    let unpacked = unpack(Format::Zip, &bytes, Limits::default(), python).expect("an archive");
    assert_eq!((unpacked.members.len(), unpacked.skipped.len()), (0, 1));
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let zeros = vec![0; 500_000];
    let bomb: &[(&str, &[u8])] = &[("a.py", &zeros)];
    for (format, bytes) in [
        (Format::Zip, zipped(bomb)),
        (Format::TarGz, gzipped(&tarred(bomb))),
    ] {
        let error = unpack(format, &bytes, FEW, python).expect_err("a bomb");
        assert!(
            matches!(error, ArchiveError::Bomb { limit: 10 }),
            "{format:?}: {error}"
        );
        // What is not wanted is passed over in a ZIP file, but is unpacked in a tar file.
        let unwanted = unpack(format, &bytes, FEW, |_| false);
        assert_eq!(unwanted.is_ok(), format == Format::Zip, "{format:?}");
    }
    let large = vec![7; (1 << 20) + 1];
    let error = unpack(Format::Tar, &tarred(&[("a.py", &large)]), FEW, python);
    assert!(
        matches!(error, Err(ArchiveError::TooLarge { .. })),
        "{error:?}"
    );
    let many: Vec<(&str, &[u8])> = ["1.py", "2.py", "3.py", "4.py", "5.py", "6.py"]
        .map(|path| (path, &b""[..]))
        .to_vec();
    for (format, bytes) in [(Format::Zip, zipped(&many)), (Format::Tar, tarred(&many))] {
        let error = unpack(format, &bytes, FEW, python).expect_err("too many");
        assert!(
            matches!(error, ArchiveError::TooMany { limit: 5 }),
            "{format:?}: {error}"
        );
        assert!(unpack(format, &bytes, Limits::default(), python).is_ok());
    }
}

#[test]
fn a_length_that_an_archive_only_claims_does_not_count() {
    // The length in the central directory and in the entry is made to be 1.
    let mut bytes = zipped(&[("a.py", &[0; 5000])]);
    let length = 5000_u32.to_le_bytes();
    let places: Vec<usize> = (0..bytes.len() - 4)
        .filter(|at| bytes[*at..*at + 4] == length)
        .collect();
    assert_eq!(places.len(), 2);
    for at in places {
        bytes[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
    }
    let error = unpack(Format::Zip, &bytes, FEW, python).expect_err("it unpacks to more");
    assert!(
        matches!(error, ArchiveError::Bomb { .. } | ArchiveError::Zip(_)),
        "{error}"
    );
}

#[test]
fn encrypted_and_unknown_entries_are_said_plainly() {
    let mut bytes = zipped(&[("a.py", b"x = 1")]);
    // The flags stand 6 bytes after the signature of an entry, 8 after that of the directory.
    let at = |bytes: &[u8], signature: &[u8]| {
        let found = bytes.windows(4).position(|four| four == signature);
        found.expect("the signature")
    };
    let (entry, directory) = (at(&bytes, b"PK\x03\x04"), at(&bytes, b"PK\x01\x02"));
    let mut unknown = bytes.clone();
    bytes[entry + 6] |= 1;
    bytes[directory + 8] |= 1;
    let error = unpack(Format::Zip, &bytes, Limits::default(), python).expect_err("encrypted");
    assert!(
        error.to_string().contains("a.py in it is encrypted"),
        "{error}"
    );
    assert!(unpack(Format::Zip, &bytes, Limits::default(), |_| false).is_ok());
    unknown[entry + 8] = 93;
    unknown[directory + 10] = 93;
    let error = unpack(Format::Zip, &unknown, Limits::default(), python).expect_err("Zstandard");
    assert!(matches!(error, ArchiveError::Method { .. }), "{error}");
}

#[test]
fn damaged_archives_are_errors() {
    let sound = zipped(&[("a.py", b"x = 1")]);
    let packed = gzipped(&tarred(&[("a.py", &[b'#'; 4000])]));
    for (format, bytes) in [
        (Format::Zip, &sound[..sound.len() / 2]),
        (Format::Zip, b"no archive"),
        (Format::TarGz, &packed[..packed.len() / 2]),
        (Format::TarGz, b"no archive"),
        (Format::Tar, &[b'x'; 600]),
    ] {
        let error = unpack(format, bytes, Limits::default(), python).expect_err("damaged");
        assert!(error.to_string().contains("not a whole"), "{error}");
    }
}

#[test]
fn a_notebook_is_one_module_whose_lines_lead_back_to_cells() {
    let text = r##"{"nbformat": 4, "metadata": {"kernelspec": {"language": "python"}}, "cells": [
        {"cell_type": "markdown", "source": ["# Title"]},
        {"cell_type": "code", "source": ["%matplotlib inline\n", "import os\n", "files = !ls"]},
        {"cell_type": "code", "source": "%%bash\nls -l\n"},
        {"cell_type": "code"},
        {"cell_type": "code", "source": "%%time\nx = 7 % 2\n!pip install \\\n  numpy\nif x:\n    !ls\nos.getcwd()"}
    ]}"##;
    let notebook = Notebook::parse(text.as_bytes()).expect("a notebook");
    let numbers: Vec<u32> = notebook.cells.iter().map(|cell| cell.number).collect();
    assert_eq!(numbers, [2, 3, 4, 5]);
    let lines: Vec<&str> = notebook.source.lines().collect();
    let at = |code: &str| lines.iter().position(|line| *line == code);
    let place = |code: &str| {
        let line = at(code).unwrap_or_else(|| panic!("no {code} in {lines:?}")) + 1;
        notebook.place(u32::try_from(line).expect("few lines"))
    };
    assert_eq!(place("import os"), (2, 2));
    assert_eq!(place("x = 7 % 2"), (5, 2));
    assert_eq!(place("os.getcwd()"), (5, 7));
    assert_eq!(place("    pass"), (5, 6));
    for gone in ["ls", "numpy", "matplotlib", "%%"] {
        assert!(!notebook.source.contains(gone), "{gone}: {lines:?}");
    }
}

#[test]
fn what_is_no_notebook_in_python_is_said() {
    let error = |text: &str| {
        let error = Notebook::parse(text.as_bytes()).expect_err("no notebook in Python");
        error.to_string()
    };
    assert!(error("import os").contains("not a Jupyter notebook"));
    assert!(error(r#"{"nbformat": 3, "worksheets": []}"#).contains("format 3"));
    let julia = r#"{"metadata": {"language_info": {"name": "julia"}}, "cells": []}"#;
    assert!(error(julia).contains("julia"));
    assert!(error(&"[".repeat(100_000)).contains("not a Jupyter notebook"));
}
