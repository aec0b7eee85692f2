//! The width of the window.

use gloo::events::EventListener;
use gloo::utils::window;
use web_sys::MediaQueryList;
use yew::prelude::*;

/// Up to this width, an open feature is shown below its row rather than beside the list.
const NARROW: &str = "(max-width: 63.99rem)";

/// Up to this width, columns of a comparison are shown as tabs rather than side by side.
const PHONE: &str = "(max-width: 40rem)";

/// Whether the page is too narrow for two columns; follows the window. Natively the page is
/// wide.
#[hook]
pub fn use_narrow() -> bool {
    use_media(NARROW)
}

/// Whether the page is as narrow as a phone; follows the window.
#[hook]
pub fn use_phone() -> bool {
    use_media(PHONE)
}

#[hook]
fn use_media(media: &'static str) -> bool {
    let matches = use_state_eq(|| query(media).is_some_and(|query| query.matches()));
    {
        let matches = matches.clone();
        use_effect_with((), move |()| {
            let listener = query(media).map(|query| {
                let target = query.clone();
                EventListener::new(&target, "change", move |_| matches.set(query.matches()))
            });
            move || drop(listener)
        });
    }
    *matches
}

fn query(media: &str) -> Option<MediaQueryList> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    window().match_media(media).ok().flatten()
}
