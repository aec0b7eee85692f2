//! In which series something is there, deprecated or gone. The entry point is
//! [`life`].

use catalogue::{Catalogue, Feature, SeriesStatus};
use terms::{Kind, Series};

/// How what a feature is about stands in one series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// The catalogue does not say when it came, and this is before anything
    /// that it does say.
    Unrecorded,
    /// It has not come yet; of a change, that all is as it was before.
    Absent,
    /// It can be used.
    There,
    /// It still works and is to go.
    Deprecated,
    /// It is planned to be gone from this series, which is not released yet.
    Leaving,
    /// It is gone.
    Removed,
}

impl Presence {
    /// The word as the page's own parts are named by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unrecorded => "unrecorded",
            Self::Absent => "absent",
            Self::There => "there",
            Self::Deprecated => "deprecated",
            Self::Leaving => "leaving",
            Self::Removed => "removed",
        }
    }

    /// The state as readers see it.
    pub const fn label(self, kind: Kind) -> &'static str {
        match (self, kind) {
            (Self::Unrecorded, _) => "no record",
            (Self::Absent, Kind::Changed) => "as before",
            (Self::Absent, _) => "not there yet",
            (Self::There, Kind::Changed) => "changed",
            (Self::There, _) => "there",
            (Self::Deprecated, _) => "deprecated",
            (Self::Leaving, _) => "planned to go",
            (Self::Removed, _) => "removed",
        }
    }
}

/// Every series that has had a release, oldest first, and the feature's own,
/// each with the state of what the feature is about.
///
/// It follows from the feature itself and from those that tell its end or that
/// it tells the end of ([`Catalogue::sequels`]).
pub fn life(catalogue: &Catalogue, feature: &Feature) -> Vec<(Series, Presence)> {
    let mut features = catalogue.features.iter();
    let place = features.position(|one| one.slug == feature.slug);
    let span = place.map_or_else(Span::default, |place| Span::of(catalogue, place, feature));
    let shown = catalogue.calendars.iter().filter(|calendar| {
        calendar.status != SeriesStatus::Feature || calendar.series == feature.series
    });
    let state = shown.map(|calendar| {
        let is_released = !matches!(
            calendar.status,
            SeriesStatus::Feature | SeriesStatus::Prerelease
        );
        (calendar.series, span.at(calendar.series, is_released))
    });
    state.collect()
}

/// The way of something from its deprecation to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending<'a> {
    /// The removal or, where none is known, the deprecation.
    pub feature: &'a Feature,
    /// The version that deprecated it.
    pub deprecated: Series,
    /// The series without it; only planned where `is_planned` is set.
    pub gone: Series,
    /// Whether the removal is only planned.
    pub is_planned: bool,
}

/// Everything that a series deprecated, removed, or is planned to be without,
/// as far as both ends are known, in the catalogue's order.
pub fn endings(catalogue: &Catalogue, series: Series) -> Vec<Ending<'_>> {
    let ending = departures(catalogue).filter_map(|departure| {
        let deprecated = departure.deprecated?;
        let gone = departure.gone.or(departure.planned)?;
        (deprecated == series || gone == series).then_some(Ending {
            feature: departure.feature,
            deprecated,
            gone,
            is_planned: departure.gone.is_none(),
        })
    });
    ending.collect()
}

/// What is known of how something goes or went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Departure<'a> {
    /// The removal or, where none is known, the deprecation.
    pub feature: &'a Feature,
    /// The version that deprecated it, where that is known.
    pub deprecated: Option<Series>,
    /// The series that was to be the first without it.
    pub planned: Option<Series>,
    /// The first series without it.
    pub gone: Option<Series>,
}

/// Every removal, and every deprecation that no removal is known of, in the
/// catalogue's order.
pub fn departures(catalogue: &Catalogue) -> impl Iterator<Item = Departure<'_>> {
    let features = catalogue.features.iter().enumerate();
    let ends = features.filter(|(place, feature)| match feature.kind {
        Kind::Removed => true,
        Kind::Deprecated => catalogue.sequels_of(*place).next().is_none(),
        Kind::Added | Kind::Changed => false,
    });
    ends.map(|(place, feature)| {
        let span = Span::of(catalogue, place, feature);
        Departure {
            feature,
            deprecated: span.deprecated,
            planned: span.planned,
            gone: span.gone,
        }
    })
}

