//! The index unpacked for the search. The entry points are
//! [`Index::postings`] and [`Postings::of`].

use super::own::{OwnWords, Titles};
use super::{Fields, Index};

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
    titles: Titles,
}

impl Index {
    /// Adds to the words of the index those that the features bring themselves,
    /// which have been read and sorted.
    pub fn postings(&self, own: OwnWords) -> Postings {
        let packed = self.unpack();
        let OwnWords { words, titles } = own;
        let mut merged = Postings {
            titles,
            ..Postings::default()
        };
        let mut own = words.iter().peekable();
        for word in 0..packed.len() {
            let text = packed.word(word);
            while let Some((word, postings)) = own.next_if(|(word, _)| *word < text) {
                merged.push_all(word, postings);
            }
            match own.next_if(|(word, _)| *word == text) {
                Some((_, postings)) => merged.push_both(text, packed.of(word), postings),
                None => {
                    merged.begin(text);
                    packed.of(word).for_each(|posting| merged.push(posting));
                }
            }
        }
        own.for_each(|(word, postings)| merged.push_all(word, postings));
        merged
    }
}

impl Postings {
    /// Begins a word, behind all others.
    pub(super) fn begin(&mut self, word: &str) {
        if self.starts.is_empty() {
            self.starts.push(0);
            self.first.push(0);
        }
        self.text.push_str(word);
        self.text.push('\n');
        self.starts.push(self.text.len() as u32);
        self.first.push(self.features.len() as u32);
    }

    /// Adds a posting to the last word, behind all its others. The same feature
    /// once more adds places.
    pub(super) fn push(&mut self, (feature, fields): (usize, Fields)) {
        if fields.has(Fields::TEXT) {
            self.lengths.resize(self.lengths.len().max(feature + 1), 0);
            if let Some(length) = self.lengths.get_mut(feature) {
                *length = length.saturating_add(1);
            }
        }
        // Where the word at hand begins its postings.
        let begin = self.first.iter().rev().nth(1).copied().unwrap_or_default();
        if self.features.len() > begin as usize
            && self.features.last().copied().map(usize::from) == Some(feature)
            && let Some(last) = self.fields.last_mut()
        {
            *last |= fields.0;
            return;
        }
        self.features.push(feature as u16);
        self.fields.push(fields.0);
        if let Some(end) = self.first.last_mut() {
            *end = self.features.len() as u32;
        }
    }

    fn push_all(&mut self, word: &str, postings: &[(u16, Fields)]) {
        self.begin(word);
        for (feature, fields) in postings {
            self.push((usize::from(*feature), *fields));
        }
    }

    /// Adds a word with postings from two places, each in the features' order.
    fn push_both(
        &mut self,
        word: &str,
        packed: impl Iterator<Item = (usize, Fields)>,
        own: &[(u16, Fields)],
    ) {
        self.begin(word);
        let own = own.iter();
        let mut own = own
            .map(|(feature, fields)| (usize::from(*feature), *fields))
            .peekable();
        for posting in packed {
            while let Some(own) = own.next_if(|own| own.0 <= posting.0) {
                self.push(own);
            }
            self.push(posting);
        }
        own.for_each(|own| self.push(own));
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether no feature has any word.
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

    /// The features that a word stands in, each with where in it.
    pub fn of(&self, word: usize) -> impl Iterator<Item = (usize, Fields)> {
        let range = self.range(word);
        let features = self.features.get(range.clone()).unwrap_or_default();
        let fields = self.fields.get(range).unwrap_or_default();
        let pairs = features.iter().zip(fields);
        pairs.map(|(feature, fields)| (usize::from(*feature), Fields(*fields)))
    }

    /// How many different words the text of a feature has besides its own.
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

    /// Every posting, in the order of the words and then of the features.
    pub fn iter(&self) -> impl Iterator<Item = (usize, Fields)> {
        let pairs = self.features.iter().zip(&self.fields);
        pairs.map(|(feature, fields)| (usize::from(*feature), Fields(*fields)))
    }

    /// The features that a word stands in.
    pub fn features_of(&self, word: usize) -> &[u16] {
        self.features.get(self.range(word)).unwrap_or_default()
    }

    /// Where a word's postings are among all of them.
    pub fn range(&self, word: usize) -> std::ops::Range<usize> {
        let first = |index: usize| self.first.get(index).copied().unwrap_or_default() as usize;
        first(word)..first(word + 1)
    }

    /// The title of a feature, written as one word.
    pub fn title(&self, feature: usize) -> &str {
        self.titles.text(feature)
    }

    /// The titles of all features, each written as one word.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        (0..self.titles.len()).map(|feature| self.titles.text(feature))
    }

    /// How many words the title of a feature has.
    pub fn title_length(&self, feature: usize) -> usize {
        self.titles.length(feature)
    }
}
