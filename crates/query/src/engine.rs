//! Answers queries. The entry point is [`Engine::run`].
//!
//! Each filter, including the words of the query, yields the set of features that pass
//! it. The results are the features that pass all of them. The counts of a facet's values
//! are those of the features that pass all filters except that of the facet.

#[cfg(test)]
mod tests;

use super::facet_index::FacetIndex;
use super::facets::Facets;
use super::filter::{Facet, Query};
use super::lazy_facets::LazyFacets;
use super::search::{Finder, Interpretation, Matches, Search};
use super::set::FeatureSet;
use catalogue::index::Index;
use catalogue::{Catalogue, Library};
use std::cell::OnceCell;
use std::rc::Rc;
use terms::Series;

/// A catalogue prepared for answering queries.
#[derive(Clone)]
pub struct Engine {
    /// The search, once it has been loaded.
    finder: OnceCell<Rc<dyn Finder>>,
    index: Rc<FacetIndex>,
    /// The number of features in the catalogue.
    count: usize,
}

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// The features by version, in the catalogue's order; if the query has words, a single
    /// group of all versions.
    pub groups: Vec<Group>,
    /// The number of features in all groups.
    pub total: usize,
    /// How the words of the query were interpreted.
    pub interpretation: Interpretation,
    /// Whether the query has words but the search has not been loaded yet, so that only
    /// the filters were applied.
    pub is_waiting: bool,
    facets: LazyFacets,
}

impl Results {
    /// The facets, counted by the first call. The counts of a facet's values ignore its
    /// own filter and apply all others.
    pub fn facets(&self) -> &Facets {
        self.facets.facets()
    }

    /// For each filter that is set, the number of results without it, largest first.
    pub fn counts_without_filter(&self) -> Vec<(Facet, usize)> {
        self.facets.counts_without_filter()
    }
}

/// The results of one version, or those of all versions by relevance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The version that introduced its features; `None` if they are of several.
    pub series: Option<Series>,
    /// Indices into the catalogue's features, best match first.
    pub features: Vec<usize>,
}

/// The index of a feature and its score.
pub(super) type Scored = (u32, u32);

impl Engine {
    /// Prepares a catalogue for filters only. A search can be added later.
    pub fn new(catalogue: &Catalogue) -> Self {
        Self {
            finder: OnceCell::new(),
            index: Rc::new(FacetIndex::new(catalogue)),
            count: catalogue.features.len(),
        }
    }

    /// Prepares the catalogue of a library for filters and words.
    pub fn with_search(library: &Library) -> Self {
        Self::with_index(library, library.index.clone())
    }

    /// Prepares the catalogue of a library that was merged without an index.
    pub fn with_index(library: &Library, index: Index) -> Self {
        let names = Rc::new(library.names.clone());
        let search = Search::new(&library.catalogue.features, names, index);
        let engine = Self::new(&library.catalogue);
        engine.add_finder(Rc::new(search));
        engine
    }

    /// Adds a search. If there is one already, it is kept.
    pub fn add_finder(&self, finder: Rc<dyn Finder>) {
        let _ = self.finder.set(finder);
    }

    /// Whether a search has been added.
    pub fn has_finder(&self) -> bool {
        self.finder().is_some()
    }

    /// The search, once it has been added.
    pub fn finder(&self) -> Option<&dyn Finder> {
        self.finder.get().map(Rc::as_ref)
    }

    /// Answers a query. `catalogue` has to be the one that the engine was made from.
    pub fn run(&self, catalogue: &Catalogue, query: &Query) -> Results {
        self.run_with_excerpts(catalogue, &[], query)
    }

    /// As [`Engine::run`], but phrases are searched for in excerpts as well. `excerpts` are
    /// in the order of the features, or empty if they have not been loaded.
    pub fn run_with_excerpts(
        &self,
        catalogue: &Catalogue,
        excerpts: &[String],
        query: &Query,
    ) -> Results {
        let found = self.find(excerpts, query);
        let filters = self.filters(query, found.as_ref());
        let facets = LazyFacets::new(&self.index, query, filters);
        let matches = facets.matches();
        let ranked = ranked_matches(matches, found.as_ref());
        Results {
            groups: match &found {
                Some(_) if ranked.is_empty() => Vec::new(),
                Some(_) => vec![Group {
                    series: None,
                    features: ranked,
                }],
                None => by_series(catalogue, &ranked),
            },
            total: matches.len(),
            is_waiting: !self.has_finder() && query.has(Facet::Text),
            interpretation: found.map(|found| found.interpretation).unwrap_or_default(),
            facets,
        }
    }

