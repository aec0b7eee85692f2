//! Elements and events: the values of fields, the focus, scrolling, dialogs, the page's
//! title, and keys.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::{Event, InputEvent, MouseEvent, NodeRef, TargetCast};

/// The text of the field that an event comes from.
pub fn typed(event: &InputEvent) -> String {
    if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
        return input.value();
    }
    event
        .target_dyn_into::<HtmlTextAreaElement>()
        .map(|area| area.value())
        .unwrap_or_default()
}

/// The text of the field that an event comes from, and the position of the cursor in bytes.
pub fn typed_at(event: &InputEvent) -> (String, usize) {
    let text = typed(event);
    let field = event.target_dyn_into::<HtmlInputElement>();
    let units = field.and_then(|field| field.selection_end().ok().flatten());
    let mut left = units.map_or(usize::MAX, |units| units as usize);
    // Browsers count in UTF-16 code units.
    let cursor = text.chars().take_while(|c| {
        let before = left > 0;
        left = left.saturating_sub(c.len_utf16());
        before
    });
    let cursor = cursor.map(char::len_utf8).sum();
    (text, cursor)
}

/// The value of the field that an event comes from.
pub fn entered(event: &Event) -> String {
    event
        .target_dyn_into::<HtmlInputElement>()
        .map(|input| input.value())
        .unwrap_or_default()
}

/// The values of the ticked checkboxes in the group that an event comes from.
pub fn ticked(event: &Event) -> Vec<String> {
    let target = event.target_dyn_into::<Element>();
    let group = target.and_then(|target| target.closest("fieldset").ok().flatten());
    let Some(boxes) = group.and_then(|group| group.query_selector_all(":checked").ok()) else {
        return Vec::new();
    };
    let nodes = (0..boxes.length()).filter_map(|index| boxes.item(index));
    let ticked = nodes.filter_map(|node| node.dyn_into::<HtmlInputElement>().ok());
    ticked.map(|ticked| ticked.value()).collect()
}

/// Empties the field that an event comes from.
pub fn empty(event: &Event) {
    if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
        input.set_value("");
    }
}

/// The chosen value of the `select` that an event comes from.
pub fn chosen(event: &Event) -> String {
    event
        .target_dyn_into::<HtmlSelectElement>()
        .map(|select| select.value())
        .unwrap_or_default()
}

/// Moves the focus to an element of this component.
pub fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Whether a text field has the focus, which only the reader may move then.
pub fn is_reader_typing() -> bool {
    document()
        .active_element()
        .is_some_and(|element| takes_text(&element))
}

/// Whether every character typed into an element is text.
fn takes_text(element: &Element) -> bool {
    let tag = element.tag_name();
    let input = element.dyn_ref::<HtmlInputElement>();
    let html = element.dyn_ref::<HtmlElement>();
    matches!(tag.as_str(), "TEXTAREA" | "SELECT" | "CODE-EDITOR")
        || html.is_some_and(HtmlElement::is_content_editable)
        || input.is_some_and(|input| !matches!(input.type_().as_str(), "checkbox" | "radio"))
}

