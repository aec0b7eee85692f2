//! The library of an interpreter runs on that interpreter, so nothing in it is an error.

use super::lookup;
use crate::upkeep::installed::installed;
use lookup::{Level, SourceFile};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use terms::Series;
use upkeep::interpreter::newest_of_each;

/// Every which file is checked; the versions take different ones.
const SAMPLE: usize = 4;

/// The share of files that may have an error: some modules are for other systems, or are
/// imported only where an old name is.
const TOLERATED: f64 = 0.004;

#[test]
fn the_libraries_of_interpreters_have_hardly_any_error() {
    let newest = newest_of_each(&installed()).unwrap_or_else(|error| panic!("{error}"));
    let lookup = lookup();
    let (mut count, mut wrong) = (0, BTreeSet::new());
    for (series, (_, interpreter)) in newest.range(Series::python3(8)..) {
        let files: Vec<SourceFile> = sources(&library(&interpreter.program))
            .into_iter()
            .skip(usize::from(series.minor) % SAMPLE)
            .step_by(SAMPLE)
            .map(|path| SourceFile {
                bytes: std::fs::read(&path).expect("a module of the library"),
                path: path.display().to_string(),
            })
            .collect();
        count += files.len();
        let checked = lookup.check(&files, Some(*series), Some(*series));
        let checked = checked.unwrap_or_else(|error| panic!("{error}"));
        let errors = checked.errors.iter().map(|one| (&one.path, &one.message));
        let findings = checked.findings.iter();
        let findings = findings.filter(|one| one.level == Level::Error);
        for (path, message) in errors.chain(findings.map(|one| (&one.path, &one.message))) {
            println!("{path}: {message}");
            wrong.insert(path.clone());
        }
    }
    println!("{} of {count} files have an error", wrong.len());
    let share = wrong.len() as f64 / (count as f64).max(1.0);
    assert!(share <= TOLERATED, "{wrong:#?}");
}

/// The folder of the standard library.
fn library(python: &Path) -> PathBuf {
    let code = "import sysconfig; print(sysconfig.get_path('stdlib'))";
    let output = Command::new(python).args(["-c", code]).output();
    let output = output.unwrap_or_else(|error| panic!("{}: {error}", python.display()));
    PathBuf::from(String::from_utf8_lossy(&output.stdout).trim())
}

/// The sources below a folder without tests and installed packages, in order.
fn sources(folder: &Path) -> Vec<PathBuf> {
    const LEFT_OUT: [&str; 4] = ["test", "tests", "site-packages", "dist-packages"];
    let entries = std::fs::read_dir(folder);
    let entries = entries.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default();
        if path.is_dir() {
            if !LEFT_OUT.iter().any(|left_out| name == *left_out) {
                found.extend(sources(&path));
            }
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
    found
}
