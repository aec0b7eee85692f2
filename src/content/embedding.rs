//! The way to put what is shown into other pages.

use yew::prelude::*;

/// A button that shows how to embed a view, which `fragment` names. The shell hears of
/// the click, `assets/boot/late.ts` of one that comes before the explorer runs.
pub fn embed_button(fragment: String) -> Html {
    html! { <button class="embed-view" data-view={fragment}>{ "Embed this view" }</button> }
}
