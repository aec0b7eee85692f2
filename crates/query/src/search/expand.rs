//! Expands a word of a query to the words of the index that it matches. The entry point is
//! [`Lexicon::expand`].

use super::spelling::Spelling;
use catalogue::index::{Postings, Segment};

/// The words of the index, prepared for lookups.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lexicon {
    pub postings: Postings,
    spelling: Spelling,
}

/// The matches of a word of a query.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Expansion {
    /// Matching words of the index with the quality of the match; 1 means that the words
    /// are equal.
    pub words: Vec<(usize, f32)>,
    /// Words that match if a feature has all of them.
    pub together: Vec<usize>,
    /// The correct spelling, if the word was corrected.
    pub corrected: Option<String>,
}

/// The qualities of matches.
const PREFIX: f32 = 0.4;
/// Added to [`PREFIX`] in proportion to how much of the word the prefix is.
const PREFIX_SHARE: f32 = 0.45;
const OTHER_SUFFIX: f32 = 0.6;
const SUBSTRING: f32 = 0.35;
const PARTS: f32 = 0.7;
/// By edit distance.
const CORRECTED: [f32; 3] = [1.0, 0.5, 0.35];

/// The maximum number of corrections of a word, most frequent first.
const MAX_CORRECTIONS: usize = 4;

/// The suffixes that are ignored when words are compared.
const SUFFIXES: [&str; 7] = ["ations", "ation", "ing", "ed", "es", "s", "e"];

impl Lexicon {
    pub(super) fn new(postings: Postings) -> Self {
        Self {
            spelling: Spelling::new(&postings),
            postings,
        }
    }

    /// The index of an equal word, if there is one.
    pub(super) fn exact(&self, word: &str) -> Option<usize> {
        let index = self.postings.lower_bound(word);
        (!word.is_empty() && self.postings.word(index) == word).then_some(index)
    }

    /// Whether the title of a feature contains some words, written as one.
    pub(super) fn is_in_title(&self, joined: &str, feature: usize) -> bool {
        let has_letters = self.spelling.title_has_letters(joined, feature);
        has_letters && self.postings.title(feature).contains(joined)
    }

    /// The matches of a word: the word itself, words that begin with it, and words with
    /// another suffix. If there are none, words that contain it, the words that it is
    /// composed of, or corrections.
    pub(super) fn expand(&self, segment: &Segment) -> Expansion {
        let mut found = self.expand_without_guessing(segment);
        let word = segment.whole.as_str();
        // A word written with joints, such as `task_group`, also matches its parts.
        if segment.parts.len() > 1 {
            let parts = segment.parts.iter().map(|part| self.exact(part));
            found.together = parts.collect::<Option<_>>().unwrap_or_default();
        }
        if found.is_empty() {
            self.add_substrings(word, &mut found);
        }
        if found.is_empty() {
            found.together = self.split(word).unwrap_or_default();
        }
        if found.is_empty() {
            self.correct(word, &mut found);
        }
        found
    }

    /// The matches without guesses: the word itself, words that begin with it, and words
    /// with another suffix.
    pub(super) fn expand_without_guessing(&self, segment: &Segment) -> Expansion {
        let mut found = Expansion::default();
        let word = segment.whole.as_str();
        self.add_words_with_prefix(word, word.len() + 32, &mut found);
        self.add_other_suffixes(word, &mut found);
        found
    }

    /// The matches of two consecutive words written as one.
    pub(super) fn expand_joined(&self, word: &str) -> Expansion {
        let mut found = Expansion::default();
        if word.len() >= 4 {
            self.add_words_with_prefix(word, word.len() + 6, &mut found);
        }
        found
    }

    /// Adds words of at most `max_length` bytes.
    fn add_words_with_prefix(&self, prefix: &str, max_length: usize, found: &mut Expansion) {
        for index in self.postings.beginning_with(prefix) {
            let length = self.postings.word(index).len();
            let quality = if length == prefix.len() {
                1.0
            } else if length <= max_length {
                PREFIX + PREFIX_SHARE * prefix.len() as f32 / length as f32
            } else {
                continue;
            };
            found.words.push((index, quality));
        }
    }

    fn add_other_suffixes(&self, word: &str, found: &mut Expansion) {
        let Some(stem) = stem(word) else { return };
        for index in self.postings.beginning_with(stem) {
            let other = self.postings.word(index);
            let suffix = other.get(stem.len()..).unwrap_or_default();
            let is_inflected = suffix.is_empty() || SUFFIXES.contains(&suffix);
            if is_inflected && !other.starts_with(word) {
                found.words.push((index, OTHER_SUFFIX));
            }
        }
    }

    fn add_substrings(&self, word: &str, found: &mut Expansion) {
        if word.len() >= 4 {
            let words = self.spelling.containing(&self.postings, word);
            found.words.extend(words.map(|index| (index, SUBSTRING)));
        }
    }

    /// The two words that a word is composed of, if there are such words.
    fn split(&self, word: &str) -> Option<Vec<usize>> {
        (3..word.len().saturating_sub(2)).find_map(|position| {
            let (first, second) = word.split_at_checked(position)?;
            Some(vec![self.exact(first)?, self.exact(second)?])
        })
    }

    fn correct(&self, word: &str, found: &mut Expansion) {
        let (mut nearest, distance) = self.spelling.nearest(&self.postings, word);
        let quality = CORRECTED.get(distance).copied().unwrap_or_default();
        for _ in 0..MAX_CORRECTIONS {
            let indices = 0..nearest.len();
            let count = |index: &usize| nearest.get(*index).map(|word| self.postings.count(*word));
            let Some(most_frequent) = indices.rev().max_by_key(count) else {
                break;
            };
            found
                .words
                .push((nearest.swap_remove(most_frequent), quality));
        }
        if let Some((first, _)) = found.words.first() {
            found.corrected = Some(self.postings.word(*first).to_owned());
        }
    }
}

impl Expansion {
    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.together.is_empty()
    }

    /// The quality of the match of [`Expansion::together`].
    pub(super) const TOGETHER: f32 = PARTS;
}

/// A word without its suffix, if at least four letters remain.
pub(super) fn stem(word: &str) -> Option<&str> {
    let letters = word.bytes().all(|byte| byte.is_ascii_lowercase());
    let stems = SUFFIXES
        .iter()
        .filter_map(|suffix| word.strip_suffix(suffix));
    stems.into_iter().find(|stem| letters && stem.len() >= 4)
}
