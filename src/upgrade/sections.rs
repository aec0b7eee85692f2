//! The features of an upgrade, by concern.

use super::scene::Scene;
use crate::content::{RepairDetails, inlines, kind_sign, labelled};
use crate::lazy::{LazyPiece, Piece};
use document::plain_text;
use query::{Concern, Section, Step, UpgradeGroup};
use terms::Area;
use yew::prelude::*;

/// All sections. Closed ones render only their headings.
pub(crate) fn sections(scene: &Scene, tick: &Callback<String>, toggle: &Callback<Concern>) -> Html {
    let sections = scene.upgrade.sections.iter();
    sections
        .map(|section| one(scene, section, tick, toggle))
        .collect()
}

fn one(
    scene: &Scene,
    section: &Section,
    tick: &Callback<String>,
    toggle: &Callback<Concern>,
) -> Html {
    let concern = section.concern;
    let open = scene.opened.has(concern);
    let onclick = {
        let toggle = toggle.clone();
        Callback::from(move |event: MouseEvent| {
            // The component's state opens and closes it, not the browser.
            event.prevent_default();
            toggle.emit(concern);
        })
    };
    html! {
        <details class="concern" id={concern.key()} key={concern.key()} {open}>
            <summary {onclick}>
                <h2>{ concern.label() }</h2>
                <span class="number">{ labelled(section.count(), "change") }</span>
            </summary>
            if open {
                { for section.groups.iter().map(|group| steps(scene, concern, group, tick)) }
            }
        </details>
    }
}

fn steps(scene: &Scene, concern: Concern, group: &UpgradeGroup, tick: &Callback<String>) -> Html {
    let area = group.area.map_or("Other", Area::label);
    let module = group
        .module
        .map(|module| html! { <>{ " · " }<code>{ module.to_owned() }</code></> });
    let key = format!(
        "{}-{area}-{}",
        scene.upgrade.to,
        group.module.unwrap_or_default()
    );
    html! {
        <details class="steps" {key} open=true>
            <summary><h3>{ area }{ module }</h3><span class="number">{ labelled(group.steps.len(), "change") }</span></summary>
            <ul>{ for group.steps.iter().map(|step| row(scene, concern, step, tick)) }</ul>
        </details>
    }
}

fn row(scene: &Scene, concern: Concern, step: &Step, tick: &Callback<String>) -> Html {
    let feature = step.feature;
    let slug = feature.slug.clone();
    let done = concern.is_task() && scene.done.contains(&slug);
    let to = scene.session.href(&scene.session.route.with_feature(&slug));
    let text = (scene.text_of)(&slug);
    let instead = text.filter(|text| !text.instead.is_empty()).map(|text| {
        html! { <p class="instead"><strong>{ "Instead: " }</strong>{ inlines(&text.instead) }</p> }
    });
    let repair = text.map(|text| {
        html! { <RepairDetails feature={feature.clone()} repair={text.repair.clone()} /> }
    });
    let open = scene.session.route.feature.as_ref() == Some(&slug);
    let id = format!("row-{slug}");
    let piece =
        (open && scene.inline).then(|| Piece::feature(scene.session.clone(), feature.clone()));
    html! {
        <li key={slug.clone()} class={done.then_some("done")}>
            if concern.is_task() {
                { checkbox(slug, done, plain_text(&feature.title), tick) }
            }
            { kind_sign(feature.kind) }
            <div>
                <a {id} href={to} aria-current={open.then_some("true")}>{ inlines(&feature.title) }</a>
                <span class="quiet">{ " " }{ step.summary() }</span>
                if let Some(places) = scene.mine.places(&feature.slug) {
                    <p class="quiet">{ "In " }{ places }</p>
                }
                { instead }
                { repair }
                { for piece.map(|piece| html! { <LazyPiece {piece} /> }) }
            </div>
        </li>
    }
}

fn checkbox(slug: String, checked: bool, title: String, tick: &Callback<String>) -> Html {
    let id = format!("done-{slug}");
    let onchange = tick.reform(move |_: Event| slug.clone());
    html! {
        <label class="tick">
            <input type="checkbox" {id} {checked} {onchange} />
            <span class="visually-hidden">{ format!("Done: {title}") }</span>
        </label>
    }
}
