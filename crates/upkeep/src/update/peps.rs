//! The PEP index in its published formats: the JSON of <https://peps.python.org/api/peps.json>,
//! and a tab-separated table with a header row. The entry point is [`read`].

use catalogue::PepType;
use catalogue::tables::PepRow;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::str::FromStr;
use terms::{Date, PepNumber, Series};

/// Every PEP by number.
pub(crate) type Rows = BTreeMap<PepNumber, PepRow>;

/// Parses an index; an error says which PEP is invalid and why.
pub(super) fn read(text: &str) -> Result<Rows, String> {
    let published: Vec<Published> = if text.trim_start().starts_with('{') {
        let peps: BTreeMap<String, Published> = serde_json::from_str(text)
            .map_err(|error| format!("it is not a PEP index in JSON: {error}"))?;
        peps.into_values().collect()
    } else {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b'\t')
            .from_reader(text.as_bytes());
        let rows: Result<_, csv::Error> = reader.deserialize().collect();
        rows.map_err(|error| format!("it is not a PEP index as a table: {error}"))?
    };
    let rows = published.into_iter().map(|pep| {
        let number = pep.number;
        let row = row(pep).map_err(|message| format!("{number}: {message}"))?;
        Ok((number, row))
    });
    rows.collect()
}

/// A published PEP; unknown fields may be empty or missing.
#[derive(Deserialize)]
struct Published {
    number: PepNumber,
    title: String,
    status: String,
    #[serde(rename = "type")]
    pep_type: String,
    #[serde(default, deserialize_with = "text")]
    topic: String,
    created: String,
    #[serde(default, deserialize_with = "text")]
    python_version: String,
    /// The date of its resolution, in JSON with its address.
    #[serde(default, alias = "resolved", deserialize_with = "text")]
    resolution: String,
    #[serde(default, deserialize_with = "text")]
    replaces: String,
    #[serde(default, deserialize_with = "text")]
    superseded_by: String,
}

/// A text; empty if it is missing.
fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

fn row(pep: Published) -> Result<PepRow, String> {
    Ok(PepRow {
        title: title(&pep.title),
        status: pep
            .status
            .parse()
            .map_err(|error: terms::TermError| error.to_string())?,
        pep_type: pep_type(&pep.pep_type)?,
        topics: list(&pep.topic).map(str::to_lowercase).collect(),
        created: day(&pep.created)
            .ok_or_else(|| format!("`{}` is not a day like 13-Jun-2000", pep.created))?,
        versions: versions(&pep.python_version),
        resolved: resolved(&pep.resolution),
        replaces: numbers(&pep.replaces)?,
        superseded_by: numbers(&pep.superseded_by)?,
    })
}

/// A title with names in single backticks, without the backslashes after names within a word.
fn title(text: &str) -> String {
    text.trim().replace("``", "`").replace("\\ ", "")
}

fn pep_type(text: &str) -> Result<PepType, String> {
    match text {
        "Standards Track" => Ok(PepType::StandardsTrack),
        "Informational" => Ok(PepType::Informational),
        "Process" => Ok(PepType::Process),
        _ => Err(format!("`{text}` is not a type of PEP")),
    }
}

fn list(text: &str) -> impl Iterator<Item = &str> {
    text.split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

fn numbers(text: &str) -> Result<Vec<PepNumber>, String> {
    let numbers = list(text).map(PepNumber::from_str);
    numbers
        .collect::<Result<_, _>>()
        .map_err(|error| error.to_string())
}

/// The series that a PEP targets. The target may be a release; one such as `3.x` is ignored.
fn versions(text: &str) -> Vec<Series> {
    let mut versions = Vec::new();
    for part in list(text) {
        let numbers: Vec<&str> = part.splitn(3, '.').take(2).collect();
        if let Ok(series) = numbers.join(".").parse()
            && !versions.contains(&series)
        {
            versions.push(series);
        }
    }
    versions
}

/// Parses a date such as `13-Jun-2000`.
fn day(text: &str) -> Option<Date> {
    let mut parts = text.trim().split('-');
    let day = parts.next()?.parse().ok()?;
    let month = Date::month_from_name(parts.next()?)?;
    Date::new(parts.next()?.parse().ok()?, month, day)
}

/// The first date in a text, which may be the text of a link. The table has the date of the
/// first resolution; later ones follow it.
fn resolved(text: &str) -> Option<Date> {
    text.split([' ', '`', ',', '<', '>']).find_map(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &str = r#"{ "649": { "number": 649, "title": "Use ``x`` in\\ s", "authors": "A",
        "status": "Final", "type": "Standards Track", "topic": "typing", "created": "11-Jan-2021",
        "python_version": "3.4.3, 3.x, 3.14", "post_history": null,
        "resolution": "`08-May-2023 <https://example.org>`__", "replaces": "563, 1",
        "superseded_by": null, "url": "https://peps.python.org/pep-0649/" } }"#;
    const TABLE: &str = "number\ttitle\tstatus\ttype\ttopic\tcreated\tpython_version\tresolved\t\
        replaces\tsuperseded_by\n649\tUse ``x`` in\\ s\tFinal\tStandards Track\tTyping\t\
        11-Jan-2021\t3.4.3, 3.x, 3.14\t08-May-2023\t563, 1\t\n";

    #[test]
    fn both_forms_say_the_same() {
        let rows = read(JSON).expect("an index");
        assert_eq!(read(TABLE), Ok(rows.clone()));
        let row = &rows[&PepNumber(649)];
        assert_eq!(row.title, "Use `x` ins");
        assert_eq!(row.topics, ["typing"]);
        assert_eq!(row.versions, [Series::python3(4), Series::python3(14)]);
        assert_eq!(row.resolved, Date::new(2023, 5, 8));
        assert_eq!(row.replaces, [PepNumber(563), PepNumber(1)]);
    }

    #[test]
    fn an_invalid_field_is_reported_with_its_pep() {
        for (from, to, expected) in [
            (
                "Final",
                "Finished",
                "PEP 649: `Finished` is not a valid status",
            ),
            ("Standards Track", "Essay", "PEP 649: `Essay` is not a type"),
            ("11-Jan-2021", "soon", "PEP 649: `soon` is not a day"),
            ("563, 1", "563, x", "PEP 649: `x` is not a valid PEP number"),
            ("\"title\"", "\"name\"", "not a PEP index in JSON"),
        ] {
            let error = read(&JSON.replace(from, to)).expect_err(to);
            assert!(error.contains(expected), "{error}");
        }
    }
}
