//! The facet index: counts features by the values of all filters, and finds the features
//! that pass a filter. The entry points are [`FacetIndex::new`], [`FacetIndex::passing`] and
//! [`Counters::count`].
//!
//! Each value of each filter has a counter. The index has the counters of each feature and
//! the features of each counter, so that neither counting nor filtering has to read the
//! features themselves.

use super::facets::{Count, Facets, with_packages};
use super::filter::{Facet, Query, has_content, is_in_range, usable_range};
use super::lists::Lists;
use super::set::FeatureSet;
use catalogue::{Catalogue, Feature};
use std::ops::Range;
use std::sync::Arc;
use terms::Series;

/// The counters that each feature increments.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FacetIndex {
    /// All values with counts of zero.
    uncounted: Facets,
    /// The counters of each filter.
    filters: Vec<(Facet, Range<usize>)>,
    /// The counters of each feature.
    counters: Lists,
    /// The features of each counter, in the catalogue's order.
    features: Lists,
    /// The series of each feature.
    series: Vec<Series>,
    /// The series in which each feature is usable, as the first of them and the first
    /// after them.
    usable_ranges: Vec<(Option<Series>, Option<Series>)>,
    /// The same ranges as indices into the list of series, newest first.
    usable_indices: Vec<Range<u8>>,
    /// The counts of usable features for all features, as differences: for each series,
    /// the count minus that of the previous series in the list.
    usable_differences: Vec<u32>,
}

/// The counts for one answer.
pub(super) struct Counters<'a> {
    index: &'a FacetIndex,
    counts: Vec<u32>,
    /// The counts of usable features as differences, as in the index.
    usable_differences: Vec<u32>,
}

/// The filters whose values have counters, in the order of the counters.
const COUNTED: [Facet; 8] = [
    Facet::Introduced,
    Facet::Status,
    Facet::Kind,
    Facet::Area,
    Facet::Module,
    Facet::Content,
    Facet::Pep,
    Facet::Document,
];

impl FacetIndex {
    pub(crate) fn new(catalogue: &Catalogue) -> Self {
        let mut uncounted = Facets::uncounted(catalogue);
        let mut filters = Vec::new();
        let mut end = 0;
        for facet in COUNTED {
            let start = end;
            end += uncounted.results_mut(facet).count();
            filters.push((facet, start..end));
        }
        let features = &catalogue.features;
        let mut index = Self {
            counters: Lists::default(),
            features: Lists::default(),
            series: features.iter().map(|feature| feature.series).collect(),
            usable_ranges: features.iter().map(usable_range).collect(),
            usable_indices: Vec::with_capacity(features.len()),
            usable_differences: vec![0; uncounted.usable_in.len() + 1],
            uncounted,
            filters,
        };
        let documents = index.uncounted.documents.clone();
        let documents = sorted_by_slug(&documents);
        for feature in features {
            index.add(feature, &documents);
        }
        index.features = index.counters.inverted(end);
        index
    }

    fn add(&mut self, feature: &Feature, documents: &[(&str, usize)]) {
        let facets = &self.uncounted;
        for (facet, range) in &self.filters {
            let mut add = |value: Option<usize>| {
                let counter = value.and_then(|value| u16::try_from(range.start + value).ok());
                self.counters.extend(counter);
            };
            match facet {
                Facet::Introduced => add(index_of(&facets.introduced, &feature.series)),
                Facet::Status => add(feature
                    .status
                    .and_then(|it| index_of(&facets.statuses, &it))),
                Facet::Kind => add(index_of(&facets.kinds, &feature.kind)),
                Facet::Area => add(feature.area.and_then(|it| index_of(&facets.areas, &it))),
                Facet::Module => {
                    let modules = feature.module.iter();
                    for module in modules.flat_map(|module| with_packages(module)) {
                        let modules = &facets.modules;
                        add(modules.binary_search_by(|it| (*it.value).cmp(module)).ok());
                    }
                }
                Facet::Content => {
                    for (index, count) in facets.contents.iter().enumerate() {
                        add(has_content(feature, count.value).then_some(index));
                    }
                }
                Facet::Pep => {
                    for (nth, pep) in feature.peps.iter().enumerate() {
                        // Count a PEP once even if the feature names it twice.
                        let known = feature.peps.iter().take(nth).any(|other| other == pep);
                        let index = facets.peps.binary_search_by(|count| count.value.cmp(pep));
                        add(index.ok().filter(|_| !known));
                    }
                }
                Facet::Document => {
                    for slug in &feature.documents {
                        let position =
                            documents.binary_search_by(|(known, _)| (*known).cmp(slug.as_str()));
                        let entry = position.ok().and_then(|position| documents.get(position));
                        add(entry.map(|(_, index)| *index));
                    }
                }
                Facet::UsableIn | Facet::Text => {}
            }
        }
        self.counters.finish_list();
        let usable = usable_indices(&facets.usable_in, feature);
        add_to_range(&mut self.usable_differences, usable.clone(), 1);
        self.usable_indices.push(usable);
    }

