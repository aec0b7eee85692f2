//! The releases of one series as a chart. The table below it has the same data.

use crate::content::date_text;
use catalogue::{Calendar, Release};
use terms::{Date, Stage};
use yew::prelude::*;

/// The width of the chart in its own units. It is scaled to the available width.
const WIDTH: i64 = 960;
const MARGIN: i64 = 24;
/// The names and positions of the lanes.
const LANES: [(&str, i64); 4] = [
    ("alpha", 34),
    ("beta", 62),
    ("candidate", 90),
    ("final", 118),
];
const BOTTOM: i64 = 146;

/// The chart of the releases as of a day; `marked` is today's date, once the page runs.
pub(crate) fn timeline(calendar: &Calendar, day: Date, marked: Option<Date>) -> Html {
    let Some(scale) = Scale::for_calendar(calendar) else {
        return Html::default();
    };
    let title = format!("Releases of Python {} over time", calendar.series);
    html! {
        // It scrolls on a phone, so it has to be focusable.
        <figure class="timeline" tabindex="0">
            <svg viewBox={format!("0 0 {WIDTH} 176")} role="img" aria-label={title}>
                { for LANES.iter().map(|(name, y)| lane(name, *y)) }
                { for scale.years().map(|year| tick(&scale, year)) }
                { span(&scale, calendar) }
                { for calendar.releases.iter().map(|release| mark(&scale, release, day)) }
                { for marked.and_then(|today| now(&scale, today)) }
            </svg>
            <figcaption>
                <span><i class="dot released"></i>{ "released" }</span>
                <span><i class="dot expected"></i>{ "expected" }</span>
                <span><i class="bar bugfix"></i>{ "bug fixes" }</span>
                <span><i class="bar security"></i>{ "security fixes" }</span>
                <span><i class="now"></i>{ today_text(&scale, marked) }</span>
            </figcaption>
        </figure>
    }
}

/// The legend of the marker of today's date, or why there is none.
fn today_text(scale: &Scale, today: Option<Date>) -> String {
    match today {
        Some(today) if today < scale.from => {
            format!("today, {}, is before this period", date_text(today))
        }
        Some(today) if today > scale.to => {
            format!("today, {}, is after this period", date_text(today))
        }
        Some(today) => format!("today, {}", date_text(today)),
        None => "today".to_owned(),
    }
}

/// Converts dates to positions.
struct Scale {
    from: Date,
    to: Date,
    days: i64,
}

impl Scale {
    /// The scale from the start of development or the first release to the end of life or the
    /// last release, which the oldest series had after their end of life. `None` if there are
    /// no releases.
    fn for_calendar(calendar: &Calendar) -> Option<Self> {
        let first = calendar.releases.first()?.date;
        let last = calendar.releases.last()?.date;
        let from = first.min(calendar.start_of_development);
        let to = last.max(calendar.end_of_life);
        let days = from.days_until(to).max(1);
        Some(Self { from, to, days })
    }

    fn x(&self, date: Date) -> i64 {
        MARGIN + self.from.days_until(date) * (WIDTH - 2 * MARGIN) / self.days
    }

    /// The first days of the years on the scale.
    fn years(&self) -> impl Iterator<Item = Date> {
        let (first, last) = (self.from.year() + 1, self.to.year());
        (first..=last).filter_map(|year| Date::new(year, 1, 1))
    }
}

fn lane(name: &'static str, y: i64) -> Html {
    html! {
        <g class="lane">
            <line x1={MARGIN.to_string()} x2={(WIDTH - MARGIN).to_string()} y1={y.to_string()} y2={y.to_string()} />
            <text x={MARGIN.to_string()} y={(y - 8).to_string()}>{ name }</text>
        </g>
    }
}

fn tick(scale: &Scale, year: Date) -> Html {
    let x = scale.x(year).to_string();
    html! {
        <g class="tick">
            <line x1={x.clone()} x2={x.clone()} y1="20" y2={BOTTOM.to_string()} />
            <text {x} y="170" text-anchor="middle">{ year.year() }</text>
        </g>
    }
}

/// The bars of the periods of bug fixes and security fixes.
fn span(scale: &Scale, calendar: &Calendar) -> Html {
    let bar = |class: &'static str, from: Date, to: Date| {
        let (x, width) = (scale.x(from), (scale.x(to) - scale.x(from)).max(0));
        html! {
            <rect {class} x={x.to_string()} y="134" width={width.to_string()} height="10">
                <title>{ format!("{} to {}", date_text(from), date_text(to)) }</title>
            </rect>
        }
    };
    html! {
        <>
            { bar("bugfix", calendar.first_release, calendar.end_of_bugfix) }
            { bar("security", calendar.end_of_bugfix, calendar.end_of_life) }
        </>
    }
}

fn mark(scale: &Scale, release: &Release, day: Date) -> Html {
    let lane = match release.number.stage {
        Stage::Alpha(_) => 0,
        Stage::Beta(_) => 1,
        Stage::Candidate(_) => 2,
        Stage::Final => 3,
    };
    let state = if release.is_published_on(day) {
        "released"
    } else {
        "expected"
    };
    let is_first = release.number.micro == 0 && release.number.stage == Stage::Final;
    let radius = if is_first { "7" } else { "4.5" };
    html! {
        <circle
            key={release.number.to_string()}
            class={classes!("release", state)}
            cx={scale.x(release.date).to_string()}
            cy={LANES[lane].1.to_string()}
            r={radius}
        >
            <title>{ format!("{}, {state} {}", release.number, date_text(release.date)) }</title>
        </circle>
    }
}

/// The marker of today's date, if it is on the scale.
fn now(scale: &Scale, today: Date) -> Option<Html> {
    let inside = scale.from <= today && today <= scale.to;
    let x = scale.x(today);
    let anchor = if x > WIDTH - 80 { "end" } else { "start" };
    let text = if x > WIDTH - 80 { x - 5 } else { x + 5 };
    inside.then(|| {
        html! {
            <g class="now">
                <line x1={x.to_string()} x2={x.to_string()} y1="4" y2="150" />
                <text x={text.to_string()} y="13" text-anchor={anchor}>{ "today" }</text>
            </g>
        }
    })
}
