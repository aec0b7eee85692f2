//! The button that opens the embed dialog.

use yew::prelude::*;

/// A button that opens the embed dialog for the view with this fragment.
/// `assets/boot/late.ts` handles the click and lazily loads the dialog.
pub fn embed_button(fragment: String) -> Html {
    html! { <button class="embed-view" data-view={fragment}>{ "Embed this view" }</button> }
}
