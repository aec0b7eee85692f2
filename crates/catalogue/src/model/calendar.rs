//! The releases and support phases of a series: [`Calendar`].

use serde::{Deserialize, Serialize};
use terms::{Date, PepNumber, ReleaseNumber, Series};

/// The row of a series in the release calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// The series.
    pub series: Series,
    /// The PEP that holds its release schedule.
    pub pep: PepNumber,
    /// The phase of the series on the date of the calendar.
    pub status: SeriesStatus,
    /// The day on which its development began.
    pub start_of_development: Date,
    /// The day of the first beta, from which no feature is added.
    pub feature_freeze: Date,
    /// The day of the release `.0`.
    pub first_release: Date,
    /// The day from which it gets security fixes only.
    pub end_of_bugfix: Date,
    /// The day from which there are no releases.
    pub end_of_life: Date,
    /// In the order of publication.
    pub releases: Vec<Release>,
}

/// A phase in the life of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeriesStatus {
    /// Features are still added.
    Feature,
    /// There are betas or candidates; no feature is added.
    Prerelease,
    /// It is released and gets bug fixes.
    Bugfix,
    /// It gets security fixes only.
    Security,
    /// There are no more releases.
    EndOfLife,
}

impl SeriesStatus {
    /// The phase as readers see it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Feature => "In development",
            Self::Prerelease => "Pre-release",
            Self::Bugfix => "Bug fixes",
            Self::Security => "Security fixes",
            Self::EndOfLife => "End of life",
        }
    }
}

/// One release and its date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// Its full number, such as 3.14.0a1.
    pub number: ReleaseNumber,
    /// The day on which it was published or is expected.
    pub date: Date,
    /// Whether it has been published.
    pub state: ReleaseState,
    /// A remark, such as why it was published early.
    pub note: Option<String>,
}

/// Whether a release had been published on the date of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReleaseState {
    /// It was published on that day.
    Actual,
    /// It is planned for that day.
    Expected,
}
