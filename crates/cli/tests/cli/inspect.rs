//! `whatsnew inspect` with files that cannot be read.

use document::MAX_BYTES;
use std::{fs, process::Command};

#[test]
fn valid_files_are_printed_even_if_others_are_not() {
    let directory = std::env::temp_dir().join(format!("whatsnew-inspect-{}", std::process::id()));
    fs::create_dir_all(&directory).expect("a directory for temporary files");
    let large = directory.join("large.md");
    let sound = directory.join("sound.md");
    let missing = directory.join("missing.md");
    fs::write(&large, vec![b'a'; MAX_BYTES + 1]).expect("a large file");
    fs::write(&sound, "# Python 3.14.0b1\n").expect("a sound file");
    let output = Command::new(env!("CARGO_BIN_EXE_whatsnew"))
        .arg("inspect")
        .args([&large, &missing, &sound])
        .output()
        .expect("the command line");
    fs::remove_dir_all(&directory).expect("to clean up");

    assert_eq!(output.status.code(), Some(1));
    let printed: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(printed.as_array().map(Vec::len), Some(1));
    assert_eq!(printed[0]["release"], "3.14.0b1");
    let errors = String::from_utf8(output.stderr).expect("errors in UTF-8");
    let lines: Vec<&str> = errors.lines().collect();
    assert_eq!(lines.len(), 2, "{errors}");
    assert!(
        lines[0].contains("large.md") && lines[0].contains("16 MiB"),
        "{errors}"
    );
    assert!(lines[1].contains("missing.md"), "{errors}");
}

#[test]
fn a_file_is_required() {
    let output = Command::new(env!("CARGO_BIN_EXE_whatsnew"))
        .arg("inspect")
        .output()
        .expect("the command line");
    assert_eq!(output.status.code(), Some(2));
}
