//! The vocabulary that all crates share, as types: series, release, PEP, status,
//! verdict and others, and how each is written.
//!
//! Every type displays the form used in documents and links and parses that form
//! back. No other code formats or parses these values.

mod counted;
mod date;
mod exception;
mod fix;
mod moment;
mod reference;
mod release;
#[cfg(feature = "schema")]
mod schema;
mod series;
mod version_range;
mod versions;
mod words;

use std::borrow::Cow;

pub use counted::counted;
pub use date::Date;
pub use exception::{LINE_BREAK, is_report, reported_class};
pub use fix::Fix;
pub use moment::Moment;
pub use reference::{IssueRef, PepNumber, Tracker};
pub use release::{ReleaseNumber, Stage};
pub use series::Series;
pub use version_range::{Ranged, VersionRange, value_in};
pub use versions::{Versions, VersionsError};
pub use words::{Area, Break, Content, Impact, Kind, SourceKind, Status, Verdict};

/// The error of parsing one of these types from text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a valid {what}; write it like {example}")]
pub struct TermError {
    /// The first 60 characters of the text that was given.
    pub text: String,
    /// What it was expected to be, such as "version".
    pub what: &'static str,
    /// A well-formed example, or all allowed words.
    pub example: Cow<'static, str>,
}

impl TermError {
    /// An error that says that `text` is not a valid `what`, of which `example` is one.
    pub fn new(text: &str, what: &'static str, example: impl Into<Cow<'static, str>>) -> Self {
        // Keep the message short even if someone pastes a megabyte.
        let text = text.chars().take(60).collect();
        Self {
            text,
            what,
            example: example.into(),
        }
    }
}
