//! The output of tasks. [`step`] is the entry point: it prints the name of a step, its
//! duration and whether it succeeded.

use std::fmt;
use std::time::{Duration, Instant};

/// Why a step failed, and what to do about it.
#[derive(Debug)]
pub struct StepError {
    problem: String,
    advice: String,
}

impl StepError {
    /// `problem` and `advice` are complete sentences without a line break at the end.
    pub fn new(problem: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            problem: problem.into(),
            advice: advice.into(),
        }
    }
}

impl fmt::Display for StepError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}\nWhat to do: {}",
            self.problem,
            self.advice.replace('\n', "\n            ")
        )
    }
}

impl std::error::Error for StepError {}

/// Runs `work` as a named step. Prints its name before, and its name and duration after.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T, StepError>) -> Result<T, StepError> {
    println!("==> {name}");
    let start = Instant::now();
    let outcome = work();
    let took = seconds(start.elapsed());
    match &outcome {
        Ok(_) => println!("    {name}: done in {took}"),
        Err(_) => println!("    {name}: failed after {took}"),
    }
    outcome
}

/// Prints a remark that belongs to the current step.
pub fn note(text: impl fmt::Display) {
    println!("    {text}");
}

/// A duration for people to read: in tenths of a second below a minute, else in minutes
/// and seconds.
pub fn seconds(duration: Duration) -> String {
    let whole = duration.as_secs();
    if whole < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_change_unit_at_a_minute() {
        assert_eq!(seconds(Duration::from_millis(1_260)), "1.3 s");
        assert_eq!(seconds(Duration::from_secs(60)), "1 min 00 s");
        assert_eq!(seconds(Duration::from_secs(605)), "10 min 05 s");
    }

    #[test]
    fn an_error_states_the_problem_before_the_advice() {
        let error = StepError::new("npm is missing.", "Install Node.\nThen try again.");
        assert_eq!(
            error.to_string(),
            "npm is missing.\nWhat to do: Install Node.\n            Then try again."
        );
    }
}
