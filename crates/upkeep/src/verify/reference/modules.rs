//! Finds modules that are removed according to the notes and that no removal has. The entry
//! point is [`check`].

use super::super::exceptions::Exception;
use super::super::place::Place;
use super::super::subject::Subject;
use super::names::{self, Name};
use super::notes::{Notes, Paragraph, Part};
use catalogue::{Feature, Names};
use document::{Code, Diagnostic, Position};
use terms::Kind;

pub(super) fn check(subject: &Subject, all: &[Notes]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for notes in all {
        let series = notes.series;
        for paragraph in &notes.paragraphs {
            for module in removed(paragraph) {
                let removes = |(feature, names): (&Feature, &Names)| {
                    feature.series == series
                        && feature.kind == Kind::Removed
                        && names.qualified.contains(&module.text)
                };
                let exception = Exception::Name(series, module.text.clone());
                if subject.library.named().any(removes) || subject.exceptions.allow(&exception) {
                    continue;
                }
                let message = format!(
                    "no removal of {series} has the module `{}` in its `name:`",
                    module.text
                );
                let place = Place::new(&notes.path, Position::line(paragraph.line));
                found.push(place.report(Code::Reference, message, "add one"));
            }
        }
    }
    found
}

/// The modules that are removed according to a paragraph.
fn removed(paragraph: &Paragraph) -> Vec<Name> {
    let text = paragraph.text.as_str();
    match paragraph.part {
        Part::RemovedModules => leading(text),
        Part::Pending(_) | Part::Deprecated => Vec::new(),
        Part::Other | Part::Removed if text.contains("modules were removed") => {
            let names = names::names_in(text).into_iter();
            names
                .filter(|name| name.is_module && name.is_unlinked)
                .collect()
        }
        Part::Other | Part::Removed => sentence(text),
    }
}

/// The modules that a paragraph begins with.
fn leading(text: &str) -> Vec<Name> {
    if !text.starts_with(":mod:`") {
        return Vec::new();
    }
    let ends = [": ", ", ", ". "].iter().filter_map(|end| text.find(end));
    let head = ends.min().and_then(|end| text.get(..end)).unwrap_or(text);
    let names = names::names_in(head).into_iter();
    let is_public = |name: &Name| name.is_module && !name.text.starts_with('_');
    names.filter(is_public).collect()
}

/// The modules of a sentence such as "The x module has been removed" or
/// "Remove the x and y modules".
fn sentence(text: &str) -> Vec<Name> {
    let start = ["Removed the ", "Remove the ", "Removed ", "Remove ", "The "]
        .iter()
        .find_map(|start| text.strip_prefix(start));
    let Some((subject, rest)) = start.and_then(|text| {
        let end = text.find(" module")?;
        Some(text.split_at(end))
    }) else {
        return Vec::new();
    };
    let first = rest.split(". ").next().unwrap_or(rest);
    let is_removal = !text.starts_with("The ")
        || first.contains("has been removed")
        || first.contains("have been removed");
    // Only commas and "and" are allowed between the names.
    let unquoted = subject.replace("``", "`");
    let joins = unquoted.split('`').step_by(2).all(|between| {
        matches!(
            between.trim_matches([',', ' ']),
            "" | "and" | ":mod:" | "and :mod:"
        )
    });
    if is_removal && joins && !first.contains("removed from") {
        names::names_in(subject)
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn says(text: &str, part: Part, expected: &[&str]) {
        let text = text.to_owned();
        let paragraph = Paragraph {
            line: 1,
            text,
            part,
        };
        let found: Vec<String> = removed(&paragraph)
            .into_iter()
            .map(|name| name.text)
            .collect();
        assert_eq!(found, expected, "{}", paragraph.text);
    }

    #[test]
    fn sentences_say_which_modules_went() {
        says(
            "Removed :mod:`!a`, :mod:`!b` and :mod:`!c` modules.",
            Part::Removed,
            &["a", "b", "c"],
        );
        says(
            "The :mod:`!a` module, deprecated in Python 3.7, has been removed.",
            Part::Other,
            &["a"],
        );
        says("Remove the ``a`` module.", Part::Removed, &["a"]);
        says(
            "Remove the :func:`!f` function of the :mod:`!a` module.",
            Part::Removed,
            &[],
        );
        says(
            "``f`` is removed from the :mod:`!a` module.",
            Part::Other,
            &[],
        );
        says("The :mod:`a` module has a new function.", Part::Other, &[]);
        says(
            ":mod:`!a` and :mod:`!b`: use :mod:`c`.",
            Part::RemovedModules,
            &["a", "b"],
        );
    }
}
