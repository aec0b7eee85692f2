//! Answers a query. The entry point is [`Engine::run`].
//!
//! Every filter gives the set of features that it lets pass, the words among
//! them. What passes all of them are the results; what passes all but one counts
//! for the values of that one.

#[cfg(test)]
mod tests;

use super::counting::Counting;
use super::facets::Facets;
use super::filter::{Facet, Query};
use super::search::{Finder, Found, Search, Wording};
use super::set::FeatureSet;
use super::tally::Ledger;
use catalogue::{Catalogue, Library};
use std::cell::OnceCell;
use std::rc::Rc;
use terms::Series;

/// A catalogue prepared for answering queries.
#[derive(Debug, Clone)]
pub struct Engine {
    /// What finds by words, once it is there.
    finder: OnceCell<Rc<dyn Finder>>,
    ledger: Rc<Ledger>,
    /// For each feature, the number of its group: the catalogue is sorted by
    /// series, newest first, so that the features of a series are neighbours.
    groups: Vec<u16>,
}

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// Newest series first; where words were searched for, the series with the
    /// best match first.
    pub groups: Vec<Group>,
    /// How many features there are in all groups.
    pub total: usize,
    /// How the words of the query were taken.
    pub wording: Wording,
    /// Whether the query has words that nothing looks for yet.
    pub is_waiting: bool,
    counting: Counting,
}

impl Results {
    /// The count of every value of every filter, made when first asked for: most
    /// answers are replaced by the next key before anybody sees their counts.
    pub fn facets(&self) -> &Facets {
        self.counting.facets()
    }

    /// For each filter that is set: how many results there would be without it. The
    /// filter whose removal helps most comes first.
    pub fn loosened(&self) -> Vec<(Facet, usize)> {
        self.counting.loosened()
    }
}

/// The results of one series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The version that introduced its features.
    pub series: Series,
    /// Indices into the catalogue's features, the best match first.
    pub features: Vec<usize>,
}

/// A feature and its score.
pub(super) type Scored = (u32, u32);

impl Engine {
    /// Prepares a catalogue for filters alone, since these can be asked before
    /// there is anything that finds by words.
    pub fn new(catalogue: &Catalogue) -> Self {
        let features = &catalogue.features;
        let neighbours = features.chunk_by(|a, b| a.series == b.series);
        let groups = neighbours.zip(0..=u16::MAX);
        Self {
            finder: OnceCell::new(),
            ledger: Rc::new(Ledger::new(catalogue)),
            groups: groups
                .flat_map(|(group, number)| group.iter().map(move |_| number))
                .collect(),
        }
    }

    /// Prepares the catalogue of a library with the search over it.
    pub fn of(library: &Library) -> Self {
        let names = Rc::new(library.names.clone());
        let search = Search::new(&library.catalogue.features, names, library.index.clone());
        let engine = Self::new(&library.catalogue);
        engine.add_finder(Rc::new(search));
        engine
    }

    /// Lets it find by words from now on; the first that comes stays.
    pub fn add_finder(&self, finder: Rc<dyn Finder>) {
        let _ = self.finder.set(finder);
    }

    /// Whether it finds by words.
    pub fn has_finder(&self) -> bool {
        self.finder.get().is_some()
    }

    /// Answers a query over the catalogue that the engine was made for.
    pub fn run(&self, catalogue: &Catalogue, query: &Query) -> Results {
        self.run_with(catalogue, &[], query)
    }

    /// The same where the first lines of the texts are there, in the order of
    /// the features: a phrase is looked for in them as well.
    pub fn run_with(&self, catalogue: &Catalogue, leads: &[String], query: &Query) -> Results {
        let found = self.find(leads, query);
        let filters = self.filters(query, found.as_ref());
        let counting = Counting::new(&self.ledger, query, filters, self.groups.len());
        let matches = counting.matches();
        Results {
            groups: self.grouped(catalogue, self.scored(matches, found.as_ref())),
            total: matches.len(),
            is_waiting: !self.has_finder() && query.has(Facet::Text),
            wording: found.map(|found| found.wording).unwrap_or_default(),
            counting,
        }
    }

