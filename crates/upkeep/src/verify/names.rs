//! Checks the names of modules, functions and other objects that features concern. The entry
//! point is [`check`].

use super::subject::{Stated, Subject};
use document::{Attribute, Code, Diagnostic};
use std::collections::BTreeSet;

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    subject.stated().flat_map(of_statement).collect()
}

fn of_statement(stated: Stated) -> Vec<Diagnostic> {
    let feature = stated.feature;
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for name in &feature.names {
        let place = stated.at_word(Attribute::Name, name);
        if !is_qualified(name) {
            let message = format!("`{name}` is not a qualified name");
            let help = "write it like str.removeprefix, without parentheses";
            found.push(place.report(Code::Name, message, help));
        }
        if !seen.insert(name) {
            let message = format!("`{name}` is listed twice in `name:`");
            found.push(place.report(Code::Name, message, "give each once"));
        }
    }
    let module = feature.module.as_ref();
    if let Some(module) = module.filter(|module| !is_qualified(module)) {
        let message = format!("`{module}` is not a valid module name");
        let place = stated.at(Attribute::Module);
        found.push(place.report(Code::Module, message, "write it like compression.zstd"));
    }
    let aliases = feature.aliases.iter();
    for alias in aliases.filter(|alias| alias.to_lowercase() != **alias) {
        let message = format!("the alias `{alias}` has capitals");
        let place = stated.at_word(Attribute::Alias, alias);
        found.push(place.report(Code::Alias, message, "write it in lower case"));
    }
    found
}

/// Whether a name consists of identifiers joined by dots.
pub(super) fn is_qualified(name: &str) -> bool {
    name.split('.').all(|part| {
        let starts = part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        starts && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    })
}
