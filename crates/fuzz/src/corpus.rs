//! Collects the well-formed inputs to mutate. [`files`], [`quoted_keys`], [`archives`] and
//! [`library`] are the entry points.

use catalogue::{Library, bundle::EncodeError, sources};
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why there is no corpus.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    /// A file or folder cannot be read.
    #[error("{}: {source}; check out the project afresh", path.display())]
    File {
        /// The path.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// The shipped documents cannot be merged.
    #[error("{0}")]
    Library(String),
    /// The shipped library cannot be encoded.
    #[error(transparent)]
    Bundle(EncodeError),
    /// The archives cannot be made.
    #[error("no archive can be made: {0}")]
    Archive(io::Error),
    /// A corpus is empty.
    #[error("{}: no input was found; correct crates/fuzz/src/targets.rs", .0.display())]
    Empty(PathBuf),
}

/// The contents of all files below a folder that have an extension.
pub(crate) fn files(folder: &Path, ending: &str) -> Result<Vec<Vec<u8>>, CorpusError> {
    let failed = |path: &Path, source| CorpusError::File {
        path: path.to_owned(),
        source,
    };
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| failed(&folder, error))?;
        let entries: Result<Vec<_>, _> = entries.collect();
        let mut paths: Vec<PathBuf> = entries
            .map_err(|error| failed(&folder, error))?
            .iter()
            .map(fs::DirEntry::path)
            .collect();
        // The order is the same on every machine.
        paths.sort();
        for path in paths {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                found.push(fs::read(&path).map_err(|error| failed(&path, error))?);
            }
        }
    }
    if found.is_empty() {
        return Err(CorpusError::Empty(folder.to_owned()));
    }
    Ok(found)
}

/// The quoted keys of a TOML file, which are what readers type in `cases.toml`.
pub(crate) fn quoted_keys(file: &Path) -> Result<Vec<Vec<u8>>, CorpusError> {
    let text = fs::read_to_string(file).map_err(|source| CorpusError::File {
        path: file.to_owned(),
        source,
    })?;
    let keys = text.lines().filter_map(|line| {
        let (key, _) = line.strip_prefix(['"', '\''])?.split_once(['"', '\''])?;
        Some(key.as_bytes().to_vec())
    });
    let keys: Vec<Vec<u8>> = keys.collect();
    if keys.is_empty() {
        return Err(CorpusError::Empty(file.to_owned()));
    }
    Ok(keys)
}

/// A wheel, a source distribution, plain and compressed, and a notebook.
pub(crate) fn archives() -> io::Result<Vec<Vec<u8>>> {
    const FILES: [(&str, &[u8]); 3] = [
        ("package/__init__.py", b"import imp\n"),
        ("package/a.py", b"print('a')\n"),
        ("METADATA", b"Requires-Python: >=3.9\n"),
    ];
    const NOTEBOOK: &[u8] = br#"{"nbformat": 4, "metadata": {"kernelspec": {"language": "python"}},
        "cells": [{"cell_type": "code", "source": ["x = 1\n", "%time x"]}]}"#;
    let mut wheel = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
    let mut tar = tar::Builder::new(Vec::new());
    for (path, bytes) in FILES {
        wheel.start_file(path, zip::write::SimpleFileOptions::default())?;
        wheel.write_all(bytes)?;
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        tar.append_data(&mut header, path, bytes)?;
    }
    let (wheel, tar) = (wheel.finish()?.into_inner(), tar.into_inner()?);
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(&tar)?;
    Ok(vec![wheel, tar, packed.finish()?, NOTEBOOK.to_vec()])
}

/// The shipped library.
pub(crate) fn library(project: &Path) -> Result<Library, CorpusError> {
    sources::read(&project.join("assets")).map_err(|error| CorpusError::Library(error.to_string()))
}