    fn find(&self, leads: &[String], query: &Query) -> Option<Found> {
        self.finder.get()?.find(leads, &query.text)
    }

    /// The features that match a query, the best first and the newer first
    /// among equals, as indices into the catalogue's features.
    pub fn ranked(&self, query: &Query) -> Vec<usize> {
        self.ranked_with(&[], query)
    }

    /// The same with the first lines, as [`Engine::run_with`] takes them.
    pub fn ranked_with(&self, leads: &[String], query: &Query) -> Vec<usize> {
        let found = self.find(leads, query);
        let mut matches = FeatureSet::all(self.groups.len());
        for (_, set) in self.filters(query, found.as_ref()) {
            matches.keep(&set);
        }
        let scored = self.scored(&matches, found.as_ref()).into_iter();
        scored.map(|(feature, _)| feature as usize).collect()
    }

    /// The filters of a query that are in force, each with what it lets pass.
    fn filters(&self, query: &Query, found: Option<&Found>) -> Vec<(Facet, FeatureSet)> {
        let facets = Facet::ALL.into_iter();
        let mut filters: Vec<(Facet, FeatureSet)> = facets
            .filter(|facet| *facet != Facet::Text && query.has(*facet))
            .map(|facet| (facet, self.ledger.passing(query, facet)))
            .collect();
        if let Some(found) = found {
            let mut having = FeatureSet::none(self.groups.len());
            for (feature, _) in &found.features {
                having.insert(*feature as usize);
            }
            filters.push((Facet::Text, having));
        }
        filters
    }

    /// The matches with their scores, the best first.
    fn scored(&self, matches: &FeatureSet, found: Option<&Found>) -> Vec<Scored> {
        match found {
            Some(found) => {
                let features = found.features.iter().copied();
                best_first(features.filter(|(feature, _)| matches.has(*feature as usize)))
            }
            None => matches.iter().map(|feature| (feature as u32, 0)).collect(),
        }
    }

    /// The matches by series. That of the best comes first, which is the newest
    /// where all are as good.
    fn grouped(&self, catalogue: &Catalogue, scored: Vec<Scored>) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        let count = self.groups.last().map_or(0, |last| usize::from(*last) + 1);
        let mut places = vec![usize::MAX; count];
        for (feature, _) in scored {
            let feature = feature as usize;
            let number = self.groups.get(feature).copied().unwrap_or_default();
            let Some(place) = places.get_mut(usize::from(number)) else {
                continue;
            };
            if let Some(group) = groups.get_mut(*place) {
                group.features.push(feature);
            } else if let Some(entry) = catalogue.features.get(feature) {
                *place = groups.len();
                groups.push(Group {
                    series: entry.series,
                    features: vec![feature],
                });
            }
        }
        groups
    }
}

/// Puts the highest scores first and keeps the order among equals: a radix sort,
/// whose time grows with the number of features and no faster.
pub(super) fn best_first(scored: impl Iterator<Item = Scored>) -> Vec<Scored> {
    let mut scored: Vec<Scored> = scored.collect();
    let highest = scored.iter().map(|(_, score)| *score).max().unwrap_or(0);
    let mut sorted = scored.clone();
    for shift in (0..u32::BITS).step_by(8) {
        // Scores are mostly small: there is nothing in the digits above.
        if highest >> shift == 0 {
            break;
        }
        let digit = |score: u32| usize::from((score >> shift) as u8);
        let mut places = [0; 256];
        for (_, score) in &scored {
            places[digit(*score)] += 1;
        }
        let mut start = 0;
        for place in places.iter_mut().rev() {
            start += std::mem::replace(place, start);
        }
        for entry in &scored {
            let place = &mut places[digit(entry.1)];
            if let Some(sorted) = sorted.get_mut(*place) {
                *sorted = *entry;
            }
            *place += 1;
        }
        std::mem::swap(&mut scored, &mut sorted);
    }
    scored
}
