//! The fact tables against the PEP index and the release calendar of the
//! reference. The entry point is [`check`].

use super::super::problem::{Check, Place, Problem};
use super::super::subject::Subject;
use super::super::{VerifyError, peps};
use crate::update::{Change, of_peps, of_releases, read_peps, read_releases};
use catalogue::files;
use catalogue::tables::{PEPS, PepTable, RELEASES, ReleaseTable};
use std::path::Path;

/// What has changed since the tables were written; a file that the reference
/// does not have is not asked for.
pub(super) fn check(subject: &Subject, folder: &Path) -> Result<Vec<Problem>, VerifyError> {
    let facts = subject.assets.join("facts");
    let mut problems = Vec::new();
    let index = folder.join("peps.tsv");
    if index.exists() {
        let path = facts.join(PEPS);
        let known = PepTable::read(&files::read(&path, peps::RESTORE)?)?;
        let changes = of_peps(&known.peps, &read_peps(&index).map_err(Box::new)?);
        problems.extend(changes.into_iter().map(|change| problem(&path, change)));
    }
    let calendar = folder.join("python-releases.toml");
    if calendar.exists() {
        let path = facts.join(RELEASES);
        let known = ReleaseTable::read(&files::read(&path, peps::RESTORE)?)?;
        let changes = of_releases(
            &known.series,
            &read_releases(&calendar, &known).map_err(Box::new)?,
        );
        problems.extend(changes.into_iter().map(|change| problem(&path, change)));
    }
    Ok(problems)
}

fn problem(table: &Path, change: Change) -> Problem {
    let message = format!("{}; run `whatsnew update`", change.text);
    Place::new(table, 1).problem(Check::Facts, message)
}
