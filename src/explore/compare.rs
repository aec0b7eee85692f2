//! The states of the open feature's subject in all series, as a strip.

use crate::content::support_line;
use crate::session::Session;
use api::Backport;
use catalogue::Feature;
use query::{Presence, Record, life};
use terms::Series;
use yew::prelude::*;

/// The strip with its legend, which has an item for each run of series with the same state,
/// and what that means for the versions of the reader. `backports` are those of the feature's
/// names.
pub(crate) fn compare(session: &Session, feature: &Feature, backports: &[&Backport]) -> Html {
    let life = life(&session.catalogue, feature, session.today);
    let label = |state: Presence| state.label(feature.kind);
    let cell = |(series, state): &(Series, Presence)| {
        let own = *series == feature.series;
        html! {
            <li class={classes!(state.key(), own.then_some("own"))} title={format!("{series}: {}", label(*state))}>
                <span class="series">{ series.to_string() }</span>
                <span aria-hidden="true">{ mark(*state) }</span>
                <span class="visually-hidden">{ label(*state) }</span>
            </li>
        }
    };
    let record = Record::of(&session.catalogue, feature, session.today);
    let newest = life.last().map(|(series, _)| *series);
    let stretch = |run: &[(Series, Presence)]| {
        let ((first, state), (last, _)) = (run.first()?, run.last()?);
        let range = match state {
            Presence::Unrecorded | Presence::Absent => format!("up to {last}"),
            Presence::Removed | Presence::RemovalPlanned => format!("in {first}"),
            _ if newest == Some(*last) => format!("since {first}"),
            _ if first == last => format!("in {first}"),
            _ => format!("from {first} to {last}"),
        };
        Some(html! {
            <li class={state.key()}><span class="mark">{ mark(*state) }</span>{ format!("{} {range}", label(*state)) }</li>
        })
    };
    html! {
        <section class="compare" aria-labelledby="compare-title">
            <h3 id="compare-title">{ "Version support" }</h3>
            { support_line(session, record, feature.kind, backports) }
            <ol>{ for life.iter().map(cell) }</ol>
            <ul class="legend" aria-hidden="true">
                { for life.chunk_by(|a, b| a.1 == b.1).filter_map(stretch) }
            </ul>
            { upgrade(session, feature) }
        </section>
    }
}

fn upgrade(session: &Session, feature: &Feature) -> Html {
    let Some((before, to)) = session.upgrade_to(feature.series) else {
        return Html::default();
    };
    html! { <p class="quiet"><a href={to}>{ format!("Upgrade from {before} to {}", feature.series) }</a></p> }
}

const fn mark(state: Presence) -> &'static str {
    match state {
        Presence::Unrecorded => "?",
        Presence::Absent => "·",
        Presence::Present => "✓",
        Presence::Deprecated => "!",
        Presence::RemovalPlanned => "…",
        Presence::Removed => "−",
    }
}
