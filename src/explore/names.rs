//! The names of the standard library that the search text means. The entry point is
//! [`names`].

use super::answer::{PepAnswer, version_answer};
use crate::content::{inlines, kind_sign, near_names, record_of_name, support_line};
use crate::errors::Explained;
use crate::part::{Loaded, known, use_part, use_parts};
use crate::platform::bundle::LoadError;
use crate::session::Session;
use api::bundle::{changes, names as names_part, others, package_of};
use api::{NameQuery, Row, Survey, Table};
use catalogue::bundle;
use query::{Route, Subject};
use std::collections::BTreeSet;
use terms::Kind;
use yew::prelude::*;

/// The number of names shown at first.
const FEW: usize = 5;

/// The number of names shown at most.
const MANY: usize = 100;

/// The most features shown for a name.
const FEATURES: usize = 2;

/// The most packages that an unknown name is looked for in.
const PACKAGES: usize = 3;

/// The answer to a text that is an error, a version, a PEP or a name; nothing if it cannot be
/// any of these.
pub(crate) fn names(session: &Session) -> Html {
    let text = &session.route.query.text;
    if terms::is_report(text) {
        let text = AttrValue::from(text.clone());
        return html! { <Explained session={session.clone()} {text} /> };
    }
    match Subject::parse(text, &session.catalogue) {
        Some(Subject::Version(series)) => return version_answer(session, series),
        Some(Subject::Pep(number)) => {
            return html! { <PepAnswer session={session.clone()} {number} /> };
        }
        None => {}
    }
    match NameQuery::parse(text) {
        Some(query) => html! { <Names session={session.clone()} {query} /> },
        None => Html::default(),
    }
}

#[derive(Properties, PartialEq)]
struct NamesProps {
    session: Session,
    query: NameQuery,
}

#[component]
fn Names(props: &NamesProps) -> Html {
    let NamesProps { session, query } = props;
    let part = use_part(session, names_part());
    // Whether all are shown, and for which query.
    let all = use_state_eq(|| None::<String>);
    let table = match &part.loaded {
        Loaded::Ready(table) => table,
        Loaded::Waiting => return Html::default(),
        Loaded::Failed(error) => return failed(error, part.retry.clone()),
    };
    let found = table.search(query);
    let is_unknown = !found.is_exact && query.is_qualified();
    if found.names.is_empty() && !is_unknown {
        return Html::default();
    }
    let is_all = all.as_deref() == Some(query.name());
    // A whole name is answered; those that it is a part of wait for the reader.
    let is_answer = |row: &Row| row.name == query.name();
    let is_answered = found.names.first().is_some_and(|(_, row)| is_answer(row));
    let limit = match (is_all, is_answered) {
        (true, _) => MANY,
        (false, true) => 1,
        (false, false) => FEW,
    };
    let more = found.names.len().min(MANY).saturating_sub(limit);
    let show_all = {
        let (all, name) = (all.setter(), query.name().to_owned());
        Callback::from(move |_: MouseEvent| all.set(Some(name.clone())))
    };
    let shown = found.names.iter().take(limit);
    html! {
        <section class="names-found" aria-label="Names of the standard library">
            if is_unknown {
                <Unlisted session={session.clone()} query={query.clone()}
                    packages={packages(table, query)} />
            }
            if !found.names.is_empty() {
                <ul>{ for shown.map(|(module, row)| name(session, table.survey(), module, row, is_answer(row))) }</ul>
            }
            if more > 0 {
                <button class="link" onclick={show_all}>{ if more == 1 { "1 more name".to_owned() } else { format!("{more} more names") } }</button>
            }
        </section>
    }
}

fn failed(error: &LoadError, retry: Callback<MouseEvent>) -> Html {
    html! {
        <p class="quiet" role="status">
            { format!("Could not load the names of the standard library: {error}. ") }
            if *error != LoadError::LeftOut {
                <button class="link" onclick={retry}>{ "Try again" }</button>
            }
        </p>
    }
}

