//! The statements of documents about a feature, with dates and verdicts.

use crate::content::{Prose, inlines, provenance, verdict_badge};
use crate::session::Session;
use catalogue::{Claim, DocumentEntry, Statement};
use yew::prelude::*;

/// The statements of all documents, the most authoritative first.
pub(crate) fn statements(session: &Session, statements: &[Statement]) -> Html {
    let items = statements.iter().enumerate();
    let items = items.filter_map(|(index, statement)| {
        let entry = session.catalogue.document(&statement.document)?;
        // The text of the first statement is shown as the feature's text.
        Some(render(session, entry, statement, index > 0))
    });
    html! {
        <section class="statements">
            <h3>{ "Sources and fact checks" }</h3>
            <ul>{ for items }</ul>
        </section>
    }
}

fn render(
    session: &Session,
    entry: &DocumentEntry,
    statement: &Statement,
    with_text: bool,
) -> Html {
    let to = session.href(&session.route.with_document(&entry.slug));
    html! {
        <li key={entry.slug.clone()}>
            <h4><a href={to}>{ &entry.title }</a></h4>
            <p class="quiet">{ provenance(entry) }</p>
            if with_text && !statement.summary.is_empty() {
                <details>
                    <summary>{ "Its text" }</summary>
                    <Prose blocks={statement.summary.clone()} sink=3 />
                </details>
            }
            if !statement.claims.is_empty() {
                <ul class="claims">{ for statement.claims.iter().map(claim) }</ul>
            }
        </li>
    }
}

fn claim(claim: &Claim) -> Html {
    html! {
        <li class="claim">
            <p>{ inlines(&claim.text) }</p>
            <p class="evidence">{ verdict_badge(claim.verdict) }{ " " }{ inlines(&claim.evidence) }</p>
        </li>
    }
}
