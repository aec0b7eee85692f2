//! How many features each value of a filter would give.

use super::engine::best_first;
use catalogue::Catalogue;
use std::sync::Arc;
use terms::{Area, Content, Kind, PepNumber, Series, Status};

/// A value and the number of results that choosing it would give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count<T> {
    /// The value.
    pub value: T,
    /// How many results choosing it would give.
    pub results: usize,
}

/// The counts of every value of every filter. A value's count leaves the
/// filter's own present choice aside and keeps all the others. Names are shared,
/// as every answer has all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facets {
    /// Newest first.
    pub introduced: Vec<Count<Series>>,
    /// Newest first.
    pub usable_in: Vec<Count<Series>>,
    /// In the order of [`Status::ALL`].
    pub statuses: Vec<Count<Status>>,
    /// In the order of [`Kind::ALL`].
    pub kinds: Vec<Count<Kind>>,
    /// In the order of [`Area::ALL`].
    pub areas: Vec<Count<Area>>,
    /// Those of any feature, by name, packages among them.
    pub modules: Vec<Count<Arc<str>>>,
    /// In the order of [`Content::ALL`].
    pub contents: Vec<Count<Content>>,
    /// Those of any feature, by number.
    pub peps: Vec<Count<PepNumber>>,
    /// By slug, in the catalogue's order.
    pub documents: Vec<Count<Arc<str>>>,
}

impl Facets {
    /// All values of the catalogue, none of them counted yet.
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let calendars = catalogue.calendars.iter().rev();
        let series: Vec<Series> = calendars.map(|calendar| calendar.series).collect();
        let features = &catalogue.features;
        let mut peps: Vec<PepNumber> = Vec::new();
        for pep in features.iter().flat_map(|feature| &feature.peps) {
            if let Err(place) = peps.binary_search(pep) {
                peps.insert(place, *pep);
            }
        }
        let documents = catalogue.documents.iter().map(|entry| entry.slug.as_str());
        let mut modules: Vec<&str> = Vec::new();
        let own = features
            .iter()
            .filter_map(|feature| feature.module.as_deref());
        for module in own.flat_map(packages) {
            if let Err(place) = modules.binary_search(&module) {
                modules.insert(place, module);
            }
        }
        Self {
            introduced: uncounted(series.iter().copied()),
            usable_in: uncounted(series),
            statuses: uncounted(Status::ALL.iter().copied()),
            kinds: uncounted(Kind::ALL.iter().copied()),
            areas: uncounted(Area::ALL.iter().copied()),
            modules: uncounted(modules.into_iter().map(Arc::from)),
            contents: uncounted(Content::ALL.iter().copied()),
            peps: uncounted(peps),
            documents: uncounted(documents.map(Arc::from)),
        }
    }
}

/// The places of the values that have results or are chosen, those with the most
/// results first.
pub fn leading<T>(counts: &[Count<T>], is_chosen: impl Fn(&T) -> bool) -> Vec<usize> {
    let places = counts.iter().zip(0u32..);
    let worth = places.filter(|(count, _)| count.results > 0 || is_chosen(&count.value));
    let by_results = best_first(worth.map(|(count, place)| (place, count.results as u32)));
    let places = by_results.into_iter();
    places.map(|(place, _)| place as usize).collect()
}

/// A module and the packages that it is in, the outermost first.
pub(super) fn packages(module: &str) -> impl Iterator<Item = &str> {
    let dots = module.match_indices('.');
    let ends = dots.map(|(dot, _)| dot).chain([module.len()]);
    ends.filter_map(|end| module.get(..end))
}

fn uncounted<T>(values: impl IntoIterator<Item = T>) -> Vec<Count<T>> {
    values
        .into_iter()
        .map(|value| Count { value, results: 0 })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_values_with_the_most_results_lead_and_the_chosen_ones_stay() {
        let count = |value, results| Count { value, results };
        let counts = [
            count("ast", 2),
            count("bdb", 0),
            count("cmd", 300),
            count("dis", 2),
            count("enum", 0),
        ];
        let places = leading(&counts, |value| *value == "enum");
        assert_eq!(places, [2, 0, 3, 4], "by name among equals");
    }
}
