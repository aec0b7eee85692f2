//! The history of a feature's subject over the series: absent, present, deprecated,
//! removed. The entry point is [`life`].

use catalogue::{Catalogue, Feature, FirstVersion};
use terms::{Date, Kind, Series};

/// The state of a feature's subject in one series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// The catalogue does not say when it was added, and has no information about it in
    /// this series.
    Unrecorded,
    /// It has not been added or, if the feature is a change, not been changed yet.
    Absent,
    /// It is usable or, if the feature is a change, has been changed.
    Present,
    /// It is usable but deprecated.
    Deprecated,
    /// Its removal is planned for this series or an earlier one, and this series has not
    /// been released yet.
    RemovalPlanned,
    /// It has been removed.
    Removed,
}

impl Presence {
    /// The word in published data and in CSS classes.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unrecorded => "unrecorded",
            Self::Absent => "absent",
            Self::Present => "there",
            Self::Deprecated => "deprecated",
            Self::RemovalPlanned => "leaving",
            Self::Removed => "removed",
        }
    }

    /// The words that the page shows, which depend on the feature's kind.
    pub const fn label(self, kind: Kind) -> &'static str {
        match (self, kind) {
            (Self::Unrecorded, _) => "not tracked",
            (Self::Absent, Kind::Changed) => "old behaviour",
            (Self::Absent, _) => "not available",
            (Self::Present, Kind::Changed) => "new behaviour",
            (Self::Present, _) => "available",
            (Self::Deprecated, _) => "deprecated",
            (Self::RemovalPlanned, _) => "scheduled for removal",
            (Self::Removed, _) => "removed",
        }
    }
}

/// The state of a feature's subject in every series whose development has begun by `today` and
/// in the feature's own series, oldest first.
///
/// The states are derived from the feature itself and from related ones: later ones about
/// the end of its subject, and earlier ones whose end it is ([`Catalogue::sequels`]).
pub fn life(catalogue: &Catalogue, feature: &Feature, today: Date) -> Vec<(Series, Presence)> {
    let mut features = catalogue.features.iter();
    let index = features.position(|other| other.slug == feature.slug);
    let milestones = index.map_or_else(Milestones::default, |index| {
        Milestones::new(catalogue, index, feature)
    });
    let states = catalogue.calendars.iter().filter_map(|calendar| {
        let status = calendar.status_on(today);
        let series = calendar.series;
        let is_shown = calendar.start_of_development <= today || series == feature.series;
        is_shown.then(|| (series, milestones.state(series, status.is_released())))
    });
    states.collect()
}

/// The series in which a subject was added or changed, deprecated and removed, as far as
/// they are known.
#[derive(Default)]
pub(super) struct Milestones {
    added: Option<Series>,
    first_version: Option<FirstVersion>,
    pub deprecated: Option<Series>,
    pub planned: Option<Series>,
    pub removed: Option<Series>,
}

impl Milestones {
    pub(super) fn new(catalogue: &Catalogue, index: usize, feature: &Feature) -> Self {
        let mut milestones = Self {
            removed: feature.removed.map(|release| release.series),
            planned: feature.removal,
            deprecated: feature.deprecated,
            first_version: feature.first_version,
            added: None,
        };
        milestones.merge(feature);
        let related = catalogue.sequels_of(index);
        for other in related.chain(catalogue.origins_of(index)) {
            milestones.merge(other);
        }
        if let Some(FirstVersion::Added(series)) = milestones.first_version {
            milestones.added.get_or_insert(series);
        }
        milestones
    }

    /// Merges the milestones of a feature; the earliest series of each is kept.
    fn merge(&mut self, feature: &Feature) {
        let earliest =
            |one: Option<Series>, other: Series| Some(one.map_or(other, |one| one.min(other)));
        match feature.kind {
            Kind::Added | Kind::Changed => self.added = earliest(self.added, feature.series),
            Kind::Deprecated => {
                self.deprecated = earliest(self.deprecated, feature.series);
                self.planned = self.planned.or(feature.removal);
            }
            Kind::Removed => {
                self.removed = earliest(self.removed, feature.series);
                if let Some(series) = feature.deprecated {
                    self.deprecated = earliest(self.deprecated, series);
                }
            }
        }
    }

    /// The first series in which the subject is known to be present: that in the table of
    /// names, that of the deprecation, or the one before the removal.
    fn first_record(&self) -> Option<Series> {
        if let Some(FirstVersion::AtLatest(series)) = self.first_version {
            return Some(series);
        }
        let previous = |series: Series| Series {
            minor: series.minor.saturating_sub(1),
            ..series
        };
        let before_removal = self.removed.map(previous);
        match (self.deprecated, before_removal) {
            (Some(deprecated), Some(before_removal)) => Some(deprecated.min(before_removal)),
            (one, other) => one.or(other),
        }
    }

