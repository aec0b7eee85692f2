//! The field's own words as types, shared by every room: what a series, a
//! release, a PEP, a status or a verdict is, and how each is written.
//!
//! Every type prints the form that readers see in documents and links, and
//! parses the same form back; there is no other spelling of it in the code.

mod date;
mod moment;
mod reference;
mod release;
mod series;
mod words;

use std::borrow::Cow;

pub use date::Date;
pub use moment::Moment;
pub use reference::{IssueRef, PepNumber, Tracker};
pub use release::{ReleaseNumber, Stage};
pub use series::Series;
pub use words::{Area, Content, Impact, Kind, SourceKind, Status, Verdict};

/// A word or number that is not written the way its type is written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a valid {what}; write it like {example}")]
pub struct TermError {
    /// The text as it was given.
    pub text: String,
    /// What it was expected to be, such as "series".
    pub what: &'static str,
    /// A well-formed example, or all the words there are.
    pub example: Cow<'static, str>,
}

impl TermError {
    /// An error about `text`, which should be `what`, such as `example`.
    pub fn new(text: &str, what: &'static str, example: impl Into<Cow<'static, str>>) -> Self {
        // A megabyte pasted into a field must not come back whole in a message.
        let text = text.chars().take(60).collect();
        Self {
            text,
            what,
            example: example.into(),
        }
    }
}
