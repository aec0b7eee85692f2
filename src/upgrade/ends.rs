//! The two series of an upgrade: lists to choose them, and their dates from the release
//! calendar.

use crate::content::{time, when_released};
use crate::platform::dom;
use crate::session::Session;
use catalogue::Calendar;
use terms::{Date, Series};
use yew::prelude::*;

pub(crate) fn ends(session: &Session, from: Series, to: Series) -> Html {
    let swap = {
        let session = session.clone();
        Callback::from(move |_: MouseEvent| session.go(session.route.with_upgrade(to, from)))
    };
    let both = [from, to].into_iter();
    let both = both.take(if from == to { 1 } else { 2 });
    html! {
        <>
            <div class="ends">
                { choice(session, "From", from, move |series| (series, to)) }
                <button class="icon" onclick={swap} aria-label="Swap from and to" title="Swap from and to">{ "⇄" }</button>
                { choice(session, "To", to, move |series| (from, series)) }
            </div>
            <div class="windows">
                { for both.filter_map(|series| Some(window(session, session.catalogue.calendar(series)?))) }
            </div>
        </>
    }
}

fn choice(
    session: &Session,
    name: &'static str,
    chosen: Series,
    ends: impl Fn(Series) -> (Series, Series) + 'static,
) -> Html {
    let onchange = {
        let session = session.clone();
        Callback::from(move |event: Event| {
            if let Ok(series) = dom::chosen(&event).parse() {
                let (from, to) = ends(series);
                session.go(session.route.with_upgrade(from, to));
            }
        })
    };
    let options = session.catalogue.calendars.iter().rev().map(|calendar| {
        let series = calendar.series;
        html! {
            <option value={series.to_string()} selected={series == chosen}>{ series.to_string() }</option>
        }
    });
    html! {
        <label>
            <span>{ name }</span>
            <select id={format!("upgrade-{}", name.to_ascii_lowercase())} {onchange}>{ for options }</select>
        </label>
    }
}

/// The first release of a series and the ends of its support.
fn window(session: &Session, calendar: &Calendar) -> Html {
    let fact = |name: &'static str, date: Date| html! { <div><dt>{ name }</dt><dd>{ time(date) }</dd></div> };
    let first = calendar.first_final();
    let first = first.map(|release| when_released(calendar, release, session.today));
    let to = session.href(&session.route.with_series(calendar.series));
    html! {
        <section>
            <h2><a href={to}>{ format!("Python {}", calendar.series) }</a><small>{ calendar.status_on(session.today).label() }</small></h2>
            <dl class="facts">
                <div><dt>{ "Final release" }</dt><dd>{ for first }</dd></div>
                { fact("Bug fixes until", calendar.end_of_bugfix) }
                { fact("Security fixes until", calendar.end_of_life) }
            </dl>
        </section>
    }
}
