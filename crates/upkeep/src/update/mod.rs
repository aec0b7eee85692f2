//! Updates the fact tables from data that the Python project publishes. The entry point is
//! [`update`].

mod changes;
mod dates;
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

/// The options of an update.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder that holds `documents`, `facts` and `samples`.
    pub assets: PathBuf,
    /// The PEP index, as JSON or as a tab-separated table.
    pub peps: Option<PathBuf>,
    /// The release calendar, as JSON or TOML.
    pub releases: Option<PathBuf>,
    /// The days of releases, as a tab-separated table. It is applied after the calendar.
    pub release_dates: Option<PathBuf>,
    /// The date of the given files, if it is known. It is written even if nothing else has
    /// changed.
    pub as_of: Option<Date>,
    /// Used as the date if that is not known and something has changed.
    pub today: Date,
    /// Whether to report changes without writing them.
    pub is_dry_run: bool,
}

/// Why the tables cannot be updated. Nothing is written then.
#[derive(Debug, thiserror::Error)]
pub enum UpdateError {
    /// A given file or a table cannot be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The documents that may mention a change cannot be read.
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
    /// A given file does not have one of the published formats.
    #[error("{}: {message}", path.display())]
    Format {
        /// The file as it was named.
        path: PathBuf,
        /// What is wrong with it.
        message: String,
    },
    /// The given files are older than the tables.
    #[error("the tables are as of {known}, which is later than {given}; give newer files")]
    Older {
        /// The date of the tables.
        known: Date,
        /// The date of the files.
        given: Date,
    },
}

const ADVICE: &str = "give a file that can be read";

/// Writes changes into the fact tables and returns them. A table without changes is not written,
/// unless the date is given.
///
/// # Errors
///
/// If a file cannot be read or does not have the published format, or if the tables are newer.
pub fn update(options: &Options) -> Result<Vec<Change>, UpdateError> {
    let (peps, releases) = (new_peps(options)?, new_releases(options)?);
    let mut changes = Vec::new();
    for table in [&peps, &releases] {
        changes.extend_from_slice(&table.changes);
    }
    touched::add(&Sources::read(&options.assets)?, &mut changes);
    if !options.is_dry_run {
        for (path, text) in [peps, releases]
            .into_iter()
            .filter_map(|table| table.written)
        {
            files::write(&path, &text, "check that it may be written")?;
        }
    }
    Ok(changes)
}

/// The new state of a fact table.
#[derive(Default)]
struct NewTable {
    changes: Vec<Change>,
    /// Its path and text, if it is to be written.
    written: Option<(PathBuf, String)>,
}

fn new_peps(options: &Options) -> Result<NewTable, UpdateError> {
    let Some(source) = &options.peps else {
        return Ok(NewTable::default());
    };
    let path = options.assets.join("facts").join(tables::PEPS);
    let known = read_table(&path, PepTable::read)?;
    let new = read_peps(source)?;
    let changes = of_peps(&known.peps, &new);
    let day = day(options, known.as_of, &changes)?;
    Ok(NewTable {
        changes,
        written: day.map(|day| (path, write::peps(day, &new))),
    })
}

fn new_releases(options: &Options) -> Result<NewTable, UpdateError> {
    if options.releases.is_none() && options.release_dates.is_none() {
        return Ok(NewTable::default());
    }
    let path = options.assets.join("facts").join(tables::RELEASES);
    let known = read_table(&path, ReleaseTable::read)?;
    let mut new = known.series.clone();
    let mut day_of_calendar = None;
    if let Some(source) = &options.releases {
        new = read_releases(source, &known)?;
        day_of_calendar = day(options, known.as_of, &of_releases(&known.series, &new))?;
    }
    if let Some(source) = &options.release_dates {
        new = with_dates(&new, source, options.as_of)?;
    }
    let changes = of_releases(&known.series, &new);
    let is_written = day_of_calendar.is_some() || !changes.is_empty();
    let day = day_of_calendar.unwrap_or(known.as_of);
    Ok(NewTable {
        changes,
        written: is_written.then(|| (path, write::releases(day, &new))),
    })
}

/// The date to write into a table; `None` if the table is not written.
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

/// The calendar with the days of releases from a file. The day of which they are known is the
/// newest of them, if no other is given.
pub(super) fn with_dates(
    calendar: &releases::Rows,
    path: &Path,
    as_of: Option<Date>,
) -> Result<releases::Rows, UpdateError> {
    let text = files::read(path, ADVICE)?;
    let published = dates::read(&text).map_err(|message| UpdateError::Format {
        path: path.to_owned(),
        message,
    })?;
    let newest = published.iter().map(|(_, date)| *date).max();
    Ok(match as_of.or(newest) {
        Some(as_of) => dates::apply(calendar, &published, as_of),
        None => calendar.clone(),
    })
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

/// Reads the PEP index from a file in one of its published formats.
pub(super) fn read_peps(path: &Path) -> Result<peps::Rows, UpdateError> {
    let text = files::read(path, ADVICE)?;
    peps::read(&text).map_err(|message| UpdateError::Format {
        path: path.to_owned(),
        message,
    })
}

/// Reads the release calendar from a file in one of its published formats. Data that the short
/// format leaves out are taken from the known calendar.
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
