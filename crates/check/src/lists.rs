//! What is known besides the table of names. The entry point is [`Lists::parse`].

use crate::types::{Types, TypesError};
use bundle::{EncodeError, File, Part, encode};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use terms::{Series, Versions};

/// The texts of the files `types.txt`, `generics.txt` and `older.txt` of `assets/api`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListTexts {
    /// The bases of classes, and the types that functions return.
    pub types: String,
    /// The classes that can be subscripted, with the versions.
    pub generics: String,
    /// Since when what the oldest surveyed version has exists.
    pub older: String,
}

/// What a browser needs to know of the standard library besides the table of names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnowledgeFiles {
    /// The paths of the parts of the bundle that hold the table of names together.
    pub tables: Vec<String>,
    /// The texts of the lists.
    pub lists: ListTexts,
}

/// The part of the bundle with what is known besides the table of names.
pub fn part() -> Part<KnowledgeFiles> {
    Part::at("check.bin")
}

/// Encodes the part.
///
/// # Errors
/// If it cannot be encoded.
pub fn write(files: &KnowledgeFiles) -> Result<File, EncodeError> {
    encode(&part(), files)
}

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
    /// Parses the texts. `newest` is the newest version of the table of names, to which a
    /// range without an end reaches.
    ///
    /// # Errors
    ///
    /// If a line is malformed.
    pub fn parse(texts: &ListTexts, newest: Series) -> Result<Self, ListsError> {
        let ListTexts {
            types,
            generics,
            older,
        } = texts;
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
