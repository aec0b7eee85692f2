//! The chart of the numbers of features of each series by kind.

use super::{Bar, Chart, Row};
use crate::content::kind_mark;
use crate::session::Session;
use query::{Query, Route, SeriesRange};
use std::cmp::Reverse;
use terms::{Kind, Series};

const LEFT: i64 = 40;

pub(super) fn chart(session: &Session, width: i64) -> Chart {
    let features = &session.catalogue.features;
    // The features of a series are consecutive, those in development last.
    let chunks = features.chunk_by(|a, b| a.series == b.series);
    let mut series: Vec<&[_]> = chunks.collect();
    series.sort_by_key(|features| Reverse(features.first().map(|feature| feature.series)));
    let most = series
        .iter()
        .map(|features| features.len())
        .max()
        .unwrap_or(1);
    let unit = |count: usize| {
        let units = count * usize::try_from(width - LEFT).unwrap_or_default() / most.max(1);
        i64::try_from(units).unwrap_or_default()
    };
    let row = |features: &[catalogue::Feature]| {
        let series = features.first()?.series;
        let mut before = 0;
        let bars = Kind::ALL.iter().filter_map(|kind| {
            let count = features.iter().filter(|one| one.kind == *kind).count();
            let from = LEFT + unit(before);
            before += count;
            (count > 0).then(|| Bar {
                from,
                to: LEFT + unit(before),
                class: kind.key(),
                sign: kind_mark(*kind),
                text: format!("{count} {kind}"),
                link: Some(results_link(session, series, *kind)),
            })
        });
        Some(Row {
            label: series.to_string(),
            bars: bars.collect(),
            to: session.href(&session.route.with_series(series)),
        })
    };
    Chart {
        key: "kinds",
        title: "Changes of every version, by kind".to_owned(),
        width,
        heads: ["Version", "Changes"],
        left: LEFT,
        ticks: Vec::new(),
        rows: series.into_iter().filter_map(row).collect(),
        now: None,
    }
}

/// A link to the results for a series and a kind.
fn results_link(session: &Session, series: Series, kind: Kind) -> String {
    let query = Query {
        introduced: SeriesRange::only(series),
        kinds: vec![kind],
        ..Query::default()
    };
    let route = Route {
        query,
        ..Route::default()
    };
    session.href(&route)
}
