//! The answers to a version and to a PEP. The entry points are [`version_answer`] and
//! [`PepAnswer`].

use crate::content::{date_text, inlines, kind_sign, status_badge, when_released, with_names};
use crate::part::{Loaded, placeholder, use_part};
use crate::session::Session;
use catalogue::{SeriesStatus, bundle, pep};
use query::{Query, Route, SeriesRange};
use terms::{PepNumber, Series};
use yew::prelude::*;

/// The most features shown for a PEP.
const FEATURES: usize = 5;

/// A version: when it was released and how long it gets fixes, with links to its changes, its
/// releases and the upgrade to it.
pub(super) fn version_answer(session: &Session, series: Series) -> Html {
    let Some(calendar) = session.catalogue.calendar(series) else {
        return Html::default();
    };
    let released = calendar.first_final();
    let released = released.map(|release| when_released(calendar, release, session.today));
    let status = calendar.status_on(session.today);
    let until = match status {
        SeriesStatus::Bugfix => format!("bug fixes until {}", date_text(calendar.end_of_bugfix)),
        SeriesStatus::Security => {
            format!("security fixes until {}", date_text(calendar.end_of_life))
        }
        SeriesStatus::EndOfLife => format!("ended {}", date_text(calendar.end_of_life)),
        SeriesStatus::Feature | SeriesStatus::Prerelease => status.label().to_lowercase(),
    };
    let features = session.catalogue.features.iter();
    let count = features.filter(|feature| feature.series == series).count();
    let changes = Route::default().with_query(Query {
        introduced: SeriesRange::only(series),
        ..Query::default()
    });
    let page = session.href(&Route::page_of_series(series));
    let link =
        |route: &Route, text: String| html! { <li><a href={session.href(route)}>{ text }</a></li> };
    html! {
        <section class="names-found" aria-label="Answer">
            <p class="answer">
                <a href={page}>{ format!("Python {series}") }</a>
                { ": " }{ for released.map(|released| html! { <>{ released }{ ", " }</> }) }{ until }
            </p>
            <ul class="links">
                { link(&changes, format!("{count} changes")) }
                if let Some((before, to)) = session.upgrade_to(series) {
                    <li><a href={to}>{ format!("Upgrade from {before} to {series}") }</a></li>
                }
                { link(&Route::default().with_series(series), "Releases and dates".to_owned()) }
            </ul>
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct PepAnswerProps {
    pub session: Session,
    pub number: PepNumber,
}

/// A PEP: its title, its status and its versions, with the features that belong to it.
#[component]
pub(super) fn PepAnswer(props: &PepAnswerProps) -> Html {
    let PepAnswerProps { session, number } = props;
    let index = use_part(session, bundle::peps());
    let Loaded::Ready(peps) = &index.loaded else {
        return placeholder(&index, "the PEP index");
    };
    let Some(pep) = pep(peps, *number) else {
        return html! {
            <section class="names-found" aria-label="Answer">
                <p class="answer">{ format!("There is no {number} in the PEP index.") }</p>
            </section>
        };
    };
    let features = session.catalogue.features.iter();
    let mut features = features
        .filter(|feature| feature.peps.contains(number))
        .peekable();
    // Only PEPs of features have a page of their own.
    let to = match features.peek() {
        Some(_) => session.href(&Route::page_of_pep(*number)),
        None => number.url(),
    };
    let versions: Vec<String> = pep.versions.iter().map(ToString::to_string).collect();
    let links = features.take(FEATURES).map(|feature| {
        let to = session.href(&session.route.with_feature(&feature.slug));
        html! {
            <li>
                { kind_sign(feature.kind) }<a href={to}>{ inlines(&feature.title) }</a>
                <span class="quiet">{ format!(" {}", feature.series) }</span>
            </li>
        }
    });
    html! {
        <section class="names-found" aria-label="Answer">
            <p class="answer">
                <a href={to}>{ number.to_string() }</a>
                { ", " }{ with_names(&pep.title) }{ ": " }{ status_badge(pep.status) }
                if !versions.is_empty() {
                    { format!(", Python {}", versions.join(", ")) }
                }
            </p>
            <ul class="feature-list">{ for links }</ul>
        </section>
    }
}
