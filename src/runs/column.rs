//! What is known of a run on one version: what its host tells, gathered. The entry
//! points are [`Column::new`] and [`Column::hear`].

use crate::platform::runs::{Ended, Failed, Reason, Runtime, Stream, Told};
use terms::Series;

/// The parts of what a program shows, in the order in which readers see them.
pub(super) const PARTS: [&str; 4] = [
    "Output",
    "Error output",
    "Value of the last expression",
    "Exception",
];

/// A text for each of [`PARTS`].
pub(super) type Shown = [String; 4];

/// How far a run has come.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stage {
    Waiting,
    /// So many bytes of so many.
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
    /// The release that the build knows, until the interpreter says its own.
    pub(super) version: String,
    pub(super) stage: Stage,
    pub(super) stdout: String,
    pub(super) stderr: String,
    /// Of which streams something is left out: of the output, of the errors.
    pub(super) capped: [bool; 2],
}

impl Column {
    /// A run that has not begun.
    pub fn new(runtime: &Runtime) -> Self {
        Self::of(runtime.series, runtime.version.clone())
    }

    /// The same, which has not begun again.
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

    /// Takes in what happened next.
    pub fn hear(&mut self, told: Told) {
        match told {
            Told::Output(Stream::Output, text) => self.stdout.push_str(&text),
            Told::Output(Stream::Errors, text) => self.stderr.push_str(&text),
            Told::Capped(Stream::Output) => self.capped[0] = true,
            Told::Capped(Stream::Errors) => self.capped[1] = true,
            Told::Loading(received, total) => self.stage = Stage::Loading(received, total),
            Told::Started(version) => {
                self.version = version;
                self.stage = Stage::Started;
            }
            Told::Finished(ended) => self.stage = Stage::Finished(ended),
            Told::Stopped(reason) => self.stage = Stage::Stopped(reason),
            Told::Failed(failed) => self.stage = Stage::Failed(failed),
        }
    }

    /// Whether nothing more will happen.
    pub(super) const fn is_over(&self) -> bool {
        matches!(
            self.stage,
            Stage::Finished(_) | Stage::Stopped(_) | Stage::Failed(_)
        )
    }

    /// What the program showed; nothing where it did not come to an end that says
    /// something of the version.
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

    /// What the program has shown up to now.
    pub(super) fn texts(&self) -> Shown {
        let [value, exception] = [String::new(), String::new()];
        let growing = || [self.stdout.clone(), self.stderr.clone(), value, exception];
        self.shown().unwrap_or_else(growing)
    }
}
