//! What the Explore view begins with as long as nothing is searched for: the highlights of the
//! newest released version, what comes next, and the doors to other views. The entry points
//! are [`front`], which is small and loaded at once, and [`Front`], which is loaded lazily.
//!
//! The home page is prerendered with all of it, and the explorer keeps those elements instead
//! of drawing them again, so that a first visit loads neither their code nor their texts.

mod highlight;

use super::content::{time, when_released};
use super::lazy::{LazyPiece, Piece};
use super::part::{Loaded, placeholder, use_part};
use super::platform::media::use_narrow;
use super::session::Session;
use catalogue::{Calendar, Catalogue, bundle};
use highlight::highlight;
use query::{Query, Route, Upgrade, View};
use terms::{Date, Series};
use yew::prelude::*;

/// The id of its element.
pub(crate) const ID: &str = "front";

/// The version that it is about, unless a query or an open feature takes its place.
pub(crate) fn version(session: &Session) -> Option<Series> {
    let route = &session.route;
    let is_shown = route.feature.is_none() && route.query == Query::default();
    is_shown.then(|| newest(&session.catalogue, session.today))?
}

/// The newest version with highlights that is released on a day.
fn newest(catalogue: &Catalogue, today: Date) -> Option<Series> {
    let mut highlights = catalogue.features.iter().filter(|one| one.highlight);
    let is_released = |calendar: &Calendar| calendar.status_on(today).is_released();
    let found = highlights.find(|one| catalogue.calendar(one.series).is_some_and(is_released));
    found.map(|feature| feature.series)
}

/// The prerendered elements if they are about this version, else the component.
pub(crate) fn front(session: &Session, series: Series) -> Html {
    match session.prerendered.front(&series.to_string()) {
        Some(node) => Html::VRef(node),
        None => html! { <LazyPiece piece={Piece::Front(session.clone(), series)} /> },
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct FrontProps {
    pub session: Session,
    pub series: Series,
}

#[component]
pub(crate) fn Front(props: &FrontProps) -> Html {
    let FrontProps { session, series } = props;
    let texts = use_part(session, bundle::feature_texts(*series));
    let narrow = use_narrow();
    let catalogue = &session.catalogue;
    let features = catalogue.features.iter();
    let features = features.filter(|one| one.highlight && one.series == *series);
    let texts_by_slug = match &texts.loaded {
        Loaded::Ready(texts) => texts.as_slice(),
        _ => &[],
    };
    let highlights = features.map(|feature| {
        let text = texts_by_slug.iter().find(|text| text.slug == feature.slug);
        highlight(session, feature, text, narrow)
    });
    let calendar = catalogue.calendar(*series);
    let release = calendar.and_then(|calendar| Some((calendar, calendar.first_final()?)));
    let released = release.map(|(calendar, release)| {
        html! { <>{ " · " }{ when_released(calendar, release, session.today) }</> }
    });
    let count = catalogue
        .features
        .iter()
        .filter(|one| one.series == *series)
        .count();
    html! {
        <section id={ID} class="front" data-version={series.to_string()} aria-labelledby="front-title">
            <h1 id="front-title">{ format!("What’s new in Python {series}") }</h1>
            <p class="quiet">
                { link(session, &Route::page_of_series(*series), html! { { format!("All {count} changes") } }) }
                { released }
            </p>
            { placeholder(&texts, "the highlights") }
            <ul class="highlights">{ for highlights }</ul>
            { next(session, *series) }
            { doors(session) }
        </section>
    }
}

/// A link that the explorer can keep: it also holds the address that the explorer uses.
fn link(session: &Session, route: &Route, content: Html) -> Html {
    html! { <a href={session.href(route)} data-to={route.to_fragment()}>{ content }</a> }
}

/// The version in development.
fn next(session: &Session, newest: Series) -> Html {
    let mut calendars = session.catalogue.calendars.iter();
    let Some(next) = calendars.find(|calendar| calendar.series > newest) else {
        return Html::default();
    };
    let features = session.catalogue.features.iter();
    let count = features.filter(|one| one.series == next.series).count();
    let name = html! { { format!("Python {}", next.series) } };
    html! {
        <p class="next quiet">
            { "What’s next: " }{ link(session, &Route::page_of_series(next.series), name) }
            { ", expected " }{ time(next.first_release) }
            { format!(", {count} changes so far") }
        </p>
    }
}

/// The ways to the other views, by what a reader comes with.
fn doors(session: &Session) -> Html {
    let door = |view: View, name: &'static str, about: String, more: Html| {
        let route = session.route.in_view(view);
        let name = html! { <strong>{ name }</strong> };
        html! { <li>{ link(session, &route, name) }<span>{ about }</span>{ more }</li> }
    };
    let range = Upgrade::default_range(&session.catalogue, session.today);
    let upgrade = range.map(|(from, to)| format!("What breaks from {from} to {to}"));
    let to_check = Route::default().in_view(View::Check);
    let check = link(session, &to_check, html! { "Check your code" });
    let check = html! { <span>{ check }</span> };
    let errors = "Paste an error, get its cause and repair".to_owned();
    let run = "Run code on several CPythons, here".to_owned();
    html! {
        <ul class="doors" aria-label="Where to go">
            { door(View::Upgrade, "Upgrade", upgrade.unwrap_or_default(), check) }
            { door(View::Errors, "What went wrong?", errors, Html::default()) }
            { door(View::Try, "Try it", run, Html::default()) }
        </ul>
    }
}
