//! The reader's own documents. The entry point is [`Shelf::load`]; `assets/own` reads, merges
//! and keeps them.

use super::parts::Location;
use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlInputElement};
use yew::TargetCast;

#[wasm_bindgen]
extern "C" {
    /// The exports of `assets/own/main.ts`.
    #[derive(Clone, PartialEq)]
    type Script;

    #[wasm_bindgen(method, getter)]
    fn shelf(this: &Script) -> ScriptShelf;

    #[wasm_bindgen(method)]
    fn choose(this: &Script, field: &HtmlInputElement);

    #[wasm_bindgen(method)]
    fn save(this: &Script, name: &str);

    /// The shelf of `assets/own/shelf.ts`.
    #[wasm_bindgen(extends = web_sys::EventTarget)]
    type ScriptShelf;

    #[wasm_bindgen(method, getter)]
    fn documents(this: &ScriptShelf) -> Vec<ScriptDocument>;

    #[wasm_bindgen(method, getter)]
    fn notices(this: &ScriptShelf) -> Vec<String>;

    #[wasm_bindgen(method, getter, js_name = isBusy)]
    fn is_busy(this: &ScriptShelf) -> bool;

    #[wasm_bindgen(method, getter, js_name = isKeeping)]
    fn is_keeping(this: &ScriptShelf) -> bool;

    #[wasm_bindgen(method, getter)]
    fn space(this: &ScriptShelf) -> Option<Array>;

    #[wasm_bindgen(method)]
    fn paste(this: &ScriptShelf, text: &str, name: &str);

    #[wasm_bindgen(method)]
    fn remove(this: &ScriptShelf, name: &str);

    #[wasm_bindgen(method)]
    fn retry(this: &ScriptShelf);

    #[wasm_bindgen(method)]
    fn keep(this: &ScriptShelf, is_keeping: bool);

    /// A document of `assets/own/shelf.ts`.
    type ScriptDocument;

    #[wasm_bindgen(method, getter)]
    fn name(this: &ScriptDocument) -> String;

    #[wasm_bindgen(method, getter)]
    fn bytes(this: &ScriptDocument) -> Uint8Array;

    #[wasm_bindgen(method, getter)]
    fn slug(this: &ScriptDocument) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn title(this: &ScriptDocument) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn features(this: &ScriptDocument) -> Option<u32>;

    #[wasm_bindgen(method, getter)]
    fn warnings(this: &ScriptDocument) -> Option<Array>;

    #[wasm_bindgen(method, getter)]
    fn failure(this: &ScriptDocument) -> Option<String>;
}

/// The current state of the documents.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shelved {
    /// The documents, in the order in which they were added.
    pub documents: Vec<OwnDocument>,
    /// The notices for the reader, as sentences.
    pub notices: Vec<String>,
    /// Whether something is being read.
    pub is_busy: bool,
    /// Whether the documents are kept for the next visit.
    pub is_keeping: bool,
    /// While they are: the bytes that this site uses and those that are left, if the browser
    /// reports them.
    pub space: Option<(f64, f64)>,
}

/// A document of the reader.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OwnDocument {
    /// The file name.
    pub name: String,
    /// The size in bytes.
    pub size: u32,
    /// The slug and the title in the catalogue, once it has been read.
    pub read: Option<(String, String)>,
    /// The number of features that it states.
    pub features: u32,
    /// The warnings from reading it, each with a line and a message.
    pub warnings: Vec<(u32, String)>,
    /// Why it could not be read.
    pub failure: Option<String>,
}

/// An action on the documents.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// Adds the files chosen in the field that the event comes from.
    Choose(Event),
    /// Adds a text under a name or, if that is blank, under a name that is not taken.
    Paste(String, String),
    /// Downloads the document with this name, unchanged.
    Export(String),
    /// Removes the document with this name.
    Remove(String),
    /// Reads the documents again that could not be read.
    Retry,
    /// Sets whether the documents are kept on this device.
    Keep(bool),
}

/// The loaded script that holds the documents.
#[derive(Clone, PartialEq)]
pub struct Shelf(Script);

impl Shelf {
    /// Loads the script; `None` if it cannot be loaded, as the page works without it.
    pub async fn load() -> Option<Self> {
        let script = Location::Own.import(0).await.ok()?;
        Some(Self(script.unchecked_into()))
    }

    /// The current state of the documents.
    pub fn look(&self) -> Shelved {
        let shelf = self.0.shelf();
        Shelved {
            documents: shelf.documents().iter().map(own_document).collect(),
            notices: shelf.notices(),
            is_busy: shelf.is_busy(),
            is_keeping: shelf.is_keeping(),
            space: shelf
                .space()
                .and_then(|space| Some((space.get(0).as_f64()?, space.get(1).as_f64()?))),
        }
    }

    /// Calls back after every change, until the listener is dropped.
    pub fn on_change(&self, callback: impl Fn() + 'static) -> EventListener {
        EventListener::new(&self.0.shelf(), "change", move |_| callback())
    }

    /// Performs an action. Its outcome is reported as a change.
    pub fn act(&self, act: &Act) {
        let shelf = self.0.shelf();
        match act {
            Act::Choose(event) => {
                if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                    self.0.choose(&field);
                }
            }
            Act::Paste(text, name) => shelf.paste(text, name),
            Act::Export(name) => self.0.save(name),
            Act::Remove(name) => shelf.remove(name),
            Act::Retry => shelf.retry(),
            Act::Keep(is_keeping) => shelf.keep(*is_keeping),
        }
    }
}

fn own_document(given: &ScriptDocument) -> OwnDocument {
    let warnings = given.warnings().unwrap_or_default();
    OwnDocument {
        name: given.name(),
        size: given.bytes().length(),
        read: given
            .slug()
            .map(|slug| (slug, given.title().unwrap_or_default())),
        features: given.features().unwrap_or_default(),
        warnings: warnings.iter().filter_map(warning).collect(),
        failure: given.failure(),
    }
}

/// A line and a message.
fn warning(given: JsValue) -> Option<(u32, String)> {
    let pair = given.dyn_into::<Array>().ok()?;
    let line = pair.get(0).as_f64()?;
    Some((line as u32, pair.get(1).as_string()?))
}
