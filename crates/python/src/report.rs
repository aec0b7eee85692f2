//! The findings. The entry point is [`Analysis`].
//!
//! Every type crosses the boundary of a worker, so all of them serialise in a
//! form that needs no self-describing format. Lines and columns count from 1,
//! columns in characters, always in the whole text that was given.

use serde::{Deserialize, Serialize};
use std::fmt;
use terms::Series;

/// Everything that [`analyze`](super::analyze) finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Analysis {
    /// Whether the source could be read.
    pub state: SourceState,
    /// The names of the modules, in the order of the text.
    pub modules: Vec<String>,
    /// One entry for each of [`SERIES`](super::SERIES), oldest first; empty
    /// where the state says that the text was not looked at.
    pub syntax: Vec<SeriesSyntax>,
    /// What each version does with the annotations.
    pub annotations: AnnotationReport,
    /// What is accepted with a warning, in the order of the text.
    pub notes: Vec<Note>,
}

impl Analysis {
    pub(super) fn without_findings(state: SourceState) -> Self {
        Self {
            state,
            modules: Vec::new(),
            syntax: Vec::new(),
            annotations: AnnotationReport::default(),
            notes: Vec::new(),
        }
    }

    /// Whether a series accepts the text; `None` where it was not looked at.
    pub fn accepted_in(&self, series: Series) -> Option<bool> {
        self.syntax
            .iter()
            .find(|entry| entry.series == series)
            .map(|entry| entry.refusal.is_none())
    }
}

/// Whether there was anything to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SourceState {
    /// Nothing but white space: valid everywhere, with nothing to say about it.
    Empty,
    /// Longer than is read; both numbers are bytes.
    TooLarge {
        /// How long the source is.
        bytes: u64,
        /// How long it may be.
        limit: u64,
    },
    /// Nested more deeply than is followed here, while some Pythons might
    /// accept it.
    TooDeep {
        /// Where the parser stopped.
        position: Position,
        /// What it expected.
        message: String,
    },
    /// The whole source was read.
    Read,
}

impl fmt::Display for SourceState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("There is no code yet."),
            Self::TooLarge { bytes, limit } => write!(
                f,
                "The code has {bytes} bytes; at most {limit} bytes are looked at. Shorten it."
            ),
            Self::TooDeep { position, message } => {
                write!(f, "Line {}: {message}", position.line)
            }
            Self::Read => f.write_str("The code was read."),
        }
    }
}

/// A place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// Counted from 1.
    pub line: u32,
    /// Counted from 1, in characters.
    pub column: u32,
}

/// A stretch of the text; the end is the place after its last character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// Where it begins.
    pub start: Position,
    /// Where it ends, exclusive.
    pub end: Position,
}

/// Consecutive series that behave alike; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SeriesRange {
    /// The first version.
    pub from: Series,
    /// The last version, inclusive.
    pub to: Series,
}

impl SeriesRange {
    /// Whether a version is in the range.
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

/// Whether one series accepts the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesSyntax {
    /// The version.
    pub series: Series,
    /// Absent where the series accepts the text.
    pub refusal: Option<Refusal>,
}

/// Why a series refuses the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The one that decides: CPython would stop there.
    pub first: SyntaxError,
    /// Others, in the order of the text.
    pub further: Vec<SyntaxError>,
    /// How many more there are that are not listed.
    pub unlisted: u32,
}

/// One reason to refuse the text, in the words of the parser used here;
/// CPython often words it differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyntaxError {
    /// The source that it is about.
    pub span: Span,
    /// What is wrong with it.
    pub kind: SyntaxErrorKind,
    /// The same in a sentence.
    pub message: String,
    /// The line that `span` begins on, without its end, cut to 200 characters.
    pub source_line: String,
}

/// Which rule of the language is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SyntaxErrorKind {
    /// No grammar of any of the series has this.
    Grammar,
    /// The grammar of the series does not have this, that of another has.
    Version,
    /// It parses, but CPython's compiler refuses it, such as a `return`
    /// outside a function.
    Compiler,
}

/// Something that is accepted with a warning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The versions that warn.
    pub series: SeriesRange,
    /// The source that they warn of.
    pub span: Span,
    /// The warning's category, such as `SyntaxWarning`.
    pub category: String,
    /// What they say.
    pub message: String,
}

