//! Sample files: a header of comment lines that hold TOML, then the code.

use super::recording::recording;
use super::{Outcome, Ranged, Sample};
use serde::Deserialize;
use std::collections::BTreeMap;
use terms::{ReleaseNumber, Series, TermError};

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
        "{slug}: `{key}` in [{table}] is not a range of series ({reason}); \
         write 3.14, 3.8..3.13, 3.14.. or ..3.13"
    )]
    Range {
        slug: String,
        table: &'static str,
        key: String,
        reason: String,
    },
    #[error("{slug}: [{table}] speaks of {series} twice; let no two ranges overlap")]
    Overlap {
        slug: String,
        table: &'static str,
        series: Series,
    },
    #[error("{slug}: [expect] is empty; say what the sample comes to in each series")]
    NoExpectation { slug: String },
    #[error("{slug}: the header names the feature `{feature}`; its folder says otherwise")]
    OtherFeature { slug: String, feature: String },
    #[error(
        "{slug}: `browser` and `recorded` belong together: why no browser can run it, \
         and the releases that its output was recorded on"
    )]
    HalfRecording { slug: String },
    #[error(
        "{slug}: [{table}] speaks of a range in which nothing was recorded; \
         add a release of it to `recorded`, or leave the range out"
    )]
    Unrecorded { slug: String, table: &'static str },
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
    browser: Option<String>,
    #[serde(default)]
    recorded: Vec<ReleaseNumber>,
    expect: BTreeMap<String, String>,
    #[serde(default)]
    output: BTreeMap<String, String>,
    #[serde(default)]
    warning: BTreeMap<String, String>,
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
        let sample = Self {
            slug: slug.to_owned(),
            feature: header.feature,
            title: header.title,
            order: header.order,
            note: header.note,
            recording: recording(slug, header.browser, header.recorded)?,
            expectations: expectations(slug, header.expect)?,
            outputs: ranged(slug, "output", header.output)?,
            warnings: ranged(slug, "warning", header.warning)?,
            code,
        };
        if let Some(recording) = &sample.recording {
            recording.backs(slug, "expect", &sample.expectations)?;
            recording.backs(slug, "output", &sample.outputs)?;
            recording.backs(slug, "warning", &sample.warnings)?;
        }
        Ok(sample)
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
                header.push_str(rest.strip_prefix(' ').unwrap_or(rest));
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

/// The outcomes that a table of the header expects.
fn expectations(
    slug: &str,
    entries: BTreeMap<String, String>,
) -> Result<Vec<Ranged<Outcome>>, SampleError> {
    if entries.is_empty() {
        return Err(SampleError::NoExpectation {
            slug: slug.to_owned(),
        });
    }
    let outcome = |text: String| match text.as_str() {
        "runs" => Outcome::Runs,
        _ => Outcome::Raises(text),
    };
    let expected = ranged(slug, "expect", entries)?.into_iter();
    Ok(expected.map(|entry| entry.map(outcome)).collect())
}

/// The entries of a table by the range of series that each holds for, in the
/// order of the series.
fn ranged(
    slug: &str,
    table: &'static str,
    entries: BTreeMap<String, String>,
) -> Result<Vec<Ranged<String>>, SampleError> {
    let mut found = Vec::new();
    for (key, value) in entries {
        let (from, to) = range(&key).map_err(|reason| SampleError::Range {
            slug: slug.to_owned(),
            table,
            key,
            reason,
        })?;
        found.push(Ranged { from, to, value });
    }
    found.sort_by_key(|entry| entry.from);
    for pair in found.windows(2) {
        if let [earlier, later] = pair {
            let start = later.from.unwrap_or(Series::python3(0));
            if earlier.to.is_none_or(|to| to >= start) {
                return Err(SampleError::Overlap {
                    slug: slug.to_owned(),
                    table,
                    series: start,
                });
            }
        }
    }
    Ok(found)
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
