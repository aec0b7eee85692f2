//! Browsers that one test hands to the next, as starting one takes longer than most
//! tests. [`Lease`] is the entry point.
//!
//! What a page keeps belongs to its origin, and each [`Site`](crate::Site) has an origin
//! that no other of the same program has had. All else is reset by
//! [`Browser::reset`] before another test gets the browser.

use std::ops::Deref;
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::browser::Browser;

/// The browsers that no test has now. There are never more than tests that run at once.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// A browser for one test.
pub(crate) struct Lease {
    /// There until this is dropped.
    browser: Option<Browser>,
    /// The address of the site that the test opens.
    site: String,
    is_shared: bool,
}

impl Lease {
    /// A browser that tests may have had before, and others will have.
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

    /// A browser that nobody has had before, and nobody will have.
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
    /// Keeps the browser for another test, unless this one has failed: who knows what
    /// state it has left the browser in.
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
