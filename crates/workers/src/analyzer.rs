//! The worker that analyses Python source. The entry point is [`serve`]; the page's
//! side is in `src/platform/analyzer.rs`.
//!
//! A message that is a string is a source, and the answer is a [`python::Analysis`] encoded
//! with postcard. A message that is an array is a command of [`crate::checker`].

use crate::checker::Checker;
use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Answers each message, for the lifetime of the worker.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let checker = RefCell::new(Checker::default());
    let respond = {
        let scope = scope.clone();
        move |event: &web_sys::Event| {
            let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            if let Some(command) = data.as_ref().and_then(|data| data.dyn_ref::<Array>()) {
                let _ = scope.post_message(&checker.borrow_mut().execute(command));
                return;
            }
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
