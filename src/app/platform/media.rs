//! What the reader's screen is like.

use gloo::events::EventListener;
use gloo::utils::window;
use yew::prelude::*;

/// Below this width an open feature stands under its row, not beside the list.
const NARROW: &str = "(max-width: 63.99rem)";

/// Whether the page is too narrow for two columns; follows the window.
#[hook]
pub fn use_narrow() -> bool {
    let narrow = use_state_eq(|| false);
    {
        let narrow = narrow.clone();
        use_effect_with((), move |()| {
            let query = window().match_media(NARROW).ok().flatten();
            let listener = query.map(|query| {
                narrow.set(query.matches());
                let target = query.clone();
                EventListener::new(&target, "change", move |_| narrow.set(query.matches()))
            });
            move || drop(listener)
        });
    }
    *narrow
}
