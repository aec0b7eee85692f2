//! Counts features by the values of every filter, and finds those that a value
//! lets pass. The entry points are [`Ledger::new`], [`Ledger::passing`] and
//! [`Tally::count`].
//!
//! Every value of every filter has a place in one row of counters. Every feature
//! knows its places and every place its features, so that neither counting nor
//! filtering looks into a feature.

use super::facets::{Count, Facets, packages};
use super::filter::{Facet, Query, holds, is_between, usable};
use super::lists::Lists;
use super::set::FeatureSet;
use catalogue::{Catalogue, Feature};
use std::ops::Range;
use std::sync::Arc;
use terms::Series;

/// Which counters each feature raises.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ledger {
    /// All values, none of them counted.
    uncounted: Facets,
    /// The counters of each filter.
    filters: Vec<(Facet, Range<usize>)>,
    /// The counters of each feature.
    places: Lists,
    /// The features of each counter, in the catalogue's order.
    features: Lists,
    series: Vec<Series>,
    /// The series in which each feature is there, as the first of them and the
    /// first after them.
    lives: Vec<(Option<Series>, Option<Series>)>,
    /// The same by their places in the list of series.
    usable: Vec<Range<u8>>,
    /// All of them counted: for each series, how many more features are usable
    /// than in the one before it in the list.
    usable_changes: Vec<u32>,
}

/// Counters of one answer.
pub(super) struct Tally<'a> {
    ledger: &'a Ledger,
    counts: Vec<u32>,
    /// For each series, how many more features are usable than in the one
    /// before it in the list.
    usable: Vec<u32>,
}

/// The filters whose values are counted in the row, in its order.
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

impl Ledger {
    pub(crate) fn new(catalogue: &Catalogue) -> Self {
        let mut uncounted = Facets::of(catalogue);
        let mut filters = Vec::new();
        let mut end = 0;
        for facet in COUNTED {
            let start = end;
            end += uncounted.results_of(facet).count();
            filters.push((facet, start..end));
        }
        let features = &catalogue.features;
        let mut ledger = Self {
            places: Lists::default(),
            features: Lists::default(),
            series: features.iter().map(|feature| feature.series).collect(),
            lives: features.iter().map(usable).collect(),
            usable: Vec::with_capacity(features.len()),
            usable_changes: vec![0; uncounted.usable_in.len() + 1],
            uncounted,
            filters,
        };
        let documents = ledger.uncounted.documents.clone();
        let documents = by_slug(&documents);
        for feature in features {
            ledger.enter(feature, &documents);
        }
        ledger.features = ledger.places.inverted(end);
        ledger
    }

    fn enter(&mut self, feature: &Feature, documents: &[(&str, usize)]) {
        let facets = &self.uncounted;
        for (facet, range) in &self.filters {
            let mut add = |place: Option<usize>| {
                let place = place.and_then(|place| u16::try_from(range.start + place).ok());
                self.places.extend(place);
            };
            match facet {
                Facet::Introduced => add(place(&facets.introduced, &feature.series)),
                Facet::Status => add(feature.status.and_then(|it| place(&facets.statuses, &it))),
                Facet::Kind => add(place(&facets.kinds, &feature.kind)),
                Facet::Area => add(feature.area.and_then(|it| place(&facets.areas, &it))),
                Facet::Module => {
                    for package in feature.module.iter().flat_map(|module| packages(module)) {
                        let modules = &facets.modules;
                        add(modules.binary_search_by(|it| (*it.value).cmp(package)).ok());
                    }
                }
                Facet::Content => {
                    for (place, count) in facets.contents.iter().enumerate() {
                        add(holds(feature, count.value).then_some(place));
                    }
                }
                Facet::Pep => {
                    for (nth, pep) in feature.peps.iter().enumerate() {
                        // A PEP that a feature names twice counts once.
                        let known = feature.peps.iter().take(nth).any(|other| other == pep);
                        let place = facets.peps.binary_search_by(|count| count.value.cmp(pep));
                        add(place.ok().filter(|_| !known));
                    }
                }
                Facet::Document => {
                    for slug in &feature.documents {
                        let place =
                            documents.binary_search_by(|(known, _)| (*known).cmp(slug.as_str()));
                        let entry = place.ok().and_then(|place| documents.get(place));
                        add(entry.map(|(_, place)| *place));
                    }
                }
                Facet::UsableIn | Facet::Text => {}
            }
        }
        self.places.close();
        let places = usable_places(&facets.usable_in, feature);
        change_usable(&mut self.usable_changes, places.clone(), 1);
        self.usable.push(places);
    }

