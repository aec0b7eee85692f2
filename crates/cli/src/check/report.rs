//! What was found, as every format prints it. The entry points are [`Report::items`] and
//! [`Report::placed`].

use super::inputs::Inputs;
use super::versions::Versions;
use lookup::{Checked, CheckedError, CheckedFinding, Level, Lookup};
use std::collections::HashMap;

/// What was found.
pub(crate) struct Report<'a> {
    /// As it was found: positions in notebooks are those in the code of all cells.
    pub checked: Checked,
    pub inputs: &'a Inputs,
    pub versions: &'a Versions,
    pub lookup: &'a Lookup,
}

/// A place where something was found.
pub(crate) struct Item<'a> {
    /// The path of the file.
    pub file: &'a str,
    /// The cell of a notebook.
    pub cell: Option<u32>,
    /// The line, from 1; in a notebook, that in the cell.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
    /// The line and the column of the position after it.
    pub end: (u32, u32),
    /// The line in the source that was checked.
    pub source_line: u32,
    pub level: Level,
    /// `added`, `removed`, `changed`, `deprecated`, `syntax`, `invalid` or `unread`.
    pub kind: &'static str,
    pub message: &'a str,
    /// The finding, unless no version of Python 3 accepts the source.
    pub finding: Option<&'a CheckedFinding>,
}

impl Item<'_> {
    /// The path of the file, with the number of the cell of a notebook.
    pub(crate) fn path(&self) -> String {
        path(self.file, self.cell)
    }

    /// The slug of the change that explains it.
    pub(crate) fn change(&self) -> Option<&str> {
        self.finding?.change.as_deref()
    }

    /// What helps: what to write instead, and packages.
    pub(crate) fn help(&self) -> Vec<String> {
        let Some(finding) = self.finding else {
            return Vec::new();
        };
        let instead = finding.instead.iter();
        let mut help: Vec<String> = instead.map(|one| format!("instead: {one}")).collect();
        if !finding.backports.is_empty() {
            help.push(format!("backport: {}", finding.backports.join(", ")));
        }
        help
    }

    /// How certain it is, unless it is sure.
    pub(crate) fn doubt(&self) -> Option<&'static str> {
        match self.finding?.certainty {
            "likely" => Some("likely: it holds if the value has the type that the code suggests"),
            "possible" => Some("possible: it depends on what happens at run time"),
            _ => None,
        }
    }
}

fn path(file: &str, cell: Option<u32>) -> String {
    cell.map_or_else(|| file.to_owned(), |cell| format!("{file}#{cell}"))
}

impl Report<'_> {
    /// What was found, by file and position.
    pub(crate) fn items(&self) -> Vec<Item<'_>> {
        let files = self.checked.files.iter().zip(0_usize..);
        let order: HashMap<&str, usize> = files
            .map(|(file, index)| (file.path.as_str(), index))
            .collect();
        let errors = self.checked.errors.iter().map(|error| self.error(error));
        let findings = self.checked.findings.iter();
        let findings = findings.map(|finding| self.finding(finding));
        let mut items: Vec<Item<'_>> = errors.chain(findings).collect();
        items.sort_by_key(|one| (order.get(one.file), one.source_line, one.column));
        items
    }

    /// What matters for the versions that were asked for, by file and position.
    pub(crate) fn problems(&self) -> Vec<Item<'_>> {
        let mut items = self.items();
        items.retain(|item| item.level > Level::Note);
        items
    }

    pub(crate) fn finding<'a>(&self, finding: &'a CheckedFinding) -> Item<'a> {
        let (cell, line) = self.inputs.place(&finding.path, finding.line);
        let lines = finding.end_line.saturating_sub(finding.line);
        Item {
            file: &finding.path,
            cell,
            line,
            column: finding.column,
            end: (line.saturating_add(lines), finding.end_column),
            source_line: finding.line,
            level: finding.level,
            kind: finding.kind,
            message: &finding.message,
            finding: Some(finding),
        }
    }

    fn error<'a>(&self, error: &'a CheckedError) -> Item<'a> {
        let (cell, line) = self.inputs.place(&error.path, error.line);
        Item {
            file: &error.path,
            cell,
            line,
            column: error.column,
            end: (line, error.column.saturating_add(1)),
            source_line: error.line,
            level: Level::Error,
            kind: match error.is_unread {
                true => "unread",
                false => "invalid",
            },
            message: &error.message,
            finding: None,
        }
    }

    /// What was found, with the cells of notebooks in the paths.
    pub(crate) fn placed(&self) -> Checked {
        let mut checked = self.checked.clone();
        for one in &mut checked.findings {
            let (cell, line) = self.inputs.place(&one.path, one.line);
            one.end_line = line.saturating_add(one.end_line.saturating_sub(one.line));
            one.line = line;
            one.path = path(&one.path, cell);
        }
        for one in &mut checked.errors {
            let (cell, line) = self.inputs.place(&one.path, one.line);
            one.line = line;
            one.path = path(&one.path, cell);
        }
        checked
    }
}
