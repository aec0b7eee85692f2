//! Finds features by words. The entry points are [`Search::new`], or
//! [`Preparation`] where somebody waits, and [`Search::find`].
//!
//! Every word of a query has to stand in a feature: whole, as the beginning of
//! a word, with another ending, or, where nothing has it like that, written
//! almost alike. How much it counts depends on where it stands and on how many
//! features have it (BM25 over fields of different weight).

mod expand;
mod expression;
mod hints;
mod marks;
mod preparation;
mod rank;
mod scores;
mod spelling;
#[cfg(test)]
mod tests;
mod weight;

use super::engine::Scored;
use super::set::FeatureSet;
use catalogue::index::Index;
use catalogue::{Feature, NameList};
use expand::Lexicon;
use expression::Expression;
pub use marks::Marks;
pub use preparation::Preparation;
pub(super) use spelling::distance;
use std::fmt::Debug;
use std::rc::Rc;
use terms::{Kind, Series};
use weight::Weights;

/// What finds features by words. The engine knows no more of the search than this,
/// so that all of it can come later than what filters.
pub trait Finder: Debug {
    /// What the words of a query find; nothing where there is no word to look for.
    /// `leads` are the first lines of the texts in the order of the features, or
    /// nothing where they are not there.
    fn find(&self, leads: &[String], text: &str) -> Option<Found>;
}

/// The index of a catalogue, ready to be searched. What ranking asks of every
/// feature stands here in columns: looking into the features themselves would
/// take longer than all the rest.
#[derive(Debug, Clone, PartialEq)]
pub struct Search {
    names: Rc<NameList>,
    lexicon: Lexicon,
    weights: Weights,
    kinds: Vec<Kind>,
    series: Vec<Series>,
    /// The features that a PEP proposed.
    proposed: FeatureSet,
    /// Numbers of issues, each with its feature.
    issues: Vec<(u32, usize)>,
}

/// What the words of a query found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// The features in the catalogue's order, each with its score.
    pub(super) features: Vec<Scored>,
    pub(super) wording: Wording,
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
    /// Prepares the search over features, with what each is called and the index
    /// that was built of them.
    pub fn new(features: &[Feature], names: Rc<NameList>, index: Index) -> Self {
        let mut preparation = Preparation::new(names, index);
        loop {
            if let Some(search) = preparation.step(features) {
                return search;
            }
        }
    }
}

impl Finder for Search {
    fn find(&self, leads: &[String], text: &str) -> Option<Found> {
        let expression = Expression::read(text);
        if expression.clauses.is_empty() {
            return None;
        }
        let mut found = Found::default();
        let mut clauses = expression.clauses.iter();
        if let Some(first) = clauses.next() {
            found.features = self.rank(leads, first, &mut found.wording);
        }
        for clause in clauses {
            let others = self.rank(leads, clause, &mut found.wording);
            found.features = either(&found.features, &others);
        }
        Some(found)
    }
}

/// What one of two alternatives finds, each feature with its better score. Both
/// are in the catalogue's order.
fn either(one: &[Scored], other: &[Scored]) -> Vec<Scored> {
    let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
    let next = || {
        let (a, b) = (one.peek().map(|it| it.0), other.peek().map(|it| it.0));
        let feature = a.into_iter().chain(b).min()?;
        let own = one.next_if(|it| it.0 == feature);
        let others = other.next_if(|it| it.0 == feature);
        let score = own.into_iter().chain(others).map(|it| it.1).max()?;
        Some((feature, score))
    };
    std::iter::from_fn(next).collect()
}
