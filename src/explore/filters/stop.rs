//! A list of controls as a single Tab stop (a "roving tabindex"), with the arrow keys moving
//! between them. The entry point is [`use_stop`].

use crate::platform::dom;
use yew::prelude::*;

/// The control that is the Tab stop, and the event handlers of the list.
pub(crate) struct Stop {
    id: Option<String>,
    /// For the list's `onfocusin`.
    pub onfocusin: Callback<FocusEvent>,
    /// For the list's `onkeydown`.
    pub onkeydown: Callback<KeyboardEvent>,
}

impl Stop {
    /// The `tabindex` of the control with an id.
    pub(crate) fn tabindex(&self, id: &str) -> &'static str {
        if self.id.as_deref() == Some(id) {
            "0"
        } else {
            "-1"
        }
    }
}

/// Determines the Tab stop: the control that had the focus last, else the first chosen one,
/// else the first one. `controls` are pairs of an id and whether the control is chosen.
#[hook]
pub fn use_stop<'a>(controls: impl Iterator<Item = (&'a str, bool)> + Clone) -> Stop {
    let last = use_state_eq(|| None::<String>);
    let was_last = |id: &str| last.as_deref() == Some(id);
    let stop = controls
        .clone()
        .find(|(id, _)| was_last(id))
        .or_else(|| controls.clone().find(|(_, is_chosen)| *is_chosen))
        .or_else(|| controls.clone().next());
    let id = stop.map(|(id, _)| id.to_owned());
    let onfocusin = {
        let last = last.setter();
        Callback::from(move |event: FocusEvent| last.set(dom::id_of(&event)))
    };
    Stop {
        id,
        onfocusin,
        onkeydown: Callback::from(|event: KeyboardEvent| dom::move_within(&event)),
    }
}
