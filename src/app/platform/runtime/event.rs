//! What a run tells. [`Event`] is the entry point.

use super::Failure;
use std::fmt;

/// Which of a program's outputs a text belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    Stdout,
    Stderr,
}

/// Something that happened in a run.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The runtime is being loaded: bytes that are here, of how many.
    Loading { received: u64, total: u64 },
    /// The program begins, on this exact version (`sys.version_info` as text,
    /// such as `3.14.2` or `3.15.0rc1`).
    Started { version: String },
    /// The program wrote this, after what it wrote before to the same stream.
    Output { stream: Stream, text: String },
    /// The program wrote more to this stream than is shown; the rest is left out.
    Capped { stream: Stream },
    /// The program came to its end.
    Finished {
        /// `repr` of the last statement's value, where it is an expression and
        /// the value is not `None`.
        value: Option<String>,
        /// The traceback as CPython prints it, where an exception ended the
        /// program. It is no part of the output. `SystemExit` has none.
        traceback: Option<String>,
        /// The exception's own line, such as `NameError: name 'x' is not
        /// defined`; also there for `SystemExit`.
        raised: Option<String>,
        /// How long the program ran, in milliseconds, without loading.
        millis: f64,
    },
    /// The program was ended before it came to its end.
    Stopped(Reason),
    /// The program could not be run.
    Failed(Failure),
}

impl Event {
    /// Whether nothing follows this event.
    pub const fn is_last(&self) -> bool {
        matches!(
            self,
            Self::Finished { .. } | Self::Stopped(_) | Self::Failed(_)
        )
    }
}

/// Why a program was ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The reader stopped it.
    ByReader,
    /// It ran as long as a run may.
    TimeLimit,
    /// It took more memory than the browser gives.
    Memory,
    /// It called itself deeper than the browser's stack reaches.
    Recursion,
    /// It ended the interpreter itself, as `os._exit` or a crash does.
    Crash,
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::ByReader => "Stopped.",
            Self::TimeLimit => "Stopped: the time limit was reached.",
            Self::Memory => "Stopped: the program took more memory than there is.",
            Self::Recursion => "Stopped: the program called itself too deeply for the browser.",
            Self::Crash => "Stopped: the program ended the interpreter.",
        })
    }
}
