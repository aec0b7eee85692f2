//! Sets of versions. The entry point is [`Versions`].

use crate::Series;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// A set of Python 3 versions, from 3.0 to 3.31.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Versions(u32);

/// Why a text is not a set of versions.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a set of versions; write it like `3.6-3.8,3.10-`")]
pub struct VersionsError(String);

impl Versions {
    /// The highest minor number that a set can hold.
    pub const MAX_MINOR: u8 = 31;

    /// All versions that a set can hold.
    pub const ALL: Self = Self(u32::MAX);

    /// No version.
    pub const NONE: Self = Self(0);

    /// The versions in a range. Versions that a set cannot hold are left out.
    pub fn between(range: RangeInclusive<Series>) -> Self {
        let mut versions = Self::default();
        for minor in 0..=Self::MAX_MINOR {
            if range.contains(&Series::python3(minor)) {
                versions.insert(Series::python3(minor));
            }
        }
        versions
    }

    /// Adds a version, if a set can hold it.
    pub fn insert(&mut self, version: Series) {
        self.0 |= bit(version);
    }

    /// Whether a version is in the set.
    pub fn contains(self, version: Series) -> bool {
        self.0 & bit(version) != 0
    }

    /// Whether the set has no version.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The versions, oldest first.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Series> {
        (0..=Self::MAX_MINOR)
            .map(Series::python3)
            .filter(move |version| self.contains(*version))
    }

    /// The oldest version.
    pub fn first(self) -> Option<Series> {
        (!self.is_empty()).then(|| Series::python3(self.0.trailing_zeros() as u8))
    }

    /// The newest version.
    pub fn last(self) -> Option<Series> {
        self.0
            .checked_ilog2()
            .map(|minor| Series::python3(minor as u8))
    }

    /// The versions that are in either set.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The versions that are in both sets.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The versions that are in this set and not in the other one.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// All versions from one on.
    #[must_use]
    pub fn since(first: Series) -> Self {
        Self::between(first..=Series::python3(Self::MAX_MINOR))
    }

    /// Parses ranges such as `3.6-3.8,3.10-`; a range without an end extends to `newest`.
    ///
    /// # Errors
    ///
    /// If the text has another form.
    pub fn parse(text: &str, newest: Series) -> Result<Self, VersionsError> {
        let mut versions = Self::default();
        for range in text.split(',') {
            let range = parse_range(range, newest).ok_or_else(|| VersionsError(text.into()))?;
            versions = versions.union(Self::between(range));
        }
        Ok(versions)
    }

    /// The text that [`Versions::parse`] parses.
    pub fn to_text(self, newest: Series) -> String {
        let ranges = self.runs().map(|(first, last)| {
            if last == newest {
                format!("{first}-")
            } else if first == last {
                first.to_string()
            } else {
                format!("{first}-{last}")
            }
        });
        ranges.collect::<Vec<String>>().join(",")
    }

    /// The versions for readers, such as `3.6–3.8, 3.10`.
    pub fn ranges(self) -> String {
        let ranges = self.runs().map(|(first, last)| {
            if first == last {
                first.to_string()
            } else {
                format!("{first}–{last}")
            }
        });
        ranges.collect::<Vec<String>>().join(", ")
    }

    /// The first and last version of each run without a gap, oldest first.
    fn runs(self) -> impl Iterator<Item = (Series, Series)> {
        let mut rest = self.iter().peekable();
        std::iter::from_fn(move || {
            let first = rest.next()?;
            let mut last = first;
            while let Some(next) = rest.next_if(|next| next.minor == last.minor + 1) {
                last = next;
            }
            Some((first, last))
        })
    }
}

fn bit(version: Series) -> u32 {
    let is_held = version.major == 3 && version.minor <= Versions::MAX_MINOR;
    if is_held { 1 << version.minor } else { 0 }
}

fn parse_range(text: &str, newest: Series) -> Option<RangeInclusive<Series>> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let first: Series = first.parse().ok()?;
    let last = if last.is_empty() {
        newest
    } else {
        last.parse().ok()?
    };
    (bit(first) != 0 && bit(last) != 0 && first <= last).then_some(first..=last)
}

impl FromIterator<Series> for Versions {
    fn from_iter<I: IntoIterator<Item = Series>>(versions: I) -> Self {
        let mut set = Self::default();
        versions.into_iter().for_each(|version| set.insert(version));
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEWEST: Series = Series::python3(15);

    #[test]
    fn a_set_is_read_as_it_is_written() {
        for text in ["3.6-", "3.15-", "3.6-3.8,3.10-3.12,3.14-", "3.7"] {
            let versions = Versions::parse(text, NEWEST).expect(text);
            assert_eq!(versions.to_text(NEWEST), text);
        }
        let versions = Versions::parse("3.7-3.9,3.11", NEWEST).expect("versions");
        let minors: Vec<u8> = versions.iter().map(|version| version.minor).collect();
        assert_eq!(minors, [7, 8, 9, 11]);
        assert_eq!(versions.ranges(), "3.7–3.9, 3.11");
        assert_eq!(versions.first(), Some(Series::python3(7)));
        assert_eq!(versions.last(), Some(Series::python3(11)));
    }

    #[test]
    fn anything_else_is_an_error() {
        for text in [
            "", "-", "3", "3.8-3.7", "3.6,", "2.7-", "3.32", "3.6-3.8-", "x",
        ] {
            assert!(Versions::parse(text, NEWEST).is_err(), "{text:?}");
        }
    }
}
