//! The files that are checked. The entry point is [`read`].

use ignore::WalkBuilder;
use lookup::SourceFile;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Why files cannot be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FilesError {
    #[error("{path}: {error}")]
    Unreadable { path: String, error: io::Error },
    #[error("{0}")]
    Walk(#[from] ignore::Error),
}

/// Reads files, the Python files of folders except those that `.gitignore` excludes, and
/// standard input for `-`.
pub(crate) fn read(paths: &[PathBuf]) -> Result<Vec<SourceFile>, FilesError> {
    let mut files = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            let mut bytes = Vec::new();
            let read = io::stdin().lock().read_to_end(&mut bytes);
            read.map_err(unreadable(path))?;
            files.push(SourceFile {
                path: "-".to_owned(),
                bytes,
            });
        } else if path.is_dir() {
            folder(path, &mut files)?;
        } else {
            files.push(file(path)?);
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn folder(path: &Path, files: &mut Vec<SourceFile>) -> Result<(), FilesError> {
    for entry in WalkBuilder::new(path).require_git(false).build() {
        let entry = entry?;
        let is_python = entry
            .path()
            .extension()
            .is_some_and(|extension| extension == "py" || extension == "pyw");
        if is_python && entry.file_type().is_some_and(|kind| kind.is_file()) {
            files.push(file(entry.path())?);
        }
    }
    Ok(())
}

fn file(path: &Path) -> Result<SourceFile, FilesError> {
    Ok(SourceFile {
        bytes: fs::read(path).map_err(unreadable(path))?,
        path: path.display().to_string(),
    })
}

fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> FilesError {
    let path = path.display().to_string();
    move |error| FilesError::Unreadable { path, error }
}
