//! The differences between two states of a fact table, as sentences. The entry points are
//! [`of_peps`] and [`of_releases`].

use super::peps::Rows;
use super::releases;
use super::write::release_state;
use catalogue::ReleaseState;
use catalogue::tables::{PepRow, ReleaseRow, SeriesRow};
use std::fmt::Display;
use terms::{PepNumber, ReleaseNumber, Series};

/// A difference from the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Such as `PEP 749 is final; it was accepted`.
    pub text: String,
    /// The lines in documents that mention its subject.
    pub touched: Vec<String>,
    pub(super) about: About,
}

/// The subject of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    Pep(PepNumber),
    Release(ReleaseNumber),
    Series(Series),
}

fn change(about: About, text: String) -> Change {
    Change {
        text,
        touched: Vec::new(),
        about,
    }
}

/// The additions, removals and differences in the PEP table.
pub(crate) fn of_peps(known: &Rows, new: &Rows) -> Vec<Change> {
    let mut changes = Vec::new();
    for (number, row) in new {
        let texts = match known.get(number) {
            Some(known) => pep(*number, known, row),
            None => vec![format!("{number} is new and {}: {}", row.status, row.title)],
        };
        changes.extend(
            texts
                .into_iter()
                .map(|text| change(About::Pep(*number), text)),
        );
    }
    for number in known.keys().filter(|number| !new.contains_key(number)) {
        let text = format!("{number} is no longer in the index");
        changes.push(change(About::Pep(*number), text));
    }
    changes
}

fn pep(number: PepNumber, known: &PepRow, new: &PepRow) -> Vec<String> {
    let mut texts = Vec::new();
    if known.status != new.status {
        texts.push(format!(
            "{number} is {}; it was {}",
            new.status, known.status
        ));
    }
    let (from, to) = (joined(&known.versions), joined(&new.versions));
    if from != to {
        texts.push(format!("{number} targets {to}; it targeted {from}"));
    }
    let mut say = |what: &str, known: String, new: String| {
        if known != new {
            texts.push(format!("{number}: its {what} is {new}; it was {known}"));
        }
    };
    say("title", known.title.clone(), new.title.clone());
    say(
        "type",
        format!("{:?}", known.pep_type),
        format!("{:?}", new.pep_type),
    );
    say("topic", joined(&known.topics), joined(&new.topics));
    say(
        "day of creation",
        known.created.to_string(),
        new.created.to_string(),
    );
    let resolved = |row: &PepRow| joined(row.resolved.as_slice());
    say("day of resolution", resolved(known), resolved(new));
    say(
        "list of what it replaces",
        joined(&known.replaces),
        joined(&new.replaces),
    );
    say(
        "successor",
        joined(&known.superseded_by),
        joined(&new.superseded_by),
    );
    texts
}

fn joined<T: Display>(values: &[T]) -> String {
    if values.is_empty() {
        return "nothing".to_owned();
    }
    let values: Vec<String> = values.iter().map(ToString::to_string).collect();
    values.join(", ")
}

/// The additions, removals and differences in the release calendar.
pub(crate) fn of_releases(known: &releases::Rows, new: &releases::Rows) -> Vec<Change> {
    let mut changes = Vec::new();
    for (series, row) in new {
        match known.get(series) {
            Some(known) => changes.extend(of_series(*series, known, row)),
            None => {
                let count = row.releases.len();
                let text = format!("the version {series} is new, with {count} releases");
                changes.push(change(About::Series(*series), text));
            }
        }
    }
    for series in known.keys().filter(|series| !new.contains_key(series)) {
        let text = format!("the version {series} is no longer in the calendar");
        changes.push(change(About::Series(*series), text));
    }
    changes
}

fn of_series(series: Series, known: &SeriesRow, new: &SeriesRow) -> Vec<Change> {
    let mut texts = Vec::new();
    let mut say = |what: &str, known: String, new: String| {
        if known != new {
            texts.push(format!("{series}: its {what} is {new}; it was {known}"));
        }
    };
    say("schedule", known.pep.to_string(), new.pep.to_string());
    for (what, day) in [
        (
            "start of development",
            (|row| row.start_of_development) as fn(&SeriesRow) -> _,
        ),
        ("feature freeze", |row| row.feature_freeze),
        ("first release", |row| row.first_release),
        ("end of bug fixes", |row| row.end_of_bugfix),
        ("end of life", |row| row.end_of_life),
    ] {
        say(what, day(known).to_string(), day(new).to_string());
    }
    let texts = texts.into_iter();
    let mut changes: Vec<Change> = texts
        .map(|text| change(About::Series(series), text))
        .collect();
    changes.extend(of_each_release(&known.releases, &new.releases));
    changes
}

fn of_each_release(known: &[ReleaseRow], new: &[ReleaseRow]) -> Vec<Change> {
    let find = |rows: &[ReleaseRow], number| rows.iter().find(|row| row.number == number).cloned();
    let mut changes = Vec::new();
    for row in new {
        let text = match find(known, row.number) {
            Some(known) => release(&known, row),
            None => {
                let state = release_state(row.state);
                Some(format!("{} is new: {state} on {}", row.number, row.date))
            }
        };
        changes.extend(text.map(|text| change(About::Release(row.number), text)));
    }
    for row in known {
        if find(new, row.number).is_none() {
            let text = format!("{} is no longer in the calendar", row.number);
            changes.push(change(About::Release(row.number), text));
        }
    }
    changes
}

fn release(known: &ReleaseRow, new: &ReleaseRow) -> Option<String> {
    let number = new.number;
    if known.state == ReleaseState::Expected && new.state == ReleaseState::Actual {
        return Some(format!(
            "{number} was released on {}; it was expected on {}",
            new.date, known.date
        ));
    }
    if known.state != new.state || known.date != new.date {
        let (is, was) = (release_state(new.state), release_state(known.state));
        return Some(format!(
            "{number} is {is} on {}; it was {was} on {}",
            new.date, known.date
        ));
    }
    (known.note != new.note).then(|| format!("{number} has a different note"))
}
