//! Runtimes that are not available: the cause is reported, and trying again succeeds once they
//! are restored.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use harness::{Page, Site, explore, visit_site};

/// The folder of a series, which is named by its content.
fn folder(site: &Path, series: &str) -> io::Result<PathBuf> {
    let mut entries = fs::read_dir(site.join("runtimes").join(series))?;
    let entry = entries.next().ok_or(io::ErrorKind::NotFound)?;
    Ok(entry?.path())
}

/// Moves all files of a series aside.
pub(crate) fn aside(site: &Site, series: &str) -> io::Result<()> {
    let folder = folder(site.directory(), series)?;
    fs::rename(&folder, folder.with_extension("aside"))
}

/// A change of a file: its name, its content afterwards, or `None` if it is missing, the
/// cause that is reported, and what the browser logs.
type Change = (
    &'static str,
    fn(Vec<u8>) -> Option<Vec<u8>>,
    &'static str,
    Option<&'static str>,
);

const CHANGES: [Change; 4] = [
    ("python_stdlib.zip", |_| None, "missing", Some("404")),
    ("pyodide.asm.wasm", damaged, "corrupted", None),
    ("pyodide.asm.mjs", cut_short, "corrupted", None),
    ("pyodide.mjs", another_page, "corrupted", None),
];

fn damaged(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    Some(bytes)
}

fn cut_short(bytes: Vec<u8>) -> Option<Vec<u8>> {
    Some(bytes[..bytes.len() / 2].to_vec())
}

/// What a host may send instead of a file.
fn another_page(_: Vec<u8>) -> Option<Vec<u8>> {
    Some(b"<!doctype html><title>Welcome</title>".to_vec())
}

/// A run reports the cause, and another run succeeds without a reload once the file is
/// restored.
#[test]
fn missing_or_damaged_files_are_named() {
    let site = Site::changed(|_| Ok(()));
    let folder = folder(site.directory(), "3.14").expect("the folder");
    visit_site(&site, "", |page| {
        for (name, change, cause, logged) in CHANGES {
            let path = folder.join(name);
            let before = fs::read(&path).expect("the file");
            match change(before.clone()) {
                Some(bytes) => fs::write(&path, bytes).expect("another file"),
                None => fs::remove_file(&path).expect("no file"),
            }
            page.reload().wait_for_explorer();
            if let Some(logged) = logged {
                page.expect_error(logged);
            }
            let run = page.python("3.14", "1");
            let end = run.end();
            assert_eq!(end[..2], ["failed", cause], "{name}");
            assert!(end[2].ends_with(name), "{end:?}");
            fs::write(path, before).expect("the file goes back");
            assert_eq!(page.python("3.14", "1").value(), Some("1"), "{name}");
        }
        page.reload().wait_for_explorer();
        aside(&site, "3.14").expect("the files are put aside");
        page.expect_error("404");
        assert_eq!(page.python("3.14", "1").end()[..2], ["failed", "missing"]);
        assert_eq!(page.python("3.13", "1").value(), Some("1"), "others run");
    });
}

/// Fails unless a missing feature of the browser is reported by its name.
#[track_caller]
fn assert_lacking(page: &Page, without: &str, cause: &str) {
    page.open("").wait_for_explorer();
    page.script::<()>(without, Vec::new());
    assert_eq!(page.python("3.14", "1").end(), ["failed", cause, ""]);
}

#[test]
fn a_browser_without_the_required_features() {
    explore("", |page| {
        // Parts of the explorer may still be loading.
        page.allow_error("WebAssembly is not defined")
            .allow_error("Can't find variable: WebAssembly")
            // A closure of the explorer that this interrupts cannot be called again.
            .allow_error("closure invoked recursively");
        assert_lacking(page, "delete window.WebAssembly", "wasm");
        assert_lacking(page, "delete window.Worker", "worker");
        page.open("").wait_for_explorer();
        let run = page.python("3.16", "1");
        assert_eq!(run.end(), ["failed", "series", "3.16"]);
    });
}
