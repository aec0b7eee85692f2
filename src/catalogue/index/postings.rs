//! The index unpacked for the search. The entry points are
//! [`Index::postings`] and [`Postings::of`].

use super::own::OwnWords;
use super::{Fields, Index};
use crate::catalogue::model::Feature;

/// The index, unpacked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Postings {
    /// All words in order, each with a line feed behind it.
    text: String,
    /// Where each word begins, and one end more.
    starts: Vec<u32>,
    /// The first posting of each word, and one end more.
    first: Vec<u32>,
    features: Vec<u16>,
    fields: Vec<u8>,
    /// For each feature, how many different words its text has.
    lengths: Vec<u16>,
}

impl Index {
    /// Unpacks the index of these features, and adds the words that they bring
    /// themselves: those of their titles, names and numbers.
    pub fn postings(&self, features: &[Feature]) -> Postings {
        let packed = self.unpack();
        let mut merged = Postings::default();
        let own = OwnWords::of(features);
        let mut own = own.iter().peekable();
        for word in 0..packed.len() {
            let text = packed.word(word);
            for (feature, fields) in packed.of(word) {
                let here = (text, feature as u16);
                while let Some((word, feature, fields)) =
                    own.next_if(|(word, feature, _)| (*word, *feature) <= here)
                {
                    merged.push(word, feature, fields);
                }
                merged.push(text, here.1, fields);
            }
        }
        for (word, feature, fields) in own {
            merged.push(word, feature, fields);
        }
        merged
    }
}

impl Postings {
    /// Adds a posting behind all others. The same word and feature once more
    /// adds places.
    pub(super) fn push(&mut self, word: &str, feature: u16, fields: Fields) {
        if fields.has(Fields::TEXT) {
            let feature = usize::from(feature);
            self.lengths.resize(self.lengths.len().max(feature + 1), 0);
            if let Some(length) = self.lengths.get_mut(feature) {
                *length = length.saturating_add(1);
            }
        }
        let last = self.len().checked_sub(1);
        if last.is_none_or(|last| self.word(last) != word) {
            if last.is_none() {
                self.starts.push(0);
                self.first.push(0);
            }
            self.text.push_str(word);
            self.text.push('\n');
            self.starts.push(self.text.len() as u32);
            self.first.push(self.features.len() as u32);
        } else if self.features.last() == Some(&feature)
            && let Some(last) = self.fields.last_mut()
        {
            *last |= fields.0;
            return;
        }
        self.features.push(feature);
        self.fields.push(fields.0);
        if let Some(end) = self.first.last_mut() {
            *end = self.features.len() as u32;
        }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A word by its place in the order; nothing beyond the last.
    pub fn word(&self, index: usize) -> &str {
        let start = self.starts.get(index).copied().unwrap_or_default() as usize;
        let end = self.starts.get(index + 1).copied().unwrap_or_default() as usize;
        let word = self.text.get(start..end.saturating_sub(1));
        word.unwrap_or_default()
    }

    /// Where a word stands or would stand in the order.
    pub fn place(&self, word: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = (low + high) / 2;
            if self.word(middle) < word {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The words that begin with a text.
    pub fn beginning_with(&self, text: &str) -> std::ops::Range<usize> {
        let start = self.place(text);
        // No word has this character, so that it is behind all that go on.
        let end = self.place(&format!("{text}\u{10ffff}"));
        start..end
    }

    /// The words that have a text somewhere in them.
    pub fn containing(&self, text: &str) -> impl Iterator<Item = usize> {
        let found = self.text.match_indices(text);
        found.map(|(place, _)| {
            let after = self
                .starts
                .partition_point(|start| *start as usize <= place);
            after.saturating_sub(1)
        })
    }

    /// The features that a word stands in, each with where in it.
    pub fn of(&self, word: usize) -> impl Iterator<Item = (usize, Fields)> {
        let range = self.range(word);
        let features = self.features.get(range.clone()).unwrap_or_default();
        let fields = self.fields.get(range).unwrap_or_default();
        let pairs = features.iter().zip(fields);
        pairs.map(|(feature, fields)| (usize::from(*feature), Fields(*fields)))
    }

    /// How many different words the text of a feature has beside its own.
    pub fn length(&self, feature: usize) -> usize {
        self.lengths
            .get(feature)
            .copied()
            .unwrap_or_default()
            .into()
    }

    /// In how many features a word stands.
    pub fn count(&self, word: usize) -> usize {
        self.range(word).len()
    }

    fn range(&self, word: usize) -> std::ops::Range<usize> {
        let first = |index: usize| self.first.get(index).copied().unwrap_or_default() as usize;
        first(word)..first(word + 1)
    }
}
