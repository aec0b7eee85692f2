//! A pool of browsers, because starting one takes longer than most tests.
//! [`Lease`] is the entry point.
//!
//! Storage belongs to an origin, and each [`Site`](crate::Site) has an origin
//! that is unique in the test program. [`Browser::reset`] resets everything
//! else before the next test.

use std::ops::Deref;
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::browser::Browser;

/// The idle browsers; at most as many as tests that run at once.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// A browser for one test.
pub(crate) struct Lease {
    /// `Some` until this is dropped.
    browser: Option<Browser>,
    /// The address of the site under test.
    site: String,
    is_shared: bool,
}

impl Lease {
    /// A browser that is shared with earlier and later tests.
    #[track_caller]
    pub(crate) fn shared(site: String) -> Self {
        let idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let browser = idle.filter(Browser::answers);
        Self {
            browser: Some(browser.unwrap_or_else(Browser::start)),
            site,
            is_shared: true,
        }
    }

    /// A new browser that is not shared.
    #[track_caller]
    pub(crate) fn own(site: String) -> Self {
        Self {
            browser: Some(Browser::start()),
            site,
            is_shared: false,
        }
    }
}

impl Deref for Lease {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        self.browser
            .as_ref()
            .expect("it is there until this is dropped")
    }
}

impl Drop for Lease {
    /// Returns the browser to the pool, unless the test has failed: then its
    /// state is unknown.
    fn drop(&mut self) {
        let Some(browser) = self.browser.take() else {
            return;
        };
        if self.is_shared && !thread::panicking() && browser.reset(&self.site).is_ok() {
            IDLE.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(browser);
        }
    }
}
