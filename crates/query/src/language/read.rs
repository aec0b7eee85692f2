//! Reads what stands in the search box. The entry point is [`read`].

#[cfg(test)]
mod tests;

use crate::chunks::{Chunk, ChunkKind, chunks};
use crate::facets::packages;
use crate::field::Field;
use crate::filter::Query;
use crate::search::distance;
use catalogue::Catalogue;
use std::ops::Range;

/// A query as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// What the text asks for.
    pub query: Query,
    /// In the order in which they stand.
    pub terms: Vec<Term>,
    /// What made no sense; the rest of the query works all the same.
    pub problems: Vec<Problem>,
}

/// A stretch of a query and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// In bytes.
    pub span: Range<usize>,
    /// What it is.
    pub role: Role,
}

/// What a stretch of a query is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A filter and its values.
    Filter(Field),
    /// A word to search for.
    Word,
    /// Words between quotation marks.
    Phrase,
    /// A word that must not occur.
    Excluded,
    /// `OR` between two alternatives.
    Or,
}

/// A stretch of a query that makes no sense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// In bytes.
    pub span: Range<usize>,
    /// What is wrong and what to write instead, as a sentence without a full
    /// stop.
    pub message: String,
}

/// Reads a query over a catalogue, whose documents and modules it may name.
pub fn read(text: &str, catalogue: &Catalogue) -> Reading {
    let mut reader = Reader {
        catalogue,
        reading: Reading::default(),
        words: Vec::new(),
    };
    for chunk in chunks(text) {
        reader.read(&chunk, text);
    }
    let Reader {
        mut reading, words, ..
    } = reader;
    reading.query.text = words.join(" ");
    reading
}

struct Reader<'a> {
    catalogue: &'a Catalogue,
    reading: Reading,
    /// What is left for the search.
    words: Vec<&'a str>,
}

impl<'a> Reader<'a> {
    fn read(&mut self, chunk: &Chunk<'a>, text: &'a str) {
        let role = match chunk.kind {
            ChunkKind::Phrase if !chunk.is_excluded => Role::Phrase,
            ChunkKind::Or => Role::Or,
            _ if chunk.is_excluded => Role::Excluded,
            _ => Role::Word,
        };
        if chunk.kind == ChunkKind::Plain
            && let Some((key, value)) = chunk.text.split_once(':')
        {
            if let Some(field) = Field::of_key(key) {
                self.filter(field, value, chunk);
                return;
            }
            if self.is_slip(key, value, &chunk.span) {
                return;
            }
        }
        self.words.extend(text.get(chunk.span.clone()));
        self.term(chunk, role);
    }

    fn term(&mut self, chunk: &Chunk, role: Role) {
        let span = chunk.span.clone();
        self.reading.terms.push(Term { span, role });
    }

    fn problem(&mut self, span: &Range<usize>, message: String) {
        let span = span.clone();
        self.reading.problems.push(Problem { span, message });
    }

    /// Whether a word before a colon was meant to be a field; that it is none
    /// is told in any case.
    fn is_slip(&mut self, key: &str, value: &str, span: &Range<usize>) -> bool {
        let is_name = key.len() > 1 && key.bytes().all(|b| b.is_ascii_alphabetic());
        if !is_name || value.starts_with(['/', '=', ':']) {
            return false;
        }
        let lower = key.to_ascii_lowercase();
        let near = Field::ALL
            .into_iter()
            .filter_map(|field| Some((distance(&lower, field.key(), 2)?, field)))
            .filter(|(distance, field)| distance * 2 <= field.key().len())
            .min_by_key(|(distance, _)| *distance);
        if let Some((_, field)) = near {
            let meant = field.key();
            self.problem(
                span,
                format!("`{key}:` is no field; did you mean `{meant}:`?"),
            );
            return true;
        }
        if !value.is_empty() {
            let keys = Field::ALL.map(Field::key).join(", ");
            self.problem(
                span,
                format!("`{key}:` is no field and was looked for as a word; fields are {keys}"),
            );
        }
        false
    }

    fn filter(&mut self, field: Field, value: &str, chunk: &Chunk) {
        self.term(chunk, Role::Filter(field));
        if chunk.is_excluded {
            let key = field.key();
            self.problem(
                &chunk.span,
                format!("a minus excludes words, not filters; `-{key}:` was left out"),
            );
            return;
        }
        let is_single = matches!(field, Field::Version | Field::In);
        if is_single && !value.is_empty() && !field.value(&self.reading.query).is_empty() {
            let key = field.key();
            self.problem(
                &chunk.span,
                format!("`{key}:` stands twice; the last one counts"),
            );
        }
        let value = match field {
            Field::Module => self.known(value, &chunk.span, "module", Self::module),
            Field::Doc => self.known(value, &chunk.span, "document", Self::document),
            _ => value.to_owned(),
        };
        if value.is_empty() {
            return;
        }
        for error in field.set(&value, &mut self.reading.query) {
            self.problem(&chunk.span, error.to_string());
        }
    }

    /// The values of a list that the catalogue has, as it writes them.
    fn known(
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
                None => self.problem(span, format!("no feature has a {what} `{value}`")),
            }
        }
        found.join(",")
    }

    fn module(&self, name: &str) -> Option<String> {
        let features = self.catalogue.features.iter();
        let mut modules = features
            .filter_map(|feature| feature.module.as_deref())
            .flat_map(packages);
        let known = modules.find(|module| module.eq_ignore_ascii_case(name));
        known.map(str::to_owned)
    }

    /// A document by its slug, its file's name, or the beginning of either.
    fn document(&self, name: &str) -> Option<String> {
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
