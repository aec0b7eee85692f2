//! Tests in a browser wait for what another program does, and on a busy machine one
//! of several hundred may wait too long. [`run`] gives those that fail a second try.

use std::io::{self, BufRead, BufReader};
use std::process::{Command, Stdio};

use super::FAILED;
use crate::step::{StepError, note};

/// More failures than this are not chance.
const MOST: usize = 8;

/// Runs a test program, and those of its tests that fail once more, one by one with
/// nothing beside them. What fails twice has failed.
pub fn run(tests: impl Fn() -> Command, filter: &[String]) -> Result<(), StepError> {
    let failed = match first(tests().args(filter))? {
        Outcome::Passed => return Ok(()),
        Outcome::Failed(failed) => failed,
    };
    if failed.is_empty() || failed.len() > MOST {
        return Err(StepError::new("Tests failed.", FAILED));
    }
    note(format!("once more, alone: {}", failed.join(", ")));
    let mut alone = tests();
    alone
        .env("RUST_TEST_THREADS", "1")
        .args(["--", "--exact"])
        .args(&failed);
    crate::project::run(&mut alone, FAILED)?;
    note(format!(
        "passed in their second try, and may be worth a look: {}",
        failed.join(", ")
    ));
    Ok(())
}

enum Outcome {
    Passed,
    /// The names of the tests that did not pass, as far as they are known.
    Failed(Vec<String>),
}

/// Runs a test program and shows what it says as it says it.
fn first(tests: &mut Command) -> Result<Outcome, StepError> {
    let told = |error: io::Error| StepError::new(format!("Cargo did not run: {error}."), FAILED);
    let mut running = tests.stdout(Stdio::piped()).spawn().map_err(told)?;
    let mut failed = Vec::new();
    if let Some(output) = running.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line.map_err(told)?;
            println!("{line}");
            failed.extend(failure(&line).map(str::to_owned));
        }
    }
    let status = running.wait().map_err(told)?;
    Ok(if status.success() {
        Outcome::Passed
    } else {
        Outcome::Failed(failed)
    })
}

/// The name of the test that a line says has failed.
fn failure(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_failed_test_is_named() {
        assert_eq!(
            failure("test runs::a_loop_ends ... FAILED"),
            Some("runs::a_loop_ends")
        );
        for line in [
            "test runs::a_loop_ends ... ok",
            "test result: FAILED. 3 passed; 1 failed; 0 ignored",
            "failures:",
            "    runs::a_loop_ends",
        ] {
            assert_eq!(failure(line), None, "{line}");
        }
    }

    /// A program in the place of tests, which fails as often as it has lines.
    fn program(script: &'static str) -> impl Fn() -> Command {
        move || {
            let mut command = Command::new("sh");
            command.args(["-c", script, "sh"]);
            command
        }
    }

    #[test]
    fn what_fails_once_has_not_failed_and_what_fails_twice_has() {
        let by_chance = program(
            "case \"$*\" in *--exact*a::b*) ;; *) echo 'test a::b ... FAILED'; exit 1;; esac",
        );
        assert!(run(by_chance, &[]).is_ok());
        assert!(run(program("echo 'test a::b ... FAILED'; exit 1"), &[]).is_err());
    }

    #[test]
    fn what_does_not_even_run_gets_no_second_try() {
        let script = "case \"$*\" in *--exact*) ;; *) exit 1;; esac";
        assert!(run(program(script), &[]).is_err());
        assert!(run(program("exit 0"), &[]).is_ok());
    }

    #[test]
    fn many_failures_are_no_chance() {
        let script = "case \"$*\" in *--exact*) ;; *)
            for i in 1 2 3 4 5 6 7 8 9; do echo \"test t$i ... FAILED\"; done; exit 1;; esac";
        assert!(run(program(script), &[]).is_err());
    }
}
