//! One document, whole.

use crate::app::content::{Prose, provenance, time, verdict_counts};
use crate::app::part::{Loaded, placeholder, use_part};
use crate::app::platform::dom;
use crate::app::session::Session;
use crate::catalogue::{DocumentEntry, DocumentText, bundle};
use crate::document::{Block, Section};
use crate::query::{Query, Route, View};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ReaderProps {
    pub session: Session,
    pub entry: DocumentEntry,
}

#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let ReaderProps { session, entry } = props;
    let text = use_part(session, bundle::document_text(&entry.slug));
    let back = session.route.in_view(View::Documents).to_fragment();
    let only = Query {
        documents: vec![entry.slug.clone()],
        ..Query::default()
    };
    let features = Route {
        query: only,
        ..Route::default()
    }
    .to_fragment();
    html! {
        <article class="reader">
            <header>
                <a class="back" href={back}>{ "← All documents" }</a>
                <h1>{ &entry.title }</h1>
                <p class="quiet">{ provenance(entry) }</p>
                <p class="quiet">
                    <a href={features}>{ format!("{} features", entry.features.len()) }</a>
                    if let Some(url) = entry.source.as_ref().and_then(|source| source.url.clone()) {
                        { " · " }<a href={url} rel="noreferrer">{ "The original" }</a>
                    }
                    if let Some(date) = entry.as_of {
                        { " · checked " }{ time(date) }
                    }
                </p>
                { verdict_counts(entry.verdicts) }
                <p class="quiet">
                    { "With the statuses and creation dates that it gives, which are shown with each feature." }
                </p>
            </header>
            { placeholder(&text, "the document") }
            if let Loaded::Ready(text) = &text.loaded {
                { outline(&text.outline) }
                <Prose blocks={anchored(&text.body)} after_heading={to_feature(session)} />
                { warnings(text) }
            }
        </article>
    }
}

/// Headings that state a feature lead to it.
fn to_feature(session: &Session) -> Callback<String, Html> {
    let session = session.clone();
    Callback::from(move |slug: String| match session.catalogue.feature(&slug) {
        Some(feature) => {
            let to = session.route.with_feature(&feature.slug).to_fragment();
            html! { <a class="to-feature" href={to}>{ "Open the feature" }</a> }
        }
        None => Html::default(),
    })
}

/// The anchor of a heading that its document gives none: its place among all
/// headings.
fn anchor(id: Option<&String>, place: usize) -> String {
    id.cloned().unwrap_or_else(|| format!("heading-{place}"))
}

/// The text with an anchor on every heading, so that the outline reaches it.
fn anchored(body: &[Block]) -> Vec<Block> {
    let mut place = 0;
    let mut body = body.to_vec();
    for block in &mut body {
        if let Block::Heading { id, .. } = block {
            *id = Some(anchor(id.as_ref(), place));
            place += 1;
        }
    }
    body
}

/// The headings. They are buttons, not links, since the fragment of the
/// address holds the route.
fn outline(sections: &[Section]) -> Html {
    if sections.len() < 2 {
        return Html::default();
    }
    let entry = |(place, section): (usize, &Section)| {
        let id = anchor(section.id.as_ref(), place);
        let level = format!("level-{}", section.level);
        let onclick = Callback::from(move |_: MouseEvent| dom::scroll_to(&id));
        html! { <li class={level}><button {onclick}>{ &section.title }</button></li> }
    };
    let entries = sections.iter().enumerate().map(entry);
    html! {
        <nav class="outline" aria-label="In this document"><ul>{ for entries }</ul></nav>
    }
}

fn warnings(text: &DocumentText) -> Html {
    if text.warnings.is_empty() {
        return Html::default();
    }
    let rows = text.warnings.iter().map(|warning| {
        html! { <li>{ format!("Line {}: {}", warning.line, warning.message) }</li> }
    });
    html! {
        <section class="warnings"><h2>{ "Not read as meant" }</h2><ul>{ for rows }</ul></section>
    }
}
