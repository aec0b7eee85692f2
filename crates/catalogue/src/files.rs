//! Reads, writes and lists files, with errors that name the file. The entry
//! points are [`read`], [`write`] and [`below`].

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Why a file cannot be read or written, and what to do.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}; {advice}", path.display())]
pub struct FileError {
    path: PathBuf,
    source: io::Error,
    advice: &'static str,
}

/// The text of a file.
///
/// # Errors
/// If it does not exist or is not UTF-8; the message ends with the advice.
pub fn read(path: &Path, advice: &'static str) -> Result<String, FileError> {
    fs::read_to_string(path).map_err(|source| error(path, source, advice))
}

/// The bytes of a file.
///
/// # Errors
/// If it does not exist; the message ends with the advice.
pub fn bytes(path: &Path, advice: &'static str) -> Result<Vec<u8>, FileError> {
    fs::read(path).map_err(|source| error(path, source, advice))
}

/// Writes a file, replacing its contents.
///
/// # Errors
/// If it cannot be written; the message ends with the advice.
pub fn write(path: &Path, text: &str, advice: &'static str) -> Result<(), FileError> {
    fs::write(path, text).map_err(|source| error(path, source, advice))
}

/// Every file below a folder with one of the given extensions, sorted so that
/// the result is the same on every machine.
///
/// # Errors
/// If a folder cannot be listed; the message ends with the advice.
pub fn below(
    folder: &Path,
    endings: &[&str],
    advice: &'static str,
) -> Result<Vec<PathBuf>, FileError> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|source| error(&folder, source, advice))?;
        for entry in entries {
            let entry = entry.map_err(|source| error(&folder, source, advice))?;
            let path = entry.path();
            let ending = path.extension().and_then(|ending| ending.to_str());
            if path.is_dir() {
                folders.push(path);
            } else if ending.is_some_and(|ending| endings.contains(&ending)) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn error(path: &Path, source: io::Error, advice: &'static str) -> FileError {
    let path = path.to_owned();
    FileError {
        path,
        source,
        advice,
    }
}
