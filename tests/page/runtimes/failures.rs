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

/// Fails unless a run reports the cause if one file of 3.14 is changed, or missing if `change`
/// returns `None`, and another run succeeds without a reload once the file is restored.
#[track_caller]
fn assert_reported(
    name: &str,
    change: impl FnOnce(Vec<u8>) -> Option<Vec<u8>>,
    cause: &str,
    logged: Option<&str>,
) {
    let mut before = Vec::new();
    let site = Site::changed(|directory| {
        let path = folder(directory, "3.14")?.join(name);
        before = fs::read(&path)?;
        match change(before.clone()) {
            Some(bytes) => fs::write(&path, bytes),
            None => fs::remove_file(&path),
        }
    });
    visit_site(&site, "", |page| {
        page.wait_for_explorer();
        if let Some(logged) = logged {
            page.expect_error(logged);
        }
        let run = page.python("3.14", "1");
        let end = run.end();
        assert_eq!(end[..2], ["failed", cause]);
        assert!(end[2].ends_with(name), "{end:?}");
        assert_eq!(page.python("3.13", "1").value(), Some("1"), "others run");
        let path = folder(site.directory(), "3.14").expect("the folder");
        fs::write(path.join(name), &before).expect("the file goes back");
        assert_eq!(page.python("3.14", "1").value(), Some("1"));
    });
}

#[test]
fn a_missing_file() {
    assert_reported("python_stdlib.zip", |_| None, "missing", Some("404"));
}

#[test]
fn a_damaged_file() {
    let damage = |mut bytes: Vec<u8>| {
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0xff;
        Some(bytes)
    };
    assert_reported("pyodide.asm.wasm", damage, "corrupted", None);
}

#[test]
fn a_file_cut_short() {
    let cut = |bytes: Vec<u8>| Some(bytes[..bytes.len() / 2].to_vec());
    assert_reported("pyodide.asm.mjs", cut, "corrupted", None);
}

#[test]
fn a_page_of_the_host_instead_of_a_file() {
    let welcome = |_| Some(b"<!doctype html><title>Welcome</title>".to_vec());
    assert_reported("pyodide.mjs", welcome, "corrupted", None);
}

/// Fails unless a missing feature of the browser is reported by its name.
#[track_caller]
fn assert_lacking(page: &Page, without: &str, cause: &str) {
    page.open("").wait_for_explorer();
    page.script::<()>(without, Vec::new());
    assert_eq!(page.python("3.14", "1").end(), ["failed", cause, ""]);
}

#[test]
fn a_browser_without_what_it_takes() {
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
