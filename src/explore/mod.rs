//! The Explore view: filters, results, the open feature.

mod answer;
mod chips;
mod compare;
mod detail;
mod empty;
mod filters;
mod follow;
mod names;
mod results;
mod statements;

use super::asked::Asked;
use super::front;
use super::lazy::{LazyPiece, Piece};
use super::part::{Loaded, known, use_part};
use super::platform::debounce::use_debounced;
use super::platform::media::use_narrow;
use super::platform::viewport::{use_stillness, use_viewport};
use super::session::Session;
use catalogue::{Catalogue, bundle};
use chips::chips;
pub(crate) use detail::{Detail, DetailProps};
pub(crate) use empty::empty;
use filters::FilterPanel;
pub(crate) use filters::{Filters, FiltersProps};
use follow::{Followers, use_followers};
pub(crate) use names::names;
use query::Interpretation;
use results::{PIECES, Rows, result_list};
pub(crate) use results::{ROWS, rows_in};
use terms::Series;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ExploreProps {
    pub session: Session,
}

#[component]
pub(crate) fn Explore(props: &ExploreProps) -> Html {
    let session = &props.session;
    let open = session.route.feature.as_deref();
    let narrow = use_narrow();
    let excerpts = use_part(session, bundle::excerpts());
    let followers = use_followers(session);
    let asked = Asked {
        session: session.clone(),
        results: session.results(),
    };
    let debounced = use_debounced(&asked, Asked::is_typed);
    let results = &asked.results;
    {
        let session = session.clone();
        use_effect_with(results.is_waiting, move |is_waiting| {
            if !is_waiting {
                session.open_awaited();
            }
        });
    }
    // Until the excerpts have been loaded, render only the rows of the first screen, because
    // all rows are rendered again then.
    let is_first = use_stillness(matches!(excerpts.loaded, Loaded::Waiting));
    let first = session.first_screen.filter(|_| is_first && open.is_none());
    let viewport = use_viewport(PIECES, (debounced.session.clone(), narrow, first));
    // During typing, render only as many rows as fit on a screen.
    let typed = viewport.of_beginning().filter(|_| debounced != asked);
    let screen = first.or(typed.map(rows_in));
    let kept = use_mut_ref(|| None::<String>);
    if session.route.feature.is_some() {
        kept.replace(session.route.feature.clone());
    }
    let kept = kept.borrow();
    let rows = Rows {
        session,
        results,
        // The list works without excerpts, so a failure is not reported.
        excerpts: known(&excerpts).map_or(&[], Vec::as_slice),
        inline: narrow,
        at_once: screen,
        mine: session.my_versions(),
        viewport,
        kept: kept.as_deref(),
    };
    let feature = open.and_then(|slug| session.catalogue.feature(slug));
    // On a narrow screen, an open feature is shown below its row or, if the filters hide the
    // row, above the results.
    let listed = feature.is_some_and(|feature| {
        let mut found = results.groups.iter().flat_map(|group| &group.features);
        found.any(|index| session.catalogue.features[*index].slug == feature.slug)
    });
    let aside = feature.filter(|_| !narrow || !listed).map(|feature| {
        let piece = Piece::feature(session.clone(), feature.clone());
        html! { <LazyPiece key={feature.slug.clone()} {piece} /> }
    });
    let missing = open.filter(|_| feature.is_none()).map(|slug| {
        html! {
            <p class="failure" role="alert">
                { format!("There is no change “{slug}” in this catalogue.") }
            </p>
        }
    });
    let is_open = aside.is_some();
    let is_report = terms::is_report(&session.route.query.text);
    // Yew identifies siblings without keys by their index. Empty elements keep the indices
    // stable; otherwise the whole list would be rerendered, and focus and scroll position
    // lost, when a feature is opened or closed.
    let (aside, missing) = (aside.unwrap_or_default(), missing.unwrap_or_default());
    let version = front::version(session);
    html! {
        <>
        { version.map(|version| front::front(session, version)).unwrap_or_default() }
        <div class={classes!("explore", is_open.then_some("with-detail"))}>
            <FilterPanel asked={debounced} {narrow} />
            <section id="results" class="results" tabindex="-1" aria-label="Results">
                { intro(&session.catalogue, version.is_some()) }
                { missing }
                if !is_report {
                    { chips(session, results, followers.failure.is_some()) }
                }
                if !session.route.query.text.is_empty() {
                    <LazyPiece piece={Piece::Names(session.clone())} />
                }
                if !is_report {
                    { taken(&results.interpretation) }
                }
                if is_report {
                    // What explains the error takes the place of a list by its words.
                } else if results.is_waiting {
                    { waiting(&followers) }
                } else if results.total == 0 {
                    <LazyPiece piece={Piece::Empty(session.clone())} />
                } else {
                    { result_list(&rows) }
                }
            </section>
            { aside }
        </div>
        </>
    }
}

/// The content to show in place of the results until the search has been loaded.
fn waiting(followers: &Followers) -> Html {
    match &followers.failure {
        None => html! { <div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div> },
        Some(error) => html! {
            <div class="failure" role="alert">
                <p>{ format!("Could not load the search: {error}.") }</p>
                <button onclick={followers.retry.clone()}>{ "Try again" }</button>
            </div>
        },
    }
}

/// The corrections and omissions in the interpretation of the query's words.
fn taken(interpretation: &Interpretation) -> Html {
    let corrected = interpretation.corrected.iter().map(|(typed, taken)| {
        html! { <>{ "Nothing has “" }{ typed }{ "”; these have " }<mark>{ taken }</mark>{ ". " }</> }
    });
    let partial = "No exact match; showing partial matches.";
    html! {
        <p class="taken" role="status">
            { for corrected }
            if interpretation.is_partial { { partial } }
        </p>
    }
}

/// The heading of the list, which is that of the page unless something comes before it.
fn intro(catalogue: &Catalogue, has_heading: bool) -> Html {
    let features = catalogue.features.len();
    let series = || catalogue.features.iter().map(|feature| feature.series);
    let text = |series: Option<Series>| series.map(|series| series.to_string()).unwrap_or_default();
    let (newest, oldest) = (text(series().max()), text(series().min()));
    html! {
        <div class="intro">
            if has_heading {
                <h2>{ "All changes" }</h2>
            } else {
                <h1>{ "What’s new in Python" }</h1>
            }
            <p>
                { format!("{features} changes in Python {oldest} to {newest}: search them, run them, plan an upgrade.") }
            </p>
        </div>
    }
}
