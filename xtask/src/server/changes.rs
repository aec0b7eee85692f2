//! Notifies open pages of changes to the site. [`Changes`] is the entry point.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The path below the site's own that pages poll.
pub(super) const PATH: &str = "__changes";

/// How long a poll waits for a change before it is answered.
const POLL_TIMEOUT: Duration = Duration::from_secs(25);

/// The script with which a page reloads itself. It does nothing in frames, which are
/// reloaded with the page around them.
const SCRIPT: &str = include_str!("changes.mjs");

/// A number that is increased by each change.
#[derive(Debug)]
pub struct Changes {
    number: Mutex<u64>,
    changed: Condvar,
}

impl Default for Changes {
    /// The first number is derived from the time, so that pages of an earlier server, which
    /// continue to poll, are reloaded.
    fn default() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        Self {
            number: Mutex::new(now.map_or(0, |now| now.as_secs() * 1000)),
            changed: Condvar::new(),
        }
    }
}

impl Changes {
    /// Reloads all open pages.
    pub fn announce(&self) {
        *self.lock() += 1;
        self.changed.notify_all();
    }

    /// Waits until the number differs from the one that a page knows, or until a timeout,
    /// and returns it.
    pub(super) fn wait_for_change(&self, known: &str) -> String {
        self.wait_with_timeout(known, POLL_TIMEOUT)
    }

    fn wait_with_timeout(&self, known: &str, timeout: Duration) -> String {
        let known = known.parse().ok();
        let is_known = |number: &mut u64| Some(*number) == known;
        let waited = self
            .changed
            .wait_timeout_while(self.lock(), timeout, is_known);
        let (number, _) = waited.unwrap_or_else(PoisonError::into_inner);
        number.to_string()
    }

    /// The script to insert into a page, with the current number.
    pub(super) fn script(&self) -> String {
        let number = self.lock().to_string();
        SCRIPT.replace("SINCE", &number)
    }

    /// Ignores poisoning: a number cannot be half written.
    fn lock(&self) -> MutexGuard<'_, u64> {
        self.number.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn a_waiting_poll_is_answered_after_a_change() {
        let changes = Changes::default();
        let known = changes.wait_for_change("");
        let later = thread::scope(|scope| {
            let waiting = scope.spawn(|| changes.wait_for_change(&known));
            changes.announce();
            waiting.join().expect("an answer")
        });
        assert_ne!(later, known);
        assert!(changes.script().contains(&later), "{}", changes.script());
    }

    #[test]
    fn a_poll_waits_only_if_the_page_knows_the_current_number() {
        let changes = Changes::default();
        let known = changes.wait_for_change("5");
        assert_eq!(changes.wait_with_timeout(&known, Duration::ZERO), known);
    }
}
