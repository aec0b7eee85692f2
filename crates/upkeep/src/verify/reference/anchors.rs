//! Checks that links to the official pages lead to an anchor in them. The entry point is
//! [`check`].

use super::super::subject::{Stated, Subject};
use super::notes::Notes;
use document::{Attribute, Code, Diagnostic, nearest};
use std::collections::{BTreeMap, BTreeSet};
use terms::Series;

const PAGES: &str = "https://docs.python.org/";

pub(super) fn check(subject: &Subject, all: &[Notes]) -> Vec<Diagnostic> {
    let referred: BTreeSet<String> = all.iter().flat_map(referred).collect();
    let pages = all.iter().map(|notes| (notes.series, anchors(notes)));
    let pages: BTreeMap<Series, BTreeSet<String>> = pages.collect();
    let of_reference = subject.stated().filter(Stated::is_of_reference);
    of_reference
        .filter_map(|stated| {
            let (message, help) = wrong(stated.feature.url.as_deref()?, &referred, &pages)?;
            let place = stated.at(Attribute::Url);
            Some(place.report(Code::Anchor, message, help))
        })
        .collect()
}

/// The message and the help for an invalid link to one of the pages.
fn wrong(
    url: &str,
    referred: &BTreeSet<String>,
    pages: &BTreeMap<Series, BTreeSet<String>>,
) -> Option<(String, String)> {
    let page = url.strip_prefix(PAGES)?.split_once("/whatsnew/")?.1;
    let (series, rest) = page.split_once(".html")?;
    let anchors = pages.get(&series.parse().ok()?)?;
    let Some(anchor) = rest.strip_prefix('#') else {
        let help = "add that of the passage".to_owned();
        return Some((format!("{url} has no anchor"), help));
    };
    let is_known = anchors.contains(anchor) || referred.contains(anchor);
    (!is_known).then(|| {
        let message = format!("the notes of {series} have no anchor `{anchor}`");
        let help = match nearest(anchor, anchors.iter().map(String::as_str)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "correct it".to_owned(),
        };
        (message, help)
    })
}

/// The anchors of headings, each on a line such as `.. _removed:`.
fn anchors(notes: &Notes) -> BTreeSet<String> {
    let paragraphs = notes.paragraphs.iter();
    paragraphs
        .filter_map(|paragraph| paragraph.text.strip_prefix(".. _")?.strip_suffix(':'))
        .map(str::to_owned)
        .collect()
}

/// The anchors of list items, as far as the notes refer to them.
fn referred(notes: &Notes) -> Vec<String> {
    let texts = notes.paragraphs.iter().map(|paragraph| &paragraph.text);
    let references = texts.flat_map(|text| text.split(":ref:`").skip(1));
    let references = references.filter_map(|rest| rest.split('`').next());
    let targets = references.map(|reference| {
        let target = reference
            .split_once('<')
            .map_or(reference, |(_, target)| target);
        target
            .trim_end_matches('>')
            .replace('_', "-")
            .to_lowercase()
    });
    targets.collect()
}
