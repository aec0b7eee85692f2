//! The words of a feature's title, names, aliases, and PEP numbers. The entry
//! point is [`OwnWords::add`].
//!
//! The page has these anyway, and an index with them would be twice as large.
//! The page indexes them when it starts, reading each text once.

use super::interned::Words;
use super::{Fields, is_common, joined, lexemes};
use crate::model::Feature;
use crate::names::Names;
use document::plain_text;

/// These words of all features, and the titles.
#[derive(Default)]
pub struct OwnWords {
    pub(super) words: Words,
    pub(super) titles: Titles,
}

/// The titles of features, each joined into one word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Titles {
    text: String,
    /// For each title, its end offset and its number of words.
    ends: Vec<(u32, u16)>,
}

/// The number of words that make up the subject of a title.
const SUBJECT_WORDS: usize = 2;

impl OwnWords {
    /// Indexes the next features of the catalogue with their names and returns
    /// how many there were.
    pub fn add<'a>(&mut self, features: impl Iterator<Item = (&'a Feature, &'a Names)>) -> usize {
        // Postings store features as `u16`; no catalogue of Python 3 comes
        // close to the limit.
        let before = self.features();
        let Self { words, titles } = self;
        for ((feature, names), number) in features.zip(before..=usize::from(u16::MAX)) {
            collect_words(feature, names, titles, &mut |word, fields| {
                words.add(word, number as u16, fields);
            });
        }
        self.features() - before
    }

    /// The number of features indexed so far.
    pub fn features(&self) -> usize {
        self.titles.len()
    }

    /// Sorts the words, after all features have been added.
    pub fn sort(&mut self) {
        self.words.sort();
    }
}

impl Titles {
    /// The title of a feature.
    pub(super) fn text(&self, feature: usize) -> &str {
        let end = |feature: usize| self.ends.get(feature).map_or(0, |(end, _)| *end as usize);
        let start = feature.checked_sub(1).map_or(0, end);
        self.text.get(start..end(feature)).unwrap_or_default()
    }

    /// The number of words in a title.
    pub(super) fn length(&self, feature: usize) -> usize {
        self.ends
            .get(feature)
            .map_or(0, |(_, length)| usize::from(*length))
    }

    /// The number of titles.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
}

/// Calls `add` with the words of one feature, some of them repeatedly, and
/// appends its title to `titles`.
pub(super) fn collect_words(
    feature: &Feature,
    names: &Names,
    titles: &mut Titles,
    add: &mut dyn FnMut(&str, Fields),
) {
    let title = plain_text(&feature.title);
    let mut left = SUBJECT_WORDS;
    let mut length = 0u16;
    for lexeme in lexemes(&title) {
        let mut place = Fields::TITLE;
        if left > 0 && !is_common(&lexeme.text.to_ascii_lowercase()) {
            left -= 1;
            place = place | Fields::SUBJECT;
        }
        length = length.saturating_add(1);
        lexeme.each_word(&mut |word, is_whole| {
            add(word, place);
            if is_whole {
                titles.text.push_str(word);
            }
        });
    }
    titles.ends.push((titles.text.len() as u32, length));
    for name in &names.qualified {
        split(name, Fields::PART, add);
        match name.rsplit_once('.') {
            Some((_, last)) => add(&joined(last), Fields::LAST),
            None => add(&joined(name), Fields::EXACT | Fields::LAST),
        }
    }
    if let Some(module) = &feature.module {
        split(module, Fields::PART, add);
    }
    for pep in &feature.peps {
        add("pep", Fields::PART);
        let number = pep.0.to_string();
        // The feature of the PEP ranks above features that only refer to it.
        let is_it = feature.slug.strip_prefix("pep-") == Some(&number);
        let place = if is_it { Fields::EXACT } else { Fields::LAST };
        add(&number, place);
    }
    for alias in &names.aliases {
        add_alias(alias, add);
    }
}

/// Calls `add` with every word of a text and with its parts.
pub(super) fn split(text: &str, place: Fields, add: &mut dyn FnMut(&str, Fields)) {
    for lexeme in lexemes(text) {
        lexeme.each_word(&mut |word, _| add(word, place));
    }
}

/// An alias matches as a whole and by each of its words.
pub(super) fn add_alias(alias: &str, add: &mut dyn FnMut(&str, Fields)) {
    split(alias, Fields::PART, add);
    add(&joined(alias), Fields::EXACT);
}
