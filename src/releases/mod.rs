//! The Releases view: all series, and the releases of one of them.

mod timeline;

use super::charts::charts;
use super::content::{time, when_released};
use super::part::use_part;
use super::platform::clock;
use super::platform::media::use_phone;
use super::session::Session;
use catalogue::{Calendar, Release, SeriesStatus, bundle};
use query::{Query, Route, SeriesRange};
use terms::{Date, Series, Stage, counted};
use timeline::timeline;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ReleasesProps {
    pub session: Session,
}

#[component]
pub(crate) fn Releases(props: &ReleasesProps) -> Html {
    let session = &props.session;
    let today = use_state_eq(|| None::<Date>);
    {
        let today = today.setter();
        use_effect_with((), move |()| today.set(clock::today()));
    }
    let is_phone = use_phone();
    let peps = use_part(session, bundle::peps());
    let shown = session.route.series.or_else(|| newest_final(session));
    let calendar = shown.and_then(|series| session.catalogue.calendar(series));
    let rows = session.catalogue.calendars.iter().rev();
    html! {
        <div class="releases">
            <nav class="series-list" aria-label="Versions">
                <ul>{ for rows.map(|calendar| entry(session, calendar, shown)) }</ul>
            </nav>
            if let Some(calendar) = calendar {
                <div class="series-column">
                    { series_shown(session, calendar, *today) }
                    { charts(session, calendar.series, *today, &peps, is_phone) }
                </div>
            } else {
                <p class="failure" role="alert">
                    { for shown.map(|series| format!("The release calendar has no version {series}.")) }
                </p>
            }
        </div>
    }
}

/// The newest series with a final release, which is shown by default.
fn newest_final(session: &Session) -> Option<Series> {
    let mut newest_first = session.catalogue.calendars.iter().rev();
    let released = newest_first.find(|calendar| calendar.status_on(session.today).is_released());
    released.map(|calendar| calendar.series)
}

fn entry(session: &Session, calendar: &Calendar, shown: Option<Series>) -> Html {
    let current = shown == Some(calendar.series);
    html! {
        <li>
            <a href={session.href(&session.route.with_series(calendar.series))} aria-current={current.then_some("true")}>
                <strong>{ calendar.series.to_string() }</strong>
                { phase(calendar.status_on(session.today)) }
            </a>
        </li>
    }
}

fn phase(status: SeriesStatus) -> Html {
    html! { <span class={classes!("phase", phase_class(status))}>{ status.label() }</span> }
}

const fn phase_class(status: SeriesStatus) -> &'static str {
    match status {
        SeriesStatus::Feature => "feature",
        SeriesStatus::Prerelease => "prerelease",
        SeriesStatus::Bugfix => "bugfix",
        SeriesStatus::Security => "security",
        SeriesStatus::EndOfLife => "end-of-life",
    }
}

fn series_shown(session: &Session, calendar: &Calendar, today: Option<Date>) -> Html {
    let series = calendar.series;
    let fact = |name: &'static str, date: Date| html! { <div><dt>{ name }</dt><dd>{ time(date) }</dd></div> };
    html! {
        <section class="series-shown" aria-labelledby="series-title">
            <h1 id="series-title">{ format!("Python {series}") }</h1>
            { phase_line(session, calendar) }
            <dl class="facts">
                { fact("Development began", calendar.start_of_development) }
                { fact("Feature freeze", calendar.feature_freeze) }
                { fact("First final release", calendar.first_release) }
                { fact("Bug fixes until", calendar.end_of_bugfix) }
                { fact("Security fixes until", calendar.end_of_life) }
            </dl>
            { timeline(calendar, session.today, today) }
            { table(session, calendar) }
        </section>
    }
}

/// The phase of a series on the reader's day, and links to its schedule, features and upgrade.
pub(super) fn phase_line(session: &Session, calendar: &Calendar) -> Html {
    let series = calendar.series;
    let features = session.catalogue.features.iter();
    let features = features.filter(|feature| feature.series == series).count();
    let status = calendar.status_on(session.today);
    let query = Query {
        introduced: SeriesRange::only(series),
        ..Query::default()
    };
    let all = session.href(&Route {
        query,
        ..Route::default()
    });
    html! {
        <p class="phase-line">
            { phase(status) }
            if !status.is_released() {
                { " · " }{ for calendar.first_final().map(|release| when_released(calendar, release, session.today)) }
            }
            { " · " }<a href={calendar.pep.url()}>{ format!("Release schedule ({})", calendar.pep) }</a>
            { " · " }<a href={all}>{ counted(features, "change") }</a>
            if let Some((before, to)) = session.upgrade_to(series) {
                { " · " }<a href={to}>{ format!("Upgrade from {before}") }</a>
            }
        </p>
    }
}

fn table(session: &Session, calendar: &Calendar) -> Html {
    let row = |release: &Release| {
        html! {
            <tr key={release.number.to_string()}>
                <th scope="row">{ release.number.to_string() }</th>
                <td>{ stage(release) }</td>
                <td>{ when_released(calendar, release, session.today) }</td>
                <td>{ release.note.clone().unwrap_or_default() }</td>
            </tr>
        }
    };
    html! {
        <div class="table" tabindex="0" role="region" aria-label="Releases">
            <table>
                <thead><tr>
                    <th scope="col">{ "Release" }</th><th scope="col">{ "Stage" }</th>
                    <th scope="col">{ "Date" }</th>
                    <th scope="col">{ "Note" }</th>
                </tr></thead>
                <tbody>{ for calendar.releases.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

fn stage(release: &Release) -> String {
    match release.number.stage {
        Stage::Alpha(n) => format!("alpha {n}"),
        Stage::Beta(n) => format!("beta {n}"),
        Stage::Candidate(n) => format!("release candidate {n}"),
        Stage::Final if release.number.micro == 0 => "final".to_owned(),
        Stage::Final => "maintenance".to_owned(),
    }
}
