//! Which pieces of a long list are near what the reader sees. The entry point is
//! [`use_sight`].

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// The pieces that are shown before anything is known of the window.
const FIRST: Range<usize> = 0..2;

/// The pieces of a list that are to be there, and how high each was last.
#[derive(Clone, PartialEq)]
pub struct Sight {
    /// The pieces on the screen and one screen before and after it.
    pub near: Range<usize>,
    measured: Rc<RefCell<Measured>>,
}

/// What was measured when it was last looked, in pixels.
#[derive(Clone, Default, PartialEq)]
struct Measured {
    /// How high each piece is.
    heights: Vec<u32>,
    /// How much of the window is below the beginning of the list.
    screen: u32,
}

impl Sight {
    /// How high a piece was when it was last there, in pixels.
    pub fn height(&self, piece: usize) -> Option<u32> {
        self.measured.borrow().heights.get(piece).copied()
    }

    /// How much of the window is below the beginning of the list, in pixels;
    /// nothing where the reader is elsewhere or it is not known.
    pub fn of_beginning(&self) -> Option<u32> {
        let screen = self.measured.borrow().screen;
        (self.near.start == 0 && screen > 0).then_some(screen)
    }
}

/// Follows the window over the elements that a selector finds, in their order.
/// What `list` holds tells one list from another; heights are kept for one.
#[hook]
pub fn use_sight<T: PartialEq + 'static>(selector: &'static str, list: T) -> Sight {
    let near = use_state_eq(|| FIRST);
    let measured = use_mut_ref(Measured::default);
    {
        let (near, measured) = (near.setter(), measured.clone());
        let look = Rc::new(move || {
            let (seen, sizes) = look(selector);
            near.set(seen);
            measured.replace(sizes);
        });
        use_effect_with(list, move |_| {
            look();
            let options = EventListenerOptions::run_in_capture_phase();
            let listeners = ["scroll", "resize"].map(|event| {
                let look = look.clone();
                EventListener::new_with_options(&window(), event, options, move |_| look())
            });
            move || drop(listeners)
        });
    }
    Sight {
        near: (*near).clone(),
        measured,
    }
}

fn look(selector: &str) -> (Range<usize>, Measured) {
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
            // What is below zero becomes none; `clamp` would bring its message and
            // with it the printing of floats into the page.
            measured.screen = (screen - place.top()).min(2.0 * screen) as u32;
        }
        if place.bottom() > -screen && place.top() < 2.0 * screen {
            let index = index as usize;
            near = *first.get_or_insert(index)..index + 1;
        }
    }
    (near, measured)
}
