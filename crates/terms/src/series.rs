//! [`Series`], a version of Python such as 3.14.

use super::TermError;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{fmt, str::FromStr};

/// A version of Python, such as 3.14: the releases that share a feature set.
///
/// It is serialized as `3.14` in human-readable formats such as JSON, and as two numbers in
/// the bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
        parse().ok_or_else(|| TermError::new(text, "version", "3.14"))
    }
}

impl Serialize for Series {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            (self.major, self.minor).serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Series {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let text = String::deserialize(deserializer)?;
            text.parse().map_err(D::Error::custom)
        } else {
            let (major, minor) = Deserialize::deserialize(deserializer)?;
            Ok(Self { major, minor })
        }
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
