//! The programs of the other tests are run: each fails and runs on the versions that its
//! finding says.

use super::modules::{NOT_EVERYWHERE, gone};
use super::{Case, added, behaviour, removed};
use crate::upkeep::installed::installed;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use terms::Series;
use upkeep::interpreter::newest_of_each;

/// The programs of the newest release of each version on this machine.
fn programs() -> BTreeMap<Series, std::path::PathBuf> {
    let newest = newest_of_each(&installed()).unwrap_or_else(|error| panic!("{error}"));
    let newest = newest.into_iter();
    newest
        .map(|(series, (_, interpreter))| (series, interpreter.program))
        .collect()
}

fn run(python: &Path, code: &str) -> Output {
    let mut command = Command::new(python);
    command
        .args(["-W", "ignore", "-c", code])
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::null());
    let output = command.output();
    output.unwrap_or_else(|error| panic!("{}: {error}", python.display()))
}

/// Runs programs with whether they should succeed, and returns how many ran and what was
/// otherwise.
fn run_all(tasks: &[(Series, &Path, &str, bool)]) -> Vec<String> {
    let half = tasks.len().div_ceil(2).max(1);
    thread::scope(|scope| {
        let workers: Vec<_> = tasks
            .chunks(half)
            .map(|tasks| {
                scope.spawn(move || {
                    let wrong = tasks.iter().filter_map(|(series, python, code, succeeds)| {
                        let output = run(python, code);
                        let told = String::from_utf8_lossy(&output.stderr);
                        (output.status.success() != *succeeds).then(|| {
                            let expected = if *succeeds { "run" } else { "fail" };
                            format!("{series} should {expected}:\n{code}\n{told}")
                        })
                    });
                    wrong.collect::<Vec<String>>()
                })
            })
            .collect();
        let results = workers.into_iter().map(|worker| worker.join());
        results
            .flat_map(|result| result.expect("a thread"))
            .collect()
    })
}

/// The version of the first finding that says where a program runs, and whether it runs from
/// that version on.
fn turning_point(case: &Case) -> Option<(Series, bool)> {
    let mut words = case.finds.first()?.split(' ');
    let runs_since = match words.next()? {
        "added" | "syntax" => true,
        "removed" => false,
        _ => return None,
    };
    let version = words.next_back()?.parse().expect("a version");
    Some((version, runs_since))
}

#[test]
fn programs_fail_and_run_where_findings_say_so() {
    let programs = programs();
    let cases: Vec<Case> = [removed(), added(), gone()].into_iter().flatten().collect();
    let mut tasks = Vec::new();
    for case in &cases {
        let Some((version, runs_since)) = turning_point(case) else {
            continue;
        };
        if NOT_EVERYWHERE
            .iter()
            .any(|module| case.code.contains(module))
        {
            continue;
        }
        let before = programs.range(..version).next_back();
        let after = programs.range(version..).next();
        for ((series, python), is_after) in [(before, false), (after, true)]
            .into_iter()
            .filter_map(|(program, is_after)| Some((program?, is_after)))
        {
            tasks.push((
                *series,
                &**python,
                case.code.as_str(),
                is_after == runs_since,
            ));
        }
    }
    assert!(
        !tasks.is_empty(),
        "no program could run: there is no interpreter"
    );
    println!(
        "{} programs ran on {} interpreters",
        tasks.len(),
        programs.len()
    );
    let wrong = run_all(&tasks);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_not_affected_runs_everywhere() {
    let programs = programs();
    let cases = behaviour();
    let supported = programs.range(Series::python3(8)..);
    let tasks: Vec<(Series, &Path, &str, bool)> = supported
        .flat_map(|(series, python)| {
            let all = cases.iter();
            all.map(|case| (*series, &**python, case.unaffected.as_str(), true))
        })
        .collect();
    let wrong = run_all(&tasks);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
