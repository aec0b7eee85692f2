//! [`Moment`], a series or a single release.

use super::{ReleaseNumber, Series, TermError};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// When a feature was added, changed, deprecated or removed: in a series, or in one
/// release of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Moment {
    /// The first release of a version.
    Series(Series),
    /// One release.
    Release(ReleaseNumber),
}

impl Moment {
    /// The series that this moment belongs to.
    pub const fn series(self) -> Series {
        match self {
            Self::Series(series) => series,
            Self::Release(release) => release.series,
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Series(series) => series.fmt(f),
            Self::Release(release) => release.fmt(f),
        }
    }
}

impl FromStr for Moment {
    type Err = TermError;

    /// Accepts `3.14` and `3.14.0a1`.
    fn from_str(text: &str) -> Result<Self, TermError> {
        let series = text.parse().map(Self::Series);
        series.or_else(|_: TermError| text.parse().map(Self::Release))
    }
}

impl TryFrom<String> for Moment {
    type Error = TermError;

    fn try_from(text: String) -> Result<Self, TermError> {
        text.parse()
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_a_series_or_a_release() {
        let series: Moment = "3.14".parse().expect("a series");
        let release: Moment = "3.14.5".parse().expect("a release");
        assert_eq!(series, Moment::Series(Series::python3(14)));
        assert_eq!(release.series(), Series::python3(14));
        assert_eq!(format!("{series} {release}"), "3.14 3.14.5");
        for text in ["3.14", "3.14.5"] {
            let moment = Moment::try_from(text.to_owned()).expect("a moment");
            assert_eq!(String::from(moment), text);
        }
        assert!("soon".parse::<Moment>().is_err());
    }
}
