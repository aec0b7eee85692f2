//! Reads the fact tables from TOML. The entry point is [`Facts::from_toml`].

use super::facts::Facts;
use super::model::{Calendar, Pep, PepType, Release, ReleaseState};
use serde::{Deserialize, Deserializer, de::Error as _};
use std::collections::BTreeMap;
use terms::{Date, PepNumber, ReleaseNumber, Series, Status, TermError};
use toml::value::Datetime;

/// The file that holds the PEP table.
pub const PEPS: &str = "peps.toml";

/// The file that holds the release calendar.
pub const RELEASES: &str = "releases.toml";

/// Why a fact table cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum FactsError {
    /// `peps.toml` is not TOML, or has other keys or values.
    #[error("the PEP table is not as expected: {0}")]
    Peps(#[source] toml::de::Error),
    /// `releases.toml` is not TOML, or has other keys or values.
    #[error("the release calendar is not as expected: {0}")]
    Releases(#[source] toml::de::Error),
    /// A key of the PEP table is not a number.
    #[error("in the PEP table: {0}")]
    PepNumber(#[source] TermError),
    /// A key of the release calendar is not a series.
    #[error("in the release calendar: {0}")]
    Series(#[source] TermError),
    /// A release is listed under another series than its own.
    #[error("the release calendar lists {release} under the version {series}")]
    WrongSeries {
        /// The release.
        release: ReleaseNumber,
        /// The series that it is listed under.
        series: Series,
    },
}

impl FactsError {
    /// The name of the file with the error.
    pub fn file_name(&self) -> &'static str {
        match self {
            Self::Peps(_) | Self::PepNumber(_) => PEPS,
            Self::Releases(_) | Self::Series(_) | Self::WrongSeries { .. } => RELEASES,
        }
    }
}

impl Facts {
    /// Reads both tables from the text of `peps.toml` and `releases.toml`.
    ///
    /// # Errors
    /// If a table is not TOML, has an unknown or missing key, or a malformed
    /// number or date.
    pub fn from_toml(peps: &str, releases: &str) -> Result<Self, FactsError> {
        let peps = PepTable::read(peps)?;
        let releases = ReleaseTable::read(releases)?;
        Ok(Self {
            as_of: peps.as_of.min(releases.as_of),
            peps: peps.peps.into_iter().map(pep).collect(),
            calendars: releases.calendars(),
            first_versions: BTreeMap::new(),
        })
    }
}

fn pep((number, row): (PepNumber, PepRow)) -> Pep {
    Pep {
        number,
        title: row.title,
        status: row.status,
        pep_type: row.pep_type,
        created: row.created,
        versions: row.versions,
        resolved: row.resolved,
        superseded_by: row.superseded_by,
    }
}

fn calendar(series: Series, row: SeriesRow, as_of: Date) -> Calendar {
    let mut releases: Vec<Release> = row.releases.into_iter().map(Release::from).collect();
    releases.sort_by_key(|release| (release.date, release.number));
    let first_final = ReleaseNumber::first_final(series);
    let first_final = releases
        .iter()
        .find(|release| release.number == first_final);
    Calendar {
        series,
        pep: row.pep,
        as_of: row.as_of.unwrap_or(as_of),
        start_of_development: row.start_of_development,
        feature_freeze: row.feature_freeze,
        // The published calendar has two days for a release that it expects at times.
        first_release: first_final.map_or(row.first_release, |release| release.date),
        end_of_bugfix: row.end_of_bugfix,
        end_of_life: row.end_of_life,
        releases,
    }
}

/// The PEP table as in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PepTable {
    /// The day on which the PEP index was read.
    pub as_of: Date,
    /// Every PEP, including withdrawn ones.
    pub peps: BTreeMap<PepNumber, PepRow>,
}

impl PepTable {
    /// Reads the text of `peps.toml`.
    pub fn read(text: &str) -> Result<Self, FactsError> {
        let table: Table<BTreeMap<String, PepRow>> =
            toml::from_str(text).map_err(FactsError::Peps)?;
        let rows = table.rows.into_iter().map(|(number, row)| {
            let number = number.parse().map_err(FactsError::PepNumber)?;
            Ok((number, row))
        });
        Ok(Self {
            as_of: table.as_of,
            peps: rows.collect::<Result<_, FactsError>>()?,
        })
    }
}

/// The form of both tables: a date and rows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table<T> {
    #[serde(deserialize_with = "date")]
    as_of: Date,
    #[serde(alias = "peps", alias = "series")]
    rows: T,
}

/// The row of one PEP.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PepRow {
    /// The title in the PEP index, with names between backticks.
    pub title: String,
    /// The status in the header of the PEP.
    pub status: Status,
    /// What sort of proposal it is; `type` in the file.
    #[serde(rename = "type")]
    pub pep_type: PepType,
    /// Governance, packaging, release or typing; for readers of the table,
    /// unused by the catalogue.
    #[serde(default)]
    pub topics: Vec<String>,
    /// The creation date in the header of the PEP.
    #[serde(deserialize_with = "date")]
    pub created: Date,
    /// The series in its header field `Python-Version`.
    #[serde(default)]
    pub versions: Vec<Series>,
    /// The day of its resolution, if the index has one.
    #[serde(default, deserialize_with = "optional_date")]
    pub resolved: Option<Date>,
    /// The PEPs that it replaces.
    #[serde(default)]
    pub replaces: Vec<PepNumber>,
    /// The PEPs that replace it.
    #[serde(default)]
    pub superseded_by: Vec<PepNumber>,
}

