//! The button that opens the embed dialog.

use yew::prelude::*;

/// A button that opens the embed dialog for the view with this fragment. The shell handles
/// the click; `assets/boot/pending.ts` handles one that comes before the explorer runs.
pub fn embed_button(fragment: String) -> Html {
    html! { <button class="embed-view" data-view={fragment}>{ "Embed this view" }</button> }
}
