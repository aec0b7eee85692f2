//! Names that can be looked up: of modules, functions and what else a feature
//! concerns. The entry point is [`check`].

use super::problem::{Check, Problem};
use super::subject::{Stated, Subject};
use std::collections::BTreeSet;

pub(super) fn check(subject: &Subject) -> Vec<Problem> {
    subject.stated().flat_map(of_statement).collect()
}

fn of_statement(stated: Stated) -> Vec<Problem> {
    let feature = stated.feature;
    let mut messages = Vec::new();
    let mut seen = BTreeSet::new();
    for name in &feature.names {
        if !is_qualified(name) {
            messages.push(format!(
                "`{name}` is no qualified name; write it like str.removeprefix, without parentheses"
            ));
        }
        if !seen.insert(name) {
            messages.push(format!("`{name}` stands twice in `name:`; give each once"));
        }
    }
    let module = feature.module.as_ref();
    if let Some(module) = module.filter(|module| !is_qualified(module)) {
        messages.push(format!(
            "`{module}` is no module; write it like compression.zstd"
        ));
    }
    let upper = feature.aliases.iter();
    for alias in upper.filter(|alias| alias.to_lowercase() != **alias) {
        messages.push(format!(
            "the alias `{alias}` has capitals; write it in lower case"
        ));
    }
    let problem = |message: String| stated.place().problem(Check::Names, message);
    messages.into_iter().map(problem).collect()
}

/// Whether a name is made of identifiers joined by dots.
pub(super) fn is_qualified(name: &str) -> bool {
    name.split('.').all(|part| {
        let starts = part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        starts && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    })
}
