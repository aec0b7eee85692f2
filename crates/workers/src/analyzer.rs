//! The worker that analyses Python source. The entry point is [`serve`]; the page's
//! side is in `src/platform/analyzer.rs`.
//!
//! The messages are as plain as can be: the source as a string one way, the
//! [`python::Analysis`] in postcard's encoding the other way.

use gloo::events::EventListener;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Answers every message with an analysis, for as long as the worker lives.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let respond = {
        let scope = scope.clone();
        move |event: &web_sys::Event| {
            let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            let source = data.and_then(|data| data.as_string()).unwrap_or_default();
            let analysis = python::analyze(&source);
            let bytes = postcard::to_allocvec(&analysis).unwrap_or_default();
            let _ = scope.post_message(&Uint8Array::from(bytes.as_slice()));
        }
    };
    EventListener::new(&scope, "message", respond).forget();
    // Anything but bytes says that the worker is ready.
    let _ = scope.post_message(&JsValue::NULL);
}
