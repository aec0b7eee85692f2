//! The content that is shown if there are no results. The entry point is [`empty`].

use crate::content::{status_badge, time, with_names};
use crate::part::{Loaded, placeholder, use_part};
use crate::session::Session;
use catalogue::{Pep, bundle, pep};
use query::Facet;
use terms::PepNumber;
use yew::prelude::*;

/// Buttons that remove a filter, and the data of the PEPs in the query.
pub(crate) fn empty(session: &Session) -> Html {
    let loosened = session.results().counts_without_filter().into_iter();
    let buttons: Vec<Html> = loosened
        .filter(|(_, results)| *results > 0)
        .map(|(facet, results)| loosen(facet, results, session))
        .collect();
    let advice = if buttons.is_empty() {
        "No single filter is the cause: clear all filters and start again."
    } else {
        "Remove one of the filters:"
    };
    html! {
        <div class="empty">
            <p><strong>{ "No results." }</strong>{ " " }{ advice }</p>
            <div class="loosen">{ for buttons }</div>
            if !session.route.query.peps.is_empty() {
                <KnownPeps session={session.clone()} />
            }
        </div>
    }
}

fn loosen(facet: Facet, results: usize, session: &Session) -> Html {
    let what = match facet {
        Facet::Text => "the search text",
        Facet::Introduced => "“Introduced in”",
        Facet::UsableIn => "“Available in”",
        Facet::Pep => "the PEP",
        Facet::Status => "the status",
        Facet::Kind => "the kind",
        Facet::Area => "the area",
        Facet::Module => "the module",
        Facet::Content => "the content",
        Facet::Document => "the document",
    };
    let onclick = {
        let (session, query) = (session.clone(), session.route.query.without(facet));
        Callback::from(move |_: MouseEvent| session.ask(query.clone()))
    };
    html! { <button {onclick}>{ format!("Without {what}: {results}") }</button> }
}

#[derive(Properties, PartialEq)]
struct KnownPepsProps {
    session: Session,
}

/// The data of the PEPs in the query from the PEP index, which has PEPs without features as
/// well and is lazily loaded.
#[component]
fn KnownPeps(props: &KnownPepsProps) -> Html {
    let session = &props.session;
    let index = use_part(session, bundle::peps());
    let Loaded::Ready(peps) = &index.loaded else {
        return placeholder(&index, "the PEP index");
    };
    let numbers = session.route.query.peps.iter();
    let of_index = |number: &PepNumber| known(*number, pep(peps, *number));
    numbers.map(of_index).collect()
}

fn known(number: PepNumber, entry: Option<&Pep>) -> Html {
    match entry {
        Some(pep) => html! {
            <p>
                <a href={number.url()}>{ number.to_string() }</a>
                { ", " }{ with_names(&pep.title) }{ ", is " }{ status_badge(pep.status) }
                { " and was created on " }{ time(pep.created) }{ "." }
            </p>
        },
        None => html! { <p>{ format!("There is no {number} in the PEP index.") }</p> },
    }
}
