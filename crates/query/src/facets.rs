//! Facets: the values of each filter with the numbers of results.

use super::engine::best_first;
use catalogue::Catalogue;
use std::sync::Arc;
use terms::{Area, Content, Kind, PepNumber, Series, Status};

/// A value of a filter, and the number of results if only this value is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count<T> {
    /// The value.
    pub value: T,
    /// The number of results if the filter is set to this value and all other filters stay
    /// as they are.
    pub results: usize,
}

/// The values of all filters with their counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facets {
    /// The series of the release calendar, newest first.
    pub introduced: Vec<Count<Series>>,
    /// The series of the release calendar, newest first.
    pub usable_in: Vec<Count<Series>>,
    /// In the order of [`Status::ALL`].
    pub statuses: Vec<Count<Status>>,
    /// In the order of [`Kind::ALL`].
    pub kinds: Vec<Count<Kind>>,
    /// In the order of [`Area::ALL`].
    pub areas: Vec<Count<Area>>,
    /// The modules of all features and the packages that contain them, by name.
    pub modules: Vec<Count<Arc<str>>>,
    /// In the order of [`Content::ALL`].
    pub contents: Vec<Count<Content>>,
    /// The PEPs of all features, by number.
    pub peps: Vec<Count<PepNumber>>,
    /// The slugs of all documents, in the catalogue's order.
    pub documents: Vec<Count<Arc<str>>>,
}

impl Facets {
    /// All values of the catalogue with counts of zero.
    pub(super) fn uncounted(catalogue: &Catalogue) -> Self {
        let calendars = catalogue.calendars.iter().rev();
        let series: Vec<Series> = calendars.map(|calendar| calendar.series).collect();
        let features = &catalogue.features;
        let mut peps: Vec<PepNumber> = Vec::new();
        for pep in features.iter().flat_map(|feature| &feature.peps) {
            if let Err(index) = peps.binary_search(pep) {
                peps.insert(index, *pep);
            }
        }
        let documents = catalogue.documents.iter().map(|entry| entry.slug.as_str());
        let mut modules: Vec<&str> = Vec::new();
        let named = features
            .iter()
            .filter_map(|feature| feature.module.as_deref());
        for module in named.flat_map(with_packages) {
            if let Err(index) = modules.binary_search(&module) {
                modules.insert(index, module);
            }
        }
        Self {
            introduced: zero_counts(series.iter().copied()),
            usable_in: zero_counts(series),
            statuses: zero_counts(Status::ALL.iter().copied()),
            kinds: zero_counts(Kind::ALL.iter().copied()),
            areas: zero_counts(Area::ALL.iter().copied()),
            modules: zero_counts(modules.into_iter().map(Arc::from)),
            contents: zero_counts(Content::ALL.iter().copied()),
            peps: zero_counts(peps),
            documents: zero_counts(documents.map(Arc::from)),
        }
    }
}

/// The indices of the values that have results or are chosen, those with the most results
/// first.
pub fn indices_by_results<T>(counts: &[Count<T>], is_chosen: impl Fn(&T) -> bool) -> Vec<usize> {
    let indexed = counts.iter().zip(0u32..);
    let shown = indexed.filter(|(count, _)| count.results > 0 || is_chosen(&count.value));
    let sorted = best_first(shown.map(|(count, index)| (index, count.results as u32)));
    let indices = sorted.into_iter();
    indices.map(|(index, _)| index as usize).collect()
}

/// The packages that contain a module, outermost first, and the module itself.
pub fn with_packages(module: &str) -> impl Iterator<Item = &str> {
    let dots = module.match_indices('.');
    let ends = dots.map(|(dot, _)| dot).chain([module.len()]);
    ends.filter_map(|end| module.get(..end))
}

fn zero_counts<T>(values: impl IntoIterator<Item = T>) -> Vec<Count<T>> {
    values
        .into_iter()
        .map(|value| Count { value, results: 0 })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_sorted_by_results_and_chosen_ones_are_kept() {
        let count = |value, results| Count { value, results };
        let counts = [
            count("ast", 2),
            count("bdb", 0),
            count("cmd", 300),
            count("dis", 2),
            count("enum", 0),
        ];
        let indices = indices_by_results(&counts, |value| *value == "enum");
        assert_eq!(indices, [2, 0, 3, 4], "by name among equals");
    }
}
