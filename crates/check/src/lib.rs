//! Which versions of Python a program runs on, and what an upgrade breaks in it. The entry
//! point is [`check`].
//!
//! `python` says what a program uses, and this crate holds that against the table of names,
//! the types that typeshed declares and a number of changes of behaviour. Nothing is
//! imported or run.

mod behaviour;
mod encodings;
mod finding;
mod judge;
mod knowledge;
mod leftover;
mod lists;
mod meaning;
mod overview;
mod report;
mod requires;
pub mod shared;
mod signature;
mod source;
mod syntax;
mod text;
mod types;

pub use finding::{Certainty, Finding, FindingKind, Level};
pub use knowledge::Knowledge;
pub use leftover::{Leftover, LeftoverKind};
pub use lists::{KnowledgeFiles, ListTexts, Lists, ListsError, part, write};
pub use overview::{Group, LeftoverGroup, Overview, Place};
pub use report::{FileError, FileReport, Limits};
pub use requires::requires_python;
pub use source::{CellStart, SourceReport};
pub use text::{TextError, decode};
pub use types::TypesError;

/// Checks the source of a module.
///
/// A syntax error does not end it: the rest is checked as far as it can be read.
pub fn check(text: &str, knowledge: &Knowledge<'_>) -> FileReport {
    let uses = match python::uses(text) {
        Ok(uses) => uses,
        Err(error) if error.is_rejected => {
            return FileReport::rejected(error.position, error.message);
        }
        Err(error) => return FileReport::unread(error.position, error.message),
    };
    let source = python::Source::single(text);
    let (findings, leftovers) = judge::judge(&uses, &source, knowledge);
    FileReport::new(findings, leftovers, uses.errors)
}
