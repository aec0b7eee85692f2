//! The sections of an upgrade as a list that stays in the viewport. The entry point is
//! [`contents`].

use super::scene::Scene;
use crate::content::labelled;
use crate::platform::dom;
use query::Concern;
use yew::prelude::*;

/// A button for each section, which opens it and scrolls to it. They are buttons rather than
/// links, as the fragment of the address is the route.
pub(crate) fn contents(scene: &Scene, toggle: &Callback<Concern>) -> Html {
    if scene.upgrade.sections.len() < 2 {
        return Html::default();
    }
    let entry = |section: &query::Section| {
        let concern = section.concern;
        let is_open = scene.opened.has(concern);
        let onclick = {
            let toggle = toggle.clone();
            Callback::from(move |_: MouseEvent| {
                if !is_open {
                    toggle.emit(concern);
                }
                dom::scroll_to(concern.key());
            })
        };
        html! {
            <li><button {onclick}>
                { concern.label() }{ " " }<span class="number">{ labelled(section.count(), "change") }</span>
            </button></li>
        }
    };
    html! {
        <nav class="contents" aria-label="Sections">
            <ul>{ for scene.upgrade.sections.iter().map(entry) }</ul>
        </nav>
    }
}
