//! The findings of the analysis. The entry point is [`Analysis`].
//!
//! The types are sent from a worker to the page, in a format that is not self-describing.
//! Lines and columns count from 1, columns in characters, and refer to the whole source,
//! even if it has several modules.

use serde::{Deserialize, Serialize};
use std::fmt;
use terms::Series;

/// Everything that [`analyze`](super::analyze) finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Analysis {
    /// Whether the source could be analysed.
    pub state: SourceState,
    /// The names of the modules, in the order of the text.
    pub modules: Vec<String>,
    /// An entry for each of [`SERIES`](super::SERIES), oldest first; empty if the source
    /// could not be analysed.
    pub syntax: Vec<SeriesSyntax>,
    /// The annotations, in the order of the text.
    pub annotations: Vec<Annotation>,
    /// The warnings of the compiler, in the order of the text.
    pub notes: Vec<Note>,
}

impl Analysis {
    pub(super) fn without_findings(state: SourceState) -> Self {
        Self {
            state,
            modules: Vec::new(),
            syntax: Vec::new(),
            annotations: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Whether a series accepts the source; `None` if it could not be analysed.
    pub fn accepted_in(&self, series: Series) -> Option<bool> {
        self.syntax
            .iter()
            .find(|entry| entry.series == series)
            .map(|entry| entry.rejection.is_none())
    }
}

/// Whether the source could be analysed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SourceState {
    /// It has only white space, which all series accept.
    Empty,
    /// It is too long to be analysed.
    TooLarge {
        /// The length of the source in bytes.
        bytes: u64,
        /// The maximum length in bytes.
        limit: u64,
    },
    /// It nests too deeply to be analysed, although some series may accept it.
    TooDeep {
        /// Where it exceeds the maximum depth.
        position: Position,
        /// The problem and how to solve it.
        message: String,
    },
    /// It was analysed.
    Read,
}

impl fmt::Display for SourceState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("There is no code yet."),
            Self::TooLarge { bytes, limit } => write!(
                f,
                "The code has {bytes} bytes; at most {limit} bytes are analysed. Shorten it."
            ),
            Self::TooDeep { position, message } => {
                write!(f, "Line {}: {message}", position.line)
            }
            Self::Read => f.write_str("The code was analysed."),
        }
    }
}

/// A position in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// Counted from 1.
    pub line: u32,
    /// Counted from 1, in characters.
    pub column: u32,
}

/// A range of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The position of the first character.
    pub start: Position,
    /// The position after the last character.
    pub end: Position,
}

/// An inclusive range of consecutive series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SeriesRange {
    /// The first series.
    pub from: Series,
    /// The last series, inclusive.
    pub to: Series,
}

impl SeriesRange {
    /// Whether a series is in the range.
    pub fn contains(self, series: Series) -> bool {
        self.from <= series && series <= self.to
    }
}

impl fmt::Display for SeriesRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.from == self.to {
            write!(f, "{}", self.from)
        } else {
            write!(f, "{}–{}", self.from, self.to)
        }
    }
}

/// Whether a series accepts the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesSyntax {
    /// The series.
    pub series: Series,
    /// The reasons why the series rejects the source; `None` if it accepts it.
    pub rejection: Option<Rejection>,
}

/// The reasons why a series rejects the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejection {
    /// The error that CPython would report.
    pub first: SyntaxError,
    /// Further errors, in the order of the text.
    pub further: Vec<SyntaxError>,
    /// The number of errors that are not listed.
    pub unlisted: u32,
}

/// An error in the source. The message is that of ruff's parser, which often differs from
/// CPython's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyntaxError {
    /// The position of the error.
    pub span: Span,
    /// The kind of the error.
    pub kind: SyntaxErrorKind,
    /// The error message.
    pub message: String,
    /// The line in which `span` begins, without its line end, truncated to 200 characters.
    pub source_line: String,
}

/// The kind of a syntax error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SyntaxErrorKind {
    /// It is an error in all series.
    Grammar,
    /// It is an error in this series, but another one accepts it.
    Version,
    /// CPython's parser accepts it but its compiler does not, such as a `return` outside a
    /// function.
    Compiler,
}

/// A warning of CPython's compiler.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The series that emit the warning.
    pub series: SeriesRange,
    /// The position of the warning.
    pub span: Span,
    /// The warning's category, such as `SyntaxWarning`.
    pub category: String,
    /// The message.
    pub message: String,
}

/// An annotation of the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// The name of the module that contains the annotation.
    pub module: String,
    /// The qualified target: `Node.next`, `link.parent`, `link → return`.
    pub target: String,
    /// The kind of the target.
    pub kind: AnnotationKind,
    /// The position of the annotation.
    pub span: Span,
    /// The text of the annotation.
    pub source: String,
    /// The function that evaluates the annotation when it is called, if it is not evaluated
    /// by running the module itself.
    pub evaluated_by: Option<String>,
    /// What each series does with the annotation, for all series, oldest first.
    pub behaviours: Vec<Behaviour>,
    /// Further remarks, as sentences.
    pub remarks: Vec<String>,
}

/// The kind of an annotation's target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AnnotationKind {
    /// A parameter.
    Parameter,
    /// The return value of a function.
    Return,
    /// A variable of the module.
    ModuleVariable,
    /// A variable in a class body.
    ClassVariable,
    /// A variable in a function.
    LocalVariable,
    /// An attribute, a subscription or a name in parentheses, whose annotations are not
    /// stored.
    OtherTarget,
}

/// What some series do with an annotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Behaviour {
    /// The series.
    pub series: SeriesRange,
    /// What they do.
    pub treatment: Treatment,
}

/// When an annotation is evaluated, and what is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Treatment {
    /// The series rejects the source, so nothing is evaluated.
    Rejected,
    /// Evaluated and stored when the definition runs.
    AtDefinition,
    /// Evaluated when the statement runs, but not stored.
    NotStored,
    /// Its text is stored because of `from __future__ import annotations`.
    KeptAsString,
    /// Evaluated on demand, in one of the formats of `annotationlib.Format`.
    Deferred,
    /// Never evaluated: annotations of local variables and, since 3.14, of targets that are
    /// not simple names.
    NeverEvaluated,
    /// The statement does not run, as under `if TYPE_CHECKING:`.
    NotRun,
}
