//! The worker that reads the reader's own documents and merges them with the
//! bundle's. The entry point is [`serve`]; `assets/own/worker.ts` is the
//! page's side.
//!
//! Every message is an array that begins with a word, and every one gets one
//! answer, in their order:
//!
//! | message | answer |
//! |---|---|
//! | `["base", bytes]`: the part `base.bin` | `[]` |
//! | `["read", name, bytes]`: a file, in place of one of the same name | `[]` |
//! | `["forget", name]` | `[]` |
//! | `["merge"]` | `[parts, documents, features left out]` |
//!
//! where a part is `[path, bytes]` and a document `[name, slug, title, number
//! of features, [[line, diagnostic], …]]`. What cannot be done is answered with a
//! string that says why.

use catalogue::bundle::{self, BundleError, EncodeError};
use catalogue::own::{self, Base, Merged};
use catalogue::{DocumentEntry, NamedDocument};
use document::{Diagnostic, DocumentError};
use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Why a message cannot be answered as it asks.
#[derive(Debug, thiserror::Error)]
enum ReaderError {
    #[error("the message makes no sense; reload the page")]
    Unknown,
    #[error("the documents of the explorer have not been loaded; reload the page")]
    NoBase,
    #[error(transparent)]
    Base(#[from] BundleError),
    #[error(transparent)]
    Document(#[from] DocumentError),
    #[error(transparent)]
    Parts(#[from] EncodeError),
}

/// Answers every message, for as long as the worker lives.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let desk = RefCell::new(Desk::default());
    let respond = {
        let scope = scope.clone();
        move |event: &web_sys::Event| {
            let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            let message = data.and_then(|data| data.dyn_into::<Array>().ok());
            let outcome = desk.borrow_mut().answer(&message.unwrap_or_default());
            let answer = outcome.map_or_else(
                |error| JsValue::from_str(&error.to_string()),
                |answer| answer.into(),
            );
            let _ = scope.post_message(&answer);
        }
    };
    EventListener::new(&scope, "message", respond).forget();
    // The first message says that the worker is ready.
    let _ = scope.post_message(&JsValue::NULL);
}

/// What the worker has been given so far.
#[derive(Default)]
struct Desk {
    base: Option<(Base, Vec<NamedDocument>)>,
    own: Vec<OwnFile>,
}

struct OwnFile {
    name: String,
    read: NamedDocument,
}

impl Desk {
    fn answer(&mut self, message: &Array) -> Result<Array, ReaderError> {
        let word = message.get(0).as_string().unwrap_or_default();
        let text = message.get(1).as_string();
        match (word.as_str(), text) {
            ("base", None) => {
                let base = bundle::read(&bundle::base(), &bytes(&message.get(1))?)?;
                let documents = base.documents()?;
                self.base = Some((base, documents));
            }
            ("read", Some(name)) => self.read(name, &bytes(&message.get(2))?)?,
            ("forget", Some(name)) => self.own.retain(|file| file.name != name),
            ("merge", None) => return self.merge(),
            _ => return Err(ReaderError::Unknown),
        }
        Ok(Array::new())
    }

    fn read(&mut self, name: String, bytes: &[u8]) -> Result<(), ReaderError> {
        self.own.retain(|file| file.name != name);
        let taken = |slug: &str| self.own.iter().any(|file| file.read.slug == slug);
        let read = own::read(own::slug_of(&name, taken), bytes)?;
        self.own.push(OwnFile { name, read });
        Ok(())
    }

    fn merge(&self) -> Result<Array, ReaderError> {
        let (base, shipped) = self.base.as_ref().ok_or(ReaderError::NoBase)?;
        let own: Vec<NamedDocument> = self.own.iter().map(|file| file.read.clone()).collect();
        let Merged { library, left_out } = base.merge(shipped, &own);
        let parts = Array::new();
        for file in bundle::write(&library)? {
            let bytes = Uint8Array::from(file.bytes.as_slice());
            parts.push(&Array::of2(&JsValue::from_str(&file.path), &bytes));
        }
        let documents = Array::new();
        for file in &self.own {
            let slug = &file.read.slug;
            let mut texts = library.document_texts.iter();
            let text = texts.find(|text| text.slug == *slug);
            let diagnostics = text.map(|text| text.diagnostics.as_slice());
            if let Some(entry) = library.catalogue.document(slug) {
                documents.push(&listed(&file.name, entry, diagnostics.unwrap_or_default()));
            }
        }
        Ok(Array::of3(
            &parts,
            &documents,
            &JsValue::from_f64(left_out as f64),
        ))
    }
}

/// A document as the page lists it.
fn listed(name: &str, entry: &DocumentEntry, diagnostics: &[Diagnostic]) -> Array {
    let lines = diagnostics.iter().map(|diagnostic| {
        let line = JsValue::from_f64(f64::from(diagnostic.line));
        Array::of2(&line, &JsValue::from_str(&diagnostic.text()))
    });
    Array::of5(
        &JsValue::from_str(name),
        &JsValue::from_str(&entry.slug),
        &JsValue::from_str(&entry.title),
        &JsValue::from_f64(entry.features.len() as f64),
        &lines.collect::<Array>(),
    )
}

fn bytes(value: &JsValue) -> Result<Vec<u8>, ReaderError> {
    let bytes = value.dyn_ref::<Uint8Array>().ok_or(ReaderError::Unknown)?;
    Ok(bytes.to_vec())
}
