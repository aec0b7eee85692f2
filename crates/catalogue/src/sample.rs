//! Samples: a few lines of Python that show a feature, and what they come to
//! in which series. The entry point is [`Sample::parse`], which only the
//! native build has: the page reads samples from the bundle.

#[cfg(not(target_arch = "wasm32"))]
mod reading;
#[cfg(not(target_arch = "wasm32"))]
mod recording;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use terms::{ReleaseNumber, Series};

/// A sample as the reader sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    /// The feature's slug and the sample's own name: `pep-758/bare`.
    pub slug: String,
    /// The slug of the feature it belongs to.
    pub feature: String,
    /// The heading above it, as inline Markdown.
    pub title: String,
    /// Its place among the feature's samples, counted from 1.
    pub order: u32,
    /// What differs between the series, and why.
    pub note: String,
    /// What stands in for a run where a browser's CPython cannot run it.
    pub recording: Option<Recording>,
    /// What a run comes to, in the order of the series.
    pub expectations: Vec<Ranged<Outcome>>,
    /// What a run prints, exactly, in the order of the series.
    pub outputs: Vec<Ranged<String>>,
    /// Words among those that a run writes to stderr, in the order of the
    /// series.
    pub warnings: Vec<Ranged<String>>,
    /// What is run: the file below the header, ending in one line feed.
    pub code: String,
}

/// Runs that were recorded because a browser's CPython cannot run the code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recording {
    /// Why a browser cannot, as a sentence.
    pub reason: String,
    /// The releases that what the sample says was recorded on, the oldest
    /// first.
    pub releases: Vec<ReleaseNumber>,
}

/// What is so in consecutive series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranged<T> {
    /// The first series it holds for; absent where it holds from the start.
    pub from: Option<Series>,
    /// The last series it holds for; absent where it holds until now.
    pub to: Option<Series>,
    /// What holds for them.
    pub value: T,
}

/// What a run comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// The run ends without an exception.
    Runs,
    /// The last line of the traceback as CPython prints it, without file paths
    /// and without the suggestion that may follow.
    Raises(String),
}

impl Outcome {
    /// Whether a run that ended so is what was expected. `raised` is the last
    /// line of its traceback, absent where there was none.
    pub fn agrees_with(&self, raised: Option<&str>) -> bool {
        match (self, raised) {
            (Self::Runs, None) => true,
            (Self::Raises(expected), Some(raised)) => {
                let plain = without_path(raised);
                plain == *expected
                    || plain.strip_prefix(expected.as_str()).is_some_and(|rest| {
                        // What follows is a path in parentheses or advice.
                        rest.starts_with(" (") || rest.starts_with(". ")
                    })
            }
            _ => false,
        }
    }
}

/// A traceback's last line without the path that 3.13 names a partially
/// initialized module with.
fn without_path(raised: &str) -> String {
    let line = raised.trim();
    let cut = || {
        let (before, rest) = line.split_once(" from '")?;
        if !before.contains("partially initialized module '") {
            return None;
        }
        let (_, after) = rest.split_once('\'')?;
        Some(format!("{before}{after}"))
    };
    cut().unwrap_or_else(|| line.to_owned())
}

impl Sample {
    /// What a run in a series is expected to come to, where the sample says.
    pub fn expected_in(&self, series: Series) -> Option<&Outcome> {
        value_in(&self.expectations, series)
    }

    /// What a run in a series is expected to print, where the sample says.
    pub fn output_in(&self, series: Series) -> Option<&str> {
        value_in(&self.outputs, series).map(String::as_str)
    }

    /// Words that a run in a series is expected to write to stderr.
    pub fn warning_in(&self, series: Series) -> Option<&str> {
        value_in(&self.warnings, series).map(String::as_str)
    }
}

fn value_in<T>(entries: &[Ranged<T>], series: Series) -> Option<&T> {
    let found = entries.iter().find(|entry| entry.covers(series));
    found.map(|entry| &entry.value)
}

impl<T> Ranged<T> {
    #[cfg(not(target_arch = "wasm32"))]
    fn map<U>(self, change: impl FnOnce(T) -> U) -> Ranged<U> {
        let Self { from, to, value } = self;
        let value = change(value);
        Ranged { from, to, value }
    }

    /// Whether it is so in a series.
    pub fn covers(&self, series: Series) -> bool {
        self.from.is_none_or(|from| from <= series) && self.to.is_none_or(|to| series <= to)
    }
}
