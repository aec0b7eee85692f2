//! What the reader's screen is like.

use gloo::events::EventListener;
use gloo::utils::window;
use yew::prelude::*;

/// Below this width an open feature stands under its row, not beside the list.
pub const NARROW: &str = "(max-width: 63.99rem)";

/// Below this width there is room for one column of text.
pub const PHONE: &str = "(max-width: 40rem)";

/// Whether the page is too narrow for what a media query asks, [`NARROW`] or
/// [`PHONE`]; follows the window.
#[hook]
pub fn use_narrow(limit: &'static str) -> bool {
    let narrow = use_state_eq(|| false);
    {
        let narrow = narrow.clone();
        use_effect_with((), move |()| {
            let query = window().match_media(limit).ok().flatten();
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
