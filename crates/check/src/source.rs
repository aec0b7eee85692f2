//! A checked file as it is shown: what is found, with the lines of code that it is found in.
//! The entry point is [`SourceReport::of`].

use crate::report::START;
use crate::{FileReport, Knowledge, Limits, check, decode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The longest excerpt of a line, in characters. The rest is left out.
const LONGEST_LINE: usize = 200;

/// A checked file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceReport {
    /// The path, as it is to be shown.
    pub path: String,
    /// Between which versions it runs.
    pub limits: Limits,
    /// What is found, for whatever versions.
    pub report: FileReport,
    /// The lines, without indentation, that something is found in or left over in.
    pub lines: BTreeMap<u32, String>,
    /// The cells of a notebook, in order; empty for other files.
    pub cells: Vec<CellStart>,
    /// Why the file was not checked, if it is no program in Python.
    pub left_out: Option<String>,
}

/// Where the code of a notebook's cell begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellStart {
    /// The number of the cell, from 1.
    pub number: u32,
    /// The line of the code of all cells that its first line is, from 1.
    pub line: u32,
}

impl SourceReport {
    /// Checks a file.
    pub fn of(path: String, bytes: &[u8], knowledge: &Knowledge<'_>) -> Self {
        match decode(bytes) {
            Ok(text) => Self::of_text(path, &text, knowledge),
            Err(error) => Self {
                path,
                report: FileReport::from(error),
                ..Self::default()
            },
        }
    }

    /// Checks a text.
    pub fn of_text(path: String, text: &str, knowledge: &Knowledge<'_>) -> Self {
        let report = check(text, knowledge);
        let found = report.findings.iter().map(|finding| finding.start.line);
        let failed = report.errors.iter().map(|error| error.position.line);
        let left = report.leftovers.iter().map(|one| one.start.line);
        let mut lines: BTreeMap<u32, String> = found
            .chain(failed)
            .chain(left)
            .map(|line| (line, String::new()))
            .collect();
        for (number, line) in (1..).zip(text.lines()) {
            if let Some(kept) = lines.get_mut(&number) {
                kept.extend(line.trim().chars().take(LONGEST_LINE));
            }
        }
        Self {
            path,
            limits: report.limits(),
            report,
            lines,
            ..Self::default()
        }
    }

    /// The place of a line, in words: `a.py:3`, or `a.ipynb, cell 2, line 1`.
    pub fn place(&self, line: u32) -> String {
        let cell = self.cells.iter().rfind(|cell| cell.line <= line);
        match cell {
            Some(cell) => {
                let line = line - cell.line + 1;
                format!("{}, cell {}, line {line}", self.path, cell.number)
            }
            None => format!("{}:{line}", self.path),
        }
    }

    /// A file that is no program in Python.
    pub fn left_out(path: String, reason: String) -> Self {
        Self {
            path,
            left_out: Some(reason),
            ..Self::default()
        }
    }

    /// A file that cannot be read here.
    pub fn unread(path: String, message: String) -> Self {
        Self {
            path,
            report: FileReport::unread(START, message),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_notebooks_are_counted_in_their_cells() {
        let cell = |number, line| CellStart { number, line };
        let notebook = SourceReport {
            path: "a.ipynb".to_owned(),
            cells: vec![cell(2, 1), cell(4, 6)],
            ..SourceReport::default()
        };
        assert_eq!(notebook.place(5), "a.ipynb, cell 2, line 5");
        assert_eq!(notebook.place(7), "a.ipynb, cell 4, line 2");
        let unread = SourceReport::unread("a.py".to_owned(), "no".to_owned());
        assert_eq!(unread.place(1), "a.py:1");
    }
}