    /// The features that pass one filter of a query. [`Facet::Text`], which is up to the
    /// search, lets all pass.
    pub(crate) fn passing(&self, query: &Query, facet: Facet) -> FeatureSet {
        let facets = &self.uncounted;
        let series = self.series.iter();
        match facet {
            Facet::Introduced => self.where_true(series.map(|it| query.introduced.contains(*it))),
            Facet::UsableIn => {
                let is_usable =
                    |range: &(_, _)| query.usable_in.is_none_or(|it| is_in_range(*range, it));
                self.where_true(self.usable_ranges.iter().map(is_usable))
            }
            Facet::Status => {
                self.with_chosen_value(facet, &|it| has(&facets.statuses, it, &query.statuses))
            }
            Facet::Kind => {
                self.with_chosen_value(facet, &|it| has(&facets.kinds, it, &query.kinds))
            }
            Facet::Area => {
                self.with_chosen_value(facet, &|it| has(&facets.areas, it, &query.areas))
            }
            Facet::Module => {
                self.with_chosen_value(facet, &|it| has_name(&facets.modules, it, &query.modules))
            }
            Facet::Content => {
                self.with_chosen_value(facet, &|it| has(&facets.contents, it, &query.contents))
            }
            Facet::Pep => self.with_chosen_value(facet, &|it| has(&facets.peps, it, &query.peps)),
            Facet::Document => self.with_chosen_value(facet, &|it| {
                has_name(&facets.documents, it, &query.documents)
            }),
            Facet::Text => FeatureSet::all(self.series.len()),
        }
    }

    fn where_true(&self, passes: impl Iterator<Item = bool>) -> FeatureSet {
        let mut set = FeatureSet::empty(self.series.len());
        for (feature, passes) in passes.enumerate() {
            if passes {
                set.insert(feature);
            }
        }
        set
    }

    /// The features with any chosen value. `is_chosen` gets the index of a value in its
    /// facet.
    fn with_chosen_value(&self, facet: Facet, is_chosen: &dyn Fn(usize) -> bool) -> FeatureSet {
        let mut set = FeatureSet::empty(self.series.len());
        for (value, counter) in self.counters_of(facet).enumerate() {
            if is_chosen(value) {
                for feature in self.features.get(counter) {
                    set.insert(usize::from(*feature));
                }
            }
        }
        set
    }

    fn counters_of(&self, facet: Facet) -> Range<usize> {
        let filter = self.filters.iter().find(|(other, _)| *other == facet);
        filter.map(|(_, range)| range.clone()).unwrap_or_default()
    }

    /// The number of features.
    pub(crate) fn feature_count(&self) -> usize {
        self.series.len()
    }

    /// Counters that are all zero.
    pub(crate) fn counters(&self) -> Counters<'_> {
        Counters {
            index: self,
            counts: vec![0; self.features.len()],
            usable_differences: vec![0; self.usable_differences.len()],
        }
    }
}

/// Whether the value with an index is among `values`.
fn has<T: PartialEq>(counts: &[Count<T>], index: usize, values: &[T]) -> bool {
    let count = counts.get(index);
    count.is_some_and(|count| values.contains(&count.value))
}

fn has_name(counts: &[Count<Arc<str>>], index: usize, names: &[String]) -> bool {
    let count = counts.get(index);
    count.is_some_and(|count| names.iter().any(|name| **name == *count.value))
}

fn index_of<T: PartialEq>(counts: &[Count<T>], value: &T) -> Option<usize> {
    counts.iter().position(|count| count.value == *value)
}

/// The documents sorted by slug, each with its index in the unsorted list.
fn sorted_by_slug(counts: &[Count<Arc<str>>]) -> Vec<(&str, usize)> {
    let mut sorted: Vec<(&str, usize)> = Vec::with_capacity(counts.len());
    for (index, count) in counts.iter().enumerate() {
        let slug = &*count.value;
        if let Err(position) = sorted.binary_search_by(|(known, _)| (*known).cmp(slug)) {
            sorted.insert(position, (slug, index));
        }
    }
    sorted
}

