//! The checker of the worker that analyses Python source: it holds files against what is
//! known of the standard library. The entry point is [`Checker::execute`]; the page's sides
//! are `assets/check/pool.ts` and `src/platform/analyzer.rs`.
//!
//! Each message is an array that begins with the name of a command; the answer is another:
//!
//! | message | answer |
//! |---|---|
//! | `["lists", bytes]`: the part `check.bin` | `["needs", [path, …]]`: the parts of the table of names |
//! | `["tables", [bytes, …]]`: these parts | `["known"]` |
//! | `["unpack", name, bytes]`: an archive | `["unpacked", [[path, bytes], …], [problem, …]]` |
//! | `["check", path, bytes]`: a program or a notebook | `["checked", bytes]`: a [`check::SourceReport`] encoded with postcard |
//!
//! What cannot be done is answered with `["failed", reason]`.

use api::Table;
use archive::{ArchiveError, Format, Limits, Notebook, NotebookError, unpack};
use bundle::BundleError;
use check::{CellStart, Knowledge, KnowledgeFiles, ListTexts, Lists, ListsError, SourceReport};
use js_sys::{Array, Uint8Array};
use std::mem;
use terms::Series;
use wasm_bindgen::prelude::*;

/// Why a command fails.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CheckerError {
    #[error("the page and its worker do not match; reload the page")]
    InvalidMessage,
    #[error("what is known of the standard library has not been loaded; reload the page")]
    NoKnowledge,
    #[error("what is known of the standard library cannot be read: {0}; reload the page")]
    Part(#[from] BundleError),
    #[error("what is known of the standard library cannot be read: {0}; reload the page")]
    Lists(#[from] ListsError),
    #[error("it is no archive that can be read; choose a wheel, a ZIP file or a tar file")]
    NoArchive,
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    #[error("the result cannot be passed on: {0}; reload the page")]
    Report(#[from] postcard::Error),
}

/// What the worker knows of the standard library.
#[derive(Default)]
pub(crate) struct Checker {
    /// The lists, until the table of names has arrived.
    lists: ListTexts,
    /// It is kept until the worker ends, so it is never freed.
    knowledge: Option<Knowledge<'static>>,
}

impl Checker {
    /// Executes a command, and returns the answer.
    pub(crate) fn execute(&mut self, message: &Array) -> Array {
        self.answer(message).unwrap_or_else(|error| {
            let reason = JsValue::from_str(&error.to_string());
            Array::of2(&JsValue::from_str("failed"), &reason)
        })
    }

    fn answer(&mut self, message: &Array) -> Result<Array, CheckerError> {
        let command = message.get(0).as_string().unwrap_or_default();
        let said = |word: &str| JsValue::from_str(word);
        match (command.as_str(), message.get(1).as_string()) {
            ("lists", None) => {
                let files: KnowledgeFiles = bundle::decode(&bytes(&message.get(1))?)?;
                let paths = files.tables.iter().map(|path| JsValue::from_str(path));
                let paths: Array = paths.collect();
                self.lists = files.lists;
                Ok(Array::of2(&said("needs"), &paths))
            }
            ("tables", None) => {
                self.know(&message.get(1))?;
                Ok(Array::of1(&said("known")))
            }
            ("unpack", Some(name)) => {
                let (members, problems) = unpacked(&name, &bytes(&message.get(2))?)?;
                Ok(Array::of3(&said("unpacked"), &members, &problems))
            }
            ("check", Some(path)) => {
                let knowledge = self.knowledge.as_ref().ok_or(CheckerError::NoKnowledge)?;
                let report = checked(path, &bytes(&message.get(2))?, knowledge);
                let report = postcard::to_allocvec(&report)?;
                let report = Uint8Array::from(report.as_slice());
                Ok(Array::of2(&said("checked"), &report))
            }
            _ => Err(CheckerError::InvalidMessage),
        }
    }

    fn know(&mut self, tables: &JsValue) -> Result<(), CheckerError> {
        let tables = tables.dyn_ref::<Array>();
        let tables = tables.ok_or(CheckerError::InvalidMessage)?.iter();
        let tables = tables
            .map(|table| Ok(bundle::decode(&bytes(&table)?)?))
            .collect::<Result<Vec<Table>, CheckerError>>()?;
        let texts = mem::take(&mut self.lists);
        let newest = tables.first().and_then(|table| table.survey().newest());
        let lists = Lists::parse(&texts, newest.unwrap_or(Series::python3(0)))?;
        let tables: &'static [Table] = Vec::leak(tables);
        let tables: Vec<&Table> = tables.iter().collect();
        self.knowledge = Some(Knowledge::new(&tables, Box::leak(Box::new(lists))));
        Ok(())
    }
}

/// Checks a program, or the code of a notebook.
fn checked(path: String, bytes: &[u8], knowledge: &Knowledge<'_>) -> SourceReport {
    if !path.to_ascii_lowercase().ends_with(".ipynb") {
        return SourceReport::of(path, bytes, knowledge);
    }
    match Notebook::parse(bytes) {
        Ok(notebook) => SourceReport {
            cells: notebook.cells.iter().map(start).collect(),
            ..SourceReport::of_text(path, &notebook.source, knowledge)
        },
        Err(error @ NotebookError::Language(_)) => SourceReport::left_out(path, error.to_string()),
        Err(error) => SourceReport::unread(path, error.to_string()),
    }
}

fn start(cell: &archive::Cell) -> CellStart {
    CellStart {
        number: cell.number,
        line: cell.line,
    }
}

/// The programs, notebooks and metadata of an archive, and what could not be read of it.
fn unpacked(name: &str, bytes: &[u8]) -> Result<(Array, Array), CheckerError> {
    let format = Format::of(name).ok_or(CheckerError::NoArchive)?;
    let found = unpack(format, bytes, Limits::default(), is_wanted)?;
    let members = found.members.into_iter().map(|member| {
        let path = JsValue::from_str(&format!("{name}/{}", member.path));
        Array::of2(&path, &Uint8Array::from(member.bytes.as_slice()))
    });
    let problems = found.skipped.into_iter().map(|skipped| {
        JsValue::from_str(&format!(
            "{name}: {:?} is left out: {}.",
            skipped.path, skipped.reason
        ))
    });
    Ok((members.collect(), problems.collect()))
}

fn is_wanted(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let endings = [".py", ".pyw", ".ipynb"];
    endings.iter().any(|ending| name.ends_with(ending))
        || ["METADATA", "PKG-INFO", "pyproject.toml"].contains(&name)
}

fn bytes(value: &JsValue) -> Result<Vec<u8>, CheckerError> {
    let bytes = value.dyn_ref::<Uint8Array>();
    Ok(bytes.ok_or(CheckerError::InvalidMessage)?.to_vec())
}
