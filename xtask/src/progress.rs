//! Progress of steps of which several run at the same time. [`Progress::step`] is the
//! entry point.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::ScopedJoinHandle;
use std::time::Instant;

use crate::step::{StepError, seconds};

/// How many of the steps of a task are done.
pub struct Progress {
    total: usize,
    done: AtomicUsize,
}

impl Progress {
    /// The progress of a task of so many steps.
    pub fn new(total: usize) -> Self {
        Self {
            total,
            done: AtomicUsize::new(0),
        }
    }

    /// Runs one of the steps, and prints that it is done once it is. What failed is
    /// printed at once, too, as other steps may have long to go.
    pub fn step<T>(
        &self,
        name: &str,
        work: impl FnOnce() -> Result<T, StepError>,
    ) -> Result<T, StepError> {
        let start = Instant::now();
        let outcome = work();
        let took = seconds(start.elapsed());
        match &outcome {
            Ok(_) => println!("{} {name} … {took}", self.place()),
            Err(_) => println!("{name} failed after {took}"),
        }
        outcome
    }

    /// One more step is done.
    fn place(&self) -> String {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        format!("[{done}/{}]", self.total)
    }
}

/// What a thread has come to.
pub fn joined<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    // What a step panicked with goes on to the task.
    thread
        .join()
        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_counted_as_they_are_done() {
        let progress = Progress::new(12);
        assert_eq!(progress.place(), "[1/12]");
        assert_eq!(progress.place(), "[2/12]");
    }

    #[test]
    fn a_step_that_fails_is_not_done() {
        let progress = Progress::new(1);
        let failed: Result<(), _> = progress.step("x", || Err(StepError::new("a", "b")));
        assert!(failed.is_err());
        assert_eq!(progress.place(), "[1/1]");
    }
}
