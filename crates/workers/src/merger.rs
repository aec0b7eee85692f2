//! The worker that parses own documents and merges them with the bundle. The entry point
//! is [`serve`]; `assets/own/worker.ts` is the page's side.
//!
//! Each message is an array that begins with the name of a command. Messages are answered
//! in order, each with one message:
//!
//! | message | answer |
//! |---|---|
//! | `["base", bytes]`: the part `base.bin` | `[]` |
//! | `["read", name, bytes]`: adds a file or replaces the one of this name | `[]` |
//! | `["forget", name]`: removes a file | `[]` |
//! | `["merge"]` | `[parts, documents, number of features left out]` |
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

/// Why a command fails.
#[derive(Debug, thiserror::Error)]
enum MergerError {
    #[error("the page and its worker do not match; reload the page")]
    InvalidMessage,
    #[error("the explorer's documents have not been loaded; reload the page")]
    NoBase,
    #[error(transparent)]
    Base(#[from] BundleError),
    #[error(transparent)]
    Document(#[from] DocumentError),
    #[error(transparent)]
    Parts(#[from] EncodeError),
}

/// Answers messages for the lifetime of the worker.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let merger = RefCell::new(Merger::default());
    let respond = {
        let scope = scope.clone();
        move |event: &web_sys::Event| {
            let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            let message = data.and_then(|data| data.dyn_into::<Array>().ok());
            let outcome = merger.borrow_mut().execute(&message.unwrap_or_default());
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

/// The documents that the worker has received.
#[derive(Default)]
struct Merger {
    /// The base and the documents of the bundle.
    base: Option<(Base, Vec<NamedDocument>)>,
    own: Vec<OwnFile>,
}

struct OwnFile {
    name: String,
    document: NamedDocument,
}

impl Merger {
    fn execute(&mut self, message: &Array) -> Result<Array, MergerError> {
        let command = message.get(0).as_string().unwrap_or_default();
        let name = message.get(1).as_string();
        match (command.as_str(), name) {
            ("base", None) => {
                let base = bundle::read(&bundle::base(), &bytes(&message.get(1))?)?;
                let documents = base.documents()?;
                self.base = Some((base, documents));
            }
            ("read", Some(name)) => self.add(name, &bytes(&message.get(2))?)?,
            ("forget", Some(name)) => self.own.retain(|file| file.name != name),
            ("merge", None) => return self.merge(),
            _ => return Err(MergerError::InvalidMessage),
        }
        Ok(Array::new())
    }

    fn add(&mut self, name: String, bytes: &[u8]) -> Result<(), MergerError> {
        self.own.retain(|file| file.name != name);
        let is_taken = |slug: &str| self.own.iter().any(|file| file.document.slug == slug);
        let document = own::read(own::slug_of(&name, is_taken), bytes)?;
        self.own.push(OwnFile { name, document });
        Ok(())
    }

    fn merge(&self) -> Result<Array, MergerError> {
        let (base, shipped) = self.base.as_ref().ok_or(MergerError::NoBase)?;
        let own: Vec<NamedDocument> = self.own.iter().map(|file| file.document.clone()).collect();
        let Merged { library, left_out } = base.merge(shipped, &own);
        let parts = Array::new();
        for file in bundle::write(&library)? {
            let bytes = Uint8Array::from(file.bytes.as_slice());
            parts.push(&Array::of2(&JsValue::from_str(&file.path), &bytes));
        }
        let documents = Array::new();
        for file in &self.own {
            let slug = &file.document.slug;
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

fn bytes(value: &JsValue) -> Result<Vec<u8>, MergerError> {
    let bytes = value.dyn_ref::<Uint8Array>();
    let bytes = bytes.ok_or(MergerError::InvalidMessage)?;
    Ok(bytes.to_vec())
}