    fn find(&self, excerpts: &[String], query: &Query) -> Option<Matches> {
        self.finder()?.find(excerpts, &query.text)
    }

    /// The features that match a query, as indices into the catalogue's features: best
    /// match first, and among equals in the order of the catalogue.
    pub fn ranked(&self, query: &Query) -> Vec<usize> {
        self.ranked_with_excerpts(&[], query)
    }

    /// As [`Engine::ranked`], with excerpts as in [`Engine::run_with_excerpts`].
    pub fn ranked_with_excerpts(&self, excerpts: &[String], query: &Query) -> Vec<usize> {
        let found = self.find(excerpts, query);
        let mut matches = FeatureSet::all(self.count);
        for (_, set) in self.filters(query, found.as_ref()) {
            matches.intersect(&set);
        }
        ranked_matches(&matches, found.as_ref())
    }

    /// The filters that are set, each with the features that pass it.
    fn filters(&self, query: &Query, found: Option<&Matches>) -> Vec<(Facet, FeatureSet)> {
        let facets = Facet::ALL.into_iter();
        let mut filters: Vec<(Facet, FeatureSet)> = facets
            .filter(|facet| *facet != Facet::Text && query.has(*facet))
            .map(|facet| (facet, self.index.passing(query, facet)))
            .collect();
        if let Some(found) = found {
            let mut passing = FeatureSet::empty(self.count);
            for (feature, _) in &found.features {
                passing.insert(*feature as usize);
            }
            filters.push((Facet::Text, passing));
        }
        filters
    }
}

/// The matches as indices into the catalogue's features, best first.
fn ranked_matches(matches: &FeatureSet, found: Option<&Matches>) -> Vec<usize> {
    let Some(found) = found else {
        return matches.iter().collect();
    };
    let features = found.features.iter().copied();
    let ranked = best_first(features.filter(|(feature, _)| matches.contains(*feature as usize)));
    let features = ranked.into_iter();
    features.map(|(feature, _)| feature as usize).collect()
}

/// Groups features by series. They are in the catalogue's order, in which those of a series
/// are consecutive.
fn by_series(catalogue: &Catalogue, features: &[usize]) -> Vec<Group> {
    let series = |feature: &usize| Some(catalogue.features.get(*feature)?.series);
    let groups = features.chunk_by(|a, b| series(a) == series(b));
    let groups = groups.map(|group| Group {
        series: group.first().and_then(series),
        features: group.to_vec(),
    });
    groups.collect()
}

/// Sorts by score, highest first. This is a stable radix sort, which takes linear time.
pub(super) fn best_first(scored: impl Iterator<Item = Scored>) -> Vec<Scored> {
    let mut scored: Vec<Scored> = scored.collect();
    let highest = scored.iter().map(|(_, score)| *score).max().unwrap_or(0);
    let mut sorted = scored.clone();
    for shift in (0..u32::BITS).step_by(8) {
        // Skip the digits that are zero in all scores.
        if highest >> shift == 0 {
            break;
        }
        let digit = |score: u32| usize::from((score >> shift) as u8);
        // By digit, first the number of entries and then the position of the next one.
        let mut positions = [0; 256];
        for (_, score) in &scored {
            positions[digit(*score)] += 1;
        }
        let mut start = 0;
        for position in positions.iter_mut().rev() {
            start += std::mem::replace(position, start);
        }
        for entry in &scored {
            let position = &mut positions[digit(entry.1)];
            if let Some(sorted) = sorted.get_mut(*position) {
                *sorted = *entry;
            }
            *position += 1;
        }
        std::mem::swap(&mut scored, &mut sorted);
    }
    scored
}
