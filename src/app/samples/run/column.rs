//! What is known of a run on one series. The entry point is [`Column::hear`].

use crate::app::platform::runtime::{Event, Failure, Reason, Stream};
use crate::terms::Series;

/// A run on one series, as far as it has come.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub series: Series,
    /// The exact version: what the build says until the interpreter does.
    pub version: String,
    pub stage: Stage,
    pub stdout: Output,
    pub stderr: Output,
}

/// How far a run has come.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage {
    Waiting,
    /// Bytes that are here, of how many.
    Loading {
        received: u64,
        total: u64,
    },
    Running,
    Finished(Ending),
    Stopped(Reason),
    Failed(Failure),
}

/// How a program ended by itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ending {
    /// `repr` of the last expression's value.
    pub value: Option<String>,
    pub traceback: Option<String>,
    /// The exception's own line.
    pub raised: Option<String>,
    /// Whole milliseconds.
    pub millis: u32,
}

/// What was written to a stream.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Output {
    pub text: String,
    /// Whether there was more than is shown.
    pub capped: bool,
}

impl Column {
    pub fn new(series: Series, version: &str) -> Self {
        Self {
            series,
            version: version.to_owned(),
            stage: Stage::Waiting,
            stdout: Output::default(),
            stderr: Output::default(),
        }
    }

    /// Takes in what happened next.
    pub fn hear(&mut self, event: Event) {
        match event {
            Event::Loading { received, total } => self.stage = Stage::Loading { received, total },
            Event::Started { version } => {
                self.version = version;
                self.stage = Stage::Running;
            }
            Event::Output { stream, text } => self.output(stream).text.push_str(&text),
            Event::Capped { stream } => self.output(stream).capped = true,
            Event::Finished {
                value,
                traceback,
                raised,
                millis,
            } => {
                self.stage = Stage::Finished(Ending {
                    value,
                    traceback,
                    raised,
                    millis: millis as u32,
                });
            }
            Event::Stopped(reason) => self.stage = Stage::Stopped(reason),
            Event::Failed(failure) => self.stage = Stage::Failed(failure),
        }
    }

    fn output(&mut self, stream: Stream) -> &mut Output {
        match stream {
            Stream::Stdout => &mut self.stdout,
            Stream::Stderr => &mut self.stderr,
        }
    }

    /// Whether nothing more will happen.
    pub fn is_over(&self) -> bool {
        matches!(
            self.stage,
            Stage::Finished(_) | Stage::Stopped(_) | Stage::Failed(_)
        )
    }

    /// What the program showed, a text for each of [`PARTS`]; nothing where it
    /// did not come to an end that says something about the version.
    pub fn shown(&self) -> Option<[&str; PARTS.len()]> {
        let Stage::Finished(ending) = &self.stage else {
            return None;
        };
        Some([
            &self.stdout.text,
            &self.stderr.text,
            ending.value.as_deref().unwrap_or_default(),
            // `SystemExit` has no traceback, but says how the program ended.
            ending
                .traceback
                .as_deref()
                .or(ending.raised.as_deref())
                .unwrap_or_default(),
        ])
    }
}

/// The parts of what a program shows, in the order in which readers see them.
pub const PARTS: [&str; 4] = [
    "Output",
    "Error output",
    "Value of the last expression",
    "Exception",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_heard_is_told_apart() {
        let mut column = Column::new(Series::python3(14), "3.14");
        let out = |stream, text: &str| Event::Output {
            stream,
            text: text.to_owned(),
        };
        column.hear(Event::Started {
            version: "3.14.2".to_owned(),
        });
        column.hear(out(Stream::Stdout, "a\n"));
        column.hear(out(Stream::Stderr, "careful\n"));
        column.hear(out(Stream::Stdout, "b\n"));
        column.hear(Event::Capped {
            stream: Stream::Stdout,
        });
        assert!(!column.is_over() && column.shown().is_none());
        column.hear(Event::Finished {
            value: Some("7".to_owned()),
            traceback: None,
            raised: Some("SystemExit: 3".to_owned()),
            millis: 1.9,
        });
        assert_eq!(column.version, "3.14.2");
        assert!(column.is_over() && column.stdout.capped && !column.stderr.capped);
        let shown = ["a\nb\n", "careful\n", "7", "SystemExit: 3"];
        assert_eq!(column.shown(), Some(shown));
    }

    #[test]
    fn a_run_that_was_ended_says_nothing_of_its_version() {
        let mut column = Column::new(Series::python3(13), "3.13.2");
        column.hear(Event::Stopped(Reason::TimeLimit));
        assert!(column.is_over());
        assert_eq!(column.shown(), None);
    }
}
