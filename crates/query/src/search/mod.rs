//! The search by words. The entry points are [`Search::new`], or [`SearchBuilder`] to avoid
//! blocking the page, and [`Search::find`].
//!
//! A feature has to contain every word of a query: as a whole word, as the beginning of
//! one, or with another suffix. If no feature contains a word in this way, similar words
//! are searched for. The score depends on where a word occurs and on how many features
//! contain it (BM25 over fields with different weights).

mod builder;
mod expand;
mod expression;
mod highlights;
mod hints;
mod rank;
mod scores;
mod spelling;
#[cfg(test)]
mod tests;
mod weight;

use super::engine::Scored;
use super::facets::Facets;
use super::language::{self, Completions};
use super::set::FeatureSet;
pub use builder::SearchBuilder;
use catalogue::index::Index;
use catalogue::{Catalogue, Feature, NameList};
use expand::Lexicon;
use expression::Expression;
pub use highlights::Highlights;
pub(super) use spelling::distance;
use std::rc::Rc;
use terms::{Kind, Series};
use weight::Weights;

/// Finds features by words and completes queries. The engine depends only on this trait, so
/// that the search can be loaded lazily. It does not require `Debug`, which would add the
/// formatting of the whole index to every program that searches.
pub trait Finder {
    /// The matches of the words of a query; `None` if it has no words. `excerpts` are in
    /// the order of the features, or empty if they have not been loaded.
    fn find(&self, excerpts: &[String], text: &str) -> Option<Matches>;

    /// The completions at a position of a query, as [`language::complete`] returns them.
    fn complete(
        &self,
        text: &str,
        cursor: usize,
        catalogue: &Catalogue,
        facets: &Facets,
    ) -> Completions;
}

/// A search index over the features of a catalogue. The data for ranking is stored in
/// columns: reading the features themselves would take longer than everything else.
#[derive(Debug, Clone, PartialEq)]
pub struct Search {
    names: Rc<NameList>,
    lexicon: Lexicon,
    weights: Weights,
    kinds: Vec<Kind>,
    series: Vec<Series>,
    /// The features with a PEP.
    proposed: FeatureSet,
    /// The numbers of issues with the index of their feature.
    issues: Vec<(u32, usize)>,
}

/// The features that match the words of a query.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Matches {
    /// The features with their scores, in the catalogue's order.
    pub(super) features: Vec<Scored>,
    pub(super) interpretation: Interpretation,
}

/// How the words of a query were interpreted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Interpretation {
    /// The words to highlight in the results.
    pub highlights: Highlights,
    /// Words that no feature contains, with the corrections that were searched for.
    pub corrected: Vec<(String, String)>,
    /// Whether no feature contains all words, so that the results contain only most of
    /// them.
    pub is_partial: bool,
}

impl Search {
    /// Prepares the search over features. `names` and `index` have to be those of the
    /// same features.
    pub fn new(features: &[Feature], names: Rc<NameList>, index: Index) -> Self {
        let mut builder = SearchBuilder::new(names, index);
        loop {
            if let Some(search) = builder.step(features) {
                return search;
            }
        }
    }
}

impl Finder for Search {
    fn find(&self, excerpts: &[String], text: &str) -> Option<Matches> {
        let expression = Expression::parse(text);
        if expression.clauses.is_empty() {
            return None;
        }
        let mut found = Matches::default();
        let mut clauses = expression.clauses.iter();
        if let Some(first) = clauses.next() {
            found.features = self.rank(excerpts, first, &mut found.interpretation);
        }
        for clause in clauses {
            let others = self.rank(excerpts, clause, &mut found.interpretation);
            found.features = union(&found.features, &others);
        }
        Some(found)
    }

    fn complete(
        &self,
        text: &str,
        cursor: usize,
        catalogue: &Catalogue,
        facets: &Facets,
    ) -> Completions {
        language::complete(text, cursor, catalogue, facets)
    }
}

/// The features in either of two lists, each with its higher score. The lists have to be
/// in the catalogue's order.
fn union(one: &[Scored], other: &[Scored]) -> Vec<Scored> {
    let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
    let next = || {
        let (a, b) = (one.peek().map(|it| it.0), other.peek().map(|it| it.0));
        let feature = a.into_iter().chain(b).min()?;
        let a = one.next_if(|it| it.0 == feature);
        let b = other.next_if(|it| it.0 == feature);
        let score = a.into_iter().chain(b).map(|it| it.1).max()?;
        Some((feature, score))
    };
    std::iter::from_fn(next).collect()
}
