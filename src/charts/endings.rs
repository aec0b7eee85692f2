//! The chart of a series' deprecations and removals, from deprecation to removal.

use super::{Bar, Chart, Row, WIDTH};
use crate::session::Session;
use document::plain_text;
use query::{Ending, endings};
use terms::Series;

const LEFT: i64 = 210;

pub(super) fn chart(session: &Session, series: Series, width: i64) -> Chart {
    let is_narrow = width < WIDTH;
    let left = if is_narrow { 0 } else { LEFT };
    let endings = endings(&session.catalogue, series);
    let first = endings.iter().map(|ending| ending.deprecated.minor).min();
    let last = endings.iter().map(|ending| ending.removed.minor).max();
    let (first, last) = (first.unwrap_or_default(), last.unwrap_or_default());
    let room = width - left - 28;
    let steps = i64::from(last.saturating_sub(first)).max(1);
    let x = |series: Series| left + i64::from(series.minor.saturating_sub(first)) * room / steps;
    let row = |ending: &Ending| Row {
        label: plain_text(&ending.feature.title),
        to: session.href(&session.route.with_feature(&ending.feature.slug)),
        bars: vec![bar(ending, &x)],
    };
    Chart {
        key: "endings",
        title: format!("Deprecations and removals involving {series}"),
        heads: ["Change", "Deprecated and removed"],
        width,
        left,
        // With many version, label only every other one.
        ticks: (first..=last)
            .rev()
            .step_by(if steps > 11 || is_narrow && steps > 5 {
                2
            } else {
                1
            })
            .map(|minor| {
                (
                    x(Series::python3(minor)),
                    Series::python3(minor).to_string(),
                )
            })
            .collect(),
        rows: endings.iter().map(row).collect(),
        now: None,
    }
}

fn bar(ending: &Ending, x: &dyn Fn(Series) -> i64) -> Bar {
    let Ending {
        deprecated,
        removed,
        ..
    } = ending;
    let (class, word) = if ending.is_planned {
        ("deprecated open", "planned to go in")
    } else {
        ("deprecated", "gone in")
    };
    Bar {
        from: x(*deprecated),
        to: x(*removed),
        class,
        sign: "!",
        text: format!("deprecated in {deprecated}, {word} {removed}"),
        link: None,
    }
}