/// The series in which a feature is usable, as indices into a list of series, newest first.
fn usable_indices(series: &[Count<Series>], feature: &Feature) -> Range<u8> {
    let (from, until) = usable_range(feature);
    let newer = |limit: Option<Series>, missing: usize| {
        limit.map_or(missing, |limit| {
            series.partition_point(|count| count.value >= limit)
        })
    };
    let start = newer(until, 0) as u8;
    start..(newer(from, series.len()) as u8).max(start)
}

impl Counters<'_> {
    /// Counts the features of a set for all filters. The counters have to be zero.
    pub(crate) fn count(&mut self, set: &FeatureSet) {
        let index = self.index;
        let features = index.series.len();
        if set.len() * 2 <= features {
            return self.add_each(set, 1);
        }
        // It is faster to subtract the few features that are not in the set from the totals.
        let totals = (0..self.counts.len()).map(|counter| index.features.get(counter).len() as u32);
        self.counts = totals.collect();
        self.usable_differences
            .clone_from(&index.usable_differences);
        let mut others = FeatureSet::all(features);
        others.subtract(set);
        self.add_each(&others, u32::MAX);
    }

    /// Adds `amount`, modulo 2³², to all counters of each feature in a set.
    fn add_each(&mut self, set: &FeatureSet, amount: u32) {
        set.iter().for_each(|feature| {
            for counter in self.index.counters.get(feature) {
                if let Some(count) = self.counts.get_mut(usize::from(*counter)) {
                    *count = count.wrapping_add(amount);
                }
            }
            let usable = self.index.usable_indices.get(feature);
            let usable = usable.cloned().unwrap_or_default();
            add_to_range(&mut self.usable_differences, usable, amount);
        });
    }

    /// Replaces the counts of one filter by those of another set.
    pub(crate) fn recount(&mut self, facet: Facet, set: &FeatureSet) {
        if facet == Facet::UsableIn {
            self.usable_differences.fill(0);
            for usable in set
                .iter()
                .filter_map(|feature| self.index.usable_indices.get(feature))
            {
                add_to_range(&mut self.usable_differences, usable.clone(), 1);
            }
            return;
        }
        let range = self.index.counters_of(facet);
        if let Some(counts) = self.counts.get_mut(range.clone()) {
            counts.fill(0);
        }
        for feature in set.iter() {
            for counter in self.index.counters.get(feature) {
                let counter = usize::from(*counter);
                if range.contains(&counter)
                    && let Some(count) = self.counts.get_mut(counter)
                {
                    *count += 1;
                }
            }
        }
    }

    /// The values of all filters with their counts.
    pub(crate) fn into_facets(self) -> Facets {
        let mut facets = self.index.uncounted.clone();
        for (facet, range) in &self.index.filters {
            let counts = self.counts.get(range.clone()).unwrap_or_default();
            for (results, count) in facets.results_mut(*facet).zip(counts) {
                *results = *count as usize;
            }
        }
        let mut usable = 0u32;
        for (count, difference) in facets.usable_in.iter_mut().zip(&self.usable_differences) {
            usable = usable.wrapping_add(*difference);
            count.results = usable as usize;
        }
        facets
    }
}

/// Adds `amount`, modulo 2³², to all counts in a range. The counts are stored as
/// differences, so this changes only those at the ends of the range.
fn add_to_range(differences: &mut [u32], range: Range<u8>, amount: u32) {
    for (index, amount) in [(range.start, amount), (range.end, amount.wrapping_neg())] {
        if let Some(difference) = differences.get_mut(usize::from(index)) {
            *difference = difference.wrapping_add(amount);
        }
    }
}

impl Facets {
    /// The counts of a filter's values.
    fn results_mut(&mut self, facet: Facet) -> Box<dyn Iterator<Item = &mut usize> + '_> {
        fn results<T>(counts: &mut [Count<T>]) -> Box<dyn Iterator<Item = &mut usize> + '_> {
            Box::new(counts.iter_mut().map(|count| &mut count.results))
        }
        match facet {
            Facet::Introduced => results(&mut self.introduced),
            Facet::UsableIn => results(&mut self.usable_in),
            Facet::Pep => results(&mut self.peps),
            Facet::Status => results(&mut self.statuses),
            Facet::Kind => results(&mut self.kinds),
            Facet::Area => results(&mut self.areas),
            Facet::Module => results(&mut self.modules),
            Facet::Content => results(&mut self.contents),
            Facet::Document => results(&mut self.documents),
            Facet::Text => Box::new(std::iter::empty()),
        }
    }
}
