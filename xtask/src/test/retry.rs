//! Retries failed browser tests once. They wait for another program, and on a busy
//! machine one of several hundred may time out. [`run`] is the entry point; it also writes
//! a report of the tests that passed only when they were retried.

use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use super::FAILED;
use crate::step::{StepError, note};

/// The maximum number of failures that are retried. More than that are not accidental.
const MAX_RETRIES: usize = 8;

/// The maximum number of tests that may pass only when they are retried. With more than
/// that, the page or the tests are unreliable, and the run fails.
const MAX_UNRELIABLE: usize = 2;

/// A test that failed, and its output.
#[derive(Debug, PartialEq, Eq)]
struct Failure {
    name: String,
    message: String,
}

/// Runs a test program, and retries failed tests one after the other. A test that fails
/// twice has failed. Those that pass the second time are written to `report`.
pub fn run(tests: impl Fn() -> Command, filter: &[String], report: &Path) -> Result<(), StepError> {
    // Do not leave the report of an earlier run.
    let _ = fs::remove_file(report);
    let failed = match run_once(tests().args(filter))? {
        Outcome::Passed => return Ok(()),
        Outcome::Failed(failed) => failed,
    };
    if failed.is_empty() || failed.len() > MAX_RETRIES {
        return Err(StepError::new("Tests failed.", FAILED));
    }
    let names = names_of(&failed);
    note(format!("retrying: {names}"));
    let mut alone = tests();
    alone
        .env("RUST_TEST_THREADS", "1")
        .args(["--", "--exact"])
        .args(failed.iter().map(|failure| &failure.name));
    crate::project::run(&mut alone, FAILED)?;
    note(format!("passed when retried: {names}"));
    write_report(report, &failed)?;
    if failed.len() > MAX_UNRELIABLE {
        return Err(StepError::new(
            format!(
                "{} tests passed only when they were retried; at most {MAX_UNRELIABLE} may.",
                failed.len()
            ),
            format!("Read why they failed in {}.", report.display()),
        ));
    }
    Ok(())
}

fn names_of(failed: &[Failure]) -> String {
    let names: Vec<&str> = failed.iter().map(|failure| &*failure.name).collect();
    names.join(", ")
}

/// Writes the names and messages of tests that passed only when they were retried.
fn write_report(report: &Path, failed: &[Failure]) -> Result<(), StepError> {
    let texts = failed
        .iter()
        .map(|Failure { name, message }| format!("{name}\n\n{}\n", message.trim_end()));
    fs::write(report, texts.collect::<Vec<_>>().join("\n")).map_err(|error| {
        StepError::new(
            format!("{} cannot be written: {error}.", report.display()),
            "Check that the disk is not full and that the directory is writable.",
        )
    })?;
    note(format!("their messages are in {}", report.display()));
    Ok(())
}

enum Outcome {
    Passed,
    /// The tests that failed. Empty if the program did not even run tests.
    Failed(Vec<Failure>),
}

/// Runs a test program and prints its output line by line.
fn run_once(tests: &mut Command) -> Result<Outcome, StepError> {
    let failed = |error: io::Error| StepError::new(format!("Cargo did not run: {error}."), FAILED);
    let mut running = tests.stdout(Stdio::piped()).spawn().map_err(failed)?;
    let mut lines = Vec::new();
    if let Some(output) = running.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line.map_err(failed)?;
            println!("{line}");
            lines.push(line);
        }
    }
    let status = running.wait().map_err(failed)?;
    Ok(if status.success() {
        Outcome::Passed
    } else {
        Outcome::Failed(failures(&lines))
    })
}

/// Parses the failed tests and their messages from the output of a test program.
fn failures(lines: &[String]) -> Vec<Failure> {
    let names = lines
        .iter()
        .filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"));
    names
        .map(|name| Failure {
            name: name.to_owned(),
            message: output_of(lines, name),
        })
        .collect()
}

/// The lines between the heading of a test's output and the next heading.
fn output_of(lines: &[String], name: &str) -> String {
    let heading = format!("---- {name} stdout ----");
    let after = lines.iter().skip_while(|line| **line != heading).skip(1);
    let output = after.take_while(|line| {
        !(line.starts_with("---- ") && line.ends_with(" ----")) && *line != "failures:"
    });
    let output: Vec<&str> = output.map(String::as_str).collect();
    output.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn failures_have_a_name_and_a_message() {
        let output = "\
test runs::a_loop_ends ... FAILED
test runs::another ... ok
test search::finds ... FAILED
test result: FAILED. 1 passed; 2 failed; 0 ignored
failures:

---- runs::a_loop_ends stdout ----
waited 60 s for the output

---- search::finds stdout ----
no row

failures:
    runs::a_loop_ends
    search::finds";
        let failure = |name: &str, message: &str| Failure {
            name: name.to_owned(),
            message: message.to_owned(),
        };
        assert_eq!(
            failures(&lines(output)),
            [
                failure("runs::a_loop_ends", "waited 60 s for the output"),
                failure("search::finds", "no row"),
            ]
        );
    }

    /// A shell script in place of a test program.
    fn program(script: &'static str) -> impl Fn() -> Command {
        move || {
            let mut command = Command::new("sh");
            command.args(["-c", script, "sh"]);
            command
        }
    }

    fn report(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("whats-new-{name}-{}.txt", std::process::id()))
    }

    #[test]
    fn a_test_that_fails_once_is_reported_and_one_that_fails_twice_is_an_error() {
        let report = report("retried");
        let by_chance = program(
            "case \"$*\" in *--exact*a::b*) ;; *) echo 'test a::b ... FAILED'; \
             echo '---- a::b stdout ----'; echo 'too slow'; exit 1;; esac",
        );
        assert!(run(by_chance, &[], &report).is_ok());
        let written = fs::read_to_string(&report).expect("a report");
        assert_eq!(written, "a::b\n\ntoo slow\n");
        let always = program("echo 'test a::b ... FAILED'; exit 1");
        assert!(run(always, &[], &report).is_err());
        assert!(
            !report.exists(),
            "the report of an earlier run was not removed"
        );
    }

    #[test]
    fn nothing_is_retried_if_no_test_ran() {
        let report = report("not-run");
        let script = "case \"$*\" in *--exact*) ;; *) exit 1;; esac";
        assert!(run(program(script), &[], &report).is_err());
        assert!(run(program("exit 0"), &[], &report).is_ok());
    }

    #[test]
    fn many_failures_are_not_retried() {
        let report = report("many");
        let script = "case \"$*\" in *--exact*) ;; *)
            for i in 1 2 3 4 5 6 7 8 9; do echo \"test t$i ... FAILED\"; done; exit 1;; esac";
        assert!(run(program(script), &[], &report).is_err());
    }

    #[test]
    fn more_than_two_successful_retries_are_reported_and_are_an_error() {
        let report = report("unreliable");
        let script = "case \"$*\" in *--exact*) ;; *)
            for i in 1 2 3; do echo \"test t$i ... FAILED\"; done; exit 1;; esac";
        let error = run(program(script), &[], &report).expect_err("three are too many");
        assert!(error.to_string().contains("3 tests passed only"), "{error}");
        assert!(report.exists());
        let _ = fs::remove_file(report);
    }
}
