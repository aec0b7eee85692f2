//! Jupyter notebooks. The entry point is [`Notebook::parse`].

use crate::NotebookError;
use serde::Deserialize;
use serde_json::Value;

/// The code of a notebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notebook {
    /// The code of all cells as one module, in which commands of IPython are blank lines.
    pub source: String,
    /// The cells with code, in order.
    pub cells: Vec<Cell>,
}

/// A cell with code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The number of the cell in the notebook, from 1; cells with text count.
    pub number: u32,
    /// The line of [`Notebook::source`] that its first line is, from 1.
    pub line: u32,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    metadata: Value,
    nbformat: Option<u64>,
    cells: Option<Vec<Stored>>,
}

#[derive(Deserialize)]
struct Stored {
    cell_type: String,
    #[serde(default)]
    source: Text,
}

/// A text, which notebooks hold in one string or in a list of lines.
#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Whole(String),
    Lines(Vec<String>),
}

impl Default for Text {
    fn default() -> Self {
        Self::Lines(Vec::new())
    }
}

impl Notebook {
    /// Reads a notebook of format 4 (the schema of `nbformat`).
    ///
    /// # Errors
    ///
    /// If it is not such a notebook, or not in Python.
    pub fn parse(bytes: &[u8]) -> Result<Self, NotebookError> {
        let file: File = serde_json::from_slice(bytes)?;
        let language = ["/kernelspec/language", "/language_info/name"]
            .iter()
            .find_map(|path| file.metadata.pointer(path)?.as_str());
        if let Some(language) = language.filter(|name| !name.eq_ignore_ascii_case("python")) {
            return Err(NotebookError::Language(language.to_owned()));
        }
        let cells = match (file.cells, file.nbformat) {
            (Some(cells), _) => cells,
            (None, format) => return Err(NotebookError::Old(format.unwrap_or(0))),
        };
        let mut notebook = Self {
            source: String::new(),
            cells: Vec::new(),
        };
        let mut line = 1;
        for (number, cell) in (1..).zip(cells) {
            if cell.cell_type != "code" {
                continue;
            }
            let text = match cell.source {
                Text::Whole(text) => text,
                Text::Lines(lines) => lines.concat(),
            };
            let code = without_commands(&text);
            notebook.cells.push(Cell { number, line });
            line += 1 + u32::try_from(code.matches('\n').count()).unwrap_or(u32::MAX - line);
            notebook.source.push_str(&code);
            notebook.source.push('\n');
        }
        Ok(notebook)
    }

    /// The number of the cell that a line of [`Notebook::source`] belongs to, and the line in
    /// that cell, both from 1.
    pub fn place(&self, line: u32) -> (u32, u32) {
        let after = self.cells.partition_point(|cell| cell.line <= line);
        let cell = after.checked_sub(1).and_then(|index| self.cells.get(index));
        cell.map_or((1, line), |cell| (cell.number, line - cell.line + 1))
    }
}

/// The code of a cell with a line feed after each line, in which lines for IPython are blank
/// (`pass` in a block): `%magic`, `!command`, `name?`, and a whole cell that begins with `%%`, unless that runs
/// Python.
fn without_commands(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let first = text.lines().find(|line| !line.trim().is_empty());
    let magic = first.and_then(|line| line.trim_start().strip_prefix("%%"));
    let is_other = magic.is_some_and(|magic| {
        let name = magic.split_whitespace().next().unwrap_or_default();
        !matches!(
            name,
            "time" | "timeit" | "capture" | "prun" | "python" | "python3"
        )
    });
    let mut continues = false;
    let mut code = String::with_capacity(text.len() + 1);
    for line in text.lines() {
        let is_begun = is_other || continues;
        if !is_begun && !is_command(line) {
            code.push_str(line);
        } else {
            // A block may have no other line.
            if !is_begun && line.starts_with([' ', '\t']) {
                code.extend(line.chars().take_while(|c| c.is_whitespace()));
                code.push_str("pass");
            }
            continues = line.ends_with('\\');
        }
        code.push('\n');
    }
    code
}

fn is_command(line: &str) -> bool {
    let line = line.trim();
    // What stands before `!` and `%` tells commands such as `files = !ls` from operators.
    let assigned = line.split_once('=').is_some_and(|(name, value)| {
        let is_name = |c: char| c.is_alphanumeric() || "_, ".contains(c);
        name.chars().all(is_name) && value.trim_start().starts_with(['!', '%'])
    });
    let asks = line.ends_with('?') && !line.contains(['#', '"', '\'']);
    line.starts_with(['%', '!', '?']) || assigned || asks
}
