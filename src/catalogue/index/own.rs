//! The words that a feature brings itself: those of its title, names, aliases
//! and numbers. The entry point is [`words`].
//!
//! The page has all of this anyway; an index that repeated it would be twice as
//! large.

use super::{Fields, is_common, joined, lexemes};
use crate::catalogue::model::Feature;
use crate::document::plain_text;

/// A word and where in a feature it stands.
pub(super) struct OwnWord {
    pub word: String,
    pub feature: u16,
    pub fields: Fields,
}

/// How many words of a title say what it is about.
const SUBJECT_WORDS: usize = 2;

/// The words of all features, by word and feature.
pub(super) fn words(features: &[Feature]) -> Vec<OwnWord> {
    let mut words = Vec::new();
    // A posting has two bytes for its feature; no catalogue of Python 3 comes
    // near to that.
    for (feature, number) in features.iter().zip(0..=u16::MAX) {
        of(feature, |word, fields| {
            words.push(OwnWord {
                word,
                feature: number,
                fields,
            });
        });
    }
    words.sort_unstable_by(|a, b| (&a.word, a.feature).cmp(&(&b.word, b.feature)));
    words
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
