//! What a test asks of a running server and hears from it. [`Oversight`] is the
//! entry point; a server that nobody oversees answers as any other.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What the pages of one server get besides what is in their files, and which
/// requests found no file.
#[derive(Debug, Default)]
pub struct Oversight {
    script: Mutex<String>,
    policy: Mutex<String>,
    missed: Mutex<Vec<String>>,
    delay: Mutex<Duration>,
    held: Mutex<Option<String>>,
    released: Condvar,
}

impl Oversight {
    /// From now on each page begins with this script, which is JavaScript without
    /// an end tag. It stands ahead of the page's own policy, which therefore does
    /// not speak of it, and only in what a browser opens as a page or in a frame:
    /// whoever fetches a page gets the bytes of its file.
    pub fn begin_with(&self, script: &str) {
        *locked(&self.script) = script.to_owned();
    }

    /// From now on each page is sent with this Content-Security-Policy, besides
    /// the one that it states itself. An empty one is none.
    pub fn send_policy(&self, policy: &str) {
        *locked(&self.policy) = policy.to_owned();
    }

    /// From now on each page is sent so much later, as over a slow connection.
    pub fn delay_pages(&self, delay: Duration) {
        *locked(&self.delay) = delay;
    }

    pub(super) fn delay(&self) -> Duration {
        *locked(&self.delay)
    }

    /// From now on the files whose paths end so are not sent.
    pub fn hold(&self, ending: &str) {
        *locked(&self.held) = Some(ending.to_owned());
    }

    /// Sends what was held, and everything from now on.
    pub fn release(&self) {
        *locked(&self.held) = None;
        self.released.notify_all();
    }

    /// Returns once what is at this path may be sent.
    pub(super) fn wait_for(&self, path: &str) {
        let is_held = |held: &mut Option<String>| {
            let ending = held.as_deref();
            ending.is_some_and(|ending| path.ends_with(ending))
        };
        let held = self.released.wait_while(locked(&self.held), is_held);
        drop(held);
    }

    /// The paths below the site's own that no file was found for, each as often
    /// as it was asked for since this was last called.
    pub fn take_missed(&self) -> Vec<String> {
        std::mem::take(&mut locked(&self.missed))
    }

    pub(super) fn miss(&self, path: &str) {
        locked(&self.missed).push(path.to_owned());
    }

    /// The header with the policy, or nothing.
    pub(super) fn header(&self) -> String {
        let policy = locked(&self.policy);
        if policy.is_empty() {
            return String::new();
        }
        format!("Content-Security-Policy: {policy}\r\n")
    }

    /// A page with the script in it.
    pub(super) fn begun(&self, page: Vec<u8>) -> Vec<u8> {
        begun(page, &locked(&self.script))
    }
}

/// A page with a script ahead of everything in its head, where there is one.
pub(super) fn begun(page: Vec<u8>, script: &str) -> Vec<u8> {
    if script.is_empty() {
        return page;
    }
    match String::from_utf8(page) {
        Ok(page) => begin(&page, script).into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

/// `page` with `script` ahead of everything in its head.
fn begin(page: &str, script: &str) -> String {
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

/// A thread that has panicked with the lock has written all or nothing.
fn locked<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_stands_ahead_of_everything_in_the_head() {
        for (page, begun) in [
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
            assert_eq!(begin(page, "x"), begun);
        }
    }
}
