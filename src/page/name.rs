//! The page of a name: its versions, its signatures, its members and the features about
//! it. The entry point is [`NamePage`].

use super::module::{Names, capitalized, cells};
use super::parts::{breadcrumb, feature_list};
use crate::content::{near_names, record_of_name, support_line};
use crate::part::{known, use_part};
use crate::session::Session;
use api::{Row, Survey};
use catalogue::{Feature, bundle};
use query::Route;
use terms::{Kind, Series};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct NamePageProps {
    pub session: Session,
    pub module: String,
    pub name: String,
}

#[component]
pub(crate) fn NamePage(props: &NamePageProps) -> Html {
    let NamePageProps {
        session,
        module,
        name,
    } = props;
    let changes = use_part(session, api::bundle::changes());
    let others = use_part(session, api::bundle::others(module));
    let listed = use_part(session, bundle::names());
    let names = match Names::new(&changes, &others) {
        Ok(names) => names,
        Err(html) => return html,
    };
    let tables = names.tables();
    let rows = api::bundle::module(&tables, module);
    let survey = names.survey();
    let steps = vec![(Route::page_of_module(module), format!("Module {module}"))];
    let Some(row) = rows.iter().find(|row| row.name == *name) else {
        if let Some(note) = names.note {
            return note;
        }
        return html! {
            <article>
                { breadcrumb(session, steps) }
                <p class="failure" role="alert">
                    { format!("The module {module} has no public name “{name}” in any version.") }
                    { near_names(session, &tables, name) }
                </p>
            </article>
        };
    };
    let features: Vec<&Feature> = known(&listed)
        .into_iter()
        .flat_map(|names| session.catalogue.features_named(names, name))
        .collect();
    let backports: Vec<_> = row.backport.iter().collect();
    let start = format!("{name}.");
    let members: Vec<&Row> = rows
        .iter()
        .copied()
        .filter(|row| row.name.starts_with(&start))
        .collect();
    html! {
        <article class="name">
            { breadcrumb(session, steps) }
            <h1><code>{ name.clone() }</code></h1>
            <p>{ format!("{}, {}.", capitalized(row.kind.key()), row.summary(survey).join(", ")) }</p>
            { support_line(session, record_of_name(row, survey), Kind::Added, &backports) }
            { versions(survey, row) }
            { signatures(row) }
            if !features.is_empty() {
                <h2>{ "Related changes" }</h2>
                { feature_list(session, &features) }
            }
            { members_list(session, survey, module, &members) }
            { sources(row) }
        </article>
    }
}

/// The versions that have the name.
fn versions(survey: &Survey, row: &Row) -> Html {
    let versions: Vec<Series> = survey.versions().collect();
    let heads = versions
        .iter()
        .map(|version| html! { <th scope="col">{ version.to_string() }</th> });
    html! {
        <div class="table" tabindex="0" role="region" aria-label="Versions that have it">
            <table class="grid">
                <thead><tr>{ for heads }</tr></thead>
                <tbody><tr>{ cells(&versions, row) }</tr></tbody>
            </table>
        </div>
    }
}

/// How it is called, the newest version first.
fn signatures(row: &Row) -> Html {
    if row.signatures.is_empty() {
        return Html::default();
    }
    let last = row.name.rsplit('.').next().unwrap_or_default();
    let items = row.signatures.iter().rev().map(|signature| {
        html! {
            <div>
                <dt>{ signature.versions.ranges() }</dt>
                <dd><code>{ format!("{last}{}", signature.text) }</code></dd>
            </div>
        }
    });
    html! { <><h2>{ "Signature" }</h2><dl class="facts">{ for items }</dl></> }
}

/// The methods and attributes of a class, or the names below a module.
fn members_list(session: &Session, survey: &Survey, module: &str, members: &[&Row]) -> Html {
    if members.is_empty() {
        return Html::default();
    }
    let items = members.iter().map(|row| {
        let to = session.href(&Route::page_of_name(module, &row.name));
        let last = row.name.rsplit('.').next().unwrap_or_default().to_owned();
        html! {
            <li><a href={to}><code>{ last }</code></a>{ " " }<span class="quiet">{ row.summary(survey).join(", ") }</span></li>
        }
    });
    html! { <><h2>{ "Members" }</h2><ul class="members">{ for items }</ul></> }
}

/// What the statements rest on.
fn sources(row: &Row) -> Html {
    let text = if row.versions.is_empty() {
        "No interpreter on Linux has it; the versions are from typeshed."
    } else {
        "The versions are from real interpreters on Linux; what they cannot tell is from the \
         documentation and typeshed."
    };
    html! { <p class="quiet">{ text }</p> }
}
