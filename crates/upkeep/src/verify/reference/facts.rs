//! Checks the fact tables against the PEP index and the release calendar of the reference, with the days of releases. The
//! entry point is [`check`].

use super::super::place::Place;
use super::super::subject::Subject;
use super::super::{VerifyError, peps};
use crate::update::{Change, of_peps, of_releases, read_peps, read_releases, with_dates};
use catalogue::files;
use catalogue::tables::{PEPS, PepTable, RELEASES, ReleaseTable};
use document::{Code, Diagnostic};
use std::path::Path;

/// The changes since the tables were written. The reference may lack either file.
pub(super) fn check(subject: &Subject, folder: &Path) -> Result<Vec<Diagnostic>, VerifyError> {
    let facts = subject.assets.join("facts");
    let mut found = Vec::new();
    let index = folder.join("peps.tsv");
    if index.exists() {
        let path = facts.join(PEPS);
        let known = PepTable::read(&files::read(&path, peps::RESTORE)?)?;
        let changes = of_peps(&known.peps, &read_peps(&index).map_err(Box::new)?);
        found.extend(changes.into_iter().map(|change| report(&path, change)));
    }
    let calendar = folder.join("python-releases.toml");
    if calendar.exists() {
        let path = facts.join(RELEASES);
        let known = ReleaseTable::read(&files::read(&path, peps::RESTORE)?)?;
        let mut new = read_releases(&calendar, &known).map_err(Box::new)?;
        let dates = folder.join("release-dates.tsv");
        if dates.exists() {
            new = with_dates(&new, &dates, None).map_err(Box::new)?;
        }
        let changes = of_releases(&known.series, &new);
        found.extend(changes.into_iter().map(|change| report(&path, change)));
    }
    Ok(found)
}

fn report(table: &Path, change: Change) -> Diagnostic {
    Place::start(table).report(Code::Facts, change.text, "run `whatsnew update`")
}
