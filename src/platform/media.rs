//! What the reader's screen is like.

use gloo::events::EventListener;
use gloo::utils::window;
use web_sys::MediaQueryList;
use yew::prelude::*;

/// Below this width an open feature stands under its row, not beside the list.
const NARROW: &str = "(max-width: 63.99rem)";

/// Whether the page is too narrow for two columns; follows the window. What is
/// rendered natively is wide.
#[hook]
pub fn use_narrow() -> bool {
    let narrow = use_state_eq(|| query().is_some_and(|query| query.matches()));
    {
        let narrow = narrow.clone();
        use_effect_with((), move |()| {
            let listener = query().map(|query| {
                let target = query.clone();
                EventListener::new(&target, "change", move |_| narrow.set(query.matches()))
            });
            move || drop(listener)
        });
    }
    *narrow
}

fn query() -> Option<MediaQueryList> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    window().match_media(NARROW).ok().flatten()
}
