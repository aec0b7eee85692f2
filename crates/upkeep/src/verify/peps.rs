//! PEPs against the PEP table: what a document says of one, and whether every
//! one that came into force is a feature. The entry points are [`check`] and
//! [`fate`].

use super::exceptions::Exception;
use super::problem::{Check, Place, Problem};
use super::subject::{Stated, Subject};
use super::walk;
use catalogue::files;
use catalogue::{Feature, Pep};
use terms::{PepNumber, Series, Status};

/// The table's place below the assets.
const TABLE: &str = "facts/peps.toml";

/// What to do about a fact table that cannot be read.
pub(super) const RESTORE: &str = "restore the fact table";

pub(super) fn check(subject: &Subject) -> Vec<Problem> {
    let of_reference = subject.stated().filter(Stated::is_of_reference);
    let mut problems: Vec<Problem> = of_reference
        .flat_map(|stated| statement(subject, stated))
        .collect();
    let features = &subject.library.catalogue.features;
    problems.extend(
        features
            .iter()
            .filter_map(|feature| series(subject, feature)),
    );
    problems.extend(lacking(subject));
    problems
}

/// The PEP that a slug such as `pep-758` stands for.
fn pep_of<'a>(subject: &'a Subject, slug: &str) -> Option<&'a Pep> {
    let number: PepNumber = slug.strip_prefix("pep-")?.parse().ok()?;
    subject.sources.facts.pep(number)
}

/// The release notes that the project keeps speak of today: unlike articles,
/// they have to agree with the table.
fn statement(subject: &Subject, stated: Stated) -> Vec<Problem> {
    let Some(pep) = pep_of(subject, stated.slug()) else {
        return Vec::new();
    };
    let mut messages = Vec::new();
    if let Some(status) = stated.feature.status.filter(|status| *status != pep.status) {
        messages.push(format!(
            "{} is {}, not {}; correct `status:`",
            pep.number,
            pep.status.key(),
            status.key()
        ));
    }
    if let Some(created) = stated.feature.created.filter(|day| *day != pep.created) {
        messages.push(format!(
            "{} was created on {}, not {created}; correct `created:`",
            pep.number, pep.created
        ));
    }
    let problem = |message: String| stated.place().problem(Check::Peps, message);
    messages.into_iter().map(problem).collect()
}

/// A PEP's feature is of a series that the PEP targets.
fn series(subject: &Subject, feature: &Feature) -> Option<Problem> {
    let pep = pep_of(subject, &feature.slug)?;
    let agrees = pep.versions.is_empty() || pep.versions.contains(&feature.series);
    if agrees || is_excepted(subject, pep, feature.series) {
        return None;
    }
    let targets: Vec<String> = pep.versions.iter().map(Series::to_string).collect();
    let message = format!(
        "{} targets {}, not {}; correct the series or state it in verify/exceptions.toml",
        pep.number,
        targets.join(", "),
        feature.series
    );
    Some(subject.place_of(feature).problem(Check::Peps, message))
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
    Lacking,
}

/// What became of a PEP in the catalogue.
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
        Fate::Lacking
    }
}

fn lacking(subject: &Subject) -> Vec<Problem> {
    let table = subject.assets.join(TABLE);
    let text = files::read(&table, RESTORE).unwrap_or_default();
    let peps = subject.sources.facts.peps.iter();
    let lacking = peps.filter(|pep| fate(subject, pep) == Fate::Lacking);
    lacking
        .map(|pep| {
            let line = walk::line_starting(&text, &format!("{} = ", pep.number.0));
            lacks(pep, Place::new(&table, line))
        })
        .collect()
}

fn lacks(pep: &Pep, place: Place) -> Problem {
    let targets: Vec<String> = pep.versions.iter().map(Series::to_string).collect();
    let targets = targets.join(", ");
    let message = format!(
        "{} ({}) is {} and targets {targets}, but is on no feature of {targets}; \
         add one, or give the reason in verify/exceptions.toml",
        pep.number,
        pep.title,
        pep.status.key()
    );
    place.problem(Check::Peps, message)
}