    fn state(&self, series: Series, is_released: bool) -> Presence {
        let since = |milestone: Option<Series>| milestone.is_some_and(|since| since <= series);
        if self.added.is_some_and(|added| series < added) {
            Presence::Absent
        } else if self.added.is_none() && self.first_record().is_some_and(|first| series < first) {
            Presence::Unrecorded
        } else if since(self.removed) {
            Presence::Removed
        } else if since(self.planned) && !is_released {
            Presence::RemovalPlanned
        } else if since(self.deprecated) {
            Presence::Deprecated
        } else {
            Presence::Present
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::fixture::Shelf;
    use terms::SourceKind;

    /// The states of a feature's subject in 3.12, 3.13, 3.14 and 3.15. The last one has not
    /// been released.
    fn states(slug: &str, documents: &[(u8, &str)]) -> Vec<&'static str> {
        let mut shelf = Shelf::empty();
        for (minor, markdown) in documents {
            shelf = shelf.document(
                &format!("3.{minor}"),
                SourceKind::Reference,
                &format!("series: '3.{minor}'"),
                markdown,
            );
        }
        let mut catalogue = shelf.catalogue();
        catalogue.calendars[3].releases.clear();
        let feature = catalogue.feature(slug).expect("a feature");
        let states = life(&catalogue, feature, catalogue.as_of);
        let series = states.iter().map(|(series, _)| series.minor);
        assert_eq!(series.collect::<Vec<_>>(), [12, 13, 14, 15]);
        states
            .iter()
            .map(|(_, state)| state.label(feature.kind))
            .collect()
    }

    #[test]
    fn an_addition_is_present_from_its_series_until_its_removal() {
        let came = "## A {#3.13-a kind=added}\n\nx";
        assert_eq!(
            states("3.13-a", &[(13, came)]),
            ["not available", "available", "available", "available"]
        );
        let withdrawn = "## A {#3.13-a kind=added removed=3.14.2}\n\nx";
        assert_eq!(
            states("3.13-a", &[(13, withdrawn)]),
            ["not available", "available", "removed", "removed"]
        );
        let changed = "## A {#3.14-a kind=changed}\n\nx";
        assert_eq!(
            states("3.14-a", &[(14, changed)]),
            [
                "old behaviour",
                "old behaviour",
                "new behaviour",
                "new behaviour"
            ]
        );
    }

    #[test]
    fn a_deprecation_and_its_removal_have_the_same_states() {
        let documents = [
            (
                13,
                "## D {#3.13-d kind=deprecated name=a.b removal=3.15}\n\nx",
            ),
            (14, "## R {#3.14-r kind=removed name=a.b,a.c}\n\nx"),
        ];
        let expected = ["not tracked", "deprecated", "removed", "removed"];
        assert_eq!(states("3.13-d", &documents), expected);
        assert_eq!(states("3.14-r", &documents), expected);
    }

    #[test]
    fn the_subject_of_a_removal_was_present_before() {
        assert_eq!(
            states("3.14-r", &[(14, "## R {#3.14-r kind=removed}\n\nx")]),
            ["not tracked", "available", "removed", "removed"]
        );
    }

    #[test]
    fn a_planned_removal_affects_only_series_that_are_not_released() {
        let planned =
            |series: &str| format!("## D {{#3.12-d kind=deprecated removal={series}}}\n\nx");
        assert_eq!(
            states("3.12-d", &[(12, &planned("3.15"))]),
            [
                "deprecated",
                "deprecated",
                "deprecated",
                "scheduled for removal"
            ]
        );
        assert_eq!(
            states("3.12-d", &[(12, &planned("3.14"))]),
            [
                "deprecated",
                "deprecated",
                "deprecated",
                "scheduled for removal"
            ]
        );
    }

    #[test]
    fn the_removal_of_an_addition_has_to_refer_to_it() {
        let documents = |related: &str| {
            let removed =
                format!("## R {{#3.14-r kind=removed name=a.b deprecated=3.13 {related}}}\n\nx");
            states(
                "3.12-a",
                &[
                    (12, "## A {#3.12-a kind=added name=a.b}\n\nx"),
                    (14, &removed),
                ],
            )
        };
        assert_eq!(
            documents("related=3.12-a"),
            ["available", "deprecated", "removed", "removed"]
        );
        assert_eq!(documents(""), ["available"; 4]);
        let of_the_removal = states(
            "3.14-r",
            &[
                (13, "## A {#3.13-a kind=added name=a.b}\n\nx"),
                (
                    14,
                    "## R {#3.14-r kind=removed name=a.b related=3.13-a}\n\nx",
                ),
            ],
        );
        assert_eq!(
            of_the_removal,
            ["not available", "available", "removed", "removed"]
        );
    }
}
