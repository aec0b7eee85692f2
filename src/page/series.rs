//! The page of a series with its features. The entry point is [`series_page`].

use super::parts::{breadcrumb, feature_list};
use crate::content::time;
use crate::releases::phase_line;
use crate::session::Session;
use catalogue::{Calendar, Feature};
use query::Route;
use terms::{Date, Kind, Series};
use yew::prelude::*;

/// The dates of a series, and its features by kind.
pub(crate) fn series_page(session: &Session, calendar: &Calendar) -> Html {
    let series = calendar.series;
    let fact = |name: &'static str, date: Date| html! { <div><dt>{ name }</dt><dd>{ time(date) }</dd></div> };
    html! {
        <article>
            { breadcrumb(session, Vec::new()) }
            <h1>{ format!("What’s new in Python {series}") }</h1>
            { phase_line(session, calendar) }
            <dl class="facts">
                { fact("First final release", calendar.first_release) }
                { fact("Bug fixes until", calendar.end_of_bugfix) }
                { fact("Security fixes until", calendar.end_of_life) }
            </dl>
            { for Kind::ALL.iter().map(|kind| features_of_kind(session, series, *kind)) }
            { neighbours(session, series) }
        </article>
    }
}

fn features_of_kind(session: &Session, series: Series, kind: Kind) -> Html {
    let features = session.catalogue.features.iter();
    let features: Vec<&Feature> = features
        .filter(|feature| feature.series == series && feature.kind == kind)
        .collect();
    if features.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h2>{ kind.label() }{ " " }<span class="number">{ features.len() }</span></h2>
            { feature_list(session, &features) }
        </>
    }
}

/// Links to the previous and the next series.
fn neighbours(session: &Session, series: Series) -> Html {
    let calendars = &session.catalogue.calendars;
    let index = calendars.iter().position(|other| other.series == series);
    let indices = [
        index.and_then(|index| index.checked_sub(1)),
        index.map(|index| index + 1),
    ];
    let neighbours = indices
        .into_iter()
        .flatten()
        .filter_map(|index| calendars.get(index));
    let links = neighbours.map(|calendar| {
        let to = session.href(&Route::page_of_series(calendar.series));
        html! { <li><a href={to}>{ format!("Python {}", calendar.series) }</a></li> }
    });
    html! { <nav class="neighbours" aria-label="Other versions"><ul>{ for links }</ul></nav> }
}