/// Removes the focus from the element with an id, if it has it.
pub fn blur_id(id: &str) {
    let active = document().active_element();
    let element = active.filter(|element| element.id() == id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// Moves the focus to the element with an id. Returns whether there is one.
pub fn focus_id(id: &str) -> bool {
    let element = document().get_element_by_id(id);
    element
        .and_then(|element| element.dyn_into::<HtmlElement>().ok())
        .is_some_and(|element| element.focus().is_ok())
}

/// Closes the details element around the button that was pressed, and moves the focus to the
/// element with an id.
pub fn close_around(event: &MouseEvent, id: &str) {
    let pressed = event.target_dyn_into::<Element>();
    let around = pressed.and_then(|button| button.closest("details").ok().flatten());
    if let Some(details) = around {
        let _ = details.remove_attribute("open");
        focus_id(id);
    }
}

/// Scrolls just far enough for an element to be seen or, if `at_top`, until it is at the top of
/// the viewport. Returns whether the element moved.
fn reveal(id: &str, at_top: bool) -> bool {
    let Some(element) = document().get_element_by_id(id) else {
        return false;
    };
    let before = element.get_bounding_client_rect().top();
    let options = ScrollIntoViewOptions::new();
    options.set_block(if at_top {
        ScrollLogicalPosition::Start
    } else {
        ScrollLogicalPosition::Nearest
    });
    element.scroll_into_view_with_scroll_into_view_options(&options);
    element.get_bounding_client_rect().top() != before
}

/// How long to wait before checking again whether an element is in the viewport, in
/// milliseconds.
const AGAIN: u32 = 50;

/// The number of consecutive checks after which the element stays there.
const STEADY: u32 = 4;

/// The most checks, in case the list never stops moving.
const MOST: u32 = 40;

/// The pending check, which is cancelled when this is dropped.
pub type Look = Rc<RefCell<Option<Timeout>>>;

/// Scrolls until an element is in the viewport, or at its top, and stays there. Rows above it get their
/// actual heights when scrolling renders them, which moves the element again.
pub fn bring_into_viewport(id: String, at_top: bool) -> Look {
    let look = Look::default();
    reveal(&id, at_top);
    look_again(id, at_top, look.clone(), 0, 0);
    look
}

fn look_again(id: String, at_top: bool, look: Look, steady: u32, times: u32) {
    let next = look.clone();
    let timeout = Timeout::new(AGAIN, move || {
        let steady = if reveal(&id, at_top) { 0 } else { steady + 1 };
        if steady < STEADY && times < MOST {
            look_again(id, at_top, next, steady, times + 1);
        }
    });
    look.replace(Some(timeout));
}

/// Scrolls an element to the top of the viewport.
pub fn scroll_to(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
    }
}

/// Scrolls to the top of the page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Moves the focus to the next or previous element that matches a CSS selector. Returns
/// whether there is one. If none has the focus, the next is the first.
pub fn focus_neighbour(selector: &str, forwards: bool) -> bool {
    let Ok(nodes) = document().query_selector_all(selector) else {
        return false;
    };
    let elements: Vec<HtmlElement> = (0..nodes.length())
        .filter_map(|index| nodes.item(index)?.dyn_into().ok())
        .collect();
    let active = document().active_element();
    let present = elements
        .iter()
        .position(|element| active.as_ref() == Some(element.unchecked_ref::<Element>()));
    let wanted = match (present, forwards) {
        (Some(index), true) => index.checked_add(1),
        (Some(index), false) => index.checked_sub(1),
        (None, true) => Some(0),
        (None, false) => None,
    };
    match wanted.and_then(|index| elements.get(index)) {
        Some(element) => element.focus().is_ok(),
        None => false,
    }
}

/// The id of an event's target, if it has one.
pub fn id_of(event: &Event) -> Option<String> {
    let element = event.target_dyn_into::<Element>()?;
    Some(element.id()).filter(|id| !id.is_empty())
}

/// Moves the focus among the controls of a list: with the arrow keys to the neighbours, with
/// Home and End to the ends.
pub fn move_within(event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        return;
    }
    let list = event.target_dyn_into::<Element>();
    let list = list.and_then(|element| element.closest("ul").ok().flatten());
    let nodes = list.and_then(|list| list.query_selector_all("input, button").ok());
    let controls: Vec<HtmlElement> = nodes
        .iter()
        .flat_map(|nodes| (0..nodes.length()).filter_map(|index| nodes.item(index)))
        .filter_map(|node| node.dyn_into().ok())
        .collect();
    let target = event.target_dyn_into::<HtmlElement>();
    let Some(present) = controls.iter().position(|one| target.as_ref() == Some(one)) else {
        return;
    };
    let wanted = match event.key().as_str() {
        "ArrowDown" | "ArrowRight" => Some(present + 1),
        "ArrowUp" | "ArrowLeft" => present.checked_sub(1),
        "Home" => Some(0),
        "End" => controls.len().checked_sub(1),
        _ => return,
    };
    // Keep the page from scrolling.
    event.prevent_default();
    if let Some(control) = wanted.and_then(|index| controls.get(index)) {
        let _ = control.focus();
    }
}

