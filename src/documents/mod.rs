//! The Documents view: the list of documents, and the text of each.

mod own;
mod reader;

use super::content::{provenance, verdict_counts};
use super::session::Session;
use catalogue::DocumentEntry;
use own::Own;
pub use own::{OwnDocuments, OwnDocumentsProps};
use reader::Reader;
use terms::counted;
use yew::prelude::*;

/// The list of documents, or the document in the route.
pub(crate) fn documents(session: &Session) -> Html {
    let Some(slug) = &session.route.document else {
        return list(session);
    };
    match session.catalogue.document(slug) {
        Some(entry) => html! {
            <Reader key={slug.clone()} session={session.clone()} entry={entry.clone()} />
        },
        None => html! {
            <>
                <p class="failure" role="alert">{ format!("There is no document “{slug}” here.") }</p>
                { list(session) }
            </>
        },
    }
}

fn list(session: &Session) -> Html {
    let shipped = |entry: &&DocumentEntry| !entry.is_own();
    let entries = session.catalogue.documents.iter().filter(shipped);
    html! {
        <div class="documents">
            <h1>{ "Documents" }</h1>
            <p class="quiet">
                { "What the catalogue was made from: announcements and articles restated, every claim \
                   checked against the PEP index, the release calendar and the release notes." }
            </p>
            <Own />
            <ul class="document-list">{ for entries.map(|entry| row(session, entry)) }</ul>
        </div>
    }
}

fn row(session: &Session, entry: &DocumentEntry) -> Html {
    let to = session.href(&session.route.with_document(&entry.slug));
    let features = entry.features.len();
    html! {
        <li key={entry.slug.clone()}>
            <h2><a href={to}>{ &entry.title }</a></h2>
            <p class="quiet">
                { provenance(entry) }
                if features > 0 {
                    { " · " }{ counted(features, "change") }
                }
            </p>
            if let Some(description) = &entry.description {
                <p>{ description }</p>
            }
            { verdict_counts(entry.verdicts) }
        </li>
    }
}
