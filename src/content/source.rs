//! The provenance of documents.

use super::date::time;
use catalogue::DocumentEntry;
use yew::prelude::*;

/// The mark of features and documents that are only in own documents.
pub fn yours(is_own: bool) -> Html {
    if !is_own {
        return Html::default();
    }
    html! { <><span class="own-mark">{ "yours" }</span>{ " " }</> }
}

/// The publisher, author and dates of a document on one line.
pub fn provenance(entry: &DocumentEntry) -> Html {
    let source = entry.source.as_ref().map(|source| {
        html! { <>{ &source.name }{ " · " }{ source.kind.label() }{ " · " }</> }
    });
    let author = entry.author.as_ref();
    let author = author.map(|author| html! { <>{ author }{ " · " }</> });
    let published = match (entry.published, entry.date()) {
        (Some(published), _) => time(published),
        (None, Some(date)) => html! { <>{ "as of " }{ time(date) }</> },
        (None, None) => html! { "undated" },
    };
    let updated = entry.updated.filter(|date| Some(*date) != entry.published);
    let updated = updated.map(|date| html! { <>{ ", updated " }{ time(date) }</> });
    html! { <>{ yours(entry.is_own()) }{ source }{ author }{ published }{ updated }</> }
}
