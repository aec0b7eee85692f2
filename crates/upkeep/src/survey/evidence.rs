//! The names of one interpreter. The entry point is [`Evidence::parse`].

use serde::Deserialize;
use terms::ReleaseNumber;

/// The answer of one interpreter to `survey.py`.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// The release that answered.
    pub release: ReleaseNumber,
    /// Its names, sorted.
    pub entries: Vec<Entry>,
}

/// A name that an interpreter has, or a module that it cannot import.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Entry {
    /// The qualified name, `builtins.` included.
    pub name: String,
    /// The module that has it; `None` for a module.
    pub module: Option<String>,
    /// One of the words of [`api::Kind`].
    pub kind: String,
    /// The signature.
    pub signature: Option<String>,
    /// The deprecation warning of the interpreter.
    pub deprecated: Option<String>,
    /// Why a module cannot be imported although it exists.
    pub error: Option<String>,
}

/// The first line of an answer.
#[derive(Deserialize)]
struct Head {
    python: String,
}

/// Why an answer cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum EvidenceError {
    /// The interpreter printed something else.
    #[error("line {line} of its answer is not what `survey.py` writes: {source}")]
    Line {
        /// Counted from 1.
        line: usize,
        /// What is wrong with it.
        source: serde_json::Error,
    },
    /// The interpreter's version is not that of a release of Python.
    #[error(transparent)]
    Release(#[from] terms::TermError),
    /// The interpreter printed nothing.
    #[error("its answer is empty")]
    Empty,
}

impl Evidence {
    /// Parses the answer of an interpreter.
    ///
    /// # Errors
    ///
    /// If it is not the output of `survey.py`.
    pub fn parse(text: &str) -> Result<Self, EvidenceError> {
        let mut lines = text.lines().enumerate();
        let (_, head) = lines.next().ok_or(EvidenceError::Empty)?;
        let head: Head =
            serde_json::from_str(head).map_err(|source| EvidenceError::Line { line: 1, source })?;
        let entries = lines.map(|(index, line)| {
            serde_json::from_str(line).map_err(|source| EvidenceError::Line {
                line: index + 1,
                source,
            })
        });
        Ok(Self {
            release: head.python.parse()?,
            entries: entries.collect::<Result<_, _>>()?,
        })
    }
}

/// The name as readers write it: without `builtins.`.
pub(super) fn without_builtins(name: &str) -> &str {
    name.strip_prefix("builtins.").unwrap_or(name)
}
