//! What open pages hear of changes to the site. [`Changes`] is the entry point.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Where a page asks whether anything has changed, below the site's own path.
pub(super) const PATH: &str = "__changes";

/// How long a page is kept waiting for an answer.
const WAITING: Duration = Duration::from_secs(25);

/// What a page runs to be reloaded. It answers nothing in frames, which the page
/// around them reloads.
const SCRIPT: &str = include_str!("changes.mjs");

/// A number that is another after each change.
#[derive(Debug)]
pub struct Changes {
    number: Mutex<u64>,
    changed: Condvar,
}

impl Default for Changes {
    /// The first number is the time, so that pages of an earlier server, which ask on,
    /// are reloaded.
    fn default() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        Self {
            number: Mutex::new(now.map_or(0, |now| now.as_secs() * 1000)),
            changed: Condvar::new(),
        }
    }
}

impl Changes {
    /// Lets every page that waits be reloaded.
    pub fn announce(&self) {
        *self.locked() += 1;
        self.changed.notify_all();
    }

    /// The number, once it is another than the one that a page knows, or after a while.
    pub(super) fn after(&self, known: &str) -> String {
        self.after_within(known, WAITING)
    }

    fn after_within(&self, known: &str, patience: Duration) -> String {
        let known = known.parse().ok();
        let is_known = |number: &mut u64| Some(*number) == known;
        let waited = self
            .changed
            .wait_timeout_while(self.locked(), patience, is_known);
        let (number, _) = waited.unwrap_or_else(PoisonError::into_inner);
        number.to_string()
    }

    /// The script for a page that is sent now.
    pub(super) fn script(&self) -> String {
        let number = self.locked().to_string();
        SCRIPT.replace("SINCE", &number)
    }

    /// A thread that has panicked with the lock has written all or nothing.
    fn locked(&self) -> MutexGuard<'_, u64> {
        self.number.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn a_page_that_waits_hears_of_a_change() {
        let changes = Changes::default();
        let known = changes.after("");
        let later = thread::scope(|scope| {
            let waiting = scope.spawn(|| changes.after(&known));
            changes.announce();
            waiting.join().expect("an answer")
        });
        assert_ne!(later, known);
        assert!(changes.script().contains(&later), "{}", changes.script());
    }

    #[test]
    fn a_page_that_knows_the_number_waits_and_another_does_not() {
        let changes = Changes::default();
        let known = changes.after("5");
        assert_eq!(changes.after_within(&known, Duration::ZERO), known);
    }
}
