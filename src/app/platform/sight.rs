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
    heights: Rc<RefCell<Vec<u32>>>,
}

impl Sight {
    /// How high a piece was when it was last there, in pixels.
    pub fn height(&self, piece: usize) -> Option<u32> {
        self.heights.borrow().get(piece).copied()
    }
}

/// Follows the window over the elements that a selector finds, in their order.
/// What `list` holds tells one list from another; heights are kept for one.
#[hook]
pub fn use_sight<T: PartialEq + 'static>(selector: &'static str, list: T) -> Sight {
    let near = use_state_eq(|| FIRST);
    let heights = use_mut_ref(Vec::new);
    {
        let (near, heights) = (near.setter(), heights.clone());
        let look = Rc::new(move || {
            let seen = look(selector);
            near.set(seen.near);
            *heights.borrow_mut() = seen.heights;
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
        heights,
    }
}

struct Seen {
    near: Range<usize>,
    heights: Vec<u32>,
}

fn look(selector: &str) -> Seen {
    let mut seen = Seen {
        near: FIRST,
        heights: Vec::new(),
    };
    let screen = window().inner_height().ok();
    let screen = screen.and_then(|height| height.as_f64()).unwrap_or(1000.0);
    let Ok(nodes) = document().query_selector_all(selector) else {
        return seen;
    };
    let mut first = None;
    for index in 0..nodes.length() {
        let node = nodes.item(index);
        let Some(element) = node.and_then(|node| node.dyn_into::<Element>().ok()) else {
            continue;
        };
        let place = element.get_bounding_client_rect();
        seen.heights.push(place.height() as u32);
        if place.bottom() > -screen && place.top() < 2.0 * screen {
            let index = index as usize;
            seen.near = *first.get_or_insert(index)..index + 1;
        }
    }
    seen
}
