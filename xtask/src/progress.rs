//! The progress of steps that run in parallel. [`Progress::step`] is the entry point.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::ScopedJoinHandle;
use std::time::Instant;

use crate::step::{StepError, seconds};

/// Counts the finished steps of a task.
pub struct Progress {
    total: usize,
    done: AtomicUsize,
}

impl Progress {
    /// The progress of a task with `total` steps.
    pub fn new(total: usize) -> Self {
        Self {
            total,
            done: AtomicUsize::new(0),
        }
    }

    /// Runs one of the steps and prints when it is done or has failed. Failures are printed
    /// immediately because other steps may take much longer.
    pub fn step<T>(
        &self,
        name: &str,
        work: impl FnOnce() -> Result<T, StepError>,
    ) -> Result<T, StepError> {
        let start = Instant::now();
        let outcome = work();
        let took = seconds(start.elapsed());
        match &outcome {
            Ok(_) => println!("{} {name} … {took}", self.count_step()),
            Err(_) => println!("{name} failed after {took}"),
        }
        outcome
    }

    /// Counts a finished step and returns a label such as `[2/12]`.
    fn count_step(&self) -> String {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        format!("[{done}/{}]", self.total)
    }
}

/// Waits for a thread and returns its result. Panics if the thread has panicked.
pub fn join<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread
        .join()
        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finished_steps_are_counted() {
        let progress = Progress::new(12);
        assert_eq!(progress.count_step(), "[1/12]");
        assert_eq!(progress.count_step(), "[2/12]");
    }

    #[test]
    fn failed_steps_are_not_counted() {
        let progress = Progress::new(1);
        let failed: Result<(), _> = progress.step("x", || Err(StepError::new("a", "b")));
        assert!(failed.is_err());
        assert_eq!(progress.count_step(), "[1/1]");
    }
}
