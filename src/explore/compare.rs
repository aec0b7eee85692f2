//! The states of the open feature's subject in all series, as a strip.

use crate::content::support_line;
use crate::session::Session;
use api::Backport;
use catalogue::{Feature, SeriesStatus};
use query::{Presence, Record, life};
use terms::Series;
use yew::prelude::*;

/// The strip with its legend, which has an item for each run of series with the same state,
/// and what that means for the versions of the reader. `backports` are those of the feature's
/// names.
pub(crate) fn compare(session: &Session, feature: &Feature, backports: &[&Backport]) -> Html {
    let life = life(&session.catalogue, feature, session.today);
    let label = |state: Presence| state.label(feature.kind);
    let status = |series: Series| {
        let calendar = session.catalogue.calendar(series)?;
        Some(calendar.status_on(session.today))
    };
    let is_over = |series: Series| status(series) == Some(SeriesStatus::EndOfLife);
    let is_unreleased = |series: Series| status(series).is_some_and(|status| !status.is_released());
    // Versions that nobody should use any more share a cell while nothing changes.
    let is_alike =
        |a: &(Series, Presence), b: &(Series, Presence)| a.1 == b.1 && is_over(a.0) && is_over(b.0);
    let cell = |run: &[(Series, Presence)]| {
        let ((first, state), (last, _)) = (run.first()?, run.last()?);
        let own = (*first..=*last).contains(&feature.series);
        let series = if first == last {
            first.to_string()
        } else {
            format!("{first}–{last}")
        };
        let class = classes!(
            state.key(),
            own.then_some("own"),
            is_over(*first).then_some("over"),
            is_unreleased(*first).then_some("unreleased")
        );
        let mut words = label(*state).to_owned();
        if is_unreleased(*first) {
            words.push_str(", not released yet");
        }
        Some(html! {
            <li {class} title={format!("{series}: {words}")}>
                <span class="series">{ &series }</span>
                <span aria-hidden="true">{ mark(*state) }</span>
                <span class="visually-hidden">{ words }</span>
            </li>
        })
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
            <ol>{ for life.chunk_by(is_alike).filter_map(cell) }</ol>
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
