//! The chart of a series' PEPs, from their creation to the first release.

use super::{Chart, Row, Years};
use crate::session::Session;
use catalogue::{Calendar, Pep, pep};
use terms::Series;

const LEFT: i64 = 64;

pub(super) fn chart(session: &Session, series: Series, known: &[Pep], width: i64) -> Chart {
    let catalogue = &session.catalogue;
    let calendar = catalogue.calendar(series);
    let mut peps: Vec<&Pep> = Vec::new();
    let features = catalogue.features.iter();
    let features = features.filter(|feature| feature.series == series);
    for number in features.flat_map(|feature| &feature.peps) {
        // Features may refer to PEPs of other series, which are left out.
        let pep = pep(known, *number).filter(|pep| pep.versions.contains(&series));
        if let Some(pep) = pep.filter(|pep| !peps.contains(pep)) {
            peps.push(pep);
        }
    }
    let created = peps.iter().map(|pep| pep.created);
    let ends = calendar.iter().map(|calendar| calendar.first_release);
    let years = Years::containing(LEFT, width, created.chain(ends));
    let rows = years.as_ref().zip(calendar).into_iter();
    let rows = rows.flat_map(|(years, calendar)| peps.iter().map(|pep| row(years, pep, calendar)));
    Chart {
        key: "peps",
        title: format!("PEPs of {series}: created, resolved, released"),
        width,
        heads: ["PEP", "Its life"],
        left: LEFT,
        ticks: years.as_ref().map(Years::ticks).unwrap_or_default(),
        rows: rows.collect(),
        now: None,
    }
}

fn row(years: &Years, pep: &Pep, calendar: &Calendar) -> Row {
    let released = calendar.first_release;
    let bars = match pep.resolved.filter(|day| *day < released) {
        Some(day) => vec![
            years.bar("created thin", "Created and resolved:", pep.created, day),
            years.bar("accepted", "resolved and released:", day, released),
        ],
        None => vec![years.bar(
            "created thin",
            "Created and released:",
            pep.created,
            released,
        )],
    };
    Row {
        label: pep.number.to_string(),
        to: pep.number.url(),
        bars,
    }
}
