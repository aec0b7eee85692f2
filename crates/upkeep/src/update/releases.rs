//! The release calendar in its published formats: the `python-releases.toml` of the
//! PEPs' repository, the same as JSON, and the shorter `release-cycle.json` of
//! <https://peps.python.org/api/>. The entry point is [`read`].

use catalogue::ReleaseState;
use catalogue::tables::{ReleaseRow, SeriesRow};
use serde::Deserialize;
use std::collections::BTreeMap;
use terms::{Date, PepNumber, ReleaseNumber, Series};

/// The calendar of every series.
pub(crate) type Rows = BTreeMap<Series, SeriesRow>;

/// Parses a calendar and returns the part for Python 3; an error says what is invalid.
pub(super) fn read(text: &str, known: &Rows) -> Result<Rows, String> {
    let odd = |error: String| format!("it is not a release calendar: {error}");
    let value: serde_json::Value = if text.trim_start().starts_with('{') {
        serde_json::from_str(text).map_err(|error| odd(error.to_string()))?
    } else {
        let table: toml::Table = toml::from_str(text).map_err(|error| odd(error.to_string()))?;
        json_of(toml::Value::Table(table))
    };
    if value.get("metadata").is_some() {
        let published: Published =
            serde_json::from_value(value).map_err(|error| odd(error.to_string()))?;
        whole(published)
    } else {
        let cycles: BTreeMap<String, Cycle> =
            serde_json::from_value(value).map_err(|error| odd(error.to_string()))?;
        short(cycles, known)
    }
}

/// Converts TOML to JSON, with dates as text.
fn json_of(value: toml::Value) -> serde_json::Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(truth) => truth.into(),
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(values) => values.into_iter().map(json_of).collect(),
        toml::Value::Table(table) => {
            let entries = table.into_iter().map(|(key, value)| (key, json_of(value)));
            serde_json::Value::Object(entries.collect())
        }
    }
}

#[derive(Deserialize)]
struct Published {
    metadata: BTreeMap<String, Metadata>,
    #[serde(alias = "release")]
    releases: BTreeMap<String, Vec<Row>>,
}

#[derive(Deserialize)]
struct Metadata {
    pep: PepNumber,
    #[serde(alias = "start-of-development")]
    start_of_development: Date,
    #[serde(alias = "feature-freeze")]
    feature_freeze: Date,
    #[serde(alias = "first-release")]
    first_release: Date,
    #[serde(alias = "end-of-bugfix")]
    end_of_bugfix: Date,
    #[serde(alias = "end-of-life")]
    end_of_life: Date,
}

#[derive(Deserialize)]
struct Row {
    /// Such as `3.15.0 candidate 1` or `3.14.2`.
    stage: String,
    state: ReleaseState,
    date: Date,
    #[serde(default)]
    note: String,
}

fn whole(published: Published) -> Result<Rows, String> {
    let mut all = published.releases;
    let mut series = BTreeMap::new();
    for (name, row) in published.metadata {
        let Some(key) = python3(&name)? else {
            continue;
        };
        let releases = all.remove(&name).unwrap_or_default();
        let releases = releases.into_iter().map(release);
        let row = SeriesRow {
            pep: row.pep,
            as_of: None,
            start_of_development: row.start_of_development,
            feature_freeze: row.feature_freeze,
            first_release: row.first_release,
            end_of_bugfix: row.end_of_bugfix,
            end_of_life: row.end_of_life,
            releases: releases.collect::<Result<_, String>>()?,
        };
        if let Some(other) = row.releases.iter().find(|row| row.number.series != key) {
            return Err(format!("{} is listed under {key}", other.number));
        }
        series.insert(key, row);
    }
    Ok(series)
}

/// The series with a name, if it is one of Python 3.
fn python3(name: &str) -> Result<Option<Series>, String> {
    let series: Series = name
        .parse()
        .map_err(|error: terms::TermError| error.to_string())?;
    Ok((series.major >= 3).then_some(series))
}

fn release(row: Row) -> Result<ReleaseRow, String> {
    let number = number(&row.stage)
        .ok_or_else(|| format!("`{}` is not a release like 3.15.0 candidate 1", row.stage))?;
    Ok(ReleaseRow {
        number,
        date: row.date,
        state: row.state,
        note: Some(row.note).filter(|note| !note.is_empty()),
    })
}

/// The number of a release with its stage in words.
fn number(stage: &str) -> Option<ReleaseNumber> {
    let mut words = stage.split_whitespace();
    let version = words.next()?;
    let version = match version.matches('.').count() {
        1 => format!("{version}.0"),
        _ => version.to_owned(),
    };
    let rest: Vec<&str> = words.collect();
    let suffix = match rest.as_slice() {
        [] | ["final"] => String::new(),
        ["alpha", count] => format!("a{count}"),
        ["beta", count] => format!("b{count}"),
        ["candidate" | "rc", count] => format!("rc{count}"),
        _ => return None,
    };
    format!("{version}{suffix}").parse().ok()
}

/// The data of a series in the short format.
#[derive(Deserialize)]
struct Cycle {
    pep: PepNumber,
    first_release: Date,
    /// A date, or a month if the day is not decided.
    end_of_life: String,
}

/// The known calendar, updated with the data of the short format.
fn short(cycles: BTreeMap<String, Cycle>, known: &Rows) -> Result<Rows, String> {
    let mut series = known.clone();
    for (name, cycle) in cycles {
        let Some(key) = python3(&name)? else {
            continue;
        };
        let Some(row) = series.get_mut(&key) else {
            return Err(format!(
                "{key} is new, but this calendar does not list its releases; \
                 give python-releases.toml"
            ));
        };
        row.pep = cycle.pep;
        row.first_release = cycle.first_release;
        if !row.end_of_life.to_string().starts_with(&cycle.end_of_life) {
            let first_of_month = format!("{}-01", cycle.end_of_life);
            let day = cycle
                .end_of_life
                .parse()
                .or_else(|_| first_of_month.parse());
            row.end_of_life = day.map_err(|error: terms::TermError| format!("{key}: {error}"))?;
        }
    }
    Ok(series)
}
