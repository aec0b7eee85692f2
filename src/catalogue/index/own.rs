//! The words that a feature brings itself: those of its title, names, aliases
//! and numbers. The entry point is [`OwnWords::of`].
//!
//! The page has all of this anyway; an index that repeated it would be twice as
//! large.

use super::{Fields, is_common, joined, lexemes};
use crate::catalogue::model::Feature;
use crate::document::plain_text;

/// The words of all features in order, each with where in which feature it
/// stands.
#[derive(Default)]
pub(super) struct OwnWords {
    text: String,
    entries: Vec<Entry>,
}

/// A word in the text of all of them.
#[derive(Clone, Copy)]
struct Entry {
    /// The first eight bytes, which tell most words apart.
    beginning: u64,
    start: u32,
    end: u32,
    feature: u16,
    fields: Fields,
}

/// How many words of a title say what it is about.
const SUBJECT_WORDS: usize = 2;

impl OwnWords {
    pub fn of(features: &[Feature]) -> Self {
        let mut words = Self::default();
        // A posting has two bytes for its feature; no catalogue of Python 3
        // comes near to that.
        for (feature, number) in features.iter().zip(0..=u16::MAX) {
            of(feature, |word, fields| words.push(&word, number, fields));
        }
        let text = words.text.as_bytes();
        let rest = |entry: &Entry| text.get(entry.start as usize..entry.end as usize);
        words.entries.sort_unstable_by(|a, b| {
            let by_beginning = a.beginning.cmp(&b.beginning);
            let by_word = by_beginning.then_with(|| rest(a).cmp(&rest(b)));
            by_word.then(a.feature.cmp(&b.feature))
        });
        words
    }

    fn push(&mut self, word: &str, feature: u16, fields: Fields) {
        let start = self.text.len() as u32;
        self.text.push_str(word);
        let mut beginning = [0; 8];
        for (place, byte) in beginning.iter_mut().zip(word.bytes()) {
            *place = byte;
        }
        self.entries.push(Entry {
            beginning: u64::from_be_bytes(beginning),
            start,
            end: self.text.len() as u32,
            feature,
            fields,
        });
    }

    /// The words in order, each with a feature and its places in it.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u16, Fields)> {
        self.entries.iter().map(|entry| {
            let word = self.text.get(entry.start as usize..entry.end as usize);
            (word.unwrap_or_default(), entry.feature, entry.fields)
        })
    }
}

/// The words of one feature, some of them more than once.
pub(super) fn of(feature: &Feature, mut add: impl FnMut(String, Fields)) {
    let title = plain_text(&feature.title);
    let mut left = SUBJECT_WORDS;
    for lexeme in lexemes(&title) {
        let mut place = Fields::TITLE;
        if left > 0 && !is_common(&lexeme.text.to_ascii_lowercase()) {
            left -= 1;
            place = place | Fields::SUBJECT;
        }
        split(lexeme.text, place, &mut add);
    }
    for name in &feature.names {
        split(name, Fields::PART, &mut add);
        match name.rsplit_once('.') {
            Some((_, last)) => add(joined(last), Fields::LAST),
            None => add(joined(name), Fields::EXACT | Fields::LAST),
        }
    }
    if let Some(module) = &feature.module {
        split(module, Fields::PART, &mut add);
    }
    for pep in &feature.peps {
        add("pep".to_owned(), Fields::PART);
        let number = pep.0.to_string();
        // What is the PEP comes before what only has to do with it.
        let is_it = feature.slug.strip_prefix("pep-") == Some(&number);
        let place = if is_it { Fields::EXACT } else { Fields::LAST };
        add(number, place);
    }
    for alias in &feature.aliases {
        add_alias(alias, &mut add);
    }
}

/// Adds every word of a text and what each is made of.
pub(super) fn split(text: &str, place: Fields, add: &mut impl FnMut(String, Fields)) {
    for segment in lexemes(text).flat_map(|lexeme| lexeme.segments()) {
        for part in segment.parts {
            add(part, place);
        }
        if !segment.whole.is_empty() {
            add(segment.whole, place);
        }
    }
}

/// An alias is found whole and by each of its words.
pub(super) fn add_alias(alias: &str, add: &mut impl FnMut(String, Fields)) {
    split(alias, Fields::PART, add);
    add(joined(alias), Fields::EXACT);
}
