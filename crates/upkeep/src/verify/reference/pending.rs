//! Finds removals that the notes plan for a future series and that no deprecation has. The entry
//! point is [`check`].

use super::super::exceptions::Exception;
use super::super::place::Place;
use super::super::subject::Subject;
use super::lacking::Vocabulary;
use super::names;
use super::notes::{Notes, Paragraph, Part};
use document::{Code, Diagnostic, Position};
use std::collections::BTreeMap;
use terms::{Kind, Series};

pub(super) fn check(subject: &Subject, all: &[Notes]) -> Vec<Diagnostic> {
    let Some(newest) = all.last().map(|notes| notes.series) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for ((removal, _), (notes, entries)) in latest(all) {
        if removal <= newest {
            continue;
        }
        let vocabulary = Vocabulary::of(subject, |feature| {
            feature.kind == Kind::Deprecated && feature.removal == Some(removal)
        });
        for entry in entries {
            if let Some(message) = lacking(subject, removal, &vocabulary, entry) {
                let place = Place::new(&notes.path, Position::line(entry.line));
                found.push(place.report(Code::Reference, message, "add it"));
            }
        }
    }
    found
}

/// The lists by series, with separate ones for the C API, each from the newest notes that have
/// it, as plans change.
type Lists<'a> = BTreeMap<(Series, bool), (&'a Notes, Vec<&'a Paragraph>)>;

fn latest(all: &[Notes]) -> Lists<'_> {
    let mut lists = Lists::new();
    for notes in all {
        let mut of_c_api = false;
        let mut own = Lists::new();
        for paragraph in &notes.paragraphs {
            if paragraph.text.starts_with("####") {
                of_c_api = paragraph.text.contains("c-api");
            }
            if let Part::Pending(removal) = paragraph.part {
                let list = own.entry((removal, of_c_api));
                list.or_insert_with(|| (notes, Vec::new()))
                    .1
                    .push(paragraph);
            }
        }
        lists.extend(own);
    }
    lists
}

fn lacking(
    subject: &Subject,
    removal: Series,
    vocabulary: &Vocabulary,
    entry: &Paragraph,
) -> Option<String> {
    let names = names::names_in(&entry.text);
    // A module and a colon introduce the entries that follow.
    if names.is_empty() || (entry.text.ends_with("`:") && names.len() == 1) {
        return None;
    }
    // A paragraph that explains an entry has no new names.
    let is_covered = names.iter().any(|name| vocabulary.names(name))
        || names.iter().all(|name| vocabulary.tells(name));
    let excepted = names.iter().any(|name| {
        let exception = Exception::Pending(removal, name.text.clone());
        subject.exceptions.allow(&exception)
    });
    let names: Vec<String> = names
        .iter()
        .map(|name| format!("`{}`", name.text))
        .collect();
    (!is_covered && !excepted).then(|| {
        format!(
            "no deprecation with `removal: {removal}` has one of {} in its `name:`",
            names.join(", ")
        )
    })
}
