//! The fields of a component.

use gloo::utils::document;
use js_sys::Reflect;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::{Event, NodeRef, TargetCast};

/// Clicks an element of this component.
pub fn click(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        element.click();
    }
}

/// The value of a field of this component.
pub fn value(node: &NodeRef) -> String {
    let area = || node.cast::<HtmlTextAreaElement>();
    let input = node.cast::<HtmlInputElement>().map(|input| input.value());
    input
        .or_else(|| area().map(|area| area.value()))
        .unwrap_or_default()
}

/// Empties a field of this component.
pub fn clear(node: &NodeRef) {
    if let Some(input) = node.cast::<HtmlInputElement>() {
        input.set_value("");
    } else if let Some(area) = node.cast::<HtmlTextAreaElement>() {
        area.set_value("");
    }
}

/// Whether the checkbox that an event comes from is ticked.
pub fn is_ticked(event: &Event) -> bool {
    let input = event.target_dyn_into::<HtmlInputElement>();
    input.is_some_and(|input| input.checked())
}

/// Whether the browser supports choosing folders.
pub fn can_choose_folders() -> bool {
    let field = document().create_element("input").ok();
    field.is_some_and(|field| Reflect::has(&field, &"webkitdirectory".into()).unwrap_or(false))
}