    /// The features that one filter of a query lets pass; the text's is for the
    /// search.
    pub(crate) fn passing(&self, query: &Query, facet: Facet) -> FeatureSet {
        let facets = &self.uncounted;
        let series = self.series.iter();
        match facet {
            Facet::Introduced => self.where_true(series.map(|it| query.introduced.contains(*it))),
            Facet::UsableIn => {
                let usable = |life: &(_, _)| query.usable_in.is_none_or(|it| is_between(*life, it));
                self.where_true(self.lives.iter().map(usable))
            }
            Facet::Status => self.chosen(facet, &|it| has(&facets.statuses, it, &query.statuses)),
            Facet::Kind => self.chosen(facet, &|it| has(&facets.kinds, it, &query.kinds)),
            Facet::Area => self.chosen(facet, &|it| has(&facets.areas, it, &query.areas)),
            Facet::Module => {
                self.chosen(facet, &|it| has_name(&facets.modules, it, &query.modules))
            }
            Facet::Content => self.chosen(facet, &|it| has(&facets.contents, it, &query.contents)),
            Facet::Pep => self.chosen(facet, &|it| has(&facets.peps, it, &query.peps)),
            Facet::Document => self.chosen(facet, &|it| {
                has_name(&facets.documents, it, &query.documents)
            }),
            Facet::Text => FeatureSet::all(self.series.len()),
        }
    }

    fn where_true(&self, passes: impl Iterator<Item = bool>) -> FeatureSet {
        let mut set = FeatureSet::none(self.series.len());
        for (feature, passes) in passes.enumerate() {
            if passes {
                set.insert(feature);
            }
        }
        set
    }

    /// The features of any chosen value, by its place among those of its filter.
    fn chosen(&self, facet: Facet, is_chosen: &dyn Fn(usize) -> bool) -> FeatureSet {
        let mut set = FeatureSet::none(self.series.len());
        for (value, place) in self.range(facet).enumerate() {
            if is_chosen(value) {
                for feature in self.features.of(place) {
                    set.insert(usize::from(*feature));
                }
            }
        }
        set
    }

    fn range(&self, facet: Facet) -> Range<usize> {
        let filter = self.filters.iter().find(|(own, _)| *own == facet);
        filter.map(|(_, range)| range.clone()).unwrap_or_default()
    }

    /// How many features there are.
    pub(crate) fn features(&self) -> usize {
        self.series.len()
    }

    /// Counters that all stand at none.
    pub(crate) fn tally(&self) -> Tally<'_> {
        Tally {
            ledger: self,
            counts: vec![0; self.features.len()],
            usable: vec![0; self.usable_changes.len()],
        }
    }
}

/// Whether one of some counted values is among others.
fn has<T: PartialEq>(counts: &[Count<T>], place: usize, values: &[T]) -> bool {
    let count = counts.get(place);
    count.is_some_and(|count| values.contains(&count.value))
}

fn has_name(counts: &[Count<Arc<str>>], place: usize, names: &[String]) -> bool {
    let count = counts.get(place);
    count.is_some_and(|count| names.iter().any(|name| **name == *count.value))
}

fn place<T: PartialEq>(counts: &[Count<T>], value: &T) -> Option<usize> {
    counts.iter().position(|count| count.value == *value)
}

