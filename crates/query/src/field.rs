//! The filters as links and the search box write them: a key and a value, such
//! as `version` and `3.12..3.14`. The entry points are [`Field::set`] and
//! [`Field::value`].

use super::filter::{Query, SeriesRange};
use std::str::FromStr;
use terms::{Series, TermError};

/// A filter by the key that it is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// `version:`, the versions that introduced a feature.
    Version,
    /// `in:`, a version that has it.
    In,
    /// `pep:`
    Pep,
    /// `status:`
    Status,
    /// `kind:`
    Kind,
    /// `area:`
    Area,
    /// `module:`
    Module,
    /// `has:`, what a feature's page contains.
    Has,
    /// `doc:`, a document that states it.
    Doc,
}

impl Field {
    /// Every filter, in the order in which links and the box write them.
    pub const ALL: [Self; 9] = [
        Self::Version,
        Self::In,
        Self::Pep,
        Self::Status,
        Self::Kind,
        Self::Area,
        Self::Module,
        Self::Has,
        Self::Doc,
    ];

    /// The word before the colon.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Version => "version",
            Self::In => "in",
            Self::Pep => "pep",
            Self::Status => "status",
            Self::Kind => "kind",
            Self::Area => "area",
            Self::Module => "module",
            Self::Has => "has",
            Self::Doc => "doc",
        }
    }

    /// What it asks for, as readers see it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Version => "introduced in a series or a range of them",
            Self::In => "usable in a series",
            Self::Pep => "belongs to a PEP",
            Self::Status => "status of its PEP",
            Self::Kind => "added, changed, deprecated or removed",
            Self::Area => "part of Python",
            Self::Module => "module of the standard library",
            Self::Has => "has a sample, a PEP, an issue, disputed claims",
            Self::Doc => "stated by a document",
        }
    }

    /// The filter that a key stands for, whatever its case.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|field| field.key().eq_ignore_ascii_case(key))
    }

    /// Sets the filter in a query; what is a list gets longer. Values without
    /// sense are left out, and what is wrong with each is told.
    pub fn set(self, value: &str, query: &mut Query) -> Vec<TermError> {
        match self {
            Self::Version => one(range(value), |range| query.introduced = range),
            Self::In => one(value.parse(), |series| query.usable_in = Some(series)),
            Self::Pep => each(value, &mut query.peps),
            Self::Status => each(value, &mut query.statuses),
            Self::Kind => each(value, &mut query.kinds),
            Self::Area => each(value, &mut query.areas),
            Self::Has => each(value, &mut query.contents),
            Self::Module => words(value, &mut query.modules),
            Self::Doc => words(value, &mut query.documents),
        }
    }

    /// The value that a query gives it; empty where it is not set.
    pub fn value(self, query: &Query) -> String {
        match self {
            Self::Version => range_text(query.introduced),
            Self::In => query.usable_in.map(text).unwrap_or_default(),
            Self::Pep => list(&query.peps, |pep| pep.0.to_string()),
            Self::Status => list(&query.statuses, text),
            Self::Kind => list(&query.kinds, text),
            Self::Area => list(&query.areas, text),
            Self::Has => list(&query.contents, text),
            Self::Module => query.modules.join(","),
            Self::Doc => query.documents.join(","),
        }
    }
}

fn one<T>(value: Result<T, TermError>, set: impl FnOnce(T)) -> Vec<TermError> {
    match value {
        Ok(value) => {
            set(value);
            Vec::new()
        }
        Err(error) => vec![error],
    }
}

/// Reads a list; one bad value of it does not spoil the others.
fn each<T: FromStr<Err = TermError> + PartialEq>(
    list: &str,
    values: &mut Vec<T>,
) -> Vec<TermError> {
    let mut errors = Vec::new();
    for word in list.split(',').filter(|word| !word.is_empty()) {
        match word.parse() {
            Ok(value) if values.contains(&value) => {}
            Ok(value) => values.push(value),
            Err(error) => errors.push(error),
        }
    }
    errors
}

/// Adds the words of a list that are not there yet.
fn words(list: &str, words: &mut Vec<String>) -> Vec<TermError> {
    for word in list.split(',').filter(|word| !word.is_empty()) {
        if !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    Vec::new()
}

fn range(text: &str) -> Result<SeriesRange, TermError> {
    let Some((from, to)) = text.split_once("..") else {
        return text.parse().map(SeriesRange::only);
    };
    let end = |text: &str| match text {
        "" => Ok(None),
        series => series.parse::<Series>().map(Some),
    };
    let (from, to) = (end(from)?, end(to)?);
    // A range written the wrong way round still says which series are meant.
    match (from, to) {
        (Some(a), Some(b)) if a > b => Ok(SeriesRange {
            from: Some(b),
            to: Some(a),
        }),
        _ => Ok(SeriesRange { from, to }),
    }
}

fn range_text(range: SeriesRange) -> String {
    match (range.from, range.to) {
        (None, None) => String::new(),
        (Some(from), Some(to)) if from == to => from.to_string(),
        (from, to) => {
            let end = |series: Option<Series>| series.map(text).unwrap_or_default();
            format!("{}..{}", end(from), end(to))
        }
    }
}

fn text(value: impl ToString) -> String {
    value.to_string()
}

fn list<T: Copy>(values: &[T], text: impl Fn(T) -> String) -> String {
    let words: Vec<String> = values.iter().map(|value| text(*value)).collect();
    words.join(",")
}
