//! [`VersionRange`], a range of versions such as `3.8..3.13`, and what holds in one.

use super::{Series, TermError};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A range of versions with at least one bound: `3.14`, `3.8..3.13`, `3.14..` or `..3.13`.
/// Both ends are part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionRange {
    /// The first version; `None` if it has no lower bound.
    pub from: Option<Series>,
    /// The last version; `None` if it has no upper bound.
    pub to: Option<Series>,
}

impl VersionRange {
    /// Whether a version is in the range.
    pub fn covers(self, series: Series) -> bool {
        self.from.is_none_or(|from| from <= series) && self.to.is_none_or(|to| series <= to)
    }

    /// Whether a version is in both ranges.
    pub fn overlaps(self, other: Self) -> bool {
        let begins_in_time = |one: Self, other: Self| match (one.from, other.to) {
            (Some(from), Some(to)) => from <= to,
            _ => true,
        };
        begins_in_time(self, other) && begins_in_time(other, self)
    }

    /// The range in words, such as "3.12 and later".
    pub fn in_words(self) -> String {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == to => from.to_string(),
            (Some(from), Some(to)) => format!("{from} to {to}"),
            (Some(from), None) => format!("{from} and later"),
            (None, Some(to)) => format!("{to} and earlier"),
            (None, None) => "every version".to_owned(),
        }
    }
}

impl fmt::Display for VersionRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(from), Some(to)) = (self.from, self.to)
            && from == to
        {
            return from.fmt(f);
        }
        if let Some(from) = self.from {
            from.fmt(f)?;
        }
        f.write_str("..")?;
        self.to.map_or(Ok(()), |to| to.fmt(f))
    }
}

impl FromStr for VersionRange {
    type Err = TermError;

    fn from_str(text: &str) -> Result<Self, TermError> {
        let wrong = || {
            let example = "3.14, 3.8..3.13, 3.14.. or ..3.13";
            TermError::new(text, "range of versions", example)
        };
        let bound = |text: &str| match text {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| wrong()),
        };
        let (from, to) = match text.split_once("..") {
            Some((from, to)) => (bound(from)?, bound(to)?),
            None => (bound(text)?, bound(text)?),
        };
        let is_empty = match (from, to) {
            (Some(from), Some(to)) => from > to,
            (None, None) => true,
            _ => false,
        };
        if is_empty {
            return Err(wrong());
        }
        Ok(Self { from, to })
    }
}

/// A value that holds in a range of versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranged<T> {
    /// The versions.
    pub versions: VersionRange,
    /// The value in these versions.
    pub value: T,
}

impl<T> Ranged<T> {
    /// Another value for the same versions.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Ranged<U> {
        Ranged {
            versions: self.versions,
            value: change(self.value),
        }
    }
}

/// The value in a version. The ranges do not overlap.
pub fn value_in<T>(ranges: &[Ranged<T>], series: Series) -> Option<&T> {
    let found = ranges.iter().find(|ranged| ranged.versions.covers(series));
    found.map(|ranged| &ranged.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(text: &str) -> VersionRange {
        text.parse().expect("a range of versions")
    }

    #[test]
    fn a_range_is_written_as_it_was_read() {
        for (text, words) in [
            ("3.14", "3.14"),
            ("3.8..3.13", "3.8 to 3.13"),
            ("3.14..", "3.14 and later"),
            ("..3.13", "3.13 and earlier"),
        ] {
            assert_eq!(range(text).to_string(), text);
            assert_eq!(range(text).in_words(), words);
        }
        assert_eq!(range("3.9..3.9").to_string(), "3.9");
    }

    #[test]
    fn what_names_no_version_is_no_range() {
        for text in ["", "..", "3.9..3.8", "3.8-3.9", "3.8..x", "3.8.1..", "a"] {
            assert!(text.parse::<VersionRange>().is_err(), "{text}");
        }
    }

    #[test]
    fn both_ends_are_in_a_range() {
        let middle = range("3.8..3.10");
        let covered = (6..13).filter(|minor| middle.covers(Series::python3(*minor)));
        assert_eq!(covered.collect::<Vec<_>>(), [8, 9, 10]);
        for (other, overlaps) in [
            ("3.10..", true),
            ("..3.8", true),
            ("3.9", true),
            ("3.11..", false),
            ("..3.7", false),
        ] {
            assert_eq!(middle.overlaps(range(other)), overlaps, "{other}");
            assert_eq!(range(other).overlaps(middle), overlaps, "{other}");
        }
    }
}
