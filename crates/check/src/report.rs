//! The result of checking a file. The entry points are [`FileReport`] and [`Limits`].

use crate::finding::{Finding, FindingKind};
use crate::leftover::Leftover;
use crate::text::TextError;
use python::{Position, SourceError};
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use terms::Series;

/// The result of checking a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileReport {
    /// What is found, in the order of the text.
    pub findings: Vec<Finding>,
    /// What no version of Python 3 accepts, or what is not read, in the order of the text.
    pub errors: Vec<FileError>,
    /// What it has for older versions only, in the order of the text.
    pub leftovers: Vec<Leftover>,
}

/// What no version of Python 3 accepts, or what is not read here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileError {
    /// Where it is.
    pub position: Position,
    /// What is wrong.
    pub message: String,
    /// Whether it is not read here, although Python may accept it.
    pub is_unread: bool,
}

/// Between which versions something runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The oldest version; `None` if any version of Python 3 may do.
    pub minimum: Option<Series>,
    /// The newest version; `None` if nothing is removed.
    pub maximum: Option<Series>,
}

/// The beginning of a file.
pub(crate) const START: Position = Position { line: 1, column: 1 };

/// Python does not decode the file either.
impl From<TextError> for FileReport {
    fn from(error: TextError) -> Self {
        Self::rejected(START, error.to_string())
    }
}

impl FileReport {
    pub(crate) fn new(
        findings: Vec<Finding>,
        leftovers: Vec<Leftover>,
        errors: Vec<SourceError>,
    ) -> Self {
        let errors = errors.into_iter().map(|error| FileError {
            position: error.position,
            message: error.message,
            is_unread: false,
        });
        Self {
            findings,
            errors: errors.collect(),
            leftovers,
        }
    }

    /// A file of which nothing is read, because of something at a position.
    pub(crate) fn unread(position: Position, message: String) -> Self {
        Self::of_error(FileError {
            position,
            message,
            is_unread: true,
        })
    }

    /// A file that no version accepts, and of which nothing is read.
    pub(crate) fn rejected(position: Position, message: String) -> Self {
        Self::of_error(FileError {
            position,
            message,
            is_unread: false,
        })
    }

    fn of_error(error: FileError) -> Self {
        Self {
            errors: vec![error],
            ..Self::default()
        }
    }

    /// Leaves only what concerns somebody who runs the file on the versions `from` to `to`;
    /// `None` stands for any version. What is removed is not said to be deprecated as well.
    pub fn narrow(&mut self, from: Option<Series>, to: Option<Series>) {
        self.findings.retain(|finding| finding.concerns(from, to));
        let removed = self.findings.iter();
        let removed: FxHashSet<(Position, String)> = removed
            .filter(|one| one.kind == FindingKind::Removed)
            .map(|one| (one.start, one.name.clone()))
            .collect();
        self.findings.retain(|one| {
            one.kind != FindingKind::Deprecated
                || removed.is_empty()
                || !removed.contains(&(one.start, one.name.clone()))
        });
    }

    /// Between which versions the file runs.
    pub fn limits(&self) -> Limits {
        let added = self.findings.iter().filter(|one| one.limits_minimum());
        let removed = self.findings.iter().filter(|one| one.limits_maximum());
        let removed = removed.map(|one| one.version).min();
        Limits {
            minimum: added.map(|one| one.version).max(),
            maximum: removed.map(|first| Series::python3(first.minor.saturating_sub(1))),
        }
    }
}

impl Limits {
    /// On which versions it runs, as a sentence.
    pub fn sentence(self) -> String {
        match (self.minimum, self.maximum) {
            (Some(minimum), Some(maximum)) if minimum > maximum => {
                format!("No version runs it: it needs {minimum} or newer, and {maximum} or older.")
            }
            (Some(minimum), Some(maximum)) if minimum == maximum => {
                format!("It runs on Python {minimum} alone.")
            }
            (Some(minimum), Some(maximum)) => format!("It runs on Python {minimum} to {maximum}."),
            (Some(minimum), None) => format!("It runs on Python {minimum} and newer."),
            (None, Some(maximum)) => format!("It runs on Python {maximum} and older."),
            (None, None) => "Nothing in it limits the versions of Python 3 that run it.".to_owned(),
        }
    }

    /// The limits of two things together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let newest = [self.maximum, other.maximum].into_iter().flatten().min();
        Self {
            minimum: self.minimum.max(other.minimum),
            maximum: newest,
        }
    }
}
