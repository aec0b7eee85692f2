//! The source positions of blocks and headings, which the builder records.

use crate::attribute::{Form, RawAttribute, words_at};
use crate::lines::Lines;
use crate::{Block, LocalLink, Position, StatedClaim};
use pulldown_cmark::CowStr;
use std::collections::{HashMap, VecDeque};
use std::ops::Range;

/// The body of a document with source positions.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub blocks: Vec<Block>,
    /// The positions of the blocks.
    pub places: Vec<Place>,
    /// The top-level headings.
    pub headings: Vec<HeadingPlace>,
    /// The claims, each with the index of its top-level block.
    pub claims: Vec<(usize, StatedClaim)>,
    pub local_links: Vec<LocalLink>,
    pub flattened: bool,
}

/// The source position of a top-level block.
#[derive(Debug)]
pub(crate) struct Place {
    pub line: u32,
    /// The lines on which the list items within it start, in order.
    pub item_lines: Vec<u32>,
}

/// The source position and attributes of a top-level heading.
#[derive(Debug)]
pub(crate) struct HeadingPlace {
    /// Its index among the blocks.
    pub block: usize,
    pub start: Position,
    pub id: Option<String>,
    /// The position of the id.
    pub id_position: Option<Position>,
    /// The attributes in braces, then those in the block below it.
    pub attributes: Vec<RawAttribute>,
}

/// The braces at the end of a heading.
pub(super) struct Braces<'a> {
    /// The words in them, each with its offsets in the source in order.
    words: HashMap<&'a str, VecDeque<usize>>,
    lines: &'a Lines<'a>,
    /// The position of the heading, used for words that are not found.
    start: Position,
}

impl<'a> Braces<'a> {
    /// Finds the braces in the source of a heading.
    pub(super) fn find(lines: &'a Lines<'a>, source: &'a str, range: &Range<usize>) -> Self {
        let heading = source.get(range.clone()).unwrap_or_default();
        let start = lines.position(range.start);
        let mut words: HashMap<&str, VecDeque<usize>> = HashMap::new();
        if let Some(open) = heading.rfind('{') {
            let mut at = range.start + open + 1;
            let inner = heading.get(open + 1..).unwrap_or_default();
            let inner = inner.split('}').next().unwrap_or_default();
            for word in inner.split(|c: char| c.is_ascii_whitespace()) {
                if !word.is_empty() {
                    words.entry(word).or_default().push_back(at);
                }
                at += word.len() + 1;
            }
        }
        Self {
            words,
            lines,
            start,
        }
    }

    /// Removes the first occurrence of a word and returns its position.
    fn take(&mut self, word: &str) -> Position {
        match self.words.get_mut(word).and_then(VecDeque::pop_front) {
            Some(at) => self.lines.position(at),
            None => self.start,
        }
    }

    /// The position of an id, including its `#`.
    pub(super) fn id(&mut self, id: &str) -> Position {
        self.take(&format!("#{id}"))
    }

    /// The attributes of the heading; a class keeps its dot, so that
    /// diagnostics show it as written.
    pub(super) fn attributes(
        mut self,
        classes: &[CowStr<'_>],
        attributes: &[(CowStr<'_>, Option<CowStr<'_>>)],
    ) -> Vec<RawAttribute> {
        let mut raw = Vec::new();
        for class in classes {
            let key = format!(".{class}");
            raw.push(self.attribute(key, None));
        }
        for (key, value) in attributes {
            let value = value.as_ref().map(ToString::to_string);
            raw.push(self.attribute(key.to_string(), value));
        }
        raw
    }

    fn attribute(&mut self, key: String, value: Option<String>) -> RawAttribute {
        let (position, words) = match &value {
            None => (self.take(&key), Vec::new()),
            Some(value) => {
                let position = self.take(&format!("{key}={value}"));
                let before = key.chars().count() + 1;
                (position, words_at(value, position.right(before)))
            }
        };
        RawAttribute {
            key,
            value,
            position,
            words,
            form: Form::Braces,
        }
    }
}
