//! What is wrong in a document or in another asset. The entry point is
//! [`Diagnostic`].

mod code;

pub use code::{Code, Severity};

use serde::{Deserialize, Serialize};
use std::fmt;

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// Counted from 1, front matter included.
    pub line: u32,
    /// In characters, counted from 1.
    pub column: u32,
}

impl Position {
    /// Where a text begins.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The place of a byte offset in a text.
    pub fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let feeds = u32::try_from(before.matches('\n').count()).unwrap_or(u32::MAX);
        let on_line = before.rsplit('\n').next().unwrap_or_default();
        Self::line(feeds.saturating_add(1)).right(on_line.chars().count())
    }

    /// Where some words stand first in a text, and not as a part of others; its
    /// beginning where they do not.
    pub fn of_words(text: &str, words: &str) -> Self {
        let goes_on = |c: char| c.is_alphanumeric() || c == '-';
        let is_whole = |(at, _): &(usize, &str)| {
            let (before, after) = (text.get(..*at), text.get(at + words.len()..));
            let begins_within = words.starts_with(goes_on) && before?.ends_with(goes_on);
            let ends_within = words.ends_with(goes_on) && after?.starts_with(goes_on);
            (!begins_within && !ends_within).then_some(*at)
        };
        let mut found = text.match_indices(words);
        let at = found.find_map(|found| is_whole(&found));
        at.map_or(Self::START, |at| Self::of(text, at))
    }

    /// The beginning of a line.
    pub const fn line(line: u32) -> Self {
        Self { line, column: 1 }
    }

    /// So many characters further on the same line.
    pub(crate) fn right(self, characters: usize) -> Self {
        let characters = u32::try_from(characters).unwrap_or(u32::MAX);
        Self {
            line: self.line,
            column: self.column.saturating_add(characters),
        }
    }
}

impl Default for Position {
    fn default() -> Self {
        Self::START
    }
}

/// Something that is not as it should be: where, what, and what to do.
///
/// The parser, the merge and the checks of the assets all report with this
/// type. It prints on one line as `path:line:column: error[code]: message;
/// help`. Its order is that of files and places in them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The file; absent for a text that has not come from one.
    pub path: Option<String>,
    /// Counted from 1, front matter included.
    pub line: u32,
    /// In characters, counted from 1.
    pub column: u32,
    /// What the diagnostic is about, for sorting and counting.
    pub code: Code,
    /// How bad it is, which follows from the code.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to do about it, where there is anything to do.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A diagnostic without help on a text that has no file.
    pub fn new(code: Code, position: Position, message: impl Into<String>) -> Self {
        Self {
            path: None,
            line: position.line,
            column: position.column,
            code,
            severity: code.severity(),
            message: message.into(),
            help: None,
        }
    }

    /// The same diagnostic with what to do about it.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same diagnostic on a file.
    #[must_use]
    pub fn in_file(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Where it is within its file.
    pub fn position(&self) -> Position {
        Position {
            line: self.line,
            column: self.column,
        }
    }

    /// The message and the help, for where the place stands beside them.
    pub fn text(&self) -> String {
        match &self.help {
            Some(help) => format!("{}; {help}", self.message),
            None => self.message.clone(),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(path) = &self.path {
            write!(f, "{path}:")?;
        }
        let Self { line, column, .. } = self;
        let (severity, code) = (self.severity.key(), self.code.key());
        write!(f, "{line}:{column}: {severity}[{code}]: {}", self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diagnostic_is_one_line() {
        let place = Position {
            line: 341,
            column: 11,
        };
        let diagnostic = Diagnostic::new(Code::Area, place, "`langauge` is not a valid area");
        assert_eq!(
            diagnostic.to_string(),
            "341:11: error[area]: `langauge` is not a valid area"
        );
        let diagnostic = diagnostic
            .with_help("did you mean `language`?")
            .in_file("notes/3.14.md");
        assert_eq!(
            diagnostic.to_string(),
            "notes/3.14.md:341:11: error[area]: `langauge` is not a valid area; \
             did you mean `language`?"
        );
        let nesting = Diagnostic::new(Code::Nesting, Position::START, "lists are too deep");
        assert_eq!(
            nesting.to_string(),
            "1:1: warning[nesting]: lists are too deep"
        );
    }

    #[test]
    fn a_place_counts_lines_and_characters() {
        let text = "aé\nb żc\n";
        let place = |offset| {
            let Position { line, column } = Position::of(text, offset);
            (line, column)
        };
        assert_eq!([place(0), place(3), place(4)], [(1, 1), (1, 3), (2, 1)]);
        assert_eq!([place(8), place(9), place(99)], [(2, 4), (2, 5), (3, 1)]);
        assert_eq!(
            Position::of_words(text, "żc"),
            Position { line: 2, column: 3 }
        );
        assert_eq!(Position::of_words(text, "none"), Position::START);
        let slugs = "pep-75 = 1, a-pep-7 = 2, pep-7 = 3";
        assert_eq!(Position::of_words(slugs, "pep-7").column, 26);
        assert_eq!(Position::of_words("3.11, ..3.1", "3.1").column, 9);
    }

    #[test]
    fn the_order_is_that_of_files_and_places() {
        let at = |path: &str, line, column| {
            Diagnostic::new(Code::Link, Position { line, column }, "x").in_file(path)
        };
        let sorted = [at("a", 2, 3), at("a", 10, 1), at("a", 10, 2), at("b", 1, 1)];
        assert!(sorted.is_sorted());
    }
}
