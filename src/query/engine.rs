//! Answers a query in one pass over the catalogue.

#[cfg(test)]
mod tests;

use super::facets::Facets;
use super::filter::{Facet, Query};
use super::search::{Found, Search, Wording};
use super::tally::Ledger;
use crate::catalogue::Catalogue;
use crate::terms::Series;
use std::cmp::Reverse;

/// A catalogue prepared for answering queries.
#[derive(Debug, Clone, PartialEq)]
pub struct Engine {
    search: Search,
    ledger: Ledger,
}

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// Newest series first; where words were searched for, the series with the
    /// best match first.
    pub groups: Vec<Group>,
    /// How many features there are in all groups.
    pub total: usize,
    pub facets: Facets,
    /// For each filter that is set: how many results there would be without
    /// it. The filter whose removal helps most comes first.
    pub loosened: Vec<(Facet, usize)>,
    /// How the words of the query were taken.
    pub wording: Wording,
}

/// The results of one series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub series: Series,
    /// Indices into the catalogue's features, the best match first.
    pub features: Vec<usize>,
}

/// A score and what it belongs to. The order puts the best first and, among
/// equals, what came first in the catalogue.
type Scored = (Reverse<u32>, usize);

impl Engine {
    pub fn new(catalogue: &Catalogue) -> Self {
        Self {
            search: Search::new(catalogue),
            ledger: Ledger::new(catalogue),
        }
    }

    /// Answers a query over the catalogue that the engine was made for.
    pub fn run(&self, catalogue: &Catalogue, query: &Query) -> Results {
        let found = self.search.find(catalogue, &query.text);
        let filters = Filters::of(query);
        let mut tally = self.ledger.tally();
        let mut matches = Vec::new();
        let mut turned_away = [0u32; Facet::ALL.len()];
        // A feature that only one filter turns away still counts for the
        // values of that filter, and for loosening it.
        let mut judge = |feature: usize, score: Option<u32>| {
            let failed = filters.failed(catalogue, feature, score.is_some());
            match (failed, score) {
                (Failed::None, score) => {
                    tally.add(feature, None);
                    matches.push((Reverse(score.unwrap_or_default()), feature));
                }
                (Failed::One(Facet::Text), _) => turned_away[Facet::Text as usize] += 1,
                (Failed::One(facet), _) => {
                    tally.add(feature, Some(facet));
                    turned_away[facet as usize] += 1;
                }
                (Failed::Several, _) => {}
            }
        };
        match &found {
            None => (0..catalogue.features.len()).for_each(|feature| judge(feature, Some(0))),
            Some(found) if filters.are_open() => {
                let all = found.features.iter();
                all.for_each(|(feature, score)| judge(*feature, Some(*score)));
                let others = catalogue.features.len() - found.features.len();
                turned_away[Facet::Text as usize] = others as u32;
            }
            Some(found) => {
                let mut scored = found.features.iter().peekable();
                for feature in 0..catalogue.features.len() {
                    let own = scored.next_if(|(scored, _)| *scored == feature);
                    judge(feature, own.map(|(_, score)| *score));
                }
            }
        }
        let total = matches.len();
        Results {
            groups: group(catalogue, &matches, found.is_some()),
            total,
            facets: tally.facets(),
            loosened: loosened(query, total, &turned_away),
            wording: found.map(|found| found.wording).unwrap_or_default(),
        }
    }

    /// The features that match a query, the best first and the newer first
    /// among equals, as indices into the catalogue's features.
    pub fn ranked(&self, catalogue: &Catalogue, query: &Query) -> Vec<usize> {
        let filters = Filters::of(query);
        let found = self.search.find(catalogue, &query.text);
        let scored = match found {
            Some(Found { features, .. }) => features,
            None => (0..catalogue.features.len())
                .map(|feature| (feature, 0))
                .collect(),
        };
        let passing = scored
            .into_iter()
            .filter(|(feature, _)| filters.failed(catalogue, *feature, true) == Failed::None);
        best_first(passing.map(|(feature, score)| (Reverse(score), feature)))
    }
}

/// The filters of a query that are in force, the text aside.
struct Filters<'a> {
    query: &'a Query,
    in_force: Vec<Facet>,
}

/// Which filters turn a feature away.
#[derive(PartialEq)]
enum Failed {
    None,
    One(Facet),
    Several,
}

impl<'a> Filters<'a> {
    fn of(query: &'a Query) -> Self {
        let facets = Facet::ALL.into_iter();
        let in_force = facets.filter(|facet| *facet != Facet::Text && query.has(*facet));
        Self {
            query,
            in_force: in_force.collect(),
        }
    }

    fn are_open(&self) -> bool {
        self.in_force.is_empty()
    }

    fn failed(&self, catalogue: &Catalogue, feature: usize, has_text: bool) -> Failed {
        let mut failed = if has_text {
            Failed::None
        } else {
            Failed::One(Facet::Text)
        };
        let Some(entry) = catalogue.features.get(feature) else {
            return Failed::Several;
        };
        for facet in &self.in_force {
            if !self.query.passes(*facet, entry) {
                match failed {
                    Failed::None => failed = Failed::One(*facet),
                    _ => return Failed::Several,
                }
            }
        }
        failed
    }
}

/// The catalogue is sorted by series, newest first, so that the features of a
/// series are neighbours.
fn group(catalogue: &Catalogue, matches: &[Scored], by_score: bool) -> Vec<Group> {
    let series = |scored: &Scored| catalogue.features[scored.1].series;
    let groups: Vec<&[Scored]> = matches.chunk_by(|a, b| series(a) == series(b)).collect();
    let mut order: Vec<usize> = (0..groups.len()).collect();
    if by_score {
        let best = groups
            .iter()
            .map(|group| group.iter().map(|scored| scored.0).min());
        let best = best.map(|best| best.unwrap_or(Reverse(0)));
        order = best_first(best.zip(0..));
    }
    let groups = order.into_iter().filter_map(|index| groups.get(index));
    groups
        .map(|group| Group {
            series: series(&group[0]),
            features: best_first(group.iter().copied()),
        })
        .collect()
}

fn loosened(query: &Query, total: usize, turned_away: &[u32]) -> Vec<(Facet, usize)> {
    let turned_away = |facet: Facet| turned_away[facet as usize];
    let facets = Facet::ALL.into_iter().enumerate();
    let set = facets.filter(|(_, facet)| query.has(*facet));
    let by_help = best_first(set.map(|(index, facet)| (Reverse(turned_away(facet)), index)));
    let by_help = by_help.into_iter().map(|index| Facet::ALL[index]);
    by_help
        .map(|facet| (facet, total + turned_away(facet) as usize))
        .collect()
}

/// One sorting for everything that is ranked: each further one would be code
/// of its own in the page.
fn best_first(scored: impl Iterator<Item = Scored>) -> Vec<usize> {
    let mut scored: Vec<Scored> = scored.collect();
    scored.sort_unstable();
    scored.into_iter().map(|(_, index)| index).collect()
}