/// A name with its life, and the features about it; an answer says as well what it means for
/// the versions of the reader.
fn name(session: &Session, survey: &Survey, module: &str, row: &Row, is_answer: bool) -> Html {
    let to = session.href(&Route::page_of_name(module, &row.name));
    let backports: Vec<_> = row.backport.iter().collect();
    html! {
        <li key={row.name.clone()} class={is_answer.then_some("answer")}>
            <a href={to}><code>{ row.name.clone() }</code></a>
            <span class="quiet">{ " " }{ row.kind.key() }{ ", " }</span>
            { row.summary(survey).join(", ") }
            if is_answer {
                { support_line(session, record_of_name(row, survey), Kind::Added, &backports) }
            }
            { related_features(session, &row.name) }
        </li>
    }
}

/// Links to features about a name, once the search has been loaded.
fn related_features(session: &Session, name: &str) -> Html {
    let Some(names) = session.resources.parts.kept(&bundle::names()) else {
        return Html::default();
    };
    let features = session.catalogue.features_named(&names, name);
    let links = features.take(FEATURES).map(|feature| {
        let to = session.href(&session.route.with_feature(&feature.slug));
        html! { <li>{ kind_sign(feature.kind) }<a href={to}>{ inlines(&feature.title) }</a></li> }
    });
    html! { <ul class="feature-list">{ for links }</ul> }
}

/// The packages that a qualified name may be in: the one that it begins with, or those of
/// the classes that the part before its last dot means.
fn packages(table: &Table, query: &NameQuery) -> Vec<String> {
    let first = package_of(query.name());
    let is_package = table
        .modules()
        .any(|(module, _)| package_of(module) == first);
    if is_package {
        return vec![first.to_owned()];
    }
    let parent = query.name().rsplit_once('.').map(|(parent, _)| parent);
    let Some(parent) = parent.and_then(NameQuery::parse) else {
        return Vec::new();
    };
    let found = table.search(&parent);
    if !found.is_exact {
        return Vec::new();
    }
    let modules = found.names.iter().map(|(module, _)| package_of(module));
    let packages: BTreeSet<&str> = modules.collect();
    packages
        .into_iter()
        .take(PACKAGES)
        .map(str::to_owned)
        .collect()
}

#[derive(Properties, PartialEq)]
struct UnlistedProps {
    session: Session,
    query: NameQuery,
    packages: Vec<String>,
}

/// A qualified name that is not among those to search in: it may be an attribute, which
/// the tables of its package have, or it does not exist.
#[component]
fn Unlisted(props: &UnlistedProps) -> Html {
    let UnlistedProps {
        session,
        query,
        packages,
    } = props;
    let listed = use_part(session, names_part());
    let mut wanted: Vec<_> = packages.iter().map(|name| others(name)).collect();
    if !wanted.is_empty() {
        wanted.push(changes());
    }
    wanted.sort_by(|a, b| a.path.cmp(&b.path));
    wanted.dedup_by(|a, b| a.path == b.path);
    let count = wanted.len();
    let parts = use_parts(session, wanted);
    if let Some(error) = &parts.failure {
        return failed(error, parts.retry);
    }
    let Some(listed) = known(&listed).filter(|_| parts.ready.len() == count) else {
        return Html::default();
    };
    let exact = parts.ready.iter().find_map(|table| {
        let found = table.search(query);
        let is_exact = found.is_exact;
        let (module, row) = found.names.into_iter().next().filter(|_| is_exact)?;
        Some(name(session, table.survey(), module, row, is_exact))
    });
    if let Some(exact) = exact {
        return html! { <ul>{ exact }</ul> };
    }
    let tables: Vec<&Table> = parts
        .ready
        .iter()
        .map(|table| &**table)
        .chain([listed])
        .collect();
    // The key restarts the pause, in which the reader may go on typing.
    html! {
        <p key={query.name().to_owned()} class="unknown-name" role="status">
            <code>{ query.name().to_owned() }</code>
            { " is not a public name of the standard library in any version from " }
            { for listed.survey().oldest().map(|oldest| oldest.to_string()) }
            { " on." }
            { near_names(session, &tables, query.name()) }
        </p>
    }
}
