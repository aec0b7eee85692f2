//! The worker that analyses Python source. The entry point is [`serve`]; the page's
//! side is in `src/platform/analyzer.rs`.
//!
//! Each message to the worker is a source as a string; the answer is a
//! [`python::Analysis`] encoded with postcard.

use gloo::events::EventListener;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Answers each message with an analysis, for the lifetime of the worker.
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
    // The first message, which is not bytes, says that the worker is ready.
    let _ = scope.post_message(&JsValue::NULL);
}
