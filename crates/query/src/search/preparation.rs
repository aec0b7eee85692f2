//! A search in the making. The entry point is [`Preparation::step`].

use super::Search;
use super::expand::Lexicon;
use super::weight::Weights;
use crate::set::FeatureSet;
use catalogue::index::{Index, OwnWords, Postings};
use catalogue::{Feature, NameList};
use std::mem;
use std::rc::Rc;

/// How many features one step reads: on a phone that takes some hundredths of a
/// second.
const FEATURES: usize = 250;

/// A search in the making. All of it would keep a phone from answering its reader
/// for a quarter of a second, so it is made in steps.
pub struct Preparation {
    names: Rc<NameList>,
    index: Index,
    stage: Stage,
}

/// How far it has come.
enum Stage {
    /// Some features have been read.
    Read(OwnWords),
    /// All have, and their words are in order.
    Sorted(OwnWords),
    /// These and the words of the index are together.
    Joined(Postings),
}

impl Preparation {
    /// Begins with what each feature is called and the index that was built of
    /// them.
    pub fn new(names: Rc<NameList>, index: Index) -> Self {
        Self {
            names,
            index,
            stage: Stage::Read(OwnWords::default()),
        }
    }

    /// Does the next part of the work over the features, the same each time. The
    /// last part gives the search.
    pub fn step(&mut self, features: &[Feature]) -> Option<Search> {
        let stage = mem::replace(&mut self.stage, Stage::Read(OwnWords::default()));
        self.stage = match stage {
            Stage::Read(mut own) => {
                let unread = features.iter().zip(self.names.iter()).skip(own.features());
                if own.add(unread.take(FEATURES)) > 0 {
                    Stage::Read(own)
                } else {
                    own.sort();
                    Stage::Sorted(own)
                }
            }
            Stage::Sorted(own) => Stage::Joined(self.index.postings(own)),
            Stage::Joined(postings) => return Some(self.search(features, postings)),
        };
        None
    }

    fn search(&self, features: &[Feature], postings: Postings) -> Search {
        let mut proposed = FeatureSet::none(features.len());
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
