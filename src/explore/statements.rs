//! What each document says of a feature, with its date and the verdicts.

use crate::content::{Prose, inlines, provenance, verdict_badge};
use crate::session::Session;
use catalogue::{Claim, DocumentEntry, Statement};
use yew::prelude::*;

/// The statements of all documents, the most authoritative first.
pub(crate) fn statements(session: &Session, statements: &[Statement]) -> Html {
    let said = statements.iter().enumerate().filter_map(|(index, said)| {
        let entry = session.catalogue.document(&said.document)?;
        // The first one's text is the feature's own and stands above.
        Some(statement(session, entry, said, index > 0))
    });
    html! {
        <section class="statements">
            <h3>{ "What the documents say" }</h3>
            <ul>{ for said }</ul>
        </section>
    }
}

fn statement(session: &Session, entry: &DocumentEntry, said: &Statement, with_text: bool) -> Html {
    let to = session.href(&session.route.with_document(&entry.slug));
    html! {
        <li key={entry.slug.clone()}>
            <h4><a href={to}>{ &entry.title }</a></h4>
            <p class="quiet">{ provenance(entry) }</p>
            if with_text && !said.summary.is_empty() {
                <details>
                    <summary>{ "Its text" }</summary>
                    <Prose blocks={said.summary.clone()} sink=3 />
                </details>
            }
            if !said.claims.is_empty() {
                <ul class="claims">{ for said.claims.iter().map(claim) }</ul>
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