/// Sets the title of the page in the browser's tab and history.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Opens a modal dialog, scrolled to its top. The element with `tabindex="-1"` gets the focus.
pub fn open_dialog(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>() {
        let _ = dialog.show_modal();
        // By default, the browser focuses the first control, which may be below the
        // viewport.
        if let Ok(Some(title)) = dialog.query_selector("[tabindex='-1']")
            && let Some(title) = title.dyn_ref::<HtmlElement>()
        {
            let _ = title.focus();
        }
        dialog.set_scroll_top(0);
    }
}

/// Whether a dialog is open.
pub fn is_dialog_open() -> bool {
    let dialog = document().query_selector("dialog[open]");
    dialog.is_ok_and(|dialog| dialog.is_some())
}

/// Closes a dialog.
pub fn close_dialog(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}

/// Selects the content of an element of this component.
pub fn select_all(node: &NodeRef) {
    let selection = window().get_selection().ok().flatten();
    if let (Some(selection), Some(node)) = (selection, node.get()) {
        let _ = selection.select_all_children(&node);
    }
}

/// Whether the `details` that an event comes from is open.
pub fn is_open(event: &Event) -> bool {
    let details = event.target_dyn_into::<Element>();
    details.is_some_and(|details| details.has_attribute("open"))
}

/// Whether an element of this component, rather than one inside it, has the focus.
pub fn has_focus(node: &NodeRef) -> bool {
    let element = node.cast::<Element>();
    element.is_some() && element == document().active_element()
}

/// Whether nothing on the page has the focus, as when the focused element was removed.
pub fn is_focus_lost() -> bool {
    let active = document().active_element();
    active.is_none_or(|element| element.tag_name() == "BODY")
}

/// The body of the page.
pub fn body() -> Option<Element> {
    document().body().map(Element::from)
}

/// The element with an id.
pub fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// A key pressed anywhere on the page.
pub struct Key {
    event: KeyboardEvent,
}

impl Key {
    /// The name of the key, such as `/` or `Escape`.
    pub fn name(&self) -> String {
        self.event.key()
    }

    /// Whether it was pressed in a text field.
    pub fn is_typing(&self) -> bool {
        let target = self.event.target();
        let element = target.and_then(|target| target.dyn_into::<Element>().ok());
        element.is_some_and(|element| takes_text(&element))
    }

    /// Whether a modifier makes it a command of the browser.
    pub fn is_command(&self) -> bool {
        self.event.ctrl_key() || self.event.meta_key() || self.event.alt_key()
    }

    /// Whether it runs code: Ctrl+Enter or ⌘+Enter.
    pub fn is_run(&self) -> bool {
        self.event.key() == "Enter" && (self.event.ctrl_key() || self.event.meta_key())
    }

    /// Whether another handler has handled it already.
    pub fn is_used(&self) -> bool {
        self.event.default_prevented()
    }

    /// Whether the element in which it was pressed matches a CSS selector.
    pub fn comes_from(&self, selector: &str) -> bool {
        let target = self.event.target();
        let element = target.and_then(|target| target.dyn_into::<Element>().ok());
        element.is_some_and(|element| element.matches(selector).unwrap_or(false))
    }

    /// Keeps the browser from handling it.
    pub fn take(&self) {
        self.event.prevent_default();
    }
}

/// Calls back with the view whenever a button with `data-view` is pressed.
pub fn on_view(callback: impl Fn(String) + 'static) -> EventListener {
    EventListener::new(&document(), "click", move |event| {
        let element = event.target_dyn_into::<Element>();
        let button = element.and_then(|element| element.closest("button[data-view]").ok()?);
        if let Some(view) = button.and_then(|button| button.get_attribute("data-view")) {
            callback(view);
        }
    })
}

/// Calls back whenever a key is pressed on the page.
pub fn on_key(callback: impl Fn(Key) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            let event = event.clone();
            callback(Key { event });
        }
    })
}
