//! The state of a run on one version, built up from the events of the host. The entry
//! points are [`Column::new`] and [`Column::apply`].

use crate::platform::runs::{Ended, Failed, Reason, RunEvent, Runtime, Stream};
use terms::Series;

/// The parts of a program's outcome, in the order in which readers see them.
pub(super) const PARTS: [&str; 4] = [
    "Output",
    "Error output",
    "Value of the last expression",
    "Exception",
];

/// A text for each of [`PARTS`].
pub(super) type Shown = [String; 4];

/// The progress of a run.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stage {
    Waiting,
    /// The bytes received, and the total.
    Loading(f64, f64),
    Started,
    Finished(Ended),
    Stopped(Reason),
    Failed(Failed),
}

/// The state of a run on one version.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub(super) series: Series,
    /// The release that the build lists, until the interpreter reports its own.
    pub(super) version: String,
    pub(super) stage: Stage,
    pub(super) stdout: String,
    pub(super) stderr: String,
    /// Whether the output and the errors were truncated.
    pub(super) capped: [bool; 2],
}

impl Column {
    /// A run that has not started.
    pub fn new(runtime: &Runtime) -> Self {
        Self::of(runtime.series, runtime.version.clone())
    }

    /// A new run on the same version.
    pub(super) fn again(&self) -> Self {
        Self::of(self.series, self.version.clone())
    }

    fn of(series: Series, version: String) -> Self {
        Self {
            series,
            version,
            stage: Stage::Waiting,
            stdout: String::new(),
            stderr: String::new(),
            capped: [false; 2],
        }
    }

    /// Updates the state with the next event.
    pub fn apply(&mut self, event: RunEvent) {
        match event {
            RunEvent::Output(Stream::Output, text) => self.stdout.push_str(&text),
            RunEvent::Output(Stream::Errors, text) => self.stderr.push_str(&text),
            RunEvent::Capped(Stream::Output) => self.capped[0] = true,
            RunEvent::Capped(Stream::Errors) => self.capped[1] = true,
            RunEvent::Loading(received, total) => self.stage = Stage::Loading(received, total),
            RunEvent::Started(version) => {
                self.version = version;
                self.stage = Stage::Started;
            }
            RunEvent::Finished(ended) => self.stage = Stage::Finished(ended),
            RunEvent::Stopped(reason) => self.stage = Stage::Stopped(reason),
            RunEvent::Failed(failed) => self.stage = Stage::Failed(failed),
        }
    }

    /// Whether the run has ended.
    pub(super) const fn is_over(&self) -> bool {
        matches!(
            self.stage,
            Stage::Finished(_) | Stage::Stopped(_) | Stage::Failed(_)
        )
    }

    /// Whether the runtime could not be fetched.
    pub(super) fn is_unreachable(&self) -> bool {
        matches!(&self.stage, Stage::Failed(failed) if failed.cause == "unreachable")
    }

    /// The outcome of the program; `None` if it was stopped or failed to start, which says
    /// nothing about the version.
    pub(super) fn shown(&self) -> Option<Shown> {
        let Stage::Finished(ended) = &self.stage else {
            return None;
        };
        // `SystemExit` has no traceback, but it says how the program ended.
        let exception = ended.traceback.as_ref().or(ended.raised.as_ref());
        Some([
            self.stdout.clone(),
            self.stderr.clone(),
            ended.value.clone().unwrap_or_default(),
            exception.cloned().unwrap_or_default(),
        ])
    }

    /// The output of the program so far.
    pub(super) fn texts(&self) -> Shown {
        let [value, exception] = [String::new(), String::new()];
        let growing = || [self.stdout.clone(), self.stderr.clone(), value, exception];
        self.shown().unwrap_or_else(growing)
    }
}
