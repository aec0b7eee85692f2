//! The list of documents: what articles and announcements claim and how much of it holds, then
//! the official documents, then the reader's own.

use super::claim::claim;
use super::own::Own;
use crate::content::{inlines, provenance, verdict_counts};
use crate::part::{Loaded, placeholder, use_part};
use crate::session::Session;
use catalogue::{DisputedClaim, DocumentEntry, bundle};
use std::cmp::Reverse;
use terms::{SourceKind, counted};
use yew::prelude::*;

/// How many disputed claims of a document the list shows.
const SHOWN: usize = 3;

#[derive(Properties, PartialEq)]
pub(super) struct ListProps {
    pub session: Session,
}

#[component]
pub(super) fn List(props: &ListProps) -> Html {
    let session = &props.session;
    let disputed = use_part(session, bundle::disputed());
    let claims = match &disputed.loaded {
        Loaded::Ready(claims) => claims.as_slice(),
        _ => &[],
    };
    let documents = session.catalogue.documents.iter();
    let shipped = documents.filter(|entry| !entry.is_own());
    let (official, mut checked): (Vec<_>, Vec<_>) = shipped.partition(|entry| is_official(entry));
    checked.sort_by_key(|entry| Reverse((entry.verdicts.contradicted, entry.verdicts.outdated)));
    html! {
        <div class="documents">
            <h1>{ "Fact checks" }</h1>
            <p class="quiet">
                { "What articles and announcements say of new versions, each claim held against the \
                   PEP index, the release calendar and the release notes." }
            </p>
            { placeholder(&disputed, "the claims") }
            <h2>{ "Articles and announcements" }</h2>
            <ul class="document-list">
                { for checked.into_iter().map(|entry| row(session, entry, claims)) }
            </ul>
            <h2>{ "Official notes and guides" }</h2>
            <ul class="document-list official">
                { for official.into_iter().map(|entry| row(session, entry, &[])) }
            </ul>
            <Own />
        </div>
    }
}

/// Whether the catalogue takes a document's word rather than checking it.
fn is_official(entry: &DocumentEntry) -> bool {
    let kind = entry.source.as_ref().map(|source| source.kind);
    matches!(kind, Some(SourceKind::Reference | SourceKind::Guide))
}

fn row(session: &Session, entry: &DocumentEntry, claims: &[DisputedClaim]) -> Html {
    let to = session.href(&session.route.with_document(&entry.slug));
    let features = entry.features.len();
    let disputed: Vec<_> = claims
        .iter()
        .filter(|claim| claim.document == entry.slug)
        .collect();
    let more = disputed.len().saturating_sub(SHOWN);
    let shown = disputed.into_iter().take(SHOWN);
    let shown = shown.map(|one| claim(&one.claim, about(session, one)));
    html! {
        <li key={entry.slug.clone()}>
            <h3><a href={to.clone()}>{ &entry.title }</a></h3>
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
            if shown.len() > 0 {
                <div class="claims">{ for shown }</div>
            }
            if more > 0 {
                <p><a href={to}>{ format!("{} that do not hold, or no longer", counted(more, "more claim")) }</a></p>
            }
        </li>
    }
}

/// A link to the change that a claim is about.
fn about(session: &Session, claim: &DisputedClaim) -> Html {
    let slug = claim.feature.as_deref();
    let Some(feature) = slug.and_then(|slug| session.catalogue.feature(slug)) else {
        return Html::default();
    };
    let to = session.href(&session.route.with_feature(&feature.slug));
    html! { <a href={to}>{ inlines(&feature.title) }</a> }
}
