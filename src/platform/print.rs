//! Printing the page.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;

/// Prints the page once it has been drawn as it is now. A browser that does
/// not print, as a frame's, does nothing.
pub fn print() {
    Timeout::new(0, || {
        let _ = window().print();
    })
    .forget();
}

/// Calls back before the page is printed, however the reader asked for it.
pub fn before_print(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "beforeprint", move |_| callback())
}
