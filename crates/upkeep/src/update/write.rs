//! Writes the fact tables as text, with a line for each PEP and each release, so that diffs are
//! easy to read. The entry points are [`peps`] and [`releases`].

use super::peps::Rows;
use super::releases;
use catalogue::tables::{PepRow, ReleaseRow, SeriesRow};
use catalogue::{PepType, ReleaseState};
use std::fmt::{Display, Write};
use terms::{Date, PepNumber};

const PEPS_HEAD: &str = "\
# Every PEP: what the PEP index (https://peps.python.org) says of it.
# Names in titles stand between backticks; `versions` are those that it
# targets, `resolved` the day of its resolution.
";

const RELEASES_HEAD: &str = "\
# Every release of Python 3: what the release calendar of the release
# managers says of it (public domain), and later releases from the changelogs.
# A release that was `expected` on the day of its version, or else on the day
# below, may have come since.
";

/// The text of `peps.toml`.
pub(super) fn peps(as_of: Date, rows: &Rows) -> String {
    let mut out = format!("{PEPS_HEAD}as_of = {as_of}\n\n[peps]\n");
    for (PepNumber(number), row) in rows {
        let PepRow {
            title,
            status,
            created,
            ..
        } = row;
        let title = quoted(title);
        let pep_type = pep_type(row.pep_type);
        let _ = write!(
            out,
            "{number} = {{ title = {title}, status = \"{status}\", type = \"{pep_type}\""
        );
        list(&mut out, "topics", &row.topics, |topic| quoted(topic));
        let _ = write!(out, ", created = {created}");
        list(&mut out, "versions", &row.versions, |series| {
            format!("\"{series}\"")
        });
        if let Some(resolved) = row.resolved {
            let _ = write!(out, ", resolved = {resolved}");
        }
        list(&mut out, "replaces", &row.replaces, |pep| pep.0.to_string());
        list(&mut out, "superseded_by", &row.superseded_by, |pep| {
            pep.0.to_string()
        });
        out.push_str(" }\n");
    }
    out
}

/// Adds a key with a list, unless that is empty.
fn list<T, U: Display>(out: &mut String, key: &str, values: &[T], shown: impl Fn(&T) -> U) {
    if !values.is_empty() {
        let values: Vec<String> = values
            .iter()
            .map(|value| shown(value).to_string())
            .collect();
        let _ = write!(out, ", {key} = [{}]", values.join(", "));
    }
}

/// The text of `releases.toml`.
pub(super) fn releases(as_of: Date, series: &releases::Rows) -> String {
    let mut out = format!("{RELEASES_HEAD}as_of = {as_of}\n");
    for (series, row) in series {
        let SeriesRow {
            pep,
            start_of_development,
            feature_freeze,
            first_release,
            end_of_bugfix,
            end_of_life,
            ..
        } = row;
        let _ = write!(out, "\n[series.\"{series}\"]\npep = {}\n", pep.0);
        if let Some(as_of) = row.as_of {
            let _ = writeln!(out, "as_of = {as_of}");
        }
        let _ = write!(
            out,
            "start_of_development = {start_of_development}\nfeature_freeze = {feature_freeze}\n\
             first_release = {first_release}\nend_of_bugfix = {end_of_bugfix}\n\
             end_of_life = {end_of_life}\nreleases = [\n"
        );
        for ReleaseRow {
            number,
            date,
            state,
            note,
        } in &row.releases
        {
            let state = release_state(*state);
            let _ = write!(
                out,
                "  {{ number = \"{number}\", date = {date}, state = \"{state}\""
            );
            if let Some(note) = note {
                let _ = write!(out, ", note = {}", quoted(note));
            }
            out.push_str(" },\n");
        }
        out.push_str("]\n");
    }
    out
}

fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    // No other characters in a line have to be escaped in TOML.
    let text: Vec<&str> = text.split_whitespace().collect();
    format!("\"{}\"", text.join(" "))
}

const fn pep_type(pep_type: PepType) -> &'static str {
    match pep_type {
        PepType::StandardsTrack => "standards-track",
        PepType::Informational => "informational",
        PepType::Process => "process",
    }
}

pub(super) const fn release_state(state: ReleaseState) -> &'static str {
    match state {
        ReleaseState::Actual => "actual",
        ReleaseState::Expected => "expected",
    }
}
