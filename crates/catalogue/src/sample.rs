//! Samples: short Python programs that show a feature, with the expected result
//! in each series. The entry point is [`Sample::parse`], in native builds only:
//! the page reads samples from the bundle.

#[cfg(not(target_arch = "wasm32"))]
mod reading;
#[cfg(not(target_arch = "wasm32"))]
mod recording;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use terms::{Ranged, ReleaseNumber, Series, value_in};

/// A sample as shown to the reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    /// The feature's slug and the sample's name: `pep-758/bare`.
    pub slug: String,
    /// The slug of the feature it belongs to.
    pub feature: String,
    /// Its heading, as inline Markdown.
    pub title: String,
    /// Its position among the feature's samples, counted from 1.
    pub order: u32,
    /// What differs between the series, and why.
    pub note: String,
    /// A recorded run, if CPython in a browser cannot run it.
    pub recording: Option<Recording>,
    /// How a run is expected to end, in the order of the series.
    pub expectations: Vec<Ranged<Outcome>>,
    /// The exact text that a run prints, in the order of the series.
    pub outputs: Vec<Ranged<String>>,
    /// Text that a run's stderr contains, in the order of the series.
    pub warnings: Vec<Ranged<String>>,
    /// The code to run: the file below the header, ending in one line feed.
    pub code: String,
}

/// Runs that were recorded because CPython in a browser cannot run the code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recording {
    /// Why a browser cannot run it, as a sentence.
    pub reason: String,
    /// The releases on which the runs were recorded, oldest first.
    pub releases: Vec<ReleaseNumber>,
}

/// How a run ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// The run ends without an exception.
    Runs,
    /// The last line of the traceback as CPython prints it, without file paths
    /// and without the suggestion that may follow.
    Raises(String),
}

impl Outcome {
    /// Whether a run ended as expected. `raised` is the last line of its
    /// traceback, `None` if there was none.
    pub fn agrees_with(&self, raised: Option<&str>) -> bool {
        match (self, raised) {
            (Self::Runs, None) => true,
            (Self::Raises(expected), Some(raised)) => {
                let plain = without_path(raised);
                plain == *expected
                    || plain.strip_prefix(expected.as_str()).is_some_and(|rest| {
                        // A path in parentheses or a suggestion may follow.
                        rest.starts_with(" (") || rest.starts_with(". ")
                    })
            }
            _ => false,
        }
    }
}

/// The last line of a traceback without the path that 3.13 adds to a partially
/// initialized module.
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
    /// How a run in a series is expected to end, if the sample states it.
    pub fn expected_in(&self, series: Series) -> Option<&Outcome> {
        value_in(&self.expectations, series)
    }

    /// What a run in a series is expected to print, if the sample states it.
    pub fn output_in(&self, series: Series) -> Option<&str> {
        value_in(&self.outputs, series).map(String::as_str)
    }

    /// Text expected in the stderr of a run in a series.
    pub fn warning_in(&self, series: Series) -> Option<&str> {
        value_in(&self.warnings, series).map(String::as_str)
    }

    /// The two neighbours in `among`, oldest first, between which a run differs by what the
    /// sample states. Of several such pairs, the one in which the change of the series `at`
    /// shows is chosen, else the newest.
    pub fn differing(&self, among: &[Series], at: Option<Series>) -> Option<[Series; 2]> {
        let pairs = among.windows(2).filter_map(|pair| match *pair {
            [older, newer] if self.differs(older, newer) => Some([older, newer]),
            _ => None,
        });
        let pairs: Vec<[Series; 2]> = pairs.collect();
        let shows = |pair: &&[Series; 2]| at.is_some_and(|at| pair[0] < at && at <= pair[1]);
        pairs.iter().find(shows).or(pairs.last()).copied()
    }

    /// Whether a run in one series ends, prints or warns differently than in another. What a
    /// run prints is compared only where the sample states both.
    fn differs(&self, one: Series, other: Series) -> bool {
        let outputs = self.output_in(one).zip(self.output_in(other));
        self.expected_in(one) != self.expected_in(other)
            || self.warning_in(one) != self.warning_in(other)
            || outputs.is_some_and(|(one, other)| one != other)
    }
}
