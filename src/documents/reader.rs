//! The text of one document.

use super::claim::claim;
use crate::content::{Prose, inlines, provenance, time, verdict_counts};
use crate::part::{Loaded, PartHandle, known, placeholder, use_part};
use crate::platform::dom;
use crate::session::Session;
use catalogue::{DisputedClaim, DocumentEntry, DocumentText, FeatureText, bundle};
use document::{Block, plain_text};
use query::{Query, Route, View};
use terms::{Series, counted};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ReaderProps {
    pub session: Session,
    pub entry: DocumentEntry,
}

#[component]
pub(crate) fn Reader(props: &ReaderProps) -> Html {
    let ReaderProps { session, entry } = props;
    let text = use_part(session, bundle::document_text(&entry.slug));
    // The text of a document does not repeat the texts of its series' features, which have
    // to be loaded as well. A document without a series contains the texts of its features.
    let series = entry.series.unwrap_or(Series::python3(0));
    let texts = use_part(session, bundle::feature_texts(series));
    let disputed = use_part(session, bundle::disputed());
    let back = session.href(&session.route.in_view(View::Documents));
    let only = Query {
        documents: vec![entry.slug.clone()],
        ..Query::default()
    };
    let features = session.href(&Route {
        query: only,
        ..Route::default()
    });
    html! {
        <article class="reader">
            <header>
                <a class="back" href={back}>{ "← Fact checks" }</a>
                <h1>{ &entry.title }</h1>
                <p class="quiet">{ provenance(entry) }</p>
                <p class="quiet">
                    if !entry.features.is_empty() {
                        <a href={features}>{ counted(entry.features.len(), "change") }</a>
                        { " · " }
                    }
                    if let Some(url) = entry.source.as_ref().and_then(|source| source.url.clone()) {
                        <a href={url} rel="noreferrer">{ "The original" }</a>{ " · " }
                    }
                    if let Some(date) = entry.as_of {
                        { "checked " }{ time(date) }
                    }
                </p>
                { verdict_counts(entry.verdicts) }
                if !entry.features.is_empty() {
                    <p class="quiet">
                        { "Includes PEP status and date claims, listed under each change." }
                    </p>
                }
            </header>
            { disputed_claims(session, entry, known(&disputed).map_or(&[], Vec::as_slice)) }
            { placeholder(&text, "the document") }
            if let Loaded::Ready(text) = &text.loaded {
                { whole(session, text, &texts) }
            }
        </article>
    }
}

/// What the document claims that does not hold, or no longer, with a button that leads to the
/// heading of the change.
fn disputed_claims(session: &Session, entry: &DocumentEntry, disputed: &[DisputedClaim]) -> Html {
    let disputed = disputed.iter().filter(|one| one.document == entry.slug);
    let items: Vec<Html> = disputed
        .map(|one| {
            let slug = one.feature.as_deref();
            let feature = slug.and_then(|slug| session.catalogue.feature(slug));
            let about = feature.map(|feature| {
                let id = feature.slug.clone();
                let onclick = Callback::from(move |_: MouseEvent| dom::scroll_to(&id));
                html! { <button class="clear" {onclick}>{ inlines(&feature.title) }</button> }
            });
            claim(&one.claim, about.unwrap_or_default())
        })
        .collect();
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <section class="disputed-claims" aria-labelledby="disputed-title">
            <h2 id="disputed-title">{ "What does not hold, or no longer" }</h2>
            <div class="claims">{ for items }</div>
        </section>
    }
}

/// The text of the document, once the texts of the features that it refers to are loaded.
fn whole(session: &Session, text: &DocumentText, texts: &PartHandle<Vec<FeatureText>>) -> Html {
    let kept = match &texts.loaded {
        Loaded::Ready(texts) => texts.as_slice(),
        _ if text.needs_feature_texts() => return placeholder(texts, "the document"),
        _ => &[],
    };
    let body = anchored(text.body(&session.catalogue, kept));
    html! {
        <>
            { outline(&body) }
            <Prose blocks={body} after_heading={to_feature(session)} />
            { diagnostics(text) }
        </>
    }
}

/// Links from headings to the features that they state.
fn to_feature(session: &Session) -> Callback<String, Html> {
    let session = session.clone();
    Callback::from(move |slug: String| match session.catalogue.feature(&slug) {
        Some(feature) => {
            let to = session.href(&session.route.with_feature(&feature.slug));
            html! { <a class="to-feature" href={to}>{ "Open the change" }</a> }
        }
        None => Html::default(),
    })
}

/// The text with an anchor on every heading, for the outline.
fn anchored(mut body: Vec<Block>) -> Vec<Block> {
    let mut place = 0;
    for block in &mut body {
        if let Block::Heading { id, .. } = block {
            // Without an anchor in the document, use the index of the heading.
            id.get_or_insert_with(|| format!("heading-{place}"));
            place += 1;
        }
    }
    body
}

/// The outline. Its items are buttons rather than links, as the fragment of the address is
/// the route.
fn outline(body: &[Block]) -> Html {
    let entry = |block: &Block| {
        let Block::Heading { level, id, content } = block else {
            return None;
        };
        let id = id.clone().unwrap_or_default();
        let level = format!("level-{level}");
        let onclick = Callback::from(move |_: MouseEvent| dom::scroll_to(&id));
        Some(html! { <li class={level}><button {onclick}>{ plain_text(content) }</button></li> })
    };
    let entries: Vec<Html> = body.iter().filter_map(entry).collect();
    if entries.len() < 2 {
        return Html::default();
    }
    html! {
        <nav class="outline" aria-label="In this document"><ul>{ for entries }</ul></nav>
    }
}

fn diagnostics(text: &DocumentText) -> Html {
    if text.diagnostics.is_empty() {
        return Html::default();
    }
    let rows = text.diagnostics.iter().map(|diagnostic| {
        html! { <li>{ format!("Line {}: {}", diagnostic.line, diagnostic.text()) }</li> }
    });
    html! {
        <section class="warnings"><h2>{ "Parsing warnings" }</h2><ul>{ for rows }</ul></section>
    }
}
