//! Refreshes the fact tables from what the Python project publishes. The entry
//! point is [`update`].

mod changes;
mod peps;
mod releases;
mod touched;
mod write;

pub use changes::Change;

pub(super) use changes::{of_peps, of_releases};

use catalogue::FactsError;
use catalogue::files::{self, FileError};
use catalogue::sources::{Sources, SourcesError};
use catalogue::tables::{self, PepTable, ReleaseTable};
use std::path::{Path, PathBuf};
use terms::Date;

/// What to refresh, and from what.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder that holds `documents`, `facts` and `samples`.
    pub assets: PathBuf,
    /// The PEP index, as JSON or as a table with tabs.
    pub peps: Option<PathBuf>,
    /// The release calendar, as JSON or TOML.
    pub releases: Option<PathBuf>,
    /// The day on which the given files were true, where that is known. It is
    /// written even where nothing else has changed.
    pub as_of: Option<Date>,
    /// Stands for that day where it is not known and something has changed.
    pub today: Date,
    /// Whether only to say what would change.
    pub is_dry_run: bool,
}

/// Why the tables cannot be refreshed. Nothing is written then.
#[derive(Debug, thiserror::Error)]
pub enum UpdateError {
    /// A given file or a table cannot be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The documents that may speak of a change cannot be read.
    #[error(transparent)]
    Sources(#[from] SourcesError),
    /// A fact table does not have the expected form.
    #[error("{}: {source}; restore the table", path.display())]
    Facts {
        /// The table.
        path: PathBuf,
        /// What is wrong with it.
        source: FactsError,
    },
    /// A given file does not have one of the forms that are published.
    #[error("{}: {message}", path.display())]
    Format {
        /// The file as it was named.
        path: PathBuf,
        /// What is wrong with it.
        message: String,
    },
    /// The given files are from before the day of the tables.
    #[error("the tables are as of {known}, which is later than {given}; give newer files")]
    Older {
        /// The day of the tables.
        known: Date,
        /// The day of the files.
        given: Date,
    },
}

const ADVICE: &str = "give a file that can be read";

/// Writes what is new into the fact tables and says what that is.
///
/// A table of which nothing has changed is left as it is, unless the day is
/// given.
///
/// # Errors
/// Where a file cannot be read, or does not have the form that is published;
/// and where the tables are from a later day.
pub fn update(options: &Options) -> Result<Vec<Change>, UpdateError> {
    let facts = options.assets.join("facts");
    let mut changes = Vec::new();
    let mut written = Vec::new();
    if let Some(source) = &options.peps {
        let path = facts.join(tables::PEPS);
        let known = read_table(&path, PepTable::read)?;
        let new = read_peps(source)?;
        let found = of_peps(&known.peps, &new);
        if let Some(day) = day(options, known.as_of, &found)? {
            written.push((path, write::peps(day, &new)));
        }
        changes.extend(found);
    }
    if let Some(source) = &options.releases {
        let path = facts.join(tables::RELEASES);
        let known = read_table(&path, ReleaseTable::read)?;
        let new = read_releases(source, &known)?;
        let found = of_releases(&known.series, &new);
        if let Some(day) = day(options, known.as_of, &found)? {
            written.push((path, write::releases(day, &new)));
        }
        changes.extend(found);
    }
    touched::add(&Sources::read(&options.assets)?, &mut changes);
    if !options.is_dry_run {
        for (path, text) in written {
            files::write(&path, &text, "check that it may be written")?;
        }
    }
    Ok(changes)
}

/// The day to write a table with; nothing where it stays as it is.
fn day(options: &Options, known: Date, found: &[Change]) -> Result<Option<Date>, UpdateError> {
    if found.is_empty() && options.as_of.is_none() {
        return Ok(None);
    }
    let given = options.as_of.unwrap_or(options.today);
    if given < known {
        return Err(UpdateError::Older { known, given });
    }
    Ok(Some(given))
}

fn read_table<T>(
    path: &Path,
    read: impl Fn(&str) -> Result<T, FactsError>,
) -> Result<T, UpdateError> {
    let text = files::read(path, "restore the table")?;
    read(&text).map_err(|source| UpdateError::Facts {
        path: path.to_owned(),
        source,
    })
}

/// The PEP index from a file in one of its public forms.
pub(super) fn read_peps(path: &Path) -> Result<peps::Rows, UpdateError> {
    let text = files::read(path, ADVICE)?;
    peps::read(&text).map_err(|message| UpdateError::Format {
        path: path.to_owned(),
        message,
    })
}

/// The release calendar from a file in one of its public forms. What a short
/// form leaves out is taken from the calendar that is known.
pub(super) fn read_releases(
    path: &Path,
    known: &ReleaseTable,
) -> Result<releases::Rows, UpdateError> {
    let text = files::read(path, ADVICE)?;
    releases::read(&text, &known.series).map_err(|message| UpdateError::Format {
        path: path.to_owned(),
        message,
    })
}
