//! Finds the pieces of a long list that are near the viewport. The entry points are
//! [`use_viewport`] and, for the first render, [`use_stillness`].

use super::print;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// The pieces that are shown before the window is measured.
const FIRST: Range<usize> = 0..1;

/// Where the viewport is in a list: the pieces that have to be rendered, and the last known
/// height of each.
#[derive(Clone, PartialEq)]
pub struct Viewport {
    /// The pieces in the viewport, and one screen above and below it.
    pub near: Range<usize>,
    measured: Rc<RefCell<Measured>>,
}

/// The last measurements, in pixels.
#[derive(Clone, Default, PartialEq)]
struct Measured {
    /// The height of each piece.
    heights: Vec<u32>,
    /// The height of the window below the beginning of the list.
    screen: u32,
}

impl Viewport {
    /// The height of a piece when it was last rendered, in pixels.
    pub fn height(&self, piece: usize) -> Option<u32> {
        self.measured.borrow().heights.get(piece).copied()
    }

    /// The height of the window below the beginning of the list, in pixels; `None` if the
    /// beginning is far from the viewport or nothing was measured yet.
    pub fn of_beginning(&self) -> Option<u32> {
        let screen = self.measured.borrow().screen;
        (self.near.start == 0 && screen > 0).then_some(screen)
    }
}

/// Follows the viewport over the elements that match a selector. The heights are kept as long
/// as `list`, which identifies the list, does not change.
#[hook]
pub fn use_viewport<T: PartialEq + 'static>(selector: &'static str, list: T) -> Viewport {
    let near = use_state_eq(|| FIRST);
    let measured = use_mut_ref(Measured::default);
    {
        let (near, all, measured) = (near.setter(), near.setter(), measured.clone());
        let measure = Rc::new(move || {
            let (pieces, sizes) = measure(selector);
            near.set(pieces);
            measured.replace(sizes);
        });
        use_effect_with(list, move |_| {
            measure();
            let options = EventListenerOptions::run_in_capture_phase();
            // Measure once in the next frame, as measuring may fire these events again, and a
            // listener must not be called from itself.
            let next = Rc::new(Cell::new(None));
            // All of a list is printed.
            let whole = print::before_print(move || all.set(0..usize::MAX));
            let listeners = ["scroll", "resize", "afterprint"].map(|event| {
                let (measure, next) = (measure.clone(), next.clone());
                EventListener::new_with_options(&window(), event, options, move |_| {
                    let measure = measure.clone();
                    next.set(Some(request_animation_frame(move |_| measure())));
                })
            });
            move || drop((listeners, whole))
        });
    }
    Viewport {
        near: (*near).clone(),
        measured,
    }
}

/// The number of elements that match a selector and begin in the window, and the height of the
/// window in pixels; `None` unless the page is scrolled to its top.
pub fn first_screen(selector: &str) -> Option<(usize, u32)> {
    let scrolled = window().scroll_y().ok()?;
    let height = window().inner_height().ok()?.as_f64()?;
    let nodes = document().query_selector_all(selector).ok()?;
    let begins = |index: &u32| {
        let node = nodes.item(*index);
        let element = node.and_then(|node| node.dyn_into::<Element>().ok());
        element.is_some_and(|element| {
            let place = element.get_bounding_client_rect();
            // Hidden elements have no height.
            place.height() > 0.0 && place.top() < height
        })
    };
    let count = (0..nodes.length()).take_while(begins).count();
    (scrolled == 0.0).then_some((count, height as u32))
}

/// Whether to render only the part of the page in the viewport. This holds from the first
/// render until the reader does something, or until the awaited data has been rendered.
#[hook]
pub fn use_stillness(is_waiting: bool) -> bool {
    let still = use_state_eq(|| is_waiting);
    {
        let setter = still.setter();
        use_effect_with((is_waiting, *still), move |(is_waiting, is_still)| {
            let stir = move || setter.set(false);
            let next = (*is_still && !is_waiting).then(|| Timeout::new(0, stir.clone()));
            let listeners = is_still.then(|| {
                let options = EventListenerOptions::run_in_capture_phase();
                ["scroll", "keydown", "pointerdown", "resize"].map(|sign| {
                    let stir = stir.clone();
                    EventListener::new_with_options(&window(), sign, options, move |_| stir())
                })
            });
            move || drop((next, listeners))
        });
    }
    *still
}

/// The pieces near the viewport, and the heights of all.
fn measure(selector: &str) -> (Range<usize>, Measured) {
    let mut near = FIRST;
    let mut measured = Measured::default();
    let screen = window().inner_height().ok();
    let screen = screen.and_then(|height| height.as_f64()).unwrap_or(1000.0);
    let Ok(nodes) = document().query_selector_all(selector) else {
        return (near, measured);
    };
    let mut first = None;
    for index in 0..nodes.length() {
        let node = nodes.item(index);
        let Some(element) = node.and_then(|node| node.dyn_into::<Element>().ok()) else {
            continue;
        };
        let place = element.get_bounding_client_rect();
        measured.heights.push(place.height() as u32);
        if index == 0 {
            // The cast turns negative numbers into zero. `clamp` would add its panic message,
            // and with it the formatting of floats, to the page.
            // What comes before the list disappears with the first key.
            let top = place.top().min(screen / 4.0);
            measured.screen = (screen - top).min(2.0 * screen) as u32;
        }
        if place.bottom() > -screen && place.top() < 2.0 * screen {
            let index = index as usize;
            near = *first.get_or_insert(index)..index + 1;
        }
    }
    (near, measured)
}
