//! Checks PEPs against the PEP table: the statements of documents, and whether every PEP that is
//! in force has a feature. The entry points are [`check`] and [`fate`].

use super::exceptions::Exception;
use super::place::Place;
use super::subject::{Stated, Subject};
use super::walk;
use catalogue::files;
use catalogue::{Feature, Pep};
use document::{Attribute, Code, Diagnostic};
use terms::{PepNumber, Series, Status};

/// The path of the table in the assets.
const TABLE: &str = "facts/peps.toml";

/// What to do about a fact table that cannot be read.
pub(super) const RESTORE: &str = "restore the fact table";

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let of_reference = subject.stated().filter(Stated::is_of_reference);
    let statements = of_reference.flat_map(|stated| statement(subject, stated));
    let features = subject.library.catalogue.features.iter();
    let series = features.filter_map(|feature| series(subject, feature));
    let mut found: Vec<Diagnostic> = statements.chain(series).collect();
    if !subject.hides_features() {
        found.extend(missing(subject));
    }
    found
}

/// The PEP of a slug such as `pep-758`.
fn pep_of<'a>(subject: &'a Subject, slug: &str) -> Option<&'a Pep> {
    let number: PepNumber = slug.strip_prefix("pep-")?.parse().ok()?;
    subject.sources.facts.pep(number)
}

/// Checks a statement. Unlike articles, the project's own release notes are kept current and
/// have to agree with the table.
fn statement(subject: &Subject, stated: Stated) -> Vec<Diagnostic> {
    let Some(pep) = pep_of(subject, stated.slug()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let feature = stated.feature;
    if let Some(status) = feature.status.filter(|status| *status != pep.status) {
        let (number, known) = (pep.number, pep.status.key());
        let message = format!("{number} is {known}, not {}", status.key());
        let place = stated.at(Attribute::Status);
        found.push(place.report(Code::Status, message, "correct `status:`"));
    }
    if let Some(created) = feature.created.filter(|day| *day != pep.created) {
        let message = format!(
            "{} was created on {}, not {created}",
            pep.number, pep.created
        );
        let place = stated.at(Attribute::Created);
        found.push(place.report(Code::Created, message, "correct `created:`"));
    }
    found
}

/// Checks that a PEP's feature belongs to a series that the PEP targets.
fn series(subject: &Subject, feature: &Feature) -> Option<Diagnostic> {
    let pep = pep_of(subject, &feature.slug)?;
    let agrees = pep.versions.is_empty() || pep.versions.contains(&feature.series);
    if agrees || is_excepted(subject, pep, feature.series) {
        return None;
    }
    let targets: Vec<String> = pep.versions.iter().map(Series::to_string).collect();
    let message = format!(
        "{} targets {}, not {}",
        pep.number,
        targets.join(", "),
        feature.series
    );
    let help = "correct the version or state it in verify/exceptions.toml";
    Some(
        subject
            .place_of(feature)
            .report(Code::Series, message, help),
    )
}

fn is_excepted(subject: &Subject, pep: &Pep, series: Series) -> bool {
    let exception = Exception::Series(pep.number, series);
    subject.exceptions.allow(&exception)
}

/// Whether a PEP is in the catalogue as it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is not in force, or targets no release of Python 3.
    NotDue,
    Covered,
    Excepted,
    Missing,
}

/// The state of a PEP in the catalogue.
pub(super) fn fate(subject: &Subject, pep: &Pep) -> Fate {
    let in_force = matches!(
        pep.status,
        Status::Final | Status::Accepted | Status::Active | Status::Provisional
    );
    if !in_force || !pep.versions.iter().any(|version| version.major >= 3) {
        return Fate::NotDue;
    }
    let features = subject.library.catalogue.features.iter();
    let mut of_pep = features.filter(|feature| feature.peps.contains(&pep.number));
    let covers = |feature: &Feature| {
        pep.versions.contains(&feature.series) || is_excepted(subject, pep, feature.series)
    };
    if of_pep.any(covers) {
        Fate::Covered
    } else if subject.exceptions.allow(&Exception::Pep(pep.number)) {
        Fate::Excepted
    } else {
        Fate::Missing
    }
}

fn missing(subject: &Subject) -> Vec<Diagnostic> {
    let table = subject.assets.join(TABLE);
    let text = files::read(&table, RESTORE).unwrap_or_default();
    let peps = subject.sources.facts.peps.iter();
    let missing = peps.filter(|pep| fate(subject, pep) == Fate::Missing);
    missing
        .map(|pep| {
            let position = walk::position_starting(&text, &format!("{} = ", pep.number.0));
            report_missing(pep, &Place::new(&table, position))
        })
        .collect()
}

fn report_missing(pep: &Pep, place: &Place) -> Diagnostic {
    let targets: Vec<String> = pep.versions.iter().map(Series::to_string).collect();
    let targets = targets.join(", ");
    let message = format!(
        "{} ({}) is {} and targets {targets}, but no feature of {targets} has it",
        pep.number,
        pep.title,
        pep.status.key()
    );
    let help = "add a feature, or give the reason in verify/exceptions.toml";
    place.report(Code::Pep, message, help)
}
