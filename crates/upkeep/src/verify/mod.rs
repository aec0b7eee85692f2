//! Checks the catalogue for consistency with itself, with the fact tables and, if there is one,
//! with a reference. The entry point is [`verify`].

mod attributes;
mod coverage;
mod dates;
mod exceptions;
mod goals;
mod interpreters;
mod links;
mod names;
mod outcomes;
mod peps;
mod place;
mod plain_words;
mod reference;
mod repairs;
mod samples;
mod slugs;
mod spelling;
mod subject;
mod texts;
mod walk;

pub use coverage::{Coverage, SeriesCoverage};

use super::survey::ApiError;
use super::update::UpdateError;
use catalogue::FactsError;
use catalogue::files::{self, FileError};
use catalogue::sources::SourcesError;
use document::Diagnostic;
use std::path::{Path, PathBuf};
use subject::Subject;

/// The options of [`verify`].
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder that holds `documents`, `facts`, `samples` and `verify`.
    pub assets: PathBuf,
    /// The folder with an English dictionary in Hunspell's format, `index.aff` and
    /// `index.dic`.
    pub dictionary: PathBuf,
    /// What to do if the dictionary does not exist.
    pub spelling: Spelling,
    /// A folder to compare with: release notes, PEP index, release calendar.
    pub reference: Option<PathBuf>,
}

/// What to do if there is no dictionary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// Fail, so that no misspelling is missed.
    Required,
    /// Skip the check of spelling, and record that in [`Report::spelling_checked`].
    WhereDictionary,
}

/// The outcome of verification.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Report {
    /// The diagnostics, sorted by file and place; one for each mistake.
    pub diagnostics: Vec<Diagnostic>,
    /// The counts of features and PEPs by series.
    pub coverage: Coverage,
    /// Whether there was a dictionary to check the spelling with.
    pub spelling_checked: bool,
}

/// Why nothing can be verified.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// The assets cannot be read.
    #[error(transparent)]
    Sources(#[from] SourcesError),
    /// The table of names cannot be read.
    #[error(transparent)]
    Api(#[from] ApiError),
    /// A file with data for the checks cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// A fact table cannot be compared with the reference.
    #[error(transparent)]
    Facts(#[from] FactsError),
    /// A table of the reference cannot be read.
    #[error("in the reference: {0}")]
    Reference(#[from] Box<UpdateError>),
    /// A table in `verify` does not have the expected form.
    #[error("{}: {source}; correct the table", path.display())]
    Table {
        /// The table.
        path: PathBuf,
        /// What is wrong with it.
        source: toml::de::Error,
    },
    /// The dictionary is not in Hunspell's format.
    #[error("{}: the dictionary cannot be read: {message}; run `npm ci`", path.display())]
    Dictionary {
        /// The folder of the dictionary.
        path: PathBuf,
        /// What is wrong with it.
        message: String,
    },
}

/// Checks that need nothing but the assets.
const CHECKS: &[fn(&Subject) -> Vec<Diagnostic>] = &[
    subject::check,
    slugs::check,
    attributes::check,
    peps::check,
    dates::check,
    links::check,
    names::check,
    interpreters::check,
    outcomes::check,
    repairs::check,
    texts::check,
    samples::check,
    spelling::check,
    plain_words::check,
];

/// Runs all checks.
///
/// # Errors
///
/// If data that the checks need cannot be read.
pub fn verify(options: &Options) -> Result<Report, VerifyError> {
    let subject = Subject::read(options)?;
    let mut diagnostics: Vec<Diagnostic> =
        CHECKS.iter().flat_map(|check| check(&subject)).collect();
    if let Some(folder) = &options.reference {
        diagnostics.extend(reference::check(&subject, folder)?);
    }
    if !subject.hides_features() {
        diagnostics.extend(goals::check(&subject));
        let has_reference = options.reference.is_some();
        let slugs = subject.slugs();
        diagnostics.extend(subject.exceptions.unused(has_reference, &slugs));
    }
    diagnostics.sort();
    diagnostics.dedup();
    Ok(Report {
        diagnostics,
        coverage: Coverage::of(&subject),
        spelling_checked: subject.speller.is_some(),
    })
}

/// Adds the slugs of all features to the recorded ones, and returns the number of new ones.
/// Recorded slugs are never removed.
///
/// # Errors
///
/// If the assets cannot be read or the list cannot be written.
pub fn record(assets: &Path) -> Result<usize, VerifyError> {
    slugs::record(assets)
}

/// The path and text of a file in the folder `verify`.
fn read_own(assets: &Path, name: &str) -> Result<(PathBuf, String), FileError> {
    let path = assets.join("verify").join(name);
    let text = files::read(&path, "the checks need this file; restore it")?;
    Ok((path, text))
}
