//! Checks the catalogue against a reference: a folder with release notes in
//! `whatsnew/3.N.txt`, the PEP index as `peps.tsv`, the release calendar as
//! `python-releases.toml`, and other texts. The entry point is [`check`].

mod anchors;
mod documented;
mod facts;
mod lacking;
mod modules;
mod names;
mod notes;
mod own_words;
mod pending;

use super::VerifyError;
use super::subject::Subject;
use catalogue::files;
use document::Diagnostic;
use notes::Notes;
use std::path::Path;

const ADVICE: &str = "give `--reference` a folder that holds release notes in `whatsnew/3.N.txt`";

/// What the catalogue lacks, links that lead nowhere, and words that are also in the reference.
pub(super) fn check(subject: &Subject, folder: &Path) -> Result<Vec<Diagnostic>, VerifyError> {
    let mut all = Vec::new();
    for path in files::below(&folder.join("whatsnew"), &["txt"], ADVICE)? {
        let text = files::read(&path, ADVICE)?;
        all.extend(Notes::parse(&path, &text));
    }
    all.sort_by_key(|notes| notes.series);
    let mut found = lacking::check(subject, &all);
    found.extend(modules::check(subject, &all));
    found.extend(pending::check(subject, &all));
    found.extend(anchors::check(subject, &all));
    found.extend(documented::check(subject, folder)?);
    found.extend(own_words::check(subject, folder)?);
    found.extend(facts::check(subject, folder)?);
    Ok(found)
}
