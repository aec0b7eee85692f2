//! What is checked, once it has been read. The entry point is [`Inputs`].

use super::metadata::Required;
use archive::Notebook;
use lookup::SourceFile;
use std::collections::BTreeMap;

/// What is checked, and what could not be read.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    /// The sources, by path. That of a notebook is the code of its cells.
    pub files: Vec<SourceFile>,
    /// The notebooks among them.
    notebooks: BTreeMap<String, Notebook>,
    /// What the packages that were given require.
    pub required: Vec<Required>,
    /// What could not be read, and why.
    pub problems: Vec<String>,
    /// What was left out, and why.
    pub skipped: Vec<String>,
}

impl Inputs {
    /// Adds a file, unless it was there already.
    pub(crate) fn add(&mut self, path: String, bytes: Vec<u8>) {
        if !path.to_ascii_lowercase().ends_with(".ipynb") {
            self.files.push(SourceFile { path, bytes });
            return;
        }
        match Notebook::parse(&bytes) {
            Ok(notebook) => {
                self.files.push(SourceFile {
                    path: path.clone(),
                    bytes: notebook.source.clone().into_bytes(),
                });
                self.notebooks.insert(path, notebook);
            }
            Err(error @ archive::NotebookError::Language(_)) => {
                self.skipped.push(format!("{path} is left out: {error}"));
            }
            Err(error) => self.problems.push(format!("{path}: {error}")),
        }
    }

    /// Brings the files in order, each once.
    pub(crate) fn sort(&mut self) {
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
        self.files.dedup_by(|a, b| a.path == b.path);
    }

    /// Where a line of a source is: for a notebook the number of the cell, and the line in it.
    pub(crate) fn place(&self, path: &str, line: u32) -> (Option<u32>, u32) {
        self.notebooks.get(path).map_or((None, line), |notebook| {
            let (cell, line) = notebook.place(line);
            (Some(cell), line)
        })
    }
}
