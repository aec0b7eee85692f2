//! The Upgrade view: the changes between two series, as a checklist.

mod checklist;
mod contents;
mod ends;
mod mine;
mod names;
mod scene;
mod sections;
mod tools;

use super::lazy::{LazyPiece, Piece};
use super::part::use_parts;
use super::platform::media::use_narrow;
use super::session::Session;
use catalogue::{DocumentEntry, FeatureText, bundle};
use checklist::use_checklist;
use contents::contents;
use ends::ends;
use mine::use_mine;
use names::ApiDifferences;
use query::{Query, Upgrade, language};
use scene::{Opened, Scene};
use sections::sections;
use std::collections::HashSet;
use terms::{Series, SourceKind};
use tools::tools;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct UpgradeProps {
    pub session: Session,
}

#[component]
pub(crate) fn UpgradeView(props: &UpgradeProps) -> Html {
    let session = &props.session;
    let (from, to, unknown) = chosen(session);
    let opened = use_state_eq(Opened::default);
    let status = use_state_eq(String::new);
    let checklist = use_checklist(session, from, to);
    let is_narrow = use_narrow();
    let mut upgrade = Upgrade::between(&session.catalogue, from, to);
    narrow(session, &mut upgrade);
    let mine = use_mine(session, from, to);
    mine.narrow(&mut upgrade);
    let texts = use_parts(session, wanted(&upgrade, *opened));
    let texts_ready = texts.ready;
    let text_of = |slug: &str| {
        let mut texts = texts_ready.iter().flat_map(|part| part.iter());
        texts.find(|text| text.slug == slug)
    };
    let toggle = {
        let opened = opened.clone();
        Callback::from(move |concern| opened.set(opened.toggled(concern)))
    };
    let scene = Scene {
        session,
        upgrade: &upgrade,
        done: &checklist.done,
        text_of: &text_of,
        mine: &mine,
        opened: *opened,
        inline: is_narrow,
    };
    // An open change is shown beside the list or, on a narrow screen, below its step.
    let slug = session.route.feature.as_deref();
    let feature = slug.and_then(|slug| session.catalogue.feature(slug));
    let aside = feature.filter(|feature| !is_narrow || !scene.lists(&feature.slug));
    let is_open = aside.is_some();
    let aside = aside.map(|feature| {
        let piece = Piece::feature(session.clone(), feature.clone());
        html! { <LazyPiece key={feature.slug.clone()} {piece} /> }
    });
    html! {
        <div class={classes!("upgrade", is_open.then_some("with-detail"))}>
        <div class="checklist">
            <h1>{ format!("From Python {from} to {to}") }</h1>
            if let Some(series) = unknown {
                <p class="failure" role="alert">
                    { format!("The release calendar has no version {series}; choose another.") }
                </p>
            }
            { ends(session, from, to) }
            if from == to {
                <p class="state">{ "Nothing changes. Choose two different versions." }</p>
            }
            { guides(session, from, to) }
            { narrowed(session, upgrade.sections.is_empty()) }
            { mine.control(session, from, to) }
            { tools(&scene, status) }
            if let Some(error) = texts.failure {
                <div class="failure" role="alert">
                    <p>{ format!("Could not load what to use instead: {error}.") }</p>
                    <button onclick={texts.retry}>{ "Try again" }</button>
                </div>
            }
            { contents(&scene, &toggle) }
            { sections(&scene, &checklist.tick, &toggle) }
            <ApiDifferences session={session.clone()} {from} {to} />
        </div>
        // One node, whether it is open or not, so that the list beside it stays.
        { aside.unwrap_or_default() }
        </div>
    }
}

/// Keeps only what the query in the search box finds.
fn narrow(session: &Session, upgrade: &mut Upgrade) {
    if session.route.query.is_empty() {
        return;
    }
    let results = session.results();
    let found = results.groups.iter().flat_map(|group| &group.features);
    let features = found.filter_map(|index| session.catalogue.features.get(*index));
    let slugs: HashSet<&str> = features.map(|feature| feature.slug.as_str()).collect();
    upgrade.retain(|feature| slugs.contains(feature.slug.as_str()));
}

/// Which query narrows the lists, and a link to all features.
fn narrowed(session: &Session, is_empty: bool) -> Html {
    let query = &session.route.query;
    if query.is_empty() {
        return Html::default();
    }
    let all = session.href(&session.route.with_query(Query::default()));
    let text = if is_empty {
        "Nothing between these versions matches "
    } else {
        "Showing only changes that match "
    };
    html! {
        <p class="state" role="status">
            { text }<code>{ language::format(query) }</code>{ ". " }<a href={all}>{ "Show all" }</a>
        </p>
    }
}

/// Links to the guides for the series of an upgrade.
fn guides(session: &Session, from: Series, to: Series) -> Html {
    let guide = |entry: &DocumentEntry| {
        let series = entry.series?;
        let is_guide = entry.source.as_ref()?.kind == SourceKind::Guide;
        let to_document = session.href(&session.route.with_document(&entry.slug));
        (is_guide && from < series && series <= to).then(|| {
            html! { <p class="guide">{ "Guide: " }<a href={to_document}>{ &entry.title }</a></p> }
        })
    };
    let entries = session.catalogue.documents.iter();
    entries.filter_map(guide).collect()
}

/// The two series in the route, with defaults for missing ones, and a series in the route that
/// is not in the release calendar, if any.
fn chosen(session: &Session) -> (Series, Series, Option<Series>) {
    let (catalogue, route) = (&session.catalogue, &session.route);
    let newest = Series::python3(14);
    let (from, to) = Upgrade::default_range(catalogue, session.today).unwrap_or((newest, newest));
    let known = |series: &Series| catalogue.calendar(*series).is_some();
    let given = [route.from, route.to];
    let unknown = given.into_iter().flatten().find(|series| !known(series));
    (
        route.from.filter(known).unwrap_or(from),
        route.to.filter(known).unwrap_or(to),
        unknown,
    )
}

/// The texts of the series whose features are in the open sections.
fn wanted(upgrade: &Upgrade, opened: Opened) -> Vec<bundle::Part<Vec<FeatureText>>> {
    let mut series: Vec<Series> = Vec::new();
    let open = upgrade
        .sections
        .iter()
        .filter(|section| opened.has(section.concern));
    for step in open.flat_map(|section| section.steps()) {
        if !series.contains(&step.feature.series) {
            series.push(step.feature.series);
        }
    }
    series.into_iter().map(bundle::feature_texts).collect()
}
