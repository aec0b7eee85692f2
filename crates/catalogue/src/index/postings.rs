//! The unpacked index that the search uses. The entry points are
//! [`Index::postings`] and [`Postings::of`].

use super::own::{OwnWords, Titles};
use super::{Fields, Index};

/// The unpacked index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Postings {
    /// The sorted words, each followed by a line feed.
    text: String,
    /// The start offset of each word, followed by the end of the last.
    starts: Vec<u32>,
    /// The first posting of each word, followed by the number of postings.
    first: Vec<u32>,
    features: Vec<u16>,
    fields: Vec<u8>,
    /// For each feature, the number of different words in its text.
    lengths: Vec<u16>,
    titles: Titles,
}

impl Index {
    /// Merges the words of the index with those of the features' titles and
    /// names, which must be sorted.
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
                Some((_, postings)) => merged.push_both(text, packed.entries(word), postings),
                None => {
                    merged.begin(text);
                    packed
                        .entries(word)
                        .for_each(|posting| merged.push(posting));
                }
            }
        }
        own.for_each(|(word, postings)| merged.push_all(word, postings));
        merged
    }
}

impl Postings {
    /// Appends a word.
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

    /// Appends a posting to the last word. If the feature is that of the
    /// previous posting, the fields are merged.
    pub(super) fn push(&mut self, (feature, fields): (usize, Fields)) {
        if fields.has(Fields::TEXT) {
            self.lengths.resize(self.lengths.len().max(feature + 1), 0);
            if let Some(length) = self.lengths.get_mut(feature) {
                *length = length.saturating_add(1);
            }
        }
        // The start of the last word's postings.
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

    /// Appends a word with postings from two sources, both sorted by feature.
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

    /// The number of words.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The word at an index; empty if there is none.
    pub fn word(&self, index: usize) -> &str {
        let start = self.starts.get(index).copied().unwrap_or_default() as usize;
        let end = self.starts.get(index + 1).copied().unwrap_or_default() as usize;
        let word = self.text.get(start..end.saturating_sub(1));
        word.unwrap_or_default()
    }

    /// The index of a word, or where it would be inserted.
    pub fn lower_bound(&self, word: &str) -> usize {
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

    /// The range of words with a prefix.
    pub fn beginning_with(&self, text: &str) -> std::ops::Range<usize> {
        let start = self.lower_bound(text);
        // This character is in no word, so it sorts after every continuation.
        let end = self.lower_bound(&format!("{text}\u{10ffff}"));
        start..end
    }

    /// The features that contain a word, each with the fields.
    pub fn entries(&self, word: usize) -> impl Iterator<Item = (usize, Fields)> {
        let range = self.range(word);
        let features = self.features.get(range.clone()).unwrap_or_default();
        let fields = self.fields.get(range).unwrap_or_default();
        let pairs = features.iter().zip(fields);
        pairs.map(|(feature, fields)| (usize::from(*feature), Fields(*fields)))
    }

    /// The number of different words that only the text of a feature has.
    pub fn length(&self, feature: usize) -> usize {
        self.lengths
            .get(feature)
            .copied()
            .unwrap_or_default()
            .into()
    }

    /// The number of features that contain a word.
    pub fn count(&self, word: usize) -> usize {
        self.range(word).len()
    }

    /// Every posting, sorted by word, then by feature.
    pub fn iter(&self) -> impl Iterator<Item = (usize, Fields)> {
        let pairs = self.features.iter().zip(&self.fields);
        pairs.map(|(feature, fields)| (usize::from(*feature), Fields(*fields)))
    }

    /// The features that contain a word.
    pub fn features_of(&self, word: usize) -> &[u16] {
        self.features.get(self.range(word)).unwrap_or_default()
    }

    /// The range of a word's postings.
    pub fn range(&self, word: usize) -> std::ops::Range<usize> {
        let first = |index: usize| self.first.get(index).copied().unwrap_or_default() as usize;
        first(word)..first(word + 1)
    }

    /// The title of a feature, joined into one word.
    pub fn title(&self, feature: usize) -> &str {
        self.titles.text(feature)
    }

    /// The titles of all features, each joined into one word.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        (0..self.titles.len()).map(|feature| self.titles.text(feature))
    }

    /// The number of words in the title of a feature.
    pub fn title_length(&self, feature: usize) -> usize {
        self.titles.length(feature)
    }
}
