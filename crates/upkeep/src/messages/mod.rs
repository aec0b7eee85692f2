//! The messages of errors and warnings: `errors/messages.tsv` below the assets, and what the
//! repair sheets of changes show. The entry points are [`read`] and
//! [`compare()`].

mod compare;

pub use compare::{CompareError, Comparison, compare};

use api::Table;
use catalogue::Library;
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

/// The messages in the assets and in the sheets of a library; none if there is no table of
/// names, whose newest version ends open ranges.
///
/// # Errors
///
/// If the file cannot be read.
pub fn read(
    assets: &Path,
    names: Option<&Table>,
    library: &Library,
) -> Result<Messages, ReadError> {
    let Some(newest) = names.and_then(|table| table.survey().newest()) else {
        return Ok(Messages::default());
    };
    let path = assets.join("errors/messages.tsv");
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(source) => return Err(ReadError::File { path, source }),
    };
    let table = Messages::parse(&text, newest);
    let mut messages = table.map_err(|source| ReadError::Line { path, source })?;
    for text in library.feature_texts.values().flatten() {
        for seen in &text.repair.seen {
            messages.add(&seen.value, seen.versions, newest, &text.slug);
        }
    }
    Ok(messages)
}
