//! The editor that is loaded when a reader first edits: the element
//! `<code-editor>` of `assets/editor`. The entry points are [`load`] and
//! [`CodeEditor::begin`].

use super::parts::Location;
use crate::python::Span;
use gloo::events::EventListener;
use gloo::utils::{document, window};
use js_sys::Array;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlScriptElement, HtmlTextAreaElement};
use yew::NodeRef;

/// The editor is not there; the plain field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EditorError {
    #[error("the full editor could not be loaded, so this is a plain field")]
    Unreachable,
    #[error("the full editor arrived damaged, so this is a plain field")]
    Unreadable,
}

/// How grave a [`Mark`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    Error,
    Warning,
}

/// A finding to show in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub span: Span,
    pub severity: Severity,
    pub message: String,
}

/// Where a reader is in a plain field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Selection {
    /// Both ends in units of UTF-16, as browsers count.
    from: u32,
    to: u32,
    /// Whether the focus is on the field or what belongs to it.
    has_focus: bool,
}

const ELEMENT: &str = "code-editor";

/// Whether the element is known, so that there is nothing left to load.
pub fn is_loaded() -> bool {
    !window().custom_elements().get(ELEMENT).is_undefined()
}

/// Loads the editor's script and calls back once. The listeners end when what
/// is returned is dropped.
pub fn load(
    done: impl Fn(Result<(), EditorError>) + 'static,
) -> Result<[EventListener; 2], EditorError> {
    let script = document()
        .create_element("script")
        .ok()
        .and_then(|element| element.dyn_into::<HtmlScriptElement>().ok())
        .ok_or(EditorError::Unreachable)?;
    script.set_src(&Location::Editor.url());
    let done = Rc::new(done);
    let loaded = {
        let done = done.clone();
        // A script that ends with an error has been loaded all the same.
        EventListener::once(&script, "load", move |_| {
            done(is_loaded().then_some(()).ok_or(EditorError::Unreadable));
        })
    };
    let failed = EventListener::once(&script, "error", move |_| {
        done(Err(EditorError::Unreachable));
    });
    let head = document().head().ok_or(EditorError::Unreachable)?;
    head.append_child(&script)
        .map_err(|_| EditorError::Unreachable)?;
    Ok([loaded, failed])
}

/// What is selected in a plain field. What belongs to the field is the element
/// that `surroundings` finds among those around it.
pub fn selection(field: &NodeRef, surroundings: &str) -> Selection {
    let Some(area) = field.cast::<HtmlTextAreaElement>() else {
        return Selection::default();
    };
    let place = |place: Result<Option<u32>, JsValue>| place.ok().flatten().unwrap_or_default();
    let around = area.closest(surroundings).ok().flatten();
    let active = document().active_element();
    Selection {
        from: place(area.selection_start()),
        to: place(area.selection_end()),
        has_focus: around.is_some_and(|around| around.contains(active.as_deref())),
    }
}

#[wasm_bindgen]
extern "C" {
    /// What `assets/editor/main.mjs` defines.
    #[derive(Clone)]
    #[wasm_bindgen(extends = HtmlElement, extends = Element)]
    type EditorElement;

    #[wasm_bindgen(method, getter)]
    fn value(this: &EditorElement) -> String;

    #[wasm_bindgen(method, setter)]
    fn set_value(this: &EditorElement, text: &str);

    #[wasm_bindgen(method)]
    fn begin(this: &EditorElement, text: &str, from: u32, to: u32);

    #[wasm_bindgen(method)]
    fn diagnose(this: &EditorElement, findings: &Array);
}

/// An editor on the page. It goes when this is dropped.
pub struct CodeEditor {
    element: EditorElement,
    _listener: EventListener,
}

impl CodeEditor {
    /// Puts an editor into a component's element and calls back with the whole
    /// text after every change of it. With `None`, where [`is_loaded`] does not
    /// hold, nothing happens.
    pub fn begin(
        host: &NodeRef,
        text: &str,
        selection: Selection,
        changed: impl Fn(String) + 'static,
    ) -> Option<Self> {
        let host = host.cast::<Element>()?;
        if !is_loaded() {
            return None;
        }
        let element: EditorElement = document().create_element(ELEMENT).ok()?.unchecked_into();
        host.append_child(&element).ok()?;
        element.begin(text, selection.from, selection.to);
        if selection.has_focus {
            let _ = element.focus();
        }
        let source = element.clone();
        let listener = EventListener::new(&element, "edit", move |_| changed(source.value()));
        Some(Self {
            element,
            _listener: listener,
        })
    }

    /// Replaces the text unless it is the same already.
    pub fn replace(&self, text: &str) {
        if self.element.value() != text {
            self.element.set_value(text);
        }
    }

    /// Shows these findings, and no others, under the text and beside it.
    pub fn mark(&self, marks: &[Mark]) {
        let findings: Array = marks.iter().map(finding).collect();
        self.element.diagnose(&findings);
    }
}

impl Drop for CodeEditor {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// A finding in the form that `assets/editor/diagnostics.mjs` reads.
fn finding(mark: &Mark) -> Array {
    let Span { start, end } = mark.span;
    let severity = match mark.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let places = [start.line, start.column, end.line, end.column];
    let words = [severity, mark.message.as_str()];
    let places = places.into_iter().map(JsValue::from);
    places.chain(words.map(JsValue::from_str)).collect()
}
