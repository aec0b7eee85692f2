//! The page of a PEP with its features. The entry point is [`PepPage`].

use super::parts::{breadcrumb, feature_list};
use crate::content::{status_badge, time, with_names};
use crate::part::{Loaded, placeholder, use_part};
use crate::platform::dom;
use crate::session::Session;
use crate::title::title;
use catalogue::{Feature, Pep, PepType, bundle, pep};
use query::Route;
use terms::PepNumber;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct PepPageProps {
    pub session: Session,
    pub number: PepNumber,
}

/// The data of a PEP from the PEP index, and its features.
#[component]
pub(crate) fn PepPage(props: &PepPageProps) -> Html {
    let PepPageProps { session, number } = props;
    let peps = use_part(session, bundle::peps());
    let entry = match &peps.loaded {
        Loaded::Ready(peps) => pep(peps, *number),
        _ => None,
    };
    // This component sets the document's title because it loads the PEP's title.
    let name = title(&session.catalogue, &session.route, entry);
    use_effect_with(name, |name| dom::set_title(name));
    let features = session.catalogue.features.iter();
    let features: Vec<&Feature> = features
        .filter(|feature| feature.peps.contains(number))
        .collect();
    html! {
        <article>
            { breadcrumb(session, Vec::new()) }
            <h1>
                { number.to_string() }
                if let Some(pep) = entry { { ": " }{ with_names(&pep.title) } }
            </h1>
            { placeholder(&peps, "the PEP index") }
            if let Some(pep) = entry { { facts(session, pep) } }
            <h2>{ "Its changes" }</h2>
            { feature_list(session, &features) }
        </article>
    }
}

fn facts(session: &Session, pep: &Pep) -> Html {
    let fact =
        |name: &'static str, value: Html| html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> };
    let pep_type = match pep.pep_type {
        PepType::StandardsTrack => "Standards track",
        PepType::Informational => "Informational",
        PepType::Process => "Process",
    };
    let targets = pep.versions.iter().map(|series| {
        let to = session.href(&Route::page_of_series(*series));
        html! { <li><a href={to}>{ format!("Python {series}") }</a></li> }
    });
    let successors = pep.superseded_by.iter().map(|number| {
        html! { <li><a href={number.url()} rel="noreferrer">{ number.to_string() }</a></li> }
    });
    html! {
        <dl class="facts">
            { fact("Status", html! { <>{ status_badge(pep.status) }{ " as of " }{ time(session.catalogue.as_of) }</> }) }
            { fact("Type", pep_type.into()) }
            { fact("Created", time(pep.created)) }
            if let Some(day) = pep.resolved { { fact("Resolved", time(day)) } }
            if !pep.versions.is_empty() {
                { fact("For", html! { <ul class="names">{ for targets }</ul> }) }
            }
            if !pep.superseded_by.is_empty() {
                { fact("Superseded by", html! { <ul class="names">{ for successors }</ul> }) }
            }
            { fact("Text", html! { <a href={pep.number.url()} rel="noreferrer">{ "The PEP itself" }</a> }) }
        </dl>
    }
}
