//! Finds features by words. The entry points are [`Search::new`] and
//! [`Search::find`].
//!
//! Every word of a query has to stand in a feature: whole, as the beginning of
//! a word, with another ending, or, where nothing has it like that, written
//! almost alike. How much it counts depends on where it stands and on how many
//! features have it (BM25 over fields of different weight).

mod expand;
mod expression;
mod hints;
mod marks;
mod rank;
mod spelling;
#[cfg(test)]
mod tests;
mod weight;

use crate::catalogue::Catalogue;
use crate::catalogue::index::joined;
use crate::document::plain_text;
use crate::terms::{Kind, Series};
use expand::Lexicon;
use expression::Expression;
pub use marks::Marks;
use weight::Weights;

/// The index of a catalogue, ready to be searched.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Search {
    lexicon: Lexicon,
    weights: Weights,
    /// The title of each feature, written as one word.
    titles: Vec<String>,
    kinds: Vec<Kind>,
    series: Vec<Series>,
    /// Numbers of issues, each with its feature.
    issues: Vec<(u32, usize)>,
}

/// What the words of a query found.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Found {
    /// The features in the catalogue's order, each with its score.
    pub features: Vec<(usize, u32)>,
    pub wording: Wording,
}

/// How the words of a query were taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    /// What to mark in the results.
    pub marks: Marks,
    /// Words that nothing has, each with the one that was taken in its place.
    pub corrected: Vec<(String, String)>,
    /// Whether nothing has all the words, so that the results have only most
    /// of them.
    pub is_partial: bool,
}

impl Search {
    pub fn new(catalogue: &Catalogue) -> Self {
        let features = &catalogue.features;
        let postings = catalogue.index.postings(features);
        Self {
            weights: Weights::new(features, &postings.lengths),
            lexicon: Lexicon::new(postings),
            titles: features
                .iter()
                .map(|feature| joined(&plain_text(&feature.title)))
                .collect(),
            kinds: features.iter().map(|feature| feature.kind).collect(),
            series: features.iter().map(|feature| feature.series).collect(),
            issues: features
                .iter()
                .enumerate()
                .flat_map(|(index, feature)| {
                    let issues = feature.issues.iter();
                    issues.map(move |issue| (issue.number, index))
                })
                .collect(),
        }
    }

    /// What the words of a query find; nothing where there is no word to look
    /// for.
    pub fn find(&self, catalogue: &Catalogue, text: &str) -> Option<Found> {
        let expression = Expression::read(text);
        if expression.clauses.is_empty() {
            return None;
        }
        let mut found = Found::default();
        let several = expression.clauses.len() > 1;
        for clause in &expression.clauses {
            let features = self.rank(catalogue, clause, &mut found.wording);
            if !several {
                found.features = features;
                return Some(found);
            }
            found.features.extend(features);
        }
        // What several alternatives find counts as in the best of them.
        found
            .features
            .sort_unstable_by_key(|(feature, score)| (*feature, u32::MAX - score));
        found.features.dedup_by_key(|(feature, _)| *feature);
        Some(found)
    }
}
