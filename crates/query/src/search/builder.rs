//! Builds a search in steps. The entry point is [`SearchBuilder::step`].

use super::Search;
use super::expand::Lexicon;
use super::weight::Weights;
use crate::set::FeatureSet;
use catalogue::index::{Index, OwnWords, Postings};
use catalogue::{Feature, NameList};
use std::mem;
use std::rc::Rc;

/// The number of features that one step adds. On a phone that takes some hundredths of a
/// second.
const FEATURES_PER_STEP: usize = 250;

/// A search that is being built. All steps at once would block the page for a quarter of a
/// second on a phone.
pub struct SearchBuilder {
    names: Rc<NameList>,
    index: Index,
    stage: Stage,
}

/// The progress.
enum Stage {
    /// The words of some features have been added.
    Adding(OwnWords),
    /// The words of all features have been added and sorted.
    Sorted(OwnWords),
    /// The words have been merged with the index.
    Merged(Postings),
}

impl SearchBuilder {
    /// Begins to build a search. `names` and `index` have to be those of the features that
    /// are passed to [`Self::step`].
    pub fn new(names: Rc<NameList>, index: Index) -> Self {
        Self {
            names,
            index,
            stage: Stage::Adding(OwnWords::default()),
        }
    }

    /// Runs the next step. The last step returns the search. `features` have to be the same
    /// in each step.
    pub fn step(&mut self, features: &[Feature]) -> Option<Search> {
        let stage = mem::replace(&mut self.stage, Stage::Adding(OwnWords::default()));
        self.stage = match stage {
            Stage::Adding(mut words) => {
                let rest = features
                    .iter()
                    .zip(self.names.iter())
                    .skip(words.features());
                if words.add(rest.take(FEATURES_PER_STEP)) > 0 {
                    Stage::Adding(words)
                } else {
                    words.sort();
                    Stage::Sorted(words)
                }
            }
            Stage::Sorted(words) => Stage::Merged(self.index.postings(words)),
            Stage::Merged(postings) => return Some(self.build(features, postings)),
        };
        None
    }

    fn build(&self, features: &[Feature], postings: Postings) -> Search {
        let mut proposed = FeatureSet::empty(features.len());
        let mut issues = Vec::with_capacity(features.len());
        for (index, feature) in features.iter().enumerate() {
            if !feature.peps.is_empty() {
                proposed.insert(index);
            }
            let numbers = feature.issues.iter().map(|issue| issue.number);
            issues.extend(numbers.map(|number| (number, index)));
        }
        Search {
            names: self.names.clone(),
            weights: Weights::new(features.len(), &postings),
            lexicon: Lexicon::new(postings),
            kinds: features.iter().map(|feature| feature.kind).collect(),
            series: features.iter().map(|feature| feature.series).collect(),
            proposed,
            issues,
        }
    }
}
