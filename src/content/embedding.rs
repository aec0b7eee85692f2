//! The way to put what is shown into other pages.

use yew::prelude::*;

/// A button that shows how to embed a view, which `fragment` names. The page's
/// start (`assets/boot/late.ts`) hears of the click and loads what it opens.
pub fn embed_button(fragment: String) -> Html {
    html! { <button class="embed-view" data-view={fragment}>{ "Embed this view" }</button> }
}
