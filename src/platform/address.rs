//! The fragment of the page's address, which holds the [`Route`].

mod trail;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use query::Route;
use std::cell::RefCell;
use trail::Trail;
use wasm_bindgen::JsValue;

/// Whether a change of address is a step that Back undoes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A step of its own in the history.
    Push,
    /// The present step, changed: what typing does.
    Replace,
}

/// Where the page is now: what is still to be written into the address, else what it
/// holds; `None` where that is nothing, not even `#?`.
pub fn fragment() -> Option<String> {
    let written = window().location().hash().unwrap_or_default();
    let fragment = TRAIL.with_borrow(|(trail, _)| trail.newest(&written).to_owned());
    (!fragment.is_empty()).then_some(fragment)
}

/// The place that the build has rendered into the page, as a fragment; empty
/// where it rendered none, which is the first view.
pub fn own() -> String {
    let main = document().query_selector("main[data-query]").ok().flatten();
    let query = main.and_then(|main| main.get_attribute("data-query"));
    query.unwrap_or_default()
}

/// How long after the last change of the present place the address follows, in
/// milliseconds. Browsers refuse more than some two hundred changes in ten seconds,
/// which fast typing comes near to, and each takes time that a letter waits for.
const PAUSE: u32 = 300;

thread_local! {
    /// What the address does not hold yet, and the timer that brings it there.
    static TRAIL: RefCell<(Trail, Option<Timeout>)> = const { RefCell::new((Trail::new(), None)) };
}

/// Writes a route into the address: a step of its own at once, a change of the
/// present one in the next pause.
pub fn write(route: &Route, step: Step) {
    let fragment = route.to_fragment();
    match step {
        Step::Push => {
            settle();
            change(&fragment, step);
        }
        Step::Replace => TRAIL.with_borrow_mut(|(trail, pause)| {
            trail.put_off(fragment);
            *pause = Some(Timeout::new(PAUSE, settle));
        }),
    }
}

/// Writes what waits for a pause.
fn settle() {
    // The browser may call back while it writes.
    let waiting = TRAIL.with_borrow_mut(|(trail, _)| trail.take());
    if let Some(fragment) = waiting {
        change(&fragment, Step::Replace);
    }
}

fn change(fragment: &str, step: Step) {
    if window().location().hash().is_ok_and(|now| now == fragment) {
        return;
    }
    // A sandboxed frame may refuse its history; the page works without it.
    let _ = window().history().and_then(|history| match step {
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(fragment)),
        Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(fragment)),
    });
}

/// Calls back whenever the reader moves in the history, follows a link inside
/// the page or edits the address. The listeners live as long as what is returned.
pub fn on_change(callback: impl Fn() + 'static) -> [EventListener; 3] {
    let change = EventListener::new(&window(), "hashchange", move |_| {
        // What waits belongs to the place that was left.
        TRAIL.with_borrow_mut(|(trail, _)| trail.take());
        callback();
    });
    // A link that is followed, or another page, leaves the present place as it is.
    let options = EventListenerOptions::run_in_capture_phase();
    let leave = |event| EventListener::new_with_options(&window(), event, options, |_| settle());
    [change, leave("click"), leave("pagehide")]
}

/// The whole address of a route, for sharing.
pub fn link_to(route: &Route) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}{}", route.to_fragment())
}
