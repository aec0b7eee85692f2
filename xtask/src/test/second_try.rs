//! Tests in a browser wait for what another program does, and on a busy machine one
//! of several hundred may wait too long. [`run`] gives those that fail a second try,
//! and writes a report of what passed only then.

use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use super::FAILED;
use crate::step::{StepError, note};

/// More failures than this do not get a second try: they are not chance.
const MOST: usize = 8;

/// More tests than this that pass only in their second try fail the run: either the
/// page or the tests are not reliable.
const MOST_UNRELIABLE: usize = 2;

/// A test that failed, and what it printed.
#[derive(Debug, PartialEq, Eq)]
struct Failure {
    name: String,
    message: String,
}

/// Runs a test program, and those of its tests that fail once more, one by one with
/// nothing beside them. A test that fails twice has failed. What passed only in its
/// second try is written to `report`.
pub fn run(tests: impl Fn() -> Command, filter: &[String], report: &Path) -> Result<(), StepError> {
    // A report of an earlier run must not be taken for this one's.
    let _ = fs::remove_file(report);
    let failed = match first(tests().args(filter))? {
        Outcome::Passed => return Ok(()),
        Outcome::Failed(failed) => failed,
    };
    if failed.is_empty() || failed.len() > MOST {
        return Err(StepError::new("Tests failed.", FAILED));
    }
    let names = listed(&failed);
    note(format!("once more, alone: {names}"));
    let mut alone = tests();
    alone
        .env("RUST_TEST_THREADS", "1")
        .args(["--", "--exact"])
        .args(failed.iter().map(|failure| &failure.name));
    crate::project::run(&mut alone, FAILED)?;
    note(format!("passed in their second try: {names}"));
    write(report, &failed)?;
    if failed.len() > MOST_UNRELIABLE {
        return Err(StepError::new(
            format!(
                "{} tests passed only in their second try; at most {MOST_UNRELIABLE} may.",
                failed.len()
            ),
            format!("Read why they failed in {}.", report.display()),
        ));
    }
    Ok(())
}

fn listed(failed: &[Failure]) -> String {
    let names: Vec<&str> = failed.iter().map(|failure| &*failure.name).collect();
    names.join(", ")
}

/// Writes the names and messages of tests that passed only in their second try.
fn write(report: &Path, failed: &[Failure]) -> Result<(), StepError> {
    let texts = failed
        .iter()
        .map(|Failure { name, message }| format!("{name}\n\n{}\n", message.trim_end()));
    fs::write(report, texts.collect::<Vec<_>>().join("\n")).map_err(|error| {
        StepError::new(
            format!("{} cannot be written: {error}.", report.display()),
            "Check that the disk has room and that the directory is yours.",
        )
    })?;
    note(format!("{} has their messages", report.display()));
    Ok(())
}

enum Outcome {
    Passed,
    /// The tests that did not pass, as far as they are known.
    Failed(Vec<Failure>),
}

/// Runs a test program and shows its output line by line.
fn first(tests: &mut Command) -> Result<Outcome, StepError> {
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

/// The tests that a test program says have failed, with what it shows of each.
fn failures(lines: &[String]) -> Vec<Failure> {
    let names = lines
        .iter()
        .filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... FAILED"));
    names
        .map(|name| Failure {
            name: name.to_owned(),
            message: shown(lines, name),
        })
        .collect()
}

/// What stands between the heading of a test's output and that of the next.
fn shown(lines: &[String], name: &str) -> String {
    let heading = format!("---- {name} stdout ----");
    let after = lines.iter().skip_while(|line| **line != heading).skip(1);
    let own = after.take_while(|line| {
        !(line.starts_with("---- ") && line.ends_with(" ----")) && *line != "failures:"
    });
    let own: Vec<&str> = own.map(String::as_str).collect();
    own.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_failed_test_is_named_with_its_message() {
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

    /// A program that stands in for tests and fails as its script says.
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
    fn one_that_fails_once_is_reported_and_one_that_fails_twice_has_failed() {
        let report = report("second-try");
        let by_chance = program(
            "case \"$*\" in *--exact*a::b*) ;; *) echo 'test a::b ... FAILED'; \
             echo '---- a::b stdout ----'; echo 'too slow'; exit 1;; esac",
        );
        assert!(run(by_chance, &[], &report).is_ok());
        let written = fs::read_to_string(&report).expect("a report");
        assert_eq!(written, "a::b\n\ntoo slow\n");
        let always = program("echo 'test a::b ... FAILED'; exit 1");
        assert!(run(always, &[], &report).is_err());
        assert!(!report.exists(), "the report of an earlier run is gone");
    }

    #[test]
    fn tests_that_do_not_even_run_get_no_second_try() {
        let report = report("not-run");
        let script = "case \"$*\" in *--exact*) ;; *) exit 1;; esac";
        assert!(run(program(script), &[], &report).is_err());
        assert!(run(program("exit 0"), &[], &report).is_ok());
    }

    #[test]
    fn many_failures_are_not_chance() {
        let report = report("many");
        let script = "case \"$*\" in *--exact*) ;; *)
            for i in 1 2 3 4 5 6 7 8 9; do echo \"test t$i ... FAILED\"; done; exit 1;; esac";
        assert!(run(program(script), &[], &report).is_err());
    }

    #[test]
    fn more_than_two_second_tries_fail_the_run_and_are_reported() {
        let report = report("unreliable");
        let script = "case \"$*\" in *--exact*) ;; *)
            for i in 1 2 3; do echo \"test t$i ... FAILED\"; done; exit 1;; esac";
        let error = run(program(script), &[], &report).expect_err("three are too many");
        assert!(error.to_string().contains("3 tests passed only"), "{error}");
        assert!(report.exists());
        let _ = fs::remove_file(report);
    }
}
