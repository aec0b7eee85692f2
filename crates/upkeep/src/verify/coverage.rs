//! Counts what the catalogue has for each series. The entry point is [`Coverage::of`].

use super::peps::{Fate, fate};
use super::subject::Subject;
use catalogue::Feature;
use serde::Serialize;
use terms::{Kind, PepNumber, Series};

/// The counts in total and by series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// Every feature.
    pub features: usize,
    /// Features that have a sample.
    pub with_sample: usize,
    /// Oldest series first.
    pub series: Vec<SeriesCoverage>,
}

/// The counts for one series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeriesCoverage {
    /// The series that the row is about.
    pub series: Series,
    /// Features of the series, of any kind.
    pub features: usize,
    /// Features of the kind `added`.
    pub added: usize,
    /// Features of the kind `changed`.
    pub changed: usize,
    /// Features of the kind `deprecated`.
    pub deprecated: usize,
    /// Features of the kind `removed`.
    pub removed: usize,
    /// Features that have at least one sample.
    pub with_sample: usize,
    /// The PEPs that are in force, target the series and belong to a feature.
    pub peps: usize,
    /// The PEPs that are left out for a stated reason.
    pub peps_excepted: usize,
    /// The PEPs that are missing.
    pub peps_lacking: Vec<PepNumber>,
}

impl Coverage {
    pub(super) fn of(subject: &Subject) -> Self {
        let features = &subject.library.catalogue.features;
        let calendars = subject.sources.facts.calendars.iter();
        Self {
            features: features.len(),
            with_sample: features.iter().filter(has_sample).count(),
            series: calendars
                .map(|calendar| SeriesCoverage::of(subject, calendar.series))
                .collect(),
        }
    }
}

impl SeriesCoverage {
    fn of(subject: &Subject, series: Series) -> Self {
        let features = subject.library.catalogue.features.iter();
        let features: Vec<&Feature> = features
            .filter(|feature| feature.series == series)
            .collect();
        let of_kind = |kind| {
            features
                .iter()
                .filter(|feature| feature.kind == kind)
                .count()
        };
        let mut coverage = Self {
            series,
            features: features.len(),
            added: of_kind(Kind::Added),
            changed: of_kind(Kind::Changed),
            deprecated: of_kind(Kind::Deprecated),
            removed: of_kind(Kind::Removed),
            with_sample: features.iter().copied().filter(has_sample).count(),
            peps: 0,
            peps_excepted: 0,
            peps_lacking: Vec::new(),
        };
        for pep in &subject.sources.facts.peps {
            // A PEP that targets several series counts once, in the first.
            let first = pep.versions.iter().find(|version| version.major >= 3);
            if first != Some(&series) {
                continue;
            }
            match fate(subject, pep) {
                Fate::NotDue => {}
                Fate::Covered => coverage.peps += 1,
                Fate::Excepted => coverage.peps_excepted += 1,
                Fate::Missing => coverage.peps_lacking.push(pep.number),
            }
        }
        coverage
    }
}

fn has_sample(feature: &&Feature) -> bool {
    !feature.samples.is_empty()
}
