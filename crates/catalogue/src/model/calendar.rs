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
    /// The day of which this is known.
    pub as_of: Date,
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

impl Calendar {
    /// The release `.0`, if it is listed.
    pub fn first_final(&self) -> Option<&Release> {
        let number = ReleaseNumber::first_final(self.series);
        self.releases
            .iter()
            .find(|release| release.number == number)
    }

    /// The newest release that is known to have been published by the end of a day.
    pub fn newest_on(&self, day: Date) -> Option<&Release> {
        let published = |release: &&Release| release.is_published_on(day);
        self.releases.iter().rfind(published)
    }

    /// The phase on a day. However late the day, a series whose release `.0` is only
    /// expected is not released: nobody knows here whether it came.
    pub fn status_on(&self, day: Date) -> SeriesStatus {
        let is_released = self
            .first_final()
            .is_some_and(|release| release.is_published_on(day));
        if day < self.feature_freeze {
            SeriesStatus::Feature
        } else if !is_released {
            SeriesStatus::Prerelease
        } else if day < self.end_of_bugfix {
            SeriesStatus::Bugfix
        } else if day < self.end_of_life {
            SeriesStatus::Security
        } else {
            SeriesStatus::EndOfLife
        }
    }
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
    /// Whether there is a final release.
    pub const fn is_released(self) -> bool {
        !matches!(self, Self::Feature | Self::Prerelease)
    }

    /// Whether there is a final release and there will be more.
    pub const fn is_supported(self) -> bool {
        matches!(self, Self::Bugfix | Self::Security)
    }

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

impl Release {
    /// Whether it is known to have been published by the end of a day.
    pub fn is_published_on(&self, day: Date) -> bool {
        self.state == ReleaseState::Actual && self.date <= day
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    fn calendar(state: ReleaseState) -> Calendar {
        let series = Series::python3(14);
        Calendar {
            series,
            pep: PepNumber(745),
            as_of: day("2026-01-01"),
            start_of_development: day("2024-05-08"),
            feature_freeze: day("2025-05-07"),
            first_release: day("2025-10-07"),
            end_of_bugfix: day("2027-10-07"),
            end_of_life: day("2030-10-01"),
            releases: vec![Release {
                number: ReleaseNumber::first_final(series),
                date: day("2025-10-07"),
                state,
                note: None,
            }],
        }
    }

    #[test]
    fn the_phase_follows_from_the_day() {
        let calendar = calendar(ReleaseState::Actual);
        for (on, expected) in [
            ("2025-05-06", SeriesStatus::Feature),
            ("2025-05-07", SeriesStatus::Prerelease),
            ("2025-10-06", SeriesStatus::Prerelease),
            ("2025-10-07", SeriesStatus::Bugfix),
            ("2027-10-06", SeriesStatus::Bugfix),
            ("2027-10-07", SeriesStatus::Security),
            ("2030-09-30", SeriesStatus::Security),
            ("2030-10-01", SeriesStatus::EndOfLife),
        ] {
            assert_eq!(calendar.status_on(day(on)), expected, "{on}");
        }
    }

    #[test]
    fn an_expected_release_has_not_happened_on_any_day() {
        let calendar = calendar(ReleaseState::Expected);
        let status = calendar.status_on(day("2031-01-01"));
        assert_eq!(status, SeriesStatus::Prerelease);
    }
}
