//! [`Series`], a version of Python such as 3.14.

use super::TermError;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A version of Python, such as 3.14: the releases that share a feature set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Series {
    /// The major version, such as 3.
    pub major: u8,
    /// The minor version, such as 14.
    pub minor: u8,
}

impl Series {
    /// The series 3.`minor`.
    pub const fn python3(minor: u8) -> Self {
        Self { major: 3, minor }
    }
}

impl fmt::Display for Series {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

impl FromStr for Series {
    type Err = TermError;

    fn from_str(text: &str) -> Result<Self, TermError> {
        let parse = || {
            let (major, minor) = text.split_once('.')?;
            Some(Self {
                major: parse_digits(major)?,
                minor: parse_digits(minor)?,
            })
        };
        parse().ok_or_else(|| TermError::new(text, "series", "3.14"))
    }
}

impl TryFrom<String> for Series {
    type Error = TermError;

    fn try_from(text: String) -> Result<Self, TermError> {
        text.parse()
    }
}

impl From<Series> for String {
    fn from(series: Series) -> Self {
        series.to_string()
    }
}

/// Parses a number of decimal digits only; `u8::from_str` would accept `+3`.
pub(super) fn parse_digits<T: FromStr>(text: &str) -> Option<T> {
    text.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_by_number_not_by_text() {
        let parse = |text: &str| text.parse::<Series>().expect("a series");
        assert!(parse("3.9") < parse("3.14"));
        assert_eq!(parse("3.14").to_string(), "3.14");
    }

    #[test]
    fn rejects_malformed_series() {
        for text in ["", "3", "3.", ".1", "3.14.0", "+3.1", "3.999", "three"] {
            assert!(text.parse::<Series>().is_err(), "{text}");
        }
    }
}
