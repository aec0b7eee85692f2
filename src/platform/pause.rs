//! What may wait until the reader pauses. The entry point is [`use_settled`].

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long a pause is, in milliseconds: two frames, so that what was typed has
/// been painted.
const PAUSE: u32 = 32;

/// A value as it was when the reader last paused, or as it is where the change
/// since is none that may wait.
#[hook]
pub fn use_settled<T: Clone + PartialEq + 'static>(value: &T, may_wait: fn(&T, &T) -> bool) -> T {
    let settled = use_mut_ref(|| value.clone());
    let redraw = use_force_update();
    let waits = *settled.borrow() != *value && may_wait(&settled.borrow(), value);
    if !waits {
        settled.replace(value.clone());
    }
    {
        let settled = settled.clone();
        use_effect_with((value.clone(), waits), move |(value, waits)| {
            let value = value.clone();
            let pause = waits.then(|| {
                Timeout::new(PAUSE, move || {
                    settled.replace(value);
                    redraw.force_update();
                })
            });
            move || drop(pause)
        });
    }
    let settled = settled.borrow();
    settled.clone()
}
