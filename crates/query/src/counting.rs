//! The counts beside the values of filters, made when they are first shown. The entry
//! point is [`Counting`].

use super::engine::best_first;
use super::facets::Facets;
use super::filter::{Facet, Query};
use super::set::FeatureSet;
use super::tally::Ledger;
use std::cell::OnceCell;
use std::rc::Rc;

/// What the counts of one answer are made from.
#[derive(Debug, Clone)]
pub(super) struct Counting {
    ledger: Rc<Ledger>,
    /// What each filter in force lets pass.
    filters: Vec<(Facet, FeatureSet)>,
    /// The filters that the query sets, among them words that nothing looks for yet.
    set: Vec<Facet>,
    matches: FeatureSet,
    facets: OnceCell<Facets>,
}

/// Whether the counts have been made makes no difference.
impl PartialEq for Counting {
    fn eq(&self, other: &Self) -> bool {
        self.filters == other.filters && self.set == other.set && self.matches == other.matches
    }
}

impl Eq for Counting {}

impl Counting {
    pub(super) fn new(
        ledger: &Rc<Ledger>,
        query: &Query,
        filters: Vec<(Facet, FeatureSet)>,
        features: usize,
    ) -> Self {
        let set = Facet::ALL.into_iter().filter(|facet| query.has(*facet));
        let mut counting = Self {
            ledger: ledger.clone(),
            filters,
            set: set.collect(),
            matches: FeatureSet::all(features),
            facets: OnceCell::new(),
        };
        counting.matches = counting.passing_but(None, features);
        counting
    }

    /// The features that pass every filter.
    pub(super) fn matches(&self) -> &FeatureSet {
        &self.matches
    }

    /// The features that pass every filter but one.
    fn passing_but(&self, but: Option<Facet>, features: usize) -> FeatureSet {
        let mut passing = FeatureSet::all(features);
        for (facet, set) in &self.filters {
            if Some(*facet) != but {
                passing.keep(set);
            }
        }
        passing
    }

    #[cfg(test)]
    pub(super) fn is_counted(&self) -> bool {
        self.facets.get().is_some()
    }

    /// The count of every value of every filter. A value's count leaves its own filter
    /// aside and keeps all the others.
    pub(super) fn facets(&self) -> &Facets {
        self.facets.get_or_init(|| {
            let mut tally = self.ledger.tally();
            tally.count(&self.matches);
            let counted = self.filters.iter().map(|(facet, _)| *facet);
            for facet in counted.filter(|facet| *facet != Facet::Text) {
                tally.recount(
                    facet,
                    &self.passing_but(Some(facet), self.ledger.features()),
                );
            }
            tally.facets()
        })
    }

    /// For each filter that is set: how many results there would be without it. The
    /// filter whose removal helps most comes first.
    pub(super) fn loosened(&self) -> Vec<(Facet, usize)> {
        let without = |facet: Facet| self.passing_but(Some(facet), self.ledger.features()).len();
        let counts: Vec<(Facet, usize)> = self
            .set
            .iter()
            .map(|facet| (*facet, without(*facet)))
            .collect();
        let by_help = best_first(
            counts
                .iter()
                .zip(0u32..)
                .map(|((_, count), place)| (place, *count as u32)),
        );
        by_help
            .into_iter()
            .filter_map(|(place, _)| counts.get(place as usize).copied())
            .collect()
    }
}
