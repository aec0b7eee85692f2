//! Answers a query in one pass over the catalogue.

#[cfg(test)]
mod tests;

use super::facets::Facets;
use super::filter::{Facet, Query};
use super::search::Index;
use crate::catalogue::Catalogue;
use crate::terms::Series;
use std::cmp::Reverse;

/// A catalogue prepared for answering queries.
#[derive(Debug, Clone, PartialEq)]
pub struct Engine {
    index: Index,
    uncounted: Facets,
}

/// The answer to a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// Newest series first.
    pub groups: Vec<Group>,
    /// How many features there are in all groups.
    pub total: usize,
    pub facets: Facets,
    /// For each filter that is set: how many results there would be without
    /// it. The filter whose removal helps most comes first.
    pub loosened: Vec<(Facet, usize)>,
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
            index: Index::new(catalogue),
            uncounted: Facets::of(catalogue),
        }
    }

    /// Answers a query over the catalogue that the engine was made for.
    pub fn run(&self, catalogue: &Catalogue, query: &Query) -> Results {
        let mut facets = self.uncounted.clone();
        let mut matches = Vec::new();
        let mut turned_away = [0u32; Facet::ALL.len()];
        let words = self.index.words(&query.text);
        for (feature, entry) in catalogue.features.iter().enumerate() {
            let score = words.score(feature);
            let mut failed = Facet::ALL
                .iter()
                .enumerate()
                .filter(|(_, facet)| !match facet {
                    Facet::Text => score.is_some(),
                    other => query.passes(**other, entry),
                });
            // A feature that only one filter turns away still counts for the
            // values of that filter, and for loosening it.
            let (first, second) = (failed.next(), failed.next());
            if second.is_some() {
                continue;
            }
            let counts_for = |facet: Facet| first.is_none_or(|(_, failed)| *failed == facet);
            if counts_for(Facet::Introduced) {
                facets.count_introduced(entry);
            }
            if counts_for(Facet::UsableIn) {
                facets.count_usable_in(entry);
            }
            if counts_for(Facet::Pep) {
                facets.count_peps(entry);
            }
            if counts_for(Facet::Status) {
                facets.count_statuses(entry);
            }
            if counts_for(Facet::Kind) {
                facets.count_kinds(entry);
            }
            if counts_for(Facet::Area) {
                facets.count_areas(entry);
            }
            if counts_for(Facet::Document) {
                facets.count_documents(entry);
            }
            match first {
                Some((index, _)) => turned_away[index] += 1,
                None => matches.push((Reverse(score.unwrap_or_default()), feature)),
            }
        }
        let total = matches.len();
        Results {
            groups: group(catalogue, &matches),
            total,
            facets,
            loosened: loosened(query, total, &turned_away),
        }
    }

    /// The features that match a query, the best first and the newer first
    /// among equals, as indices into the catalogue's features.
    pub fn ranked(&self, catalogue: &Catalogue, query: &Query) -> Vec<usize> {
        let words = self.index.words(&query.text);
        let groups = self.run(catalogue, query).groups.into_iter();
        let features = groups.flat_map(|group| group.features);
        best_first(features.map(|feature| {
            let score = words.score(feature).unwrap_or_default();
            (Reverse(score), feature)
        }))
    }
}

/// The catalogue is sorted by series, newest first, so that the features of a
/// series are neighbours.
fn group(catalogue: &Catalogue, matches: &[Scored]) -> Vec<Group> {
    let series = |scored: &Scored| catalogue.features[scored.1].series;
    matches
        .chunk_by(|a, b| series(a) == series(b))
        .map(|chunk| Group {
            series: series(&chunk[0]),
            features: best_first(chunk.iter().copied()),
        })
        .collect()
}

fn loosened(query: &Query, total: usize, turned_away: &[u32]) -> Vec<(Facet, usize)> {
    let facets = Facet::ALL.iter().enumerate();
    let set = facets.filter(|(_, facet)| query.has(**facet));
    let by_help = best_first(set.map(|(index, _)| (Reverse(turned_away[index]), index)));
    by_help
        .into_iter()
        .map(|index| (Facet::ALL[index], total + turned_away[index] as usize))
        .collect()
}

/// One sorting for everything that is ranked: each further one would be code
/// of its own in the page.
fn best_first(scored: impl Iterator<Item = Scored>) -> Vec<usize> {
    let mut scored: Vec<Scored> = scored.collect();
    scored.sort_unstable();
    scored.into_iter().map(|(_, index)| index).collect()
}
