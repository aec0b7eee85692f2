//! Interpreters in Node, one per series for all tests. The entry point is [`on`].

use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// How long a program may take, including the start of the interpreter. A long limit only
/// costs time in a failing test.
const DEADLINE: Duration = Duration::from_secs(60);

/// The outcome of a program.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(crate) struct Answer {
    pub version: String,
    pub stdout: String,
    pub stderr: String,
    pub value: Option<String>,
    pub traceback: Option<String>,
    pub raised: Option<String>,
    /// How it crashed the interpreter, if it did.
    pub fault: Option<String>,
}

/// The series that this project has a runtime for, from the dependencies in `package.json`.
pub(crate) fn series() -> Vec<String> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("package.json");
    let text = std::fs::read_to_string(manifest).expect("package.json");
    let package: serde_json::Value = serde_json::from_str(&text).expect("JSON in package.json");
    let dependencies = package["dependencies"].as_object().expect("dependencies");
    let names = dependencies.keys();
    let series: Vec<String> = names
        .filter_map(|name| name.strip_prefix("pyodide-"))
        .map(str::to_owned)
        .collect();
    assert!(!series.is_empty(), "package.json names no runtime");
    series
}

/// The interpreter of a series, which the first test starts.
pub(crate) fn on(series: &str) -> MutexGuard<'static, Python> {
    static RUNNING: LazyLock<BTreeMap<String, Mutex<Python>>> = LazyLock::new(|| {
        let start = |series: String| {
            let python = Mutex::new(Python::start(&series));
            (series, python)
        };
        self::series().into_iter().map(start).collect()
    });
    let python = RUNNING.get(series).expect("a series of this project");
    // After a failed test the interpreter can still be used.
    python.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a check finds on each runtime, all of which run at the same time.
pub(crate) fn on_each(names: &[String], check: impl Fn(&str) -> Vec<String> + Sync) -> Vec<String> {
    let check = &check;
    thread::scope(|scope| {
        let checks: Vec<_> = names
            .iter()
            .map(|name| scope.spawn(move || check(name)))
            .collect();
        checks
            .into_iter()
            .flat_map(|check| check.join().expect("a check that ends"))
            .collect()
    })
}

/// A running interpreter. It ends with the tests, when its standard input is closed.
pub(crate) struct Python {
    series: String,
    _process: Child,
    input: ChildStdin,
    answers: Receiver<String>,
}

impl Python {
    pub(crate) fn start(series: &str) -> Self {
        let mut process = Command::new("node")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/runtimes/run.mjs"))
            .arg(series)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Node starts");
        let input = process.stdin.take().expect("the input is piped");
        let output = process.stdout.take().expect("the output is piped");
        let (sender, answers) = channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Self {
            series: series.to_owned(),
            _process: process,
            input,
            answers,
        }
    }

    /// Runs a program to its end.
    pub(crate) fn run(&mut self, code: &str) -> Answer {
        let line = serde_json::to_string(code).expect("text as JSON");
        writeln!(self.input, "{line}").expect("Node listens");
        let answer = self.answers.recv_timeout(DEADLINE).unwrap_or_else(|_| {
            panic!(
                "Python {} gave no answer within {} s to:\n{code}",
                self.series,
                DEADLINE.as_secs()
            )
        });
        serde_json::from_str(&answer)
            .unwrap_or_else(|error| panic!("Python {}: {error} in {answer:?}", self.series))
    }
}
