//! The two filters by series: "Introduced in" and "Available in".

use super::stop::use_stop;
use crate::platform::dom;
use crate::session::Session;
use query::{Count, Query, SeriesRange};
use terms::Series;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct IntroducedProps {
    pub session: Session,
    pub counts: Vec<Count<Series>>,
}

/// The filter by the series that introduced a feature: buttons for single series, and two
/// lists for the ends of a range.
#[component]
pub(crate) fn Introduced(props: &IntroducedProps) -> Html {
    let IntroducedProps { session, counts } = props;
    let range = session.route.query.introduced;
    // Versions without results are left out, except those that are chosen.
    let is_shown = |count: &&Count<Series>| {
        count.results > 0 || (!range.is_open() && range.contains(count.value))
    };
    let ids: Vec<(String, bool)> = counts
        .iter()
        .filter(is_shown)
        .map(|count| {
            (
                button_id(count.value),
                range == SeriesRange::only(count.value),
            )
        })
        .collect();
    let stop = use_stop(ids.iter().map(|(id, is_chosen)| (id.as_str(), *is_chosen)));
    let button = |count: &Count<Series>| {
        let only = SeriesRange::only(count.value);
        let pressed = range == only;
        let inside = !range.is_open() && range.contains(count.value);
        let onclick = {
            let range = if pressed {
                SeriesRange::default()
            } else {
                only
            };
            set_range(session, range)
        };
        let id = button_id(count.value);
        let tabindex = stop.tabindex(&id);
        html! {
            <li key={count.value.to_string()}>
                <button
                    type="button"
                    {id}
                    {tabindex}
                    class={classes!("one-series", inside.then_some("inside"))}
                    aria-pressed={pressed.to_string()}
                    {onclick}
                >
                    { count.value.to_string() }<span class="number">{ count.results }</span>
                </button>
            </li>
        }
    };
    html! {
        <fieldset class="group introduced">
            <legend>{ "Introduced in" }</legend>
            <ul class="all-series" onfocusin={stop.onfocusin.clone()} onkeydown={stop.onkeydown.clone()}>
                { for counts.iter().filter(is_shown).map(button) }
            </ul>
            <div class="range">
                { end("from", range.from, counts, session, |range, series| range.from = series) }
                { end("to", range.to, counts, session, |range, series| range.to = series) }
            </div>
        </fieldset>
    }
}

fn button_id(series: Series) -> String {
    format!("introduced-in-{series}")
}

fn set_range(session: &Session, range: SeriesRange) -> Callback<MouseEvent> {
    let session = session.clone();
    Callback::from(move |_| {
        session.change(|query| Query {
            introduced: range,
            ..query.clone()
        });
    })
}

fn end(
    name: &'static str,
    chosen: Option<Series>,
    counts: &[Count<Series>],
    session: &Session,
    set: fn(&mut SeriesRange, Option<Series>),
) -> Html {
    let onchange = {
        let session = session.clone();
        Callback::from(move |event: Event| {
            let chosen = dom::chosen(&event).parse().ok();
            session.change(|query| {
                let mut introduced = query.introduced;
                set(&mut introduced, chosen);
                let SeriesRange { from, to } = introduced;
                // If the range would end before it begins, move the other end.
                if let (Some(from), Some(to)) = (from, to)
                    && from > to
                {
                    let series = if name == "from" { from } else { to };
                    introduced = SeriesRange::only(series);
                }
                Query {
                    introduced,
                    ..query.clone()
                }
            });
        })
    };
    let options = counts
        .iter()
        .map(|count| option(count.value, chosen, count.value.to_string()));
    html! {
        <label>
            <span>{ name }</span>
            <select id={format!("introduced-{name}")} {onchange}>
                <option value="" selected={chosen.is_none()}>{ "any" }</option>
                { for options }
            </select>
        </label>
    }
}

/// A version in a list.
pub(super) fn option(series: Series, chosen: Option<Series>, text: String) -> Html {
    html! { <option value={series.to_string()} selected={chosen == Some(series)}>{ text }</option> }
}

/// The filter by a series in which a feature is usable.
pub(crate) fn usable_in(session: &Session, counts: &[Count<Series>]) -> Html {
    let chosen = session.route.query.usable_in;
    let onchange = {
        let session = session.clone();
        Callback::from(move |event: Event| {
            let usable_in = dom::chosen(&event).parse().ok();
            session.change(|query| Query {
                usable_in,
                ..query.clone()
            });
        })
    };
    let shown = counts
        .iter()
        .filter(|count| count.results > 0 || chosen == Some(count.value));
    let options = shown.map(|count| {
        option(
            count.value,
            chosen,
            format!("{} ({})", count.value, count.results),
        )
    });
    html! {
        <fieldset class="group">
            <legend><label for="usable-in">{ "Available in" }</label></legend>
            <select id="usable-in" {onchange}>
                <option value="" selected={chosen.is_none()}>{ "any version" }</option>
                { for options }
            </select>
        </fieldset>
    }
}
