//! [`ReleaseNumber`], the number of one published build.

use super::{Series, TermError, series::parse_digits};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{fmt, str::FromStr};

/// The number of one published build of Python, such as 3.14.0a1 or 3.12.5.
///
/// It is serialized as that text in human-readable formats such as JSON, and as its parts in
/// the bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReleaseNumber {
    /// The version, such as 3.14.
    pub series: Series,
    /// The third number, counted from 0.
    pub micro: u8,
    /// Alpha, beta, release candidate or final.
    pub stage: Stage,
}

/// The stage of a release. Stages are ordered as they are published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// An alpha, counted from 1.
    Alpha(u8),
    /// A beta, counted from 1.
    Beta(u8),
    /// A release candidate, counted from 1.
    Candidate(u8),
    /// A final release.
    Final,
}

impl ReleaseNumber {
    /// The first final release of a series: 3.14.0 for 3.14.
    pub const fn first_final(series: Series) -> Self {
        Self {
            series,
            micro: 0,
            stage: Stage::Final,
        }
    }
}

impl fmt::Display for ReleaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.series, self.micro)?;
        match self.stage {
            Stage::Alpha(n) => write!(f, "a{n}"),
            Stage::Beta(n) => write!(f, "b{n}"),
            Stage::Candidate(n) => write!(f, "rc{n}"),
            Stage::Final => Ok(()),
        }
    }
}

impl FromStr for ReleaseNumber {
    type Err = TermError;

    fn from_str(text: &str) -> Result<Self, TermError> {
        let parse = || {
            let (major, rest) = text.split_once('.')?;
            let (minor, rest) = rest.split_once('.')?;
            let end = rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len());
            let (micro, stage) = rest.split_at(end);
            let stage = if let Some(n) = stage.strip_prefix("rc") {
                Stage::Candidate(parse_digits(n)?)
            } else if let Some(n) = stage.strip_prefix('a') {
                Stage::Alpha(parse_digits(n)?)
            } else if let Some(n) = stage.strip_prefix('b') {
                Stage::Beta(parse_digits(n)?)
            } else if stage.is_empty() {
                Stage::Final
            } else {
                return None;
            };
            Some(Self {
                series: Series {
                    major: parse_digits(major)?,
                    minor: parse_digits(minor)?,
                },
                micro: parse_digits(micro)?,
                stage,
            })
        };
        parse().ok_or_else(|| TermError::new(text, "release", "3.14.0a1"))
    }
}

impl Serialize for ReleaseNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            (self.series, self.micro, self.stage).serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for ReleaseNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let text = String::deserialize(deserializer)?;
            text.parse().map_err(D::Error::custom)
        } else {
            let (series, micro, stage) = Deserialize::deserialize(deserializer)?;
            Ok(Self {
                series,
                micro,
                stage,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn displays_the_form_that_it_parses() {
        for text in ["3.14.0a1", "3.14.0b4", "3.14.0rc3", "3.14.0", "3.9.13"] {
            let release: ReleaseNumber = text.parse().expect(text);
            assert_eq!(release.to_string(), text);
        }
    }

    #[test]
    fn orders_by_time_of_publication() {
        let mut releases: Vec<ReleaseNumber> = [
            "3.14.1",
            "3.14.0",
            "3.14.0rc1",
            "3.14.0a2",
            "3.9.20",
            "3.14.0b1",
            "3.14.0a10",
        ]
        .iter()
        .map(|text| text.parse().expect("a release"))
        .collect();
        releases.sort();
        let sorted: Vec<String> = releases.iter().map(ToString::to_string).collect();
        assert_eq!(
            sorted,
            [
                "3.9.20",
                "3.14.0a2",
                "3.14.0a10",
                "3.14.0b1",
                "3.14.0rc1",
                "3.14.0",
                "3.14.1"
            ]
        );
    }

    #[test]
    fn rejects_malformed_releases() {
        for text in ["3.14", "3.14.", "3.14.0c1", "3.14.0a", "3.14.0a1x", "a.b.c"] {
            assert!(text.parse::<ReleaseNumber>().is_err(), "{text}");
        }
    }
}
