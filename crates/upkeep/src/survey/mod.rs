//! `whatsnew survey`: makes the table of public names from installed interpreters. The entry
//! points are [`survey`], which writes it, and [`check`], which compares it with the
//! interpreters.
//!
//! Interpreters run `assets/api/survey.py` several times: first each reports its own names and
//! those of typeshed and the documentation, then also those of the other interpreters.

mod documentation;
mod evidence;
mod files;
mod interpreter;
mod merge;
mod stubs;

pub use documentation::Documentation;
pub use evidence::{Entry, Evidence};
pub use files::{ApiError, read_list_texts, read_lists, read_table};
pub use interpreter::SurveyError;
pub use merge::{Conflict, Merged, merge};
pub use stubs::{Stub, Stubs};

use crate::interpreter::Interpreter;
use api::{Survey, Table};
use evidence::without_builtins;
use std::collections::BTreeSet;
use std::path::PathBuf;
use terms::Date;

/// The options of a survey.
#[derive(Debug)]
pub struct Options {
    /// The assets, whose folder `api` holds the table and the scripts.
    pub assets: PathBuf,
    /// The interpreters, in any order; for each version the newest release is used.
    pub interpreters: Vec<Interpreter>,
    /// The statements of the documentation. Without them, those in the table are kept.
    pub documentation: Option<Documentation>,
    /// The declarations of typeshed. Without them, those in the table are kept.
    pub stubs: Option<Stubs>,
    /// The day of the survey.
    pub as_of: Date,
}

/// Makes the table from the interpreters and writes all of it or nothing.
///
/// # Errors
///
/// If there is no interpreter, one does not answer, or the table cannot be read or written.
pub fn survey(options: &Options) -> Result<Merged, SurveyError> {
    let old = read_table(&options.assets)?;
    let merged = merge_all(options, old.as_ref())?;
    files::write_table(&options.assets, &merged.table)?;
    Ok(merged)
}

/// The differences between the table and the interpreters, one per line.
///
/// # Errors
///
/// As [`survey`], and if there is no table.
pub fn check(options: &Options) -> Result<Vec<String>, SurveyError> {
    let Some(table) = read_table(&options.assets)? else {
        return Err(SurveyError::NoTable);
    };
    let evidence = ask(options, Some(&table))?;
    Ok(merge::differences(&table, &evidence))
}

fn merge_all(options: &Options, old: Option<&Table>) -> Result<Merged, SurveyError> {
    let evidence = ask(options, old)?;
    let releases = evidence.iter().map(|one| one.release).collect();
    let survey = Survey {
        as_of: options.as_of,
        releases,
    };
    let (documentation, stubs) = (options.documentation.as_ref(), options.stubs.as_ref());
    Ok(merge(survey, &evidence, documentation, stubs, old))
}

/// Asks every interpreter for its own names and those of other sources, and then for those of
/// all interpreters, until there are no new names: a name that one version makes public may have
/// members in other versions as well.
fn ask(options: &Options, old: Option<&Table>) -> Result<Vec<Evidence>, SurveyError> {
    let interpreters = interpreter::newest(&options.interpreters)?;
    let script = options.assets.join("api/survey.py");
    let mut candidates = other_names(options, old);
    loop {
        let evidence = interpreter::ask_all(&interpreters, &script, &candidates)?;
        let known = candidates.len();
        let entries = evidence.iter().flat_map(|evidence| &evidence.entries);
        candidates.extend(entries.map(|entry| without_builtins(&entry.name).to_owned()));
        if candidates.len() == known {
            return Ok(evidence);
        }
    }
}

/// The names in sources other than interpreters. If a source is missing, its names are taken
/// from the old table.
fn other_names(options: &Options, old: Option<&Table>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    if let Some(documentation) = &options.documentation {
        names.extend(documentation.names().map(str::to_owned));
    }
    if let Some(stubs) = &options.stubs {
        names.extend(stubs.names().map(|name| without_builtins(name).to_owned()));
    }
    if let Some(old) = old
        && (options.documentation.is_none() || options.stubs.is_none())
    {
        let rows = old.modules().flat_map(|(_, rows)| rows);
        names.extend(rows.map(|row| row.name.clone()));
    }
    names
}
