//! Printing the page.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;

/// Prints the page once the current state is drawn. Does nothing where printing is not
/// allowed, as in a frame.
pub fn print() {
    Timeout::new(0, || {
        let _ = window().print();
    })
    .forget();
}

/// Calls back before the page is printed, whether through the page or the browser.
pub fn before_print(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "beforeprint", move |_| callback())
}
