//! The releases and the support of a series. The entry point is [`Calendar`].

use serde::{Deserialize, Serialize};
use terms::{Date, PepNumber, ReleaseNumber, Series};

/// A series' releases and support, by the release calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// The series that it is the calendar of.
    pub series: Series,
    /// The PEP that holds its release schedule.
    pub pep: PepNumber,
    /// Where the series stands on the day of the calendar.
    pub status: SeriesStatus,
    /// The day on which its development began, by its release schedule.
    pub start_of_development: Date,
    /// The day of the first beta, from which no feature is added.
    pub feature_freeze: Date,
    /// The day of the release `.0`.
    pub first_release: Date,
    /// Until then it gets bug fixes, afterwards security fixes only.
    pub end_of_bugfix: Date,
    /// From then on there are no releases.
    pub end_of_life: Date,
    /// In the order of publication.
    pub releases: Vec<Release>,
}

/// Where a series stands in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeriesStatus {
    /// Features are still added.
    Feature,
    /// There are betas or candidates; no feature is added.
    Prerelease,
    /// It is released, and errors are corrected.
    Bugfix,
    /// Only security errors are corrected.
    Security,
    /// Nothing is released any more.
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
    /// The day on which it came, or is expected.
    pub date: Date,
    /// Whether the day has come.
    pub state: ReleaseState,
    /// What the calendar says of it besides, such as why it came early.
    pub note: Option<String>,
}

/// Whether a release had happened on the fact tables' day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReleaseState {
    /// It came on that day.
    Actual,
    /// It is planned for that day.
    Expected,
}
