//! What a check finds. The entry point is [`Problem`].

use serde::Serialize;
use std::fmt;
use std::path::Path;

/// Something that is not as it should be, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    #[serde(flatten)]
    pub place: Place,
    pub check: Check,
    pub message: String,
}

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    pub path: String,
    /// Counted from 1.
    pub line: u32,
}

/// What a problem is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// A document cannot be read as it was meant, or does not fit the others.
    Form,
    Slugs,
    Attributes,
    Peps,
    Dates,
    Links,
    Names,
    /// What a deprecation or removal says of when it goes and since when.
    Outcomes,
    Texts,
    /// A feature with Python code has no sample.
    Samples,
    Spelling,
    /// There is less in the catalogue than it sets out to hold.
    Goals,
    /// An exception that excepts nothing.
    Exceptions,
    /// The catalogue lacks what the reference has.
    Reference,
    /// The fact tables differ from the reference.
    Facts,
    /// Words that stand in the reference too.
    OwnWords,
}

impl Check {
    /// The word as reports have it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Slugs => "slugs",
            Self::Attributes => "attributes",
            Self::Peps => "peps",
            Self::Dates => "dates",
            Self::Links => "links",
            Self::Names => "names",
            Self::Outcomes => "outcomes",
            Self::Texts => "texts",
            Self::Samples => "samples",
            Self::Spelling => "spelling",
            Self::Goals => "goals",
            Self::Exceptions => "exceptions",
            Self::Reference => "reference",
            Self::Facts => "facts",
            Self::OwnWords => "own-words",
        }
    }
}

impl Place {
    pub(super) fn new(path: &Path, line: u32) -> Self {
        let path = path.display().to_string();
        Self { path, line }
    }

    pub(super) fn problem(self, check: Check, message: impl Into<String>) -> Problem {
        Problem {
            place: self,
            check,
            message: message.into(),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}", self.path, self.line)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}
