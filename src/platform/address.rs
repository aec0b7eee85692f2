//! The fragment of the page's address, which holds the [`Route`].

mod debounced;

use debounced::Debounced;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use query::Route;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// How a change of the route is recorded in the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// As a new entry.
    Push,
    /// By changing the current entry, as when typing.
    Replace,
}

/// The current fragment: the one that is still to be written into the address, else the
/// one in the address. `None` if it is empty, without even `#?`.
pub fn fragment() -> Option<String> {
    let written = window().location().hash().unwrap_or_default();
    let fragment = PENDING.with_borrow(|(pending, _)| pending.newest(&written).to_owned());
    (!fragment.is_empty()).then_some(fragment)
}

/// The route that was prerendered into the page, as a fragment; empty if there is none,
/// which means the initial view.
pub fn own() -> String {
    let main = document().query_selector("main[data-query]").ok().flatten();
    let query = main.and_then(|main| main.get_attribute("data-query"));
    query.unwrap_or_default()
}

/// How long changes of the current entry are debounced, in milliseconds. Browsers refuse
/// more than about two hundred changes in ten seconds, which fast typing comes near to, and
/// each change delays the next letter.
const DEBOUNCE: u32 = 300;

thread_local! {
    /// The fragment that is still to be written, and the timer that writes it.
    static PENDING: RefCell<(Debounced, Option<Timeout>)> =
        const { RefCell::new((Debounced::new(), None)) };
}

/// Writes a route into the address: a new entry at once, a change of the current entry
/// debounced.
pub fn write(route: &Route, step: Step) {
    let fragment = route.to_fragment();
    match step {
        Step::Push => {
            write_pending();
            change(&fragment, step);
        }
        Step::Replace => PENDING.with_borrow_mut(|(pending, timer)| {
            pending.put_off(fragment);
            *timer = Some(Timeout::new(DEBOUNCE, write_pending));
        }),
    }
}

/// Writes the pending fragment, if there is one.
fn write_pending() {
    // Writing may call back, so nothing may be borrowed then.
    let pending = PENDING.with_borrow_mut(|(pending, _)| pending.take());
    if let Some(fragment) = pending {
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

/// Calls back whenever the reader navigates in the history, follows a link inside the page
/// or edits the address, until the listeners are dropped.
pub fn on_change(callback: impl Fn() + 'static) -> [EventListener; 3] {
    let change = EventListener::new(&window(), "hashchange", move |_| {
        // The pending fragment belongs to the previous entry.
        PENDING.with_borrow_mut(|(pending, _)| pending.take());
        callback();
    });
    // Write the pending fragment before the reader follows a link or leaves the page.
    let options = EventListenerOptions::run_in_capture_phase();
    let click = EventListener::new_with_options(&window(), "click", options, |_| write_pending());
    [
        change,
        click,
        EventListener::new(&window(), "pagehide", |_| keep()),
    ]
}

/// Writes the pending fragment when the page is left. A reload has read the address before
/// that, and a browser may refuse to change it by now, so `assets/boot/first.ts` then takes it
/// from the storage of the tab.
fn keep() {
    let pending = PENDING.with_borrow_mut(|(pending, _)| pending.take());
    if let Some(fragment) = &pending {
        change(fragment, Step::Replace);
    }
    if let Ok(Some(storage)) = window().session_storage() {
        let fragment = pending.or_else(|| window().location().hash().ok());
        let _ = storage.set_item("left-at", &with_fragment(&fragment.unwrap_or_default()));
    }
}

/// The absolute address of a route, for sharing.
pub fn link_to(route: &Route) -> String {
    with_fragment(&route.to_fragment())
}

/// The page's address with another fragment.
fn with_fragment(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}{fragment}")
}
