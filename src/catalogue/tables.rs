//! Reads the fact tables from their TOML. The entry point is
//! [`Facts::from_toml`].

use super::facts::Facts;
use super::model::{Calendar, Pep, PepType, Release, ReleaseState, SeriesStatus};
use crate::terms::{Date, PepNumber, ReleaseNumber, Series, Status, TermError};
use serde::{Deserialize, Deserializer, de::Error as _};
use std::collections::BTreeMap;
use toml::value::Datetime;

/// The file that holds the PEP table.
pub(super) const PEPS: &str = "peps.toml";

/// The file that holds the release calendar.
pub(super) const RELEASES: &str = "releases.toml";

/// Why a fact table cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum FactsError {
    #[error("the PEP table is not as expected: {0}")]
    Peps(#[source] toml::de::Error),
    #[error("the release calendar is not as expected: {0}")]
    Releases(#[source] toml::de::Error),
    #[error("in the PEP table: {0}")]
    PepNumber(#[source] TermError),
    #[error("in the release calendar: {0}")]
    Series(#[source] TermError),
    #[error("the release calendar lists {release} under the series {series}")]
    WrongSeries {
        release: ReleaseNumber,
        series: Series,
    },
}

impl FactsError {
    /// The name of the file that the mistake is in.
    pub fn file_name(&self) -> &'static str {
        match self {
            Self::Peps(_) | Self::PepNumber(_) => PEPS,
            Self::Releases(_) | Self::Series(_) | Self::WrongSeries { .. } => RELEASES,
        }
    }
}

impl Facts {
    /// Reads the two tables, the text of `peps.toml` and of `releases.toml`.
    ///
    /// # Errors
    /// Where a table is no TOML, has an unknown or missing key, or a number or
    /// date is malformed.
    pub fn from_toml(peps: &str, releases: &str) -> Result<Self, FactsError> {
        let peps: PepTable = toml::from_str(peps).map_err(FactsError::Peps)?;
        let releases: ReleaseTable = toml::from_str(releases).map_err(FactsError::Releases)?;
        Ok(Self {
            as_of: peps.as_of.min(releases.as_of),
            peps: read_peps(peps.peps)?,
            calendars: read_calendars(releases.series)?,
        })
    }
}

fn read_peps(rows: BTreeMap<String, PepRow>) -> Result<Vec<Pep>, FactsError> {
    let mut peps = rows
        .into_iter()
        .map(|(number, row)| {
            Ok(Pep {
                number: number.parse().map_err(FactsError::PepNumber)?,
                title: row.title,
                status: row.status,
                pep_type: row.pep_type,
                created: row.created,
                versions: row.versions,
                resolved: row.resolved,
                superseded_by: row.superseded_by,
            })
        })
        .collect::<Result<Vec<_>, FactsError>>()?;
    peps.sort_by_key(|pep| pep.number);
    Ok(peps)
}

fn read_calendars(rows: BTreeMap<String, SeriesRow>) -> Result<Vec<Calendar>, FactsError> {
    let mut calendars = Vec::with_capacity(rows.len());
    for (series, row) in rows {
        let series: Series = series.parse().map_err(FactsError::Series)?;
        if let Some(release) = row.releases.iter().find(|row| row.number.series != series) {
            let release = release.number;
            return Err(FactsError::WrongSeries { release, series });
        }
        let mut releases: Vec<Release> = row.releases.into_iter().map(Release::from).collect();
        releases.sort_by_key(|release| (release.date, release.number));
        calendars.push(Calendar {
            series,
            pep: row.pep,
            status: row.status,
            start_of_development: row.start_of_development,
            feature_freeze: row.feature_freeze,
            first_release: row.first_release,
            end_of_bugfix: row.end_of_bugfix,
            end_of_life: row.end_of_life,
            releases,
        });
    }
    calendars.sort_by_key(|calendar| calendar.series);
    Ok(calendars)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PepTable {
    #[serde(deserialize_with = "date")]
    as_of: Date,
    peps: BTreeMap<String, PepRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PepRow {
    title: String,
    status: Status,
    #[serde(rename = "type")]
    pep_type: PepType,
    /// Governance, packaging, release or typing; kept in the table for those
    /// who read it, and of no use to the catalogue.
    #[serde(default, rename = "topics")]
    _topics: Vec<String>,
    #[serde(deserialize_with = "date")]
    created: Date,
    #[serde(default)]
    versions: Vec<Series>,
    #[serde(default, deserialize_with = "optional_date")]
    resolved: Option<Date>,
    #[serde(default, rename = "replaces")]
    _replaces: Vec<PepNumber>,
    #[serde(default)]
    superseded_by: Vec<PepNumber>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReleaseTable {
    #[serde(deserialize_with = "date")]
    as_of: Date,
    series: BTreeMap<String, SeriesRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SeriesRow {
    pep: PepNumber,
    status: SeriesStatus,
    #[serde(deserialize_with = "date")]
    start_of_development: Date,
    #[serde(deserialize_with = "date")]
    feature_freeze: Date,
    #[serde(deserialize_with = "date")]
    first_release: Date,
    #[serde(deserialize_with = "date")]
    end_of_bugfix: Date,
    #[serde(deserialize_with = "date")]
    end_of_life: Date,
    releases: Vec<ReleaseRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReleaseRow {
    number: ReleaseNumber,
    #[serde(deserialize_with = "date")]
    date: Date,
    state: ReleaseState,
    note: Option<String>,
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

/// TOML has dates of its own; the catalogue keeps them as [`Date`].
fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
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
    const CALENDAR: &str = "as_of = 2026-08-21\n[series.\"3.14\"]\npep = 745\nstatus = \"bugfix\"\n\
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
            "the release calendar lists 3.13.0a1 under the series 3.14"
        );
    }
}