/// When it came, was deprecated and went, as far as the catalogue says.
#[derive(Default)]
struct Span {
    came: Option<Series>,
    deprecated: Option<Series>,
    planned: Option<Series>,
    gone: Option<Series>,
}

impl Span {
    fn of(catalogue: &Catalogue, place: usize, feature: &Feature) -> Self {
        let mut span = Self {
            gone: feature.removed.map(|release| release.series),
            planned: feature.removal,
            deprecated: feature.deprecated,
            came: None,
        };
        span.take(feature);
        let related = catalogue.sequels_of(place);
        for other in related.chain(catalogue.origins_of(place)) {
            span.take(other);
        }
        span
    }

    /// Takes in what a feature tells; of several moments the earliest.
    fn take(&mut self, feature: &Feature) {
        let earliest =
            |one: Option<Series>, other: Series| Some(one.map_or(other, |one| one.min(other)));
        match feature.kind {
            Kind::Added | Kind::Changed => self.came = earliest(self.came, feature.series),
            Kind::Deprecated => {
                self.deprecated = earliest(self.deprecated, feature.series);
                self.planned = self.planned.or(feature.removal);
            }
            Kind::Removed => {
                self.gone = earliest(self.gone, feature.series);
                if let Some(series) = feature.deprecated {
                    self.deprecated = earliest(self.deprecated, series);
                }
            }
        }
    }

    /// The first series in which it was there for certain: the one that
    /// deprecated it, or the one before it was gone.
    fn first_record(&self) -> Option<Series> {
        let before = |gone: Series| Series {
            minor: gone.minor.saturating_sub(1),
            ..gone
        };
        let gone = self.gone.map(before);
        match (self.deprecated, gone) {
            (Some(deprecated), Some(gone)) => Some(deprecated.min(gone)),
            (one, other) => one.or(other),
        }
    }

