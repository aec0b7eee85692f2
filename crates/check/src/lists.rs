//! What is known besides the table of names. The entry point is [`Lists::parse`].

use crate::types::{Types, TypesError};
use rustc_hash::FxHashMap;
use terms::{Series, Versions};

/// What is known besides the table of names, from the files `types.txt`, `generics.txt` and
/// `older.txt` of `assets/api`.
#[derive(Debug, Default)]
pub struct Lists {
    pub(crate) types: Types,
    /// The classes that can be subscripted, with the versions.
    pub(crate) generics: FxHashMap<Box<str>, Versions>,
    /// Since when what the oldest surveyed version has exists, and since when parameters.
    pub(crate) older: FxHashMap<Box<str>, Series>,
}

/// A line that is malformed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ListsError {
    /// In `types.txt`.
    #[error("types.txt, {0}")]
    Types(#[from] TypesError),
    /// In another list.
    #[error("{file}, line {line}: `{text}` is not {expected}")]
    Line {
        /// The name of the file.
        file: &'static str,
        /// Counted from 1.
        line: usize,
        /// The first 80 characters of the line.
        text: String,
        /// What was expected.
        expected: &'static str,
    },
}

impl Lists {
    /// Parses the three files. `newest` is the newest version of the table of names, to which
    /// a range without an end reaches.
    ///
    /// # Errors
    ///
    /// If a line is malformed.
    pub fn parse(
        types: &str,
        generics: &str,
        older: &str,
        newest: Series,
    ) -> Result<Self, ListsError> {
        let class = "a class with versions, as in `list 3.9-`";
        let name = "a name with a version, as in `enum 3.4`";
        Ok(Self {
            types: Types::parse(types)?,
            generics: pairs(generics, "generics.txt", class, |text| {
                Versions::parse(text, newest).ok()
            })?,
            older: pairs(older, "older.txt", name, |text| text.parse().ok())?,
        })
    }
}

/// Parses lines of a name and a value.
fn pairs<T>(
    text: &str,
    file: &'static str,
    expected: &'static str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<FxHashMap<Box<str>, T>, ListsError> {
    let lines = text.lines().enumerate().map(|(index, line)| {
        let pair = line.rsplit_once(' ');
        let pair = pair.and_then(|(name, value)| Some((name.into(), parse(value)?)));
        pair.ok_or_else(|| ListsError::Line {
            file,
            line: index + 1,
            text: line.chars().take(80).collect(),
            expected,
        })
    });
    lines.collect()
}
