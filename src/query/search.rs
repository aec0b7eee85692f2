//! Finds features by words. The entry points are [`Index::new`] and
//! [`Index::words`].
//!
//! Every word of the query has to stand in a feature, whole or as the
//! beginning of a word; where it stands decides how much it counts.

#[cfg(test)]
mod tests;

use crate::catalogue::{Catalogue, Feature};
use crate::document::plain_text;
use crate::terms::PepNumber;

/// The words of every feature with their weights.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Index {
    features: Vec<IndexedFeature>,
}

#[derive(Debug, Clone, PartialEq)]
struct IndexedFeature {
    words: Vec<(Box<str>, u32)>,
    /// The whole title in lower case, for finding phrases.
    title: Box<str>,
}

const NAME: u32 = 12;
const PEP: u32 = 12;
const TITLE: u32 = 10;
const MODULE: u32 = 8;
const PEP_TITLE: u32 = 3;
const WORD_OF_KIND: u32 = 2;
const LEAD: u32 = 1;
/// The title holds the whole query as it stands.
const PHRASE: u32 = 20;

impl Index {
    pub(super) fn new(catalogue: &Catalogue) -> Self {
        let features = catalogue
            .features
            .iter()
            .map(|feature| IndexedFeature::new(catalogue, feature))
            .collect();
        Self { features }
    }

    /// Splits a query's text into the words to look for.
    pub(super) fn words<'a>(&'a self, text: &str) -> Words<'a> {
        Words {
            index: self,
            words: words_of(text).flat_map(wanted).collect(),
            phrase: lower(text.trim().to_owned()),
        }
    }
}

impl IndexedFeature {
    fn new(catalogue: &Catalogue, feature: &Feature) -> Self {
        let title = lower(plain_text(&feature.title));
        let mut words = WordList::default();
        for name in &feature.names {
            words.add_name(name, NAME);
        }
        for pep in &feature.peps {
            words.add_whole(&pep.0.to_string(), PEP);
            words.add_whole("pep", WORD_OF_KIND);
            if let Some(pep) = catalogue.pep(*pep) {
                words.add_text(&pep.title, PEP_TITLE);
            }
        }
        for issue in &feature.issues {
            words.add_whole(&issue.to_string(), PEP);
            words.add_whole(&issue.number.to_string(), PEP);
        }
        words.add_text(&title, TITLE);
        if let Some(module) = &feature.module {
            words.add_name(module, MODULE);
        }
        if let Some(area) = feature.area {
            words.add_text(area.label(), WORD_OF_KIND);
        }
        words.add_whole(feature.kind.key(), WORD_OF_KIND);
        words.add_whole(&feature.series.to_string(), WORD_OF_KIND);
        words.add_text(&feature.lead, LEAD);
        Self {
            words: words.0,
            title: title.into(),
        }
    }

    /// How well one word of a query fits, if it does at all.
    fn score(&self, wanted: &str) -> Option<u32> {
        self.words
            .iter()
            .filter_map(|(word, weight)| match word.strip_prefix(wanted) {
                Some("") => Some(weight * 4),
                Some(_) => Some(weight * 2),
                None if wanted.len() > 3 && word.contains(wanted) => Some(*weight),
                None => None,
            })
            .max()
    }
}

/// The words of one query, ready to be looked for.
pub(super) struct Words<'a> {
    index: &'a Index,
    words: Vec<String>,
    phrase: String,
}

impl Words<'_> {
    /// How well a feature matches: `None` where a word is missing, and 0 where
    /// there is none to look for.
    pub(super) fn score(&self, feature: usize) -> Option<u32> {
        let indexed = self.index.features.get(feature)?;
        let mut score = 0;
        for word in &self.words {
            score += indexed.score(word)?;
        }
        if self.words.len() > 1 && indexed.title.contains(&self.phrase) {
            score += PHRASE;
        }
        Some(score)
    }
}

#[derive(Default)]
struct WordList(Vec<(Box<str>, u32)>);

impl WordList {
    fn add_whole(&mut self, word: &str, weight: u32) {
        self.0.push((lower(word.to_owned()).into(), weight));
    }

    fn add_text(&mut self, text: &str, weight: u32) {
        for word in words_of(text) {
            self.add_whole(word, weight);
            self.add_parts(word, weight);
        }
    }

    /// A qualified name is found whole and by each of its parts.
    fn add_name(&mut self, name: &str, weight: u32) {
        self.add_whole(name, weight);
        self.add_parts(name, weight);
    }

    fn add_parts(&mut self, word: &str, weight: u32) {
        let parts = || word.split(['.', '_', '-', '*', '/']).flat_map(humps);
        if parts().nth(1).is_some() {
            for part in parts().filter(|part| part.len() > 1) {
                self.add_whole(part, weight);
            }
        }
    }
}

/// The words of a text. What Python's names and operators are made of stays
/// inside a word.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || ",;:!?()[]{}\"'`“”‘’…".contains(c))
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty())
}

/// What to look for where a query has this word: a PEP written as one word,
/// such as `PEP-0649`, is found like one written as two.
fn wanted(word: &str) -> Vec<String> {
    let word = lower(word.to_owned());
    match word.parse::<PepNumber>() {
        Ok(pep) if word.starts_with("pep") => vec!["pep".to_owned(), pep.0.to_string()],
        _ => vec![word],
    }
}

/// Splits `TaskGroup` into `Task` and `Group`.
fn humps(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut before = rest.chars().next()?;
        let end = rest
            .char_indices()
            .skip(1)
            .find(|(_, c)| {
                let starts = c.is_ascii_uppercase() && before.is_ascii_lowercase();
                before = *c;
                starts
            })
            .map_or(rest.len(), |(index, _)| index);
        let (hump, after) = rest.split_at(end);
        rest = after;
        Some(hump)
    })
}

/// The texts are English and the names ASCII: the tables that other alphabets
/// need would be a good part of the page's code.
fn lower(mut text: String) -> String {
    text.make_ascii_lowercase();
    text
}
