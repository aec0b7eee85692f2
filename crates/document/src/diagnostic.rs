//! Diagnostics on documents and other assets. The entry point is
//! [`Diagnostic`].

mod code;

pub use code::{Code, Severity};

use serde::{Deserialize, Serialize};
use std::fmt;

/// A position in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// Counted from 1, including front matter.
    pub line: u32,
    /// In characters, counted from 1.
    pub column: u32,
}

impl Position {
    /// The start of a text.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The position of a byte offset in a text.
    pub fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let feeds = u32::try_from(before.matches('\n').count()).unwrap_or(u32::MAX);
        let on_line = before.rsplit('\n').next().unwrap_or_default();
        Self::line(feeds.saturating_add(1)).right(on_line.chars().count())
    }

    /// The first occurrence of `words` in a text as whole words; the start of
    /// the text if there is none.
    pub fn of_words(text: &str, words: &str) -> Self {
        let is_word = |c: char| c.is_alphanumeric() || c == '-';
        let is_whole = |(at, _): &(usize, &str)| {
            let (before, after) = (text.get(..*at), text.get(at + words.len()..));
            let begins_within = words.starts_with(is_word) && before?.ends_with(is_word);
            let ends_within = words.ends_with(is_word) && after?.starts_with(is_word);
            (!begins_within && !ends_within).then_some(*at)
        };
        let mut found = text.match_indices(words);
        let at = found.find_map(|found| is_whole(&found));
        at.map_or(Self::START, |at| Self::of(text, at))
    }

    /// The start of a line.
    pub const fn line(line: u32) -> Self {
        Self { line, column: 1 }
    }

    /// The position that many characters to the right.
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

/// A problem: its position, a message, and what to do about it.
///
/// The parser, the merge and the asset checks all report problems with this
/// type. It is displayed on one line as `path:line:column: error[code]:
/// message; help`, and ordered by file and position.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The file; `None` for a text that is not from a file.
    pub path: Option<String>,
    /// Counted from 1, including front matter.
    pub line: u32,
    /// In characters, counted from 1.
    pub column: u32,
    /// Its code, for sorting and counting.
    pub code: Code,
    /// Its severity, which follows from the code.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to do about it, if anything.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A diagnostic without file and help.
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

    /// Adds what to do about it.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Sets the file.
    #[must_use]
    pub fn in_file(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Its position within the file.
    pub fn position(&self) -> Position {
        Position {
            line: self.line,
            column: self.column,
        }
    }

    /// The message and the help, without the position.
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
