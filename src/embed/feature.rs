//! One feature. The entry point is [`feature`].

use super::{Answer, Scene};
use crate::content::{inlines, kind_badge, prose, status_badge, time, when_released};
use catalogue::{Feature, FeatureText, bundle};
use document::plain_text;
use terms::Kind;
use yew::prelude::*;

/// The feature with its facts and text or, if compact, in one line. `texts` is the part of
/// the bundle with the texts of its series.
pub(super) fn feature(scene: &Scene, feature: &Feature, texts: &[u8]) -> Answer {
    let html = if scene.request.is_compact {
        let title = inlines(&feature.title);
        html! { <ul class="rows" role="list">{ scene.one_line(feature, title) }</ul> }
    } else {
        let texts = bundle::read(&bundle::feature_texts(feature.series), texts);
        let mut texts = texts.unwrap_or_default().into_iter();
        whole(scene, feature, texts.find(|text| text.slug == feature.slug))
    };
    Answer {
        html,
        total: 1,
        shown: 1,
    }
}

fn whole(scene: &Scene, feature: &Feature, text: Option<FeatureText>) -> Html {
    let address = scene.address_of(feature);
    let url = text.as_ref().and_then(|text| text.url.clone());
    html! {
        <article class="feature" part="feature" aria-label={plain_text(&feature.title)}>
            <p class="head">
                { kind_badge(feature.kind) }{ " " }
                <a class="title" part="title" href={address} data-slug={feature.slug.clone()}>
                    { inlines(&feature.title) }
                </a>
            </p>
            { facts(scene, feature) }
            { for text.map(body) }
            <p class="footer" part="footer">
                { for url.map(|url| html! { <a href={url} rel="noreferrer">{ "Python’s documentation" }</a> }) }
                <span class="quiet">{ "as of " }{ time(scene.catalogue.as_of) }</span>
            </p>
        </article>
    }
}

fn body(text: FeatureText) -> Html {
    let summary = text.statements.into_iter().next().map(|said| said.summary);
    html! {
        <>
            { for summary.map(|blocks| prose(&blocks, 3)) }
            if !text.instead.is_empty() {
                <p class="instead"><strong>{ "Instead: " }</strong>{ inlines(&text.instead) }</p>
            }
        </>
    }
}

fn facts(scene: &Scene, feature: &Feature) -> Html {
    let verb = match feature.kind {
        Kind::Added => "New",
        Kind::Changed => "Changed",
        Kind::Deprecated => "Deprecated",
        Kind::Removed => "Removed",
    };
    let peps = feature.peps.iter().map(|pep| {
        html! { <li><a href={pep.url()} rel="noreferrer">{ pep.to_string() }</a></li> }
    });
    html! {
        <ul class="facts" role="list">
            <li>{ format!("{verb} in Python {}", feature.series) }{ day(scene, feature) }</li>
            if let Some(release) = feature.removed {
                <li>{ format!("removed in {release}") }</li>
            }
            if let Some(series) = feature.removal {
                <li>{ format!("scheduled for removal in {series}") }</li>
            }
            { for peps }
            { for feature.status.map(|status| html! { <li>{ status_badge(status) }</li> }) }
            { for feature.module.iter().map(|module| html! { <li><code>{ module }</code></li> }) }
        </ul>
    }
}

/// The date of the series' first final release, or the expected date.
fn day(scene: &Scene, feature: &Feature) -> Html {
    let calendar = scene.catalogue.calendar(feature.series);
    let first = calendar.and_then(|calendar| Some((calendar, calendar.first_final()?)));
    let day = first.map(|(calendar, release)| when_released(calendar, release, scene.today));
    day.map_or_else(Html::default, |day| html! { <>{ ", " }{ day }</> })
}
