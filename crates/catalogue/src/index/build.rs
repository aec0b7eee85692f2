//! Builds the index of a catalogue. The entry point is [`Index::of`].

use super::own::{self, Titles};
use super::{Fields, Index, Shape, is_common, joined, lexemes};
use crate::model::{FeatureText, Library};
use crate::thesaurus::Thesaurus;
use document::{Block, Inline, plain_text};
use std::collections::{BTreeMap, HashMap, HashSet};
use terms::Kind;

impl Index {
    /// Builds the index of a library's features from their names, texts and PEPs, and the
    /// thesaurus. An index that the library has already does not matter.
    pub fn of(library: &Library, thesaurus: &Thesaurus) -> Self {
        let texts: HashMap<&str, &FeatureText> = library
            .feature_texts
            .values()
            .flatten()
            .map(|text| (text.slug.as_str(), text))
            .collect();
        let peps: HashMap<_, _> = library.peps.iter().map(|pep| (pep.number, pep)).collect();
        let origins = origins(library);
        let mut words = BTreeMap::new();
        for ((feature, names), number) in library.named().zip(0..=u16::MAX) {
            let mut known = HashSet::new();
            own::collect_words(feature, names, &mut Titles::default(), &mut |word, _| {
                known.insert(word.to_owned());
            });
            let mut entry = Entry {
                words: &mut words,
                known,
                feature: number,
            };
            for name in origins.get(&number).into_iter().flatten() {
                entry.add_word(&joined(name), Fields::ORIGIN);
            }
            for alias in thesaurus.aliases(feature) {
                own::add_alias(alias, &mut |word, place| entry.add_word(word, place));
            }
            for word in thesaurus.synonyms(feature) {
                entry.add(word, Fields::PART);
            }
            for pep in feature.peps.iter().filter_map(|pep| peps.get(pep)) {
                entry.add(&pep.title, Fields::PEP_TITLE);
            }
            if let Some(text) = texts.get(feature.slug.as_str()) {
                entry.add_statements(text);
            }
        }
        let words = words.iter().map(|(word, postings): (&String, &Found)| {
            let postings = postings.iter();
            (
                word.as_str(),
                postings.map(|(feature, fields)| (*feature, *fields)),
            )
        });
        Self::pack(words)
    }
}

/// For each feature, the last parts of the names that it added and that other
/// features have as well: it ranks first in a search for them.
fn origins(library: &Library) -> BTreeMap<u16, Vec<&str>> {
    let mut holders: BTreeMap<&str, Vec<u16>> = BTreeMap::new();
    for ((feature, names), number) in library.named().zip(0..=u16::MAX) {
        let module = feature.module.as_deref().filter(|module| {
            let title = plain_text(&feature.title);
            lexemes(&title).next().map(|lexeme| lexeme.text) == Some(module)
        });
        for name in names.qualified.iter().map(String::as_str).chain(module) {
            holders.entry(name).or_default().push(number);
        }
    }
    let mut origins: BTreeMap<u16, Vec<&str>> = BTreeMap::new();
    for (name, holders) in holders {
        // The newest come first.
        let added = |number: &&u16| {
            let feature = library.catalogue.features.get(usize::from(**number));
            feature.is_some_and(|feature| feature.kind == Kind::Added)
        };
        if let (Some(origin), true) = (holders.iter().rev().find(added), holders.len() > 1) {
            let last = name.rsplit('.').next().unwrap_or(name);
            origins.entry(*origin).or_default().push(last);
        }
    }
    origins
}

/// The features that contain a word.
type Found = BTreeMap<u16, Fields>;

/// Adds one feature to the index.
struct Entry<'a> {
    words: &'a mut BTreeMap<String, Found>,
    /// The words of the feature's title and names, which [`own`] indexes.
    known: HashSet<String>,
    feature: u16,
}

impl Entry<'_> {
    fn add_word(&mut self, word: &str, place: Fields) {
        let is_name = place.has(Fields::EXACT | Fields::PART | Fields::ORIGIN);
        if word.is_empty() || !is_name && !self.is_informative(word) {
            return;
        }
        let fields = self.words.entry(word.to_owned()).or_default();
        let fields = fields.entry(self.feature).or_default();
        *fields = *fields | place;
    }

    /// Whether to index a word of running text.
    fn is_informative(&self, word: &str) -> bool {
        // A single letter is more often a variable of an example than a search
        // term.
        let is_letter = word.len() == 1 && word.bytes().all(|b| b.is_ascii_alphanumeric());
        !is_letter && !is_common(word) && !self.known.contains(word)
    }

    fn add(&mut self, text: &str, place: Fields) {
        own::split(text, place, &mut |word, place| self.add_word(word, place));
    }

    /// Adds running text, in which symbols are punctuation, not operators.
    fn add_text(&mut self, text: &str) {
        for lexeme in lexemes(text) {
            if lexeme.shape != Shape::Symbol {
                self.add(lexeme.text, Fields::TEXT);
            }
        }
    }

    fn add_statements(&mut self, text: &FeatureText) {
        for said in &text.statements {
            self.add_blocks(&said.summary);
        }
        self.add_inlines(&text.instead);
        for event in &text.history {
            self.add_inlines(&event.text);
        }
    }

    fn add_blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { content, .. } | Block::Paragraph(content) => {
                    self.add_inlines(content);
                }
                Block::List { items, .. } => items.iter().for_each(|item| self.add_blocks(item)),
                Block::Quote(inner) => self.add_blocks(inner),
                Block::Table { head, rows } => {
                    let cells = head.iter().chain(rows.iter().flatten());
                    cells.for_each(|cell| self.add_inlines(cell));
                }
                // Code examples have made-up names, and claims repeat the text.
                Block::Code { .. } | Block::Repair(_) | Block::Claim { .. } | Block::Rule => {}
            }
        }
    }

    fn add_inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(text) => self.add_text(text),
                Inline::Code(text) => {
                    self.add(text, Fields::TEXT);
                }
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Strikethrough(inner)
                | Inline::Link { content: inner, .. } => self.add_inlines(inner),
                Inline::Break => {}
            }
        }
    }
}