/// The documents by slug, each with its place in the list.
fn by_slug(counts: &[Count<Arc<str>>]) -> Vec<(&str, usize)> {
    let mut sorted: Vec<(&str, usize)> = Vec::with_capacity(counts.len());
    for (place, count) in counts.iter().enumerate() {
        let slug = &*count.value;
        if let Err(at) = sorted.binary_search_by(|(known, _)| (*known).cmp(slug)) {
            sorted.insert(at, (slug, place));
        }
    }
    sorted
}

/// The series in which a feature is usable, as places in a list of series, the
/// newest first.
fn usable_places(series: &[Count<Series>], feature: &Feature) -> Range<u8> {
    let (from, until) = usable(feature);
    let newer = |limit: Option<Series>, missing: usize| {
        limit.map_or(missing, |limit| {
            series.partition_point(|count| count.value >= limit)
        })
    };
    let start = newer(until, 0) as u8;
    start..(newer(from, series.len()) as u8).max(start)
}

impl Tally<'_> {
    /// Counts the features of a set for all filters.
    pub(crate) fn count(&mut self, set: &FeatureSet) {
        let ledger = self.ledger;
        let features = ledger.series.len();
        if set.len() * 2 <= features {
            return self.change(set, 1);
        }
        // Taking away the few that are not in it is less work.
        let totals = (0..self.counts.len()).map(|place| ledger.features.of(place).len() as u32);
        self.counts = totals.collect();
        self.usable.clone_from(&ledger.usable_changes);
        let mut others = FeatureSet::all(features);
        others.take(set);
        self.change(&others, u32::MAX);
    }

    /// Adds this, modulo 2³², to every counter of some features.
    fn change(&mut self, set: &FeatureSet, by: u32) {
        set.iter().for_each(|feature| {
            for place in self.ledger.places.of(feature) {
                if let Some(count) = self.counts.get_mut(usize::from(*place)) {
                    *count = count.wrapping_add(by);
                }
            }
            let usable = self.ledger.usable.get(feature);
            change_usable(&mut self.usable, usable.cloned().unwrap_or_default(), by);
        });
    }

    /// Counts them anew for one filter.
    pub(crate) fn recount(&mut self, facet: Facet, set: &FeatureSet) {
        if facet == Facet::UsableIn {
            self.usable.fill(0);
            for usable in set
                .iter()
                .filter_map(|feature| self.ledger.usable.get(feature))
            {
                change_usable(&mut self.usable, usable.clone(), 1);
            }
            return;
        }
        let range = self.ledger.range(facet);
        if let Some(counts) = self.counts.get_mut(range.clone()) {
            counts.fill(0);
        }
        for feature in set.iter() {
            for place in self.ledger.places.of(feature) {
                let place = usize::from(*place);
                if range.contains(&place)
                    && let Some(count) = self.counts.get_mut(place)
                {
                    *count += 1;
                }
            }
        }
    }

    /// The counts, each with its value.
    pub(crate) fn facets(self) -> Facets {
        let mut facets = self.ledger.uncounted.clone();
        for (facet, range) in &self.ledger.filters {
            let counts = self.counts.get(range.clone()).unwrap_or_default();
            for (results, count) in facets.results_of(*facet).zip(counts) {
                *results = *count as usize;
            }
        }
        let mut usable = 0u32;
        for (count, change) in facets.usable_in.iter_mut().zip(&self.usable) {
            usable = usable.wrapping_add(*change);
            count.results = usable as usize;
        }
        facets
    }
}

/// Adds this, modulo 2³², to the series from one place of the list to another,
/// each of which is kept as the change from the one before it.
fn change_usable(changes: &mut [u32], places: Range<u8>, by: u32) {
    for (place, by) in [(places.start, by), (places.end, by.wrapping_neg())] {
        if let Some(change) = changes.get_mut(usize::from(place)) {
            *change = change.wrapping_add(by);
        }
    }
}

impl Facets {
    /// The numbers of one filter's values, to be set.
    fn results_of(&mut self, facet: Facet) -> Box<dyn Iterator<Item = &mut usize> + '_> {
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
