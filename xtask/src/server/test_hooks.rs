//! Hooks with which a test changes and observes the responses of a running server.
//! [`TestHooks`] is the entry point. By default they change nothing.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Changes to the responses of a server, and the requests for files that do not exist.
#[derive(Debug, Default)]
pub struct TestHooks {
    script: Mutex<String>,
    policy: Mutex<String>,
    not_found: Mutex<Vec<String>>,
    delay: Mutex<Duration>,
    /// The end of the paths that are held back.
    held: Mutex<Option<String>>,
    released: Condvar,
}

impl TestHooks {
    /// Inserts a script, JavaScript without tags, at the start of every page sent from now
    /// on. It comes before the page's own Content-Security-Policy, which therefore does not
    /// block it. Only pages that are opened in a tab or frame contain it, not those that
    /// are fetched.
    pub fn inject_script(&self, script: &str) {
        *lock(&self.script) = script.to_owned();
    }

    /// Sends every page from now on with this Content-Security-Policy, in addition to the
    /// page's own. An empty text means none.
    pub fn send_policy(&self, policy: &str) {
        *lock(&self.policy) = policy.to_owned();
    }

    /// Delays every page from now on, to simulate a slow connection.
    pub fn delay_pages(&self, delay: Duration) {
        *lock(&self.delay) = delay;
    }

    pub(super) fn delay(&self) -> Duration {
        *lock(&self.delay)
    }

    /// Holds back responses to requests whose paths have this ending, until
    /// [`Self::release`] is called.
    pub fn hold(&self, ending: &str) {
        *lock(&self.held) = Some(ending.to_owned());
    }

    /// Sends the responses that were held back, and holds back none from now on.
    pub fn release(&self) {
        *lock(&self.held) = None;
        self.released.notify_all();
    }

    /// Waits while the response to a request for this path is held back.
    pub(super) fn wait_while_held(&self, path: &str) {
        let is_held = |held: &mut Option<String>| {
            let ending = held.as_deref();
            ending.is_some_and(|ending| path.ends_with(ending))
        };
        let held = self.released.wait_while(lock(&self.held), is_held);
        drop(held);
    }

    /// The paths below the site's own that were requested since the last call and do not
    /// exist, one for each request.
    pub fn take_not_found(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.not_found))
    }

    pub(super) fn record_not_found(&self, path: &str) {
        lock(&self.not_found).push(path.to_owned());
    }

    /// The header with the policy; empty if there is none.
    pub(super) fn policy_header(&self) -> String {
        let policy = lock(&self.policy);
        if policy.is_empty() {
            return String::new();
        }
        format!("Content-Security-Policy: {policy}\r\n")
    }

    /// A page with the injected script.
    pub(super) fn with_script(&self, page: Vec<u8>) -> Vec<u8> {
        with_script(page, &lock(&self.script))
    }
}

/// Inserts a script at the start of a page's head, unless the script is empty.
pub(super) fn with_script(page: Vec<u8>, script: &str) -> Vec<u8> {
    if script.is_empty() {
        return page;
    }
    match String::from_utf8(page) {
        Ok(page) => insert_script(&page, script).into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

/// Inserts a script after the start tag of the head, or where that would be.
fn insert_script(page: &str, script: &str) -> String {
    let at = ["<head>", "<html", "<!doctype html"]
        .iter()
        .find_map(|tag| {
            let start = page.find(tag)?;
            Some(start + page[start..].find('>')? + 1)
        })
        .unwrap_or_default();
    let (before, after) = page.split_at(at);
    format!("{before}<script>{script}</script>{after}")
}

/// Ignores poisoning: none of the values can be half written.
fn lock<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_inserted_at_the_start_of_the_head() {
        for (page, expected) in [
            (
                "<!doctype html><html lang=en><head><meta>",
                "<!doctype html><html lang=en><head><script>x</script><meta>",
            ),
            (
                "<!doctype html><html lang=en><meta>",
                "<!doctype html><html lang=en><script>x</script><meta>",
            ),
            ("<!doctype html><p>", "<!doctype html><script>x</script><p>"),
            ("text", "<script>x</script>text"),
        ] {
            assert_eq!(insert_script(page, "x"), expected);
        }
    }
}