/// The release calendar as in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseTable {
    /// The day on which the release calendar was read.
    pub as_of: Date,
    /// The series of the calendar, each with its row.
    pub series: BTreeMap<Series, SeriesRow>,
}

impl ReleaseTable {
    /// Reads the text of `releases.toml`.
    pub fn read(text: &str) -> Result<Self, FactsError> {
        let table: Table<BTreeMap<String, SeriesRow>> =
            toml::from_str(text).map_err(FactsError::Releases)?;
        let rows = table.rows.into_iter().map(|(series, row)| {
            let series: Series = series.parse().map_err(FactsError::Series)?;
            let mut releases = row.releases.iter();
            match releases.find(|release| release.number.series != series) {
                None => Ok((series, row)),
                Some(release) => {
                    let release = release.number;
                    Err(FactsError::WrongSeries { release, series })
                }
            }
        });
        Ok(Self {
            as_of: table.as_of,
            series: rows.collect::<Result<_, FactsError>>()?,
        })
    }

    fn calendars(self) -> Vec<Calendar> {
        let rows = self.series.into_iter();
        rows.map(|(series, row)| calendar(series, row, self.as_of))
            .collect()
    }
}

/// The row of one series.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriesRow {
    /// The PEP that holds the release schedule.
    pub pep: PepNumber,
    /// The day of which this row is known, if it is later than the table's.
    #[serde(default, deserialize_with = "optional_date")]
    pub as_of: Option<Date>,
    /// The day on which its development began.
    #[serde(deserialize_with = "date")]
    pub start_of_development: Date,
    /// The day of the first beta.
    #[serde(deserialize_with = "date")]
    pub feature_freeze: Date,
    /// The day of the release `.0`.
    #[serde(deserialize_with = "date")]
    pub first_release: Date,
    /// The day from which it gets security fixes only.
    #[serde(deserialize_with = "date")]
    pub end_of_bugfix: Date,
    /// The day from which there are no releases.
    #[serde(deserialize_with = "date")]
    pub end_of_life: Date,
    /// In the order of the file.
    pub releases: Vec<ReleaseRow>,
}

/// The row of one release.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseRow {
    /// Its full number, such as 3.14.0a1.
    pub number: ReleaseNumber,
    /// The day on which it was published or is expected.
    #[serde(deserialize_with = "date")]
    pub date: Date,
    /// Whether it has been published.
    pub state: ReleaseState,
    /// A remark in the schedule.
    pub note: Option<String>,
}

impl From<ReleaseRow> for Release {
    fn from(row: ReleaseRow) -> Self {
        Self {
            number: row.number,
            date: row.date,
            state: row.state,
            note: row.note,
        }
    }
}

/// Deserializes a TOML date as a [`Date`].
pub fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let date = Datetime::deserialize(deserializer)?.to_string();
    date.parse().map_err(D::Error::custom)
}

fn optional_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    date(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEP_TABLE: &str = "as_of = 2026-08-22\n[peps]\n\
        758 = { title = \"Parentheses\", status = \"final\", type = \"standards-track\", \
        created = 2024-09-30, versions = [\"3.14\"] }\n\
        20 = { title = \"Zen\", status = \"active\", type = \"informational\", created = 2004-08-19 }\n";
    const CALENDAR: &str = "as_of = 2026-08-21\n[series.\"3.14\"]\npep = 745\n\
        start_of_development = 2024-05-08\nfeature_freeze = 2025-05-07\n\
        first_release = 2025-10-07\nend_of_bugfix = 2027-10-01\nend_of_life = 2030-10-01\n\
        releases = [{ number = \"3.14.0a1\", date = 2024-10-15, state = \"actual\" }]\n";

    #[test]
    fn reads_both_tables() {
        let facts = Facts::from_toml(PEP_TABLE, CALENDAR).expect("well-formed tables");
        assert_eq!(facts.as_of.to_string(), "2026-08-21");
        assert_eq!(facts.peps[0].number, PepNumber(20), "sorted by number");
        let pep = facts.pep(PepNumber(758)).expect("PEP 758");
        assert_eq!(pep.versions, [Series::python3(14)]);
        let calendar = facts.calendar(Series::python3(14)).expect("3.14");
        assert_eq!(calendar.releases[0].number.to_string(), "3.14.0a1");
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        let error = Facts::from_toml(&PEP_TABLE.replace("final", "finished"), CALENDAR)
            .expect_err("no such status")
            .to_string();
        assert!(
            error.contains("PEP table") && error.contains("finished"),
            "{error}"
        );
        assert!(error.contains("line 3"), "{error}");
        let error = Facts::from_toml(PEP_TABLE, &CALENDAR.replace("3.14.0a1", "3.13.0a1"))
            .expect_err("a release of another series")
            .to_string();
        assert_eq!(
            error,
            "the release calendar lists 3.13.0a1 under the version 3.14"
        );
    }
}
