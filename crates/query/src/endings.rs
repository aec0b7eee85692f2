//! Deprecations and removals with their dates, for charts. The entry points are
//! [`departures`] and [`endings`].

use super::life::Milestones;
use catalogue::{Catalogue, Feature};
use terms::{Kind, Series};

/// A deprecation with its removal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending<'a> {
    /// The removal or, if none is known, the deprecation.
    pub feature: &'a Feature,
    /// The series of the deprecation.
    pub deprecated: Series,
    /// The series of the removal.
    pub removed: Series,
    /// Whether the removal is only planned.
    pub is_planned: bool,
}

/// The deprecations, removals and planned removals of a series, in the catalogue's order.
/// Those of which either the deprecation or the removal is not known are left out.
pub fn endings(catalogue: &Catalogue, series: Series) -> Vec<Ending<'_>> {
    let ending = departures(catalogue).filter_map(|departure| {
        let deprecated = departure.deprecated?;
        let removed = departure.removed.or(departure.planned)?;
        (deprecated == series || removed == series).then_some(Ending {
            feature: departure.feature,
            deprecated,
            removed,
            is_planned: departure.removed.is_none(),
        })
    });
    ending.collect()
}

/// A deprecation or removal, and what is known of its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Departure<'a> {
    /// The removal or, if none is known, the deprecation.
    pub feature: &'a Feature,
    /// The series of the deprecation, if it is known.
    pub deprecated: Option<Series>,
    /// The series in which the removal was planned.
    pub planned: Option<Series>,
    /// The series of the removal.
    pub removed: Option<Series>,
}

/// All removals, and all deprecations without a known removal, in the catalogue's order.
pub fn departures(catalogue: &Catalogue) -> impl Iterator<Item = Departure<'_>> {
    let features = catalogue.features.iter().enumerate();
    let ends = features.filter(|(index, feature)| match feature.kind {
        Kind::Removed => true,
        Kind::Deprecated => catalogue.sequels_of(*index).next().is_none(),
        Kind::Added | Kind::Changed => false,
    });
    ends.map(|(index, feature)| {
        let milestones = Milestones::new(catalogue, index, feature);
        Departure {
            feature,
            deprecated: milestones.deprecated,
            planned: milestones.planned,
            removed: milestones.removed,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::fixture::Shelf;
    use terms::SourceKind;

    fn catalogue() -> Catalogue {
        Shelf::empty()
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
            .catalogue()
    }

    #[test]
    fn endings_have_a_deprecation_and_a_removal() {
        let catalogue = catalogue();
        let described = |minor| {
            let endings = endings(&catalogue, Series::python3(minor));
            let described = endings.iter().map(|ending| {
                let Ending {
                    deprecated,
                    removed,
                    is_planned,
                    ..
                } = ending;
                let state = if *is_planned { "planned" } else { "removed" };
                format!("{} {deprecated} {state} {removed}", ending.feature.slug)
            });
            described.collect::<Vec<_>>()
        };
        assert_eq!(
            described(13),
            ["3.14-r 3.13 removed 3.14", "3.13-e 3.13 planned 3.15"]
        );
        assert_eq!(described(14), ["3.14-r 3.13 removed 3.14"]);
        assert_eq!(described(15), ["3.13-e 3.13 planned 3.15"]);
    }

    #[test]
    fn departures_have_all_known_series() {
        let catalogue = catalogue();
        let text = |series: Option<Series>| series.map_or("-".to_owned(), |one| one.to_string());
        let described = departures(&catalogue).map(|departure| {
            let Departure {
                feature,
                deprecated,
                planned,
                removed,
            } = departure;
            let series = [deprecated, planned, removed].map(text).join(" ");
            format!("{} {series}", feature.slug)
        });
        assert_eq!(
            described.collect::<Vec<_>>(),
            [
                "3.14-r 3.13 3.15 3.14",
                "3.14-s - - 3.14",
                "3.13-e 3.13 3.15 -",
                "3.13-f 3.13 - -",
            ]
        );
    }
}
