//! The words that a feature brings itself: those of its title, names, aliases
//! and numbers. The entry point is [`OwnWords::add`].
//!
//! The page has all of this anyway; an index that repeated it would be twice as
//! large. It adds them while it starts, so each text is read once.

use super::interned::Words;
use super::{Fields, is_common, joined, lexemes};
use crate::model::Feature;
use crate::names::Names;
use document::plain_text;

/// The words of all features, and their titles.
#[derive(Default)]
pub struct OwnWords {
    pub(super) words: Words,
    pub(super) titles: Titles,
}

/// The titles of features, each written as one word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Titles {
    text: String,
    /// For each title, where it ends and how many words it has.
    ends: Vec<(u32, u16)>,
}

/// How many words of a title say what it is about.
const SUBJECT_WORDS: usize = 2;

impl OwnWords {
    /// Reads the next features of the catalogue, each with what it is called, and
    /// tells how many there were.
    pub fn add<'a>(&mut self, features: impl Iterator<Item = (&'a Feature, &'a Names)>) -> usize {
        // A posting has two bytes for its feature; no catalogue of Python 3
        // comes near to that.
        let before = self.features();
        let Self { words, titles } = self;
        for ((feature, names), number) in features.zip(before..=usize::from(u16::MAX)) {
            of(feature, names, titles, &mut |word, fields| {
                words.add(word, number as u16, fields);
            });
        }
        self.features() - before
    }

    /// How many features have been read.
    pub fn features(&self) -> usize {
        self.titles.len()
    }

    /// Puts everything in order, once all features have been read.
    pub fn sort(&mut self) {
        self.words.sort();
    }
}

impl Titles {
    /// A title, by its feature.
    pub(super) fn text(&self, feature: usize) -> &str {
        let end = |feature: usize| self.ends.get(feature).map_or(0, |(end, _)| *end as usize);
        let start = feature.checked_sub(1).map_or(0, end);
        self.text.get(start..end(feature)).unwrap_or_default()
    }

    /// How many words a title has.
    pub(super) fn length(&self, feature: usize) -> usize {
        self.ends
            .get(feature)
            .map_or(0, |(_, length)| usize::from(*length))
    }

    /// How many titles there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
}

/// The words of one feature, some of them more than once; its title is put
/// behind the others.
pub(super) fn of(
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
        // What is the PEP comes before what only has to do with it.
        let is_it = feature.slug.strip_prefix("pep-") == Some(&number);
        let place = if is_it { Fields::EXACT } else { Fields::LAST };
        add(&number, place);
    }
    for alias in &names.aliases {
        add_alias(alias, add);
    }
}

/// Adds every word of a text and what each is made of.
pub(super) fn split(text: &str, place: Fields, add: &mut dyn FnMut(&str, Fields)) {
    for lexeme in lexemes(text) {
        lexeme.each_word(&mut |word, _| add(word, place));
    }
}

/// An alias is found whole and by each of its words.
pub(super) fn add_alias(alias: &str, add: &mut dyn FnMut(&str, Fields)) {
    split(alias, Fields::PART, add);
    add(&joined(alias), Fields::EXACT);
}
