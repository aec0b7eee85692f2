//! The facets of an answer, counted lazily: most answers are replaced by the next key press
//! before their facets are shown. The entry point is [`LazyFacets`].

use super::engine::best_first;
use super::facet_index::FacetIndex;
use super::facets::Facets;
use super::filter::{Facet, Query};
use super::set::FeatureSet;
use std::cell::OnceCell;
use std::rc::Rc;

/// The facets of an answer, and the inputs to count them.
#[derive(Debug, Clone)]
pub(super) struct LazyFacets {
    index: Rc<FacetIndex>,
    /// The features that pass each filter.
    filters: Vec<(Facet, FeatureSet)>,
    /// The filters that the query sets. This includes its words, even if there is no
    /// search yet.
    set: Vec<Facet>,
    matches: FeatureSet,
    facets: OnceCell<Facets>,
}

/// Equal inputs have equal facets, whether they have been counted or not.
impl PartialEq for LazyFacets {
    fn eq(&self, other: &Self) -> bool {
        self.filters == other.filters && self.set == other.set && self.matches == other.matches
    }
}

impl Eq for LazyFacets {}

impl LazyFacets {
    pub(super) fn new(
        index: &Rc<FacetIndex>,
        query: &Query,
        filters: Vec<(Facet, FeatureSet)>,
    ) -> Self {
        let set = Facet::ALL.into_iter().filter(|facet| query.has(*facet));
        let mut lazy = Self {
            index: index.clone(),
            filters,
            set: set.collect(),
            matches: FeatureSet::empty(0),
            facets: OnceCell::new(),
        };
        lazy.matches = lazy.passing_all_except(None);
        lazy
    }

    /// The features that pass all filters.
    pub(super) fn matches(&self) -> &FeatureSet {
        &self.matches
    }

    /// The features that pass all filters except one.
    fn passing_all_except(&self, except: Option<Facet>) -> FeatureSet {
        let mut passing = FeatureSet::all(self.index.feature_count());
        for (facet, set) in &self.filters {
            if Some(*facet) != except {
                passing.intersect(set);
            }
        }
        passing
    }

    #[cfg(test)]
    pub(super) fn is_counted(&self) -> bool {
        self.facets.get().is_some()
    }

    /// The facets. The counts of a facet's values ignore its own filter and apply all
    /// others.
    pub(super) fn facets(&self) -> &Facets {
        self.facets.get_or_init(|| {
            let mut counters = self.index.counters();
            counters.count(&self.matches);
            let filtered = self.filters.iter().map(|(facet, _)| *facet);
            for facet in filtered.filter(|facet| *facet != Facet::Text) {
                counters.recount(facet, &self.passing_all_except(Some(facet)));
            }
            counters.into_facets()
        })
    }

    /// For each filter that is set, the number of results without it, largest first.
    pub(super) fn counts_without_filter(&self) -> Vec<(Facet, usize)> {
        let count = |facet: &Facet| (*facet, self.passing_all_except(Some(*facet)).len());
        let counts: Vec<(Facet, usize)> = self.set.iter().map(count).collect();
        let scored = counts.iter().zip(0u32..);
        let sorted = best_first(scored.map(|((_, count), index)| (index, *count as u32)));
        sorted
            .into_iter()
            .filter_map(|(index, _)| counts.get(index as usize).copied())
            .collect()
    }
}
