//! Samples: a few lines of Python that show a feature, and what they come to
//! in which series. The entry point is [`Sample::parse`], which only the
//! native build has: the page reads samples from the bundle.

use crate::terms::Series;
use serde::{Deserialize, Serialize};

/// A sample as the reader sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    /// The feature's slug and the sample's own name: `pep-758/bare`.
    pub slug: String,
    /// The slug of the feature it belongs to.
    pub feature: String,
    pub title: String,
    /// Its place among the feature's samples, counted from 1.
    pub order: u32,
    /// What differs between the series, and why.
    pub note: String,
    /// In the order of the series.
    pub expectations: Vec<Expectation>,
    pub code: String,
}

/// What a run comes to in consecutive series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expectation {
    /// The first series it holds for; absent where it holds from the start.
    pub from: Option<Series>,
    /// The last series it holds for; absent where it holds until now.
    pub to: Option<Series>,
    pub outcome: Outcome,
}

/// What a run comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
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
        self.expectations
            .iter()
            .find(|expectation| expectation.covers(series))
            .map(|expectation| &expectation.outcome)
    }
}

impl Expectation {
    fn covers(&self, series: Series) -> bool {
        self.from.is_none_or(|from| from <= series) && self.to.is_none_or(|to| series <= to)
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub use reading::SampleError;

#[cfg(not(target_arch = "wasm32"))]
mod reading {
    use super::{Expectation, Outcome, Sample};
    use crate::terms::{Series, TermError};
    use serde::Deserialize;
    use std::collections::BTreeMap;

    const OPENING: &str = "# /// sample";
    const CLOSING: &str = "# ///";

    /// Why a file is no sample. Lines count from 1.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    pub enum SampleError {
        #[error("{slug}: a sample's slug is its feature's slug and a name, like `pep-758/bare`")]
        Slug { slug: String },
        #[error("{slug}, line 1: a sample begins with the line `{OPENING}`")]
        NoHeader { slug: String },
        #[error("{slug}: the header is never closed; end it with the line `{CLOSING}`")]
        OpenHeader { slug: String },
        #[error("{slug}, line {line}: begin every line of the header with `# `")]
        NoComment { slug: String, line: usize },
        #[error("{slug}, line {line}: {message}")]
        Header {
            slug: String,
            line: usize,
            message: String,
        },
        #[error(
            "{slug}: `{key}` in [expect] is no range of series ({reason}); \
             write 3.14, 3.8..3.13, 3.14.. or ..3.13"
        )]
        Range {
            slug: String,
            key: String,
            reason: String,
        },
        #[error("{slug}: [expect] speaks of {series} twice; let no two ranges overlap")]
        Overlap { slug: String, series: Series },
        #[error("{slug}: [expect] is empty; say what the sample comes to in each series")]
        NoExpectation { slug: String },
        #[error("{slug}: the header names the feature `{feature}`; its folder says otherwise")]
        OtherFeature { slug: String, feature: String },
        #[error("{slug}: there is no code after the header")]
        NoCode { slug: String },
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Header {
        feature: String,
        title: String,
        order: u32,
        note: String,
        expect: BTreeMap<String, String>,
    }

    impl Sample {
        /// Reads a sample file: a header of comment lines that hold TOML,
        /// between `# /// sample` and `# ///`, and after it the code.
        ///
        /// # Errors
        ///
        /// Where the header is missing, broken or incomplete; the message says
        /// on which line and what to write instead.
        pub fn parse(slug: &str, text: &str) -> Result<Self, SampleError> {
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            let text = text.replace("\r\n", "\n");
            let (header, code) = split(slug, &text)?;
            let header = read_header(slug, &header)?;
            match slug.split_once('/') {
                Some((feature, name)) if !name.is_empty() && !name.contains('/') => {
                    if feature != header.feature {
                        return Err(SampleError::OtherFeature {
                            slug: slug.to_owned(),
                            feature: header.feature,
                        });
                    }
                }
                _ => {
                    return Err(SampleError::Slug {
                        slug: slug.to_owned(),
                    });
                }
            }
            if code.trim().is_empty() {
                return Err(SampleError::NoCode {
                    slug: slug.to_owned(),
                });
            }
            Ok(Self {
                slug: slug.to_owned(),
                feature: header.feature,
                title: header.title,
                order: header.order,
                note: header.note,
                expectations: expectations(slug, &header.expect)?,
                code,
            })
        }
    }

    /// The TOML of the header, one line of it for each line of the file after
    /// the first, and the code.
    fn split(slug: &str, text: &str) -> Result<(String, String), SampleError> {
        let mut lines = text.lines().enumerate();
        if lines.next().map(|(_, line)| line.trim_end()) != Some(OPENING) {
            return Err(SampleError::NoHeader {
                slug: slug.to_owned(),
            });
        }
        let mut header = String::new();
        while let Some((index, line)) = lines.next() {
            let line = line.trim_end();
            if line == CLOSING {
                let mut code: String = lines
                    .skip_while(|(_, line)| line.trim().is_empty())
                    .flat_map(|(_, line)| [line, "\n"])
                    .collect();
                code.truncate(code.trim_end().len());
                code.push('\n');
                return Ok((header, code));
            }
            match line.strip_prefix('#') {
                Some(rest) if rest.is_empty() || rest.starts_with(' ') => {
                    header.push_str(rest);
                    header.push('\n');
                }
                _ => {
                    return Err(SampleError::NoComment {
                        slug: slug.to_owned(),
                        line: index + 1,
                    });
                }
            }
        }
        Err(SampleError::OpenHeader {
            slug: slug.to_owned(),
        })
    }

