//! The checker of programs. The entry point is [`Checker::load`]; `assets/check` reads files
//! and gives them to workers.

use super::parts::Location;
use check::SourceReport;
use gloo::events::EventListener;
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlInputElement};
use yew::TargetCast;

#[wasm_bindgen]
extern "C" {
    /// The exports of `assets/check/main.ts`.
    #[derive(Clone, PartialEq)]
    type Script;

    #[wasm_bindgen(method, getter)]
    fn checker(this: &Script) -> ScriptChecker;

    #[wasm_bindgen(method)]
    fn choose(this: &Script, field: &HtmlInputElement);

    /// The checker of `assets/check/main.ts`.
    #[wasm_bindgen(extends = web_sys::EventTarget)]
    type ScriptChecker;

    #[wasm_bindgen(method, getter)]
    fn round(this: &ScriptChecker) -> u32;

    #[wasm_bindgen(method, getter)]
    fn total(this: &ScriptChecker) -> u32;

    #[wasm_bindgen(method, getter)]
    fn done(this: &ScriptChecker) -> u32;

    #[wasm_bindgen(method, getter, js_name = isBusy)]
    fn is_busy(this: &ScriptChecker) -> bool;

    #[wasm_bindgen(method, getter, js_name = isCancelled)]
    fn is_cancelled(this: &ScriptChecker) -> bool;

    #[wasm_bindgen(method, getter)]
    fn problems(this: &ScriptChecker) -> Vec<String>;

    #[wasm_bindgen(method, getter)]
    fn metadata(this: &ScriptChecker) -> Vec<String>;

    #[wasm_bindgen(method)]
    fn take(this: &ScriptChecker) -> Vec<Uint8Array>;

    #[wasm_bindgen(method)]
    fn text(this: &ScriptChecker, name: &str, text: &str);

    #[wasm_bindgen(method)]
    fn show(this: &ScriptChecker, results: Vec<Uint8Array>);

    #[wasm_bindgen(method)]
    fn cancel(this: &ScriptChecker);

    #[wasm_bindgen(method, catch)]
    async fn look(this: &ScriptChecker, text: &str) -> Result<JsValue, JsValue>;
}

/// The state of a check.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Counts the checks from 1; 0 before the first.
    pub round: u32,
    /// The number of programs that are known so far.
    pub total: u32,
    /// The number of those that have been checked.
    pub done: u32,
    /// Whether the check goes on.
    pub is_busy: bool,
    /// Whether the reader has ended it.
    pub is_cancelled: bool,
    /// What could not be read, as sentences.
    pub problems: Vec<String>,
    /// The texts that may say which versions a project supports.
    pub metadata: Vec<String>,
}

/// The loaded script that checks programs.
#[derive(Clone, PartialEq)]
pub struct Checker(Script);

impl Checker {
    /// Loads the script; `None` if it cannot be loaded. `attempt` counts from 0.
    pub async fn load(attempt: u32) -> Option<Self> {
        let script = Location::Check.import(attempt).await.ok()?;
        Some(Self(script.unchecked_into()))
    }

    /// The current state.
    pub fn progress(&self) -> Progress {
        let checker = self.0.checker();
        Progress {
            round: checker.round(),
            total: checker.total(),
            done: checker.done(),
            is_busy: checker.is_busy(),
            is_cancelled: checker.is_cancelled(),
            problems: checker.problems(),
            metadata: checker.metadata(),
        }
    }

    /// The results since the last call. One that cannot be decoded, as when the page and its
    /// worker are of different builds, says so.
    pub fn take(&self) -> Vec<SourceReport> {
        let results = self.0.checker().take();
        let decode = |bytes: &Uint8Array| {
            postcard::from_bytes(&bytes.to_vec()).unwrap_or_else(|_| {
                let message = "the result cannot be read; reload the page";
                SourceReport::unread("A file".to_owned(), message.to_owned())
            })
        };
        results.iter().map(decode).collect()
    }

    /// Checks a text beside the check of the reader; `None` if that fails.
    pub async fn look(&self, text: &str) -> Option<SourceReport> {
        let report = self.0.checker().look(text).await.ok()?;
        let bytes = report.dyn_into::<Uint8Array>().ok()?;
        postcard::from_bytes(&bytes.to_vec()).ok()
    }

    /// Begins a new check of a text.
    pub fn check_text(&self, name: &str, text: &str) {
        self.0.checker().text(name, text);
    }

    /// Shows results that were found elsewhere, as if they were of a check.
    pub fn show(&self, sources: &[SourceReport]) {
        let encoded = sources.iter().filter_map(|source| {
            let bytes = postcard::to_allocvec(source).ok()?;
            Some(Uint8Array::from(&*bytes))
        });
        self.0.checker().show(encoded.collect());
    }

    /// Begins a new check of the files chosen in the field that the event comes from.
    pub fn check_chosen(&self, event: &Event) {
        if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
            self.0.choose(&field);
        }
    }

    /// Ends the check; what has been found stays.
    pub fn cancel(&self) {
        self.0.checker().cancel();
    }

    /// Calls back after each change until the listener is dropped.
    pub fn on_change(&self, callback: impl Fn() + 'static) -> EventListener {
        EventListener::new(&self.0.checker(), "change", move |_| callback())
    }
}
