//! Parses the text of the search box. The entry point is [`parse`].

#[cfg(test)]
mod tests;

use crate::chunks::{Chunk, ChunkKind, chunks};
use crate::facets::with_packages;
use crate::field::Field;
use crate::filter::Query;
use crate::search::distance;
use catalogue::Catalogue;
use std::ops::Range;

/// The result of parsing a query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParsedQuery {
    /// The query.
    pub query: Query,
    /// The terms of the text, in order.
    pub terms: Vec<Term>,
    /// The problems. Parts with a problem are ignored or searched for as words.
    pub problems: Vec<Problem>,
}

/// A part of a query and its role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The position in the text, in bytes.
    pub span: Range<usize>,
    /// The role.
    pub role: Role,
}

/// The role of a part of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A filter and its values.
    Filter(Field),
    /// A word to search for.
    Word,
    /// Words in quotation marks.
    Phrase,
    /// A word that must not occur.
    Excluded,
    /// `OR` between two alternatives.
    Or,
}

/// A problem in a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The position in the text, in bytes.
    pub span: Range<usize>,
    /// What is wrong and what to write instead, without a full stop.
    pub message: String,
}

/// Parses a query. The names of documents and modules are looked up in the catalogue.
pub fn parse(text: &str, catalogue: &Catalogue) -> ParsedQuery {
    let mut parser = Parser {
        catalogue,
        is_report: terms::is_report(text),
        parsed: ParsedQuery::default(),
        words: Vec::new(),
    };
    for chunk in chunks(text) {
        parser.add(&chunk, text);
    }
    let Parser {
        mut parsed, words, ..
    } = parser;
    parsed.query.text = words.join(" ");
    parsed
}

struct Parser<'a> {
    catalogue: &'a Catalogue,
    /// Whether the words report an error, in which colons are not those of filters.
    is_report: bool,
    parsed: ParsedQuery,
    /// The parts that are not filters.
    words: Vec<&'a str>,
}

impl<'a> Parser<'a> {
    fn add(&mut self, chunk: &Chunk<'a>, text: &'a str) {
        let role = match chunk.kind {
            ChunkKind::Phrase if !chunk.is_excluded => Role::Phrase,
            ChunkKind::Or => Role::Or,
            _ if chunk.is_excluded => Role::Excluded,
            _ => Role::Word,
        };
        if chunk.kind == ChunkKind::Plain
            && let Some((key, value)) = chunk.text.split_once(':')
        {
            if let Some(field) = Field::from_key(key) {
                self.add_filter(field, value, chunk);
                return;
            }
            if !self.is_report && self.is_misspelled_field(key, value, &chunk.span) {
                return;
            }
        }
        self.words.extend(text.get(chunk.span.clone()));
        self.add_term(chunk, role);
    }

    fn add_term(&mut self, chunk: &Chunk, role: Role) {
        let span = chunk.span.clone();
        self.parsed.terms.push(Term { span, role });
    }

    fn add_problem(&mut self, span: &Range<usize>, message: String) {
        let span = span.clone();
        self.parsed.problems.push(Problem { span, message });
    }

    /// Whether a word before a colon is a misspelled field. Adds a problem if it is, or if
    /// it looks like an unknown field.
    fn is_misspelled_field(&mut self, key: &str, value: &str, span: &Range<usize>) -> bool {
        let is_name = key.len() > 1 && key.bytes().all(|b| b.is_ascii_alphabetic());
        if !is_name || value.starts_with(['/', '=', ':']) {
            return false;
        }
        let lower = key.to_ascii_lowercase();
        let similar = Field::ALL
            .into_iter()
            .filter_map(|field| Some((distance(&lower, field.key(), 2)?, field)))
            .filter(|(distance, field)| distance * 2 <= field.key().len())
            .min_by_key(|(distance, _)| *distance);
        if let Some((_, field)) = similar {
            let suggestion = field.key();
            self.add_problem(
                span,
                format!("unknown filter `{key}:`; did you mean `{suggestion}:`?"),
            );
            return true;
        }
        if !value.is_empty() {
            let keys = Field::ALL.map(Field::key).join(", ");
            self.add_problem(
                span,
                format!("unknown filter `{key}:`, searched for as a word; filters are {keys}"),
            );
        }
        false
    }

    fn add_filter(&mut self, field: Field, value: &str, chunk: &Chunk) {
        self.add_term(chunk, Role::Filter(field));
        if chunk.is_excluded {
            let key = field.key();
            self.add_problem(
                &chunk.span,
                format!("only words can be excluded; `-{key}:` was ignored"),
            );
            return;
        }
        let is_single = matches!(field, Field::Version | Field::In);
        if is_single && !value.is_empty() && !field.value(&self.parsed.query).is_empty() {
            let key = field.key();
            self.add_problem(
                &chunk.span,
                format!("`{key}:` is given twice; only the last one is used"),
            );
        }
        let value = match field {
            Field::Module => self.known_values(value, &chunk.span, "module", Self::find_module),
            Field::Doc => self.known_values(value, &chunk.span, "document", Self::find_document),
            _ => value.to_owned(),
        };
        if value.is_empty() {
            return;
        }
        for error in field.set(&value, &mut self.parsed.query) {
            self.add_problem(&chunk.span, error.to_string());
        }
    }

    /// The values of a list that exist in the catalogue, in the catalogue's spelling. Adds
    /// a problem for each of the others.
    fn known_values(
        &mut self,
        list: &str,
        span: &Range<usize>,
        what: &str,
        find: impl Fn(&Self, &str) -> Option<String>,
    ) -> String {
        let mut found = Vec::new();
        for value in list.split(',').filter(|value| !value.is_empty()) {
            match find(self, value) {
                Some(known) => found.push(known),
                None => self.add_problem(span, format!("no feature has a {what} `{value}`")),
            }
        }
        found.join(",")
    }

    /// A module or package by its name in either case.
    fn find_module(&self, name: &str) -> Option<String> {
        let features = self.catalogue.features.iter();
        let mut modules = features
            .filter_map(|feature| feature.module.as_deref())
            .flat_map(with_packages);
        let known = modules.find(|module| module.eq_ignore_ascii_case(name));
        known.map(str::to_owned)
    }

    /// A document by its slug, its file name, or a prefix of either.
    fn find_document(&self, name: &str) -> Option<String> {
        let slugs = || self.catalogue.documents.iter().map(|entry| &entry.slug);
        let file = |slug: &str| slug.rsplit('/').next().unwrap_or(slug).to_owned();
        let found = slugs()
            .find(|slug| *slug == name)
            .or_else(|| slugs().find(|slug| file(slug) == name))
            .or_else(|| slugs().find(|slug| slug.starts_with(name)))
            .or_else(|| slugs().find(|slug| file(slug).starts_with(name)));
        found.cloned()
    }
}
