//! The Documents view: what was read, and each document whole.

mod reader;

use super::content::{VerdictCounts, time};
use super::session::Session;
use crate::catalogue::DocumentEntry;
use reader::Reader;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct DocumentsProps {
    pub session: Session,
}

#[component]
pub fn Documents(props: &DocumentsProps) -> Html {
    let session = &props.session;
    let Some(slug) = &session.route.document else {
        return html! { <List session={session.clone()} /> };
    };
    match session.catalogue.document(slug) {
        Some(entry) => html! {
            <Reader key={slug.clone()} session={session.clone()} entry={entry.clone()} />
        },
        None => html! {
            <>
                <p class="failure" role="alert">{ format!("There is no document “{slug}” here.") }</p>
                <List session={session.clone()} />
            </>
        },
    }
}

#[component]
fn List(props: &DocumentsProps) -> Html {
    let session = &props.session;
    let entries = session.catalogue.documents.iter();
    html! {
        <div class="documents">
            <h1>{ "Documents" }</h1>
            <p class="quiet">
                { "What the catalogue was made from: announcements and articles restated, every claim \
                   checked against the PEP index, the release calendar and the release notes." }
            </p>
            <ul class="document-list">{ for entries.map(|entry| row(session, entry)) }</ul>
        </div>
    }
}

fn row(session: &Session, entry: &DocumentEntry) -> Html {
    let to = session.route.with_document(&entry.slug).to_fragment();
    let features = entry.features.len();
    html! {
        <li key={entry.slug.clone()}>
            <h2><a href={to}>{ &entry.title }</a></h2>
            <p class="quiet">{ provenance(entry) }{ format!(" · {features} features") }</p>
            if let Some(description) = &entry.description {
                <p>{ description }</p>
            }
            <VerdictCounts verdicts={entry.verdicts} />
        </li>
    }
}

/// Who published it, and when.
fn provenance(entry: &DocumentEntry) -> Html {
    let source = entry.source.as_ref().map(|source| {
        html! { <>{ &source.name }{ " · " }{ source.kind.label() }{ " · " }</> }
    });
    let author = entry
        .author
        .as_ref()
        .map(|author| html! { <>{ author }{ " · " }</> });
    let published = match entry.published {
        Some(date) => time(date),
        None => html! { "undated" },
    };
    let updated = entry.updated.filter(|date| Some(*date) != entry.published);
    let updated = updated.map(|date| html! { <>{ ", updated " }{ time(date) }</> });
    html! { <>{ source }{ author }{ published }{ updated }</> }
}