    fn read_header(slug: &str, header: &str) -> Result<Header, SampleError> {
        toml::from_str(header).map_err(|error| {
            let before = error.span().and_then(|span| header.get(..span.start));
            SampleError::Header {
                slug: slug.to_owned(),
                // The header's first line is the file's second.
                line: before.map_or(1, |before| before.matches('\n').count() + 2),
                message: error.message().to_owned(),
            }
        })
    }

    fn expectations(
        slug: &str,
        entries: &BTreeMap<String, String>,
    ) -> Result<Vec<Expectation>, SampleError> {
        if entries.is_empty() {
            return Err(SampleError::NoExpectation {
                slug: slug.to_owned(),
            });
        }
        let mut expectations = Vec::new();
        for (key, outcome) in entries {
            let (from, to) = range(key).map_err(|reason| SampleError::Range {
                slug: slug.to_owned(),
                key: key.clone(),
                reason,
            })?;
            expectations.push(Expectation {
                from,
                to,
                outcome: match outcome.as_str() {
                    "runs" => Outcome::Runs,
                    error => Outcome::Raises(error.to_owned()),
                },
            });
        }
        expectations.sort_by_key(|expectation| expectation.from);
        for pair in expectations.windows(2) {
            if let [earlier, later] = pair {
                let start = later.from.unwrap_or(Series::python3(0));
                if earlier.to.is_none_or(|to| to >= start) {
                    return Err(SampleError::Overlap {
                        slug: slug.to_owned(),
                        series: start,
                    });
                }
            }
        }
        Ok(expectations)
    }

    fn range(key: &str) -> Result<(Option<Series>, Option<Series>), String> {
        let series = |text: &str| -> Result<Option<Series>, String> {
            if text.is_empty() {
                return Ok(None);
            }
            text.parse()
                .map(Some)
                .map_err(|error: TermError| error.to_string())
        };
        let (from, to) = match key.split_once("..") {
            Some((from, to)) => (series(from)?, series(to)?),
            None => {
                let only = series(key)?;
                (only, only)
            }
        };
        match (from, to) {
            (None, None) => Err("it names no series".to_owned()),
            (Some(from), Some(to)) if from > to => Err("it ends before it begins".to_owned()),
            ends => Ok(ends),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BARE: &str = "# /// sample\n# feature = \"pep-758\"\n# title = \"Bare\"\n# order = 1\n\
        # note = \"Why.\"\n# [expect]\n# \"..3.13\" = \"SyntaxError: no\"\n# \"3.14..\" = \"runs\"\n\
        # ///\n\nprint(1)\n";

    #[test]
    fn reads_a_sample() {
        let sample = Sample::parse("pep-758/bare", BARE).expect("a sample");
        assert_eq!(sample.code, "print(1)\n");
        assert_eq!((sample.title.as_str(), sample.order), ("Bare", 1));
        let raises = Outcome::Raises("SyntaxError: no".to_owned());
        assert_eq!(sample.expected_in(Series::python3(8)), Some(&raises));
        assert_eq!(sample.expected_in(Series::python3(13)), Some(&raises));
        assert_eq!(
            sample.expected_in(Series::python3(14)),
            Some(&Outcome::Runs)
        );
    }

    #[test]
    fn an_expectation_knows_what_varies() {
        let raises = |line: &str| Outcome::Raises(line.to_owned());
        let name = raises("NameError: name 'Node' is not defined");
        assert!(name.agrees_with(Some("NameError: name 'Node' is not defined\n")));
        assert!(name.agrees_with(Some(
            "NameError: name 'Node' is not defined. Did you mean: 'None'?"
        )));
        assert!(!name.agrees_with(Some("NameError: name 'Nodes' is not defined")));
        assert!(!name.agrees_with(None));
        assert!(Outcome::Runs.agrees_with(None));
        let circular = "AttributeError: partially initialized module 'a' has no attribute 'A' \
            (most likely due to a circular import)";
        assert!(raises(circular).agrees_with(Some(circular)));
        assert!(raises(circular).agrees_with(Some(
            &circular.replace("module 'a'", "module 'a' from '/home/reader/a.py'")
        )));
        let import = "ImportError: cannot import name 'A' from 'a'";
        assert!(raises(import).agrees_with(Some(&format!("{import} (/home/reader/a.py)"))));
    }

    #[track_caller]
    fn refused(slug: &str, text: &str, expected: &str) {
        let error = Sample::parse(slug, text).expect_err("no sample");
        assert!(error.to_string().contains(expected), "{error}");
    }

    #[test]
    fn says_where_a_header_is_broken() {
        refused("pep-758/bare", "print(1)\n", "line 1: a sample begins");
        refused("pep-758/bare", "# /// sample\n# a = 1\n", "never closed");
        refused(
            "pep-758/bare",
            "# /// sample\nprint(1)\n",
            "line 2: begin every",
        );
        let broken = BARE.replace("order = 1", "order = one");
        refused("pep-758/bare", &broken, "line 4:");
        let unknown = BARE.replace("# order", "# colour = 1\n# order");
        refused("pep-758/bare", &unknown, "colour");
        refused("pep-649/bare", BARE, "names the feature `pep-758`");
        refused("bare", BARE, "pep-758/bare");
    }

    #[test]
    fn says_which_range_is_wrong() {
        for key in ["..", "3.x", "3.14..3.8", "3.14...", ""] {
            refused("pep-758/bare", &BARE.replace("3.14..", key), "in [expect]");
        }
        refused(
            "pep-758/bare",
            &BARE.replace("3.14..", "3.13.."),
            "3.13 twice",
        );
    }
}
