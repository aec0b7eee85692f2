//! Builds the index of a catalogue. The entry point is [`Index::build`].

use super::{Fields, Index, is_common, joined, lexemes};
use crate::catalogue::model::{Feature, FeatureText, Pep};
use crate::catalogue::thesaurus::Thesaurus;
use crate::document::{Block, Inline, plain_text};
use crate::terms::Series;
use std::collections::{BTreeMap, HashMap};

/// How many words of a title say what it is about.
const SUBJECT_WORDS: usize = 2;

impl Index {
    /// The index of features in their order, with the texts and PEPs that they
    /// refer to.
    pub fn build(
        features: &[Feature],
        texts: &BTreeMap<Series, Vec<FeatureText>>,
        peps: &[Pep],
        thesaurus: &Thesaurus,
    ) -> Self {
        let texts: HashMap<&str, &FeatureText> = texts
            .values()
            .flatten()
            .map(|text| (text.slug.as_str(), text))
            .collect();
        let peps: HashMap<_, _> = peps.iter().map(|pep| (pep.number, pep)).collect();
        let mut words = BTreeMap::new();
        let mut lengths = Vec::new();
        // A posting has two bytes for its feature; no catalogue of Python 3
        // comes near to that.
        for (feature, number) in features.iter().zip(0..=u16::MAX) {
            let mut entry = Entry {
                words: &mut words,
                feature: number,
                length: 0,
            };
            entry.add_title(&feature.title);
            for name in &feature.names {
                entry.add_name(name);
            }
            if let Some(module) = &feature.module {
                entry.add(module, Fields::PART);
            }
            for pep in &feature.peps {
                entry.add_word("pep".to_owned(), Fields::PART);
                entry.add_word(pep.0.to_string(), Fields::EXACT);
                if let Some(pep) = peps.get(pep) {
                    entry.add_text(&pep.title, Fields::PEP_TITLE);
                }
            }
            for alias in thesaurus.aliases(feature) {
                entry.add_alias(alias);
            }
            for word in thesaurus.synonyms(feature) {
                entry.add(word, Fields::PART);
            }
            if let Some(text) = texts.get(feature.slug.as_str()) {
                entry.add_statements(text);
            }
            lengths.push(entry.length);
        }
        let words = words.iter().map(|(word, postings): (&String, &Found)| {
            let postings = postings.iter();
            (
                word.as_str(),
                postings.map(|(feature, fields)| (*feature, *fields)),
            )
        });
        Self::pack(words, lengths)
    }
}

/// The features that a word stands in.
type Found = BTreeMap<u16, Fields>;

/// One feature on its way into the index.
struct Entry<'a> {
    words: &'a mut BTreeMap<String, Found>,
    feature: u16,
    length: u8,
}

impl Entry<'_> {
    fn add_word(&mut self, word: String, place: Fields) {
        // A word of one letter is a variable of an example more often than
        // anything one looks for.
        let letter = word.len() == 1 && word.bytes().all(|b| b.is_ascii_alphanumeric());
        let running = place.has(Fields::LEAD) || place.has(Fields::TEXT);
        if word.is_empty() || running && (letter || is_common(&word)) {
            return;
        }
        let fields = self.words.entry(word).or_default();
        let fields = fields.entry(self.feature).or_default();
        *fields = *fields | place;
    }

    /// Adds every word of a text and what each is made of.
    fn add(&mut self, text: &str, place: Fields) {
        for segment in lexemes(text).flat_map(|lexeme| lexeme.segments()) {
            for part in segment.parts {
                self.add_word(part, place);
            }
            self.add_word(segment.whole, place);
        }
    }

    fn add_title(&mut self, title: &[Inline]) {
        let text = plain_text(title);
        self.add(&text, Fields::TITLE);
        let about = lexemes(&text).filter(|lexeme| !is_common(&lexeme.text.to_ascii_lowercase()));
        for lexeme in about.take(SUBJECT_WORDS) {
            self.add(lexeme.text, Fields::SUBJECT);
        }
    }

    fn add_name(&mut self, name: &str) {
        self.add(name, Fields::PART);
        match name.rsplit_once('.') {
            Some((_, last)) => self.add_word(joined(last), Fields::LAST),
            None => self.add_word(joined(name), Fields::EXACT | Fields::LAST),
        }
    }

    fn add_alias(&mut self, alias: &str) {
        self.add(alias, Fields::PART);
        self.add_word(joined(alias), Fields::EXACT);
    }

    /// Running text: operators in it are punctuation.
    fn add_text(&mut self, text: &str, place: Fields) {
        for lexeme in lexemes(text) {
            self.length = self.length.saturating_add(1);
            if lexeme.shape != super::Shape::Symbol {
                self.add(lexeme.text, place);
            }
        }
    }

    fn add_statements(&mut self, text: &FeatureText) {
        for said in &text.statements {
            let mut place = Fields::LEAD;
            for block in &said.summary {
                self.add_block(block, place);
                place = Fields::TEXT;
            }
        }
    }

    fn add_block(&mut self, block: &Block, place: Fields) {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => {
                self.add_inlines(content, place);
            }
            Block::List { items, .. } => {
                for block in items.iter().flatten() {
                    self.add_block(block, Fields::TEXT);
                }
            }
            Block::Quote(inner) => {
                for block in inner {
                    self.add_block(block, Fields::TEXT);
                }
            }
            Block::Table { head, rows } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    self.add_inlines(cell, Fields::TEXT);
                }
            }
            // An example shows made-up names, and a claim repeats the text.
            Block::Code { .. } | Block::Claim { .. } | Block::Rule => {}
        }
    }

    fn add_inlines(&mut self, content: &[Inline], place: Fields) {
        for inline in content {
            match inline {
                Inline::Text(text) => self.add_text(text, place),
                Inline::Code(text) => {
                    self.length = self.length.saturating_add(1);
                    self.add(text, place);
                }
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Strikethrough(inner)
                | Inline::Link { content: inner, .. } => self.add_inlines(inner, place),
                Inline::Break => {}
            }
        }
    }
}
