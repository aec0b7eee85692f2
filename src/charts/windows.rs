//! The chart of the support windows of all series.

use super::{Chart, Row, Years};
use crate::session::Session;
use catalogue::Calendar;
use terms::Date;

const LEFT: i64 = 40;

pub(super) fn chart(session: &Session, today: Option<Date>, width: i64) -> Chart {
    let calendars = &session.catalogue.calendars;
    let dates = calendars
        .iter()
        .flat_map(|calendar| [calendar.first_release, calendar.end_of_life]);
    let years = Years::containing(LEFT, width, dates);
    let rows = years.iter().flat_map(|years| {
        let newest_first = calendars.iter().rev();
        newest_first.map(|calendar| row(session, years, calendar))
    });
    let inside = |years: &Years, today: &Date| (years.first..=years.last).contains(&today.year());
    Chart {
        key: "windows",
        title: match today {
            Some(_) => "Support of every version, today marked".to_owned(),
            None => "Support of every version".to_owned(),
        },
        width,
        heads: ["Version", "Support"],
        left: LEFT,
        ticks: years.as_ref().map(Years::ticks).unwrap_or_default(),
        now: years.as_ref().and_then(|years| {
            let today = today.filter(|today| inside(years, today))?;
            Some(years.x(today))
        }),
        rows: rows.collect(),
    }
}

fn row(session: &Session, years: &Years, calendar: &Calendar) -> Row {
    let is_released = calendar.status_on(session.today).is_released();
    let (fixes, security) = if is_released {
        ("bugfix", "security thin")
    } else {
        ("bugfix open", "security thin open")
    };
    Row {
        label: calendar.series.to_string(),
        to: session.href(&session.route.with_series(calendar.series)),
        bars: vec![
            years.bar(
                fixes,
                "Bug fixes",
                calendar.first_release,
                calendar.end_of_bugfix,
            ),
            years.bar(
                security,
                "security fixes",
                calendar.end_of_bugfix,
                calendar.end_of_life,
            ),
        ],
    }
}
