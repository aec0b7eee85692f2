//! Debounces changes until the reader pauses. The entry point is [`use_debounced`].

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// The length of a pause, in milliseconds: two frames, so that typed characters are painted
/// first.
const PAUSE: u32 = 32;

/// Debounces a value: returns it as it was when the reader last paused, or the current one if
/// the change since then may not wait.
#[hook]
pub fn use_debounced<T: Clone + PartialEq + 'static>(value: &T, may_wait: fn(&T, &T) -> bool) -> T {
    let debounced = use_mut_ref(|| value.clone());
    let redraw = use_force_update();
    let waits = *debounced.borrow() != *value && may_wait(&debounced.borrow(), value);
    if !waits {
        debounced.replace(value.clone());
    }
    {
        let debounced = debounced.clone();
        use_effect_with((value.clone(), waits), move |(value, waits)| {
            let value = value.clone();
            let pause = waits.then(|| {
                Timeout::new(PAUSE, move || {
                    debounced.replace(value);
                    redraw.force_update();
                })
            });
            move || drop(pause)
        });
    }
    let debounced = debounced.borrow();
    debounced.clone()
}
