//! The table of messages, `errors/messages.tsv` below the assets. The entry point is
//! [`read`].

use api::Table;
use explain::{Messages, MessagesError};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Why the table of messages cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file cannot be read.
    #[error("{}: {source}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// A line is not as it should be.
    #[error("{}, {source}", path.display())]
    Line {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: MessagesError,
    },
}

/// The messages in the assets; none if there is no such file, or no table of names, whose
/// newest version ends open ranges.
///
/// # Errors
///
/// If the file cannot be read.
pub fn read(assets: &Path, names: Option<&Table>) -> Result<Messages, ReadError> {
    let Some(newest) = names.and_then(|table| table.survey().newest()) else {
        return Ok(Messages::default());
    };
    let path = assets.join("errors/messages.tsv");
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Messages::default()),
        Err(source) => return Err(ReadError::File { path, source }),
    };
    Messages::parse(&text, newest).map_err(|source| ReadError::Line { path, source })
}
