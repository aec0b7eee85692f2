//! Positions in files. The entry point is [`Place`].

use document::{Code, Diagnostic, Position};
use std::fmt;
use std::path::Path;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub path: String,
    pub position: Position,
}

impl Place {
    pub(super) fn new(path: &Path, position: Position) -> Self {
        let path = path.display().to_string();
        Self { path, position }
    }

    /// The beginning of a file.
    pub(super) fn start(path: &Path) -> Self {
        Self::new(path, Position::START)
    }

    /// A diagnostic for this place.
    pub(super) fn report(
        &self,
        code: Code,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(code, self.position, message)
            .with_help(help)
            .in_file(&self.path)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column } = self.position;
        write!(f, "{}:{line}:{column}", self.path)
    }
}
