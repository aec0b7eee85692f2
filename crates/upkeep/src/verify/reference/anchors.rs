//! Checks that links to the official pages lead to a label or a heading in them. The entry point
//! is [`check`].

use super::super::subject::{Stated, Subject};
use super::notes::Notes;
use document::{Attribute, Code, Diagnostic, nearest};
use std::collections::{BTreeMap, BTreeSet};
use terms::Series;

const PAGES: &str = "https://docs.python.org/";

pub(super) fn check(subject: &Subject, all: &[Notes]) -> Vec<Diagnostic> {
    let labels: BTreeSet<String> = all.iter().flat_map(labels).collect();
    let ids: BTreeMap<Series, BTreeSet<String>> =
        all.iter().map(|notes| (notes.series, ids(notes))).collect();
    let of_reference = subject.stated().filter(Stated::is_of_reference);
    of_reference
        .filter_map(|stated| {
            let (message, help) = wrong(stated.feature.url.as_deref()?, &labels, &ids)?;
            let place = stated.at(Attribute::Url);
            Some(place.report(Code::Anchor, message, help))
        })
        .collect()
}

/// The message and the help for an invalid link to one of the pages.
fn wrong(
    url: &str,
    labels: &BTreeSet<String>,
    ids: &BTreeMap<Series, BTreeSet<String>>,
) -> Option<(String, String)> {
    let page = url.strip_prefix(PAGES)?.split_once("/whatsnew/")?.1;
    let (series, rest) = page.split_once(".html")?;
    let ids = ids.get(&series.parse().ok()?)?;
    let Some(anchor) = rest.strip_prefix('#') else {
        let help = "add that of the passage".to_owned();
        return Some((format!("{url} has no anchor"), help));
    };
    let known = labels.contains(anchor) || ids.contains(anchor);
    (!known).then(|| {
        let message =
            format!("the anchor `{anchor}` is not a label or a heading of the notes of {series}");
        let all = labels.iter().chain(ids).map(String::as_str);
        let help = match nearest(anchor, all) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "correct it".to_owned(),
        };
        (message, help)
    })
}

/// The labels that the notes refer to, as they are in the page.
fn labels(notes: &Notes) -> Vec<String> {
    let mut labels = Vec::new();
    for paragraph in &notes.paragraphs {
        for part in paragraph.text.split('<').skip(1) {
            if let Some((target, _)) = part.split_once('>') {
                labels.push(id_of(target));
            }
        }
        for role in paragraph.text.split(":ref:`").skip(1) {
            if let Some((target, _)) = role.split_once('`') {
                labels.push(id_of(target));
            }
        }
    }
    labels
}

fn ids(notes: &Notes) -> BTreeSet<String> {
    let headings = notes.paragraphs.iter();
    headings
        .filter(|paragraph| paragraph.may_be_heading())
        .map(|paragraph| id_of(&without_roles(&paragraph.text)))
        .collect()
}

/// The text of a heading without roles and their targets.
fn without_roles(text: &str) -> String {
    let mut out = String::new();
    for (index, part) in text.split('`').enumerate() {
        let is_marked = index % 2 == 1;
        if is_marked {
            let shown = part.split(" <").next().unwrap_or(part);
            out.push_str(shown.trim_start_matches('!'));
        } else {
            let is_role = part.ends_with(':') && part.len() > 1;
            let start = part.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == ':');
            out.push_str(if is_role { start } else { part });
        }
    }
    out
}

/// The id that docutils makes from a text: in lower case, with a hyphen for every sequence of
/// other characters.
fn id_of(text: &str) -> String {
    let lower = text.trim_end_matches('_').to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_those_of_the_page() {
        assert_eq!(id_of("Other Language Changes"), "other-language-changes");
        assert_eq!(id_of("whatsnew313-pep594_"), "whatsnew313-pep594");
        assert_eq!(
            id_of(&without_roles("PEP 1: ``a.b`` and :mod:`!c`")),
            "pep-1-a-b-and-c"
        );
    }
}
