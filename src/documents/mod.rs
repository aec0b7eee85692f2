//! The view of documents: the list with what does not hold in each, and the text of each.

mod claim;
mod list;
mod own;
mod reader;

use super::session::Session;
use list::List;
pub use own::{OwnDocuments, OwnDocumentsProps};
use reader::Reader;
use yew::prelude::*;

/// The list of documents, or the document in the route.
pub(crate) fn documents(session: &Session) -> Html {
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
