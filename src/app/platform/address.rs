//! The fragment of the page's address, which holds the [`Route`].

use crate::query::Route;
use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsValue;

/// Whether a change of address is a step that Back undoes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A step of its own in the history.
    Push,
    /// The present step, changed: what typing does.
    Replace,
}

/// What the address holds now; `None` where that is nothing, not even `#?`.
pub fn fragment() -> Option<String> {
    let fragment = window().location().hash().unwrap_or_default();
    (!fragment.is_empty()).then_some(fragment)
}

/// The place that the build has rendered into the page, as a fragment; empty
/// where it rendered none, which is the first view.
pub fn own() -> String {
    let main = document().query_selector("main[data-query]").ok().flatten();
    let query = main.and_then(|main| main.get_attribute("data-query"));
    query.unwrap_or_default()
}

/// Writes a route into the address.
pub fn write(route: &Route, step: Step) {
    let fragment = route.to_fragment();
    if window().location().hash().is_ok_and(|now| now == fragment) {
        return;
    }
    // A sandboxed frame may refuse its history; the page works without it.
    let _ = window().history().and_then(|history| match step {
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&fragment)),
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&fragment)),
    });
}

/// Calls back whenever the reader moves in the history, follows a link inside
/// the page or edits the address.
pub fn on_change(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| callback())
}

/// The whole address of a route, for sharing.
pub fn link_to(route: &Route) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}{}", route.to_fragment())
}