/// What the annotations of the text do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnotationReport {
    /// In the order of the text.
    pub annotations: Vec<Annotation>,
    /// What running the text comes to, for all series, oldest first.
    pub runs: Vec<Run>,
    /// What keeps the report from being certain, such as a star import.
    pub limits: Vec<String>,
}

/// One annotation of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// The module it stands in.
    pub module: String,
    /// What it annotates, qualified: `Node.next`, `link.parent`,
    /// `link → return`.
    pub target: String,
    /// What it annotates.
    pub kind: AnnotationKind,
    /// Where it stands.
    pub span: Span,
    /// Its text as written.
    pub source: String,
    /// The function whose call evaluates it, where it does not belong to the
    /// run of the module itself.
    pub evaluated_by: Option<String>,
    /// What the series do with it: together all series, oldest first.
    pub behaviours: Vec<Behaviour>,
    /// What else there is to know, as whole sentences.
    pub remarks: Vec<String>,
}

/// What an annotation stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AnnotationKind {
    /// A parameter.
    Parameter,
    /// What a function returns.
    Return,
    /// A variable of the module.
    ModuleVariable,
    /// A variable in a class body.
    ClassVariable,
    /// A variable in a function.
    LocalVariable,
    /// An attribute, a subscription or a name in parentheses: evaluated like
    /// the others but stored nowhere.
    OtherTarget,
}

/// What some series do with an annotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Behaviour {
    /// The versions that do so.
    pub series: SeriesRange,
    /// Whether the run comes this far; where it does not, the treatment says
    /// what would happen if it did.
    pub reached: bool,
    /// What they do.
    pub treatment: Treatment,
}

/// When and how an annotation is evaluated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Treatment {
    /// The series refuses the text, so nothing is evaluated.
    Refused,
    /// Evaluated when the definition runs, and stored.
    AtDefinition(Evaluation),
    /// Evaluated when the statement runs, and stored nowhere.
    NotStored(Evaluation),
    /// Kept as this text by `from __future__ import annotations`; each of the
    /// formats gives the text.
    KeptAsString(String),
    /// Evaluated when somebody asks, here after the whole text has run. The
    /// fields are the formats of `annotationlib.Format`.
    Deferred {
        /// As a value, like `Format.VALUE`.
        value: Evaluation,
        /// With forward references, like `Format.FORWARDREF`.
        forward_ref: Evaluation,
        /// As source text, like `Format.STRING`.
        string: Evaluation,
    },
    /// Annotations of local variables are never evaluated, nor from 3.14 those
    /// of anything but a simple name.
    NeverEvaluated,
    /// The statement does not run, such as one under `if TYPE_CHECKING:`.
    NotRun,
}

/// What evaluating an annotation gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Evaluation {
    /// A value, written as `repr` writes it. The owner and module that
    /// `ForwardRef` adds to its own are left out.
    Gives(String),
    /// Something from outside the text, or made of it, described by the names
    /// it is imported by; nothing is seen that would keep it from being found.
    Described(String),
    /// Alone it would succeed, but the annotations of one object are evaluated
    /// together, and another one of them fails.
    Blocked {
        /// What the one that fails annotates.
        by: String,
        /// The exception as Python prints it.
        error: String,
    },
    /// An exception, written as the last line of its traceback, without the
    /// suggestions CPython adds to some and without file paths.
    Raises {
        /// The exception as Python prints it.
        error: String,
        /// The name that is missing, where that is the reason.
        missing: Option<String>,
        /// How sure the analysis is.
        certainty: Certainty,
    },
    /// It depends on what cannot be seen in the text; the sentence says on what.
    Unknown(String),
}

/// How sure an error is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Certainty {
    /// Nothing in the source can change it.
    Certain,
    /// It depends on which way the run takes.
    Possible,
}

/// What running the text comes to in some series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The versions in which it happens.
    pub series: SeriesRange,
    /// How far the module gets.
    pub outcome: RunOutcome,
}

/// How far a run comes, as far as names, imports and annotations decide it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RunOutcome {
    /// Nothing in the text is seen to stop it.
    Completes,
    /// The text is refused before anything runs.
    Refused,
    /// An exception ends it.
    Stops {
        /// The module that raises it.
        module: String,
        /// Where it is raised.
        position: Position,
        /// The last line of the traceback.
        error: String,
        /// How sure the analysis is.
        certainty: Certainty,
    },
}