    fn at(&self, series: Series, is_released: bool) -> Presence {
        let since = |moment: Option<Series>| moment.is_some_and(|moment| moment <= series);
        if self.came.is_some_and(|came| series < came) {
            Presence::Absent
        } else if self.came.is_none() && self.first_record().is_some_and(|first| series < first) {
            Presence::Unrecorded
        } else if since(self.gone) {
            Presence::Removed
        } else if since(self.planned) && !is_released {
            Presence::Leaving
        } else if since(self.deprecated) {
            Presence::Deprecated
        } else {
            Presence::There
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::fixture::Shelf;
    use terms::SourceKind;

    /// The state of the feature with a slug in 3.12, 3.13, 3.14 and 3.15, of
    /// which 3.15 is not released.
    fn told(slug: &str, documents: &[(u8, &str)]) -> Vec<&'static str> {
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
        catalogue.calendars[3].status = SeriesStatus::Prerelease;
        let feature = catalogue.feature(slug).expect("a feature");
        let states = life(&catalogue, feature);
        let series = states.iter().map(|(series, _)| series.minor);
        assert_eq!(series.collect::<Vec<_>>(), [12, 13, 14, 15]);
        states
            .iter()
            .map(|(_, state)| state.label(feature.kind))
            .collect()
    }

    #[test]
    fn an_addition_is_there_from_its_series_until_it_is_withdrawn() {
        let came = "## A {#3.13-a kind=added}\n\nx";
        assert_eq!(
            told("3.13-a", &[(13, came)]),
            ["not there yet", "there", "there", "there"]
        );
        let withdrawn = "## A {#3.13-a kind=added removed=3.14.2}\n\nx";
        assert_eq!(
            told("3.13-a", &[(13, withdrawn)]),
            ["not there yet", "there", "removed", "removed"]
        );
        let changed = "## A {#3.14-a kind=changed}\n\nx";
        assert_eq!(
            told("3.14-a", &[(14, changed)]),
            ["as before", "as before", "changed", "changed"]
        );
    }

    #[test]
    fn deprecation_and_removal_tell_of_each_other() {
        let documents = [
            (
                13,
                "## D {#3.13-d kind=deprecated name=a.b removal=3.15}\n\nx",
            ),
            (14, "## R {#3.14-r kind=removed name=a.b,a.c}\n\nx"),
        ];
        let expected = ["no record", "deprecated", "removed", "removed"];
        assert_eq!(told("3.13-d", &documents), expected);
        assert_eq!(told("3.14-r", &documents), expected);
    }

    #[test]
    fn a_removal_alone_shows_that_it_was_there_before() {
        assert_eq!(
            told("3.14-r", &[(14, "## R {#3.14-r kind=removed}\n\nx")]),
            ["no record", "there", "removed", "removed"]
        );
    }

    #[test]
    fn endings_have_both_ends_and_are_told_once() {
        let catalogue = Shelf::empty()
            .document(
                "3.13",
                SourceKind::Reference,
                "series: '3.13'",
                "## D {#3.13-d kind=deprecated name=a.b removal=3.15}\n\nx\n\n\
                 ## E {#3.13-e kind=deprecated name=a.e removal=3.15}\n\nx\n\n\
                 ## F {#3.13-f kind=deprecated name=a.f}\n\nx",
            )
            .reference(
                "3.14",
                "## R {#3.14-r kind=removed name=a.b}\n\nx\n\n## S {#3.14-s kind=removed}\n\nx",
            )
            .catalogue();
        let told = |minor| {
            let endings = endings(&catalogue, Series::python3(minor));
            let told = endings.iter().map(|ending| {
                let Ending {
                    deprecated,
                    gone,
                    is_planned,
                    ..
                } = ending;
                let verb = if *is_planned { "to go" } else { "gone" };
                format!("{} {deprecated} {verb} {gone}", ending.feature.slug)
            });
            told.collect::<Vec<_>>()
        };
        assert_eq!(
            told(13),
            ["3.14-r 3.13 gone 3.14", "3.13-e 3.13 to go 3.15"]
        );
        assert_eq!(told(14), ["3.14-r 3.13 gone 3.14"]);
        assert_eq!(told(15), ["3.13-e 3.13 to go 3.15"]);
    }

    #[test]
    fn departures_are_told_with_whatever_is_known() {
        let catalogue = Shelf::empty()
            .document(
                "3.13",
                SourceKind::Reference,
                "series: '3.13'",
                "## D {#3.13-d kind=deprecated name=a.b removal=3.15}\n\nx\n\n\
                 ## E {#3.13-e kind=deprecated name=a.e removal=3.15}\n\nx\n\n\
                 ## F {#3.13-f kind=deprecated name=a.f}\n\nx\n\n\
                 ## G {#3.13-g kind=added name=a.g}\n\nx",
            )
            .reference(
                "3.14",
                "## R {#3.14-r kind=removed name=a.b}\n\nx\n\n## S {#3.14-s kind=removed}\n\nx",
            )
            .catalogue();
        let text = |series: Option<Series>| series.map_or("-".to_owned(), |one| one.to_string());
        let told = departures(&catalogue).map(|departure| {
            let Departure {
                feature,
                deprecated,
                planned,
                gone,
            } = departure;
            let moments = [deprecated, planned, gone].map(text).join(" ");
            format!("{} {moments}", feature.slug)
        });
        assert_eq!(
            told.collect::<Vec<_>>(),
            [
                "3.14-r 3.13 3.15 3.14",
                "3.14-s - - 3.14",
                "3.13-e 3.13 3.15 -",
                "3.13-f 3.13 - -",
            ]
        );
    }

    #[test]
    fn a_plan_is_told_as_one_and_only_of_what_is_not_released() {
        let planned =
            |series: &str| format!("## D {{#3.12-d kind=deprecated removal={series}}}\n\nx");
        assert_eq!(
            told("3.12-d", &[(12, &planned("3.15"))]),
            ["deprecated", "deprecated", "deprecated", "planned to go"]
        );
        assert_eq!(
            told("3.12-d", &[(12, &planned("3.14"))]),
            ["deprecated", "deprecated", "deprecated", "planned to go"]
        );
    }

    #[test]
    fn the_end_of_an_addition_has_to_refer_to_it() {
        let documents = |related: &str| {
            let removed =
                format!("## R {{#3.14-r kind=removed name=a.b deprecated=3.13 {related}}}\n\nx");
            told(
                "3.12-a",
                &[
                    (12, "## A {#3.12-a kind=added name=a.b}\n\nx"),
                    (14, &removed),
                ],
            )
        };
        assert_eq!(
            documents("related=3.12-a"),
            ["there", "deprecated", "removed", "removed"]
        );
        assert_eq!(documents(""), ["there"; 4]);
        let of_the_end = told(
            "3.14-r",
            &[
                (13, "## A {#3.13-a kind=added name=a.b}\n\nx"),
                (
                    14,
                    "## R {#3.14-r kind=removed name=a.b related=3.13-a}\n\nx",
                ),
            ],
        );
        assert_eq!(of_the_end, ["not there yet", "there", "removed", "removed"]);
    }
}
