//! Checks that titles fit on a line, and that no text occurs twice. The entry point is
//! [`check`].

use super::place::Place;
use super::subject::Subject;
use super::walk;
use document::{Block, Code, Diagnostic, Inline, plain_text};
use std::collections::BTreeMap;

/// The most characters in a title, including markup of code.
const LONGEST_TITLE: usize = 90;

/// Shorter paragraphs may be the same for two features.
const FEWEST_WORDS: usize = 6;

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = titles(subject);
    found.extend(doubles(subject));
    found
}

fn titles(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for stated in subject.stated() {
        let title = &stated.feature.title;
        let heading = &stated.feature.heading;
        let is_code = |inline: &&Inline| matches!(inline, Inline::Code(_));
        let length = title.chars().count() + 2 * heading.iter().filter(is_code).count();
        let ends_in_code = heading.last().as_ref().is_some_and(is_code);
        let place = stated.place();
        let report = |message: &str, help: &str| place.report(Code::Title, message, help);
        if title.is_empty() {
            found.push(report("the title is empty", "say what the feature is"));
        } else if length > LONGEST_TITLE {
            let message = format!("the title has {length} characters");
            found.push(report(&message, &format!("cut it to {LONGEST_TITLE}")));
        } else if title.ends_with('.') && !ends_in_code {
            found.push(report("the title ends in a full stop", "leave it out"));
        }
    }
    found
}

/// The titles that two features of a series share, and the paragraphs that any two features
/// share.
fn doubles(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut titles = BTreeMap::new();
    for feature in &subject.library.catalogue.features {
        let title = plain_text(&feature.title).to_lowercase();
        let place = subject.place_of(feature);
        if let Some(other) = titles.insert((feature.series, title), place.clone()) {
            let message = format!("{other} has the same title");
            found.push(place.report(Code::Title, message, "tell them apart"));
        }
    }
    let mut paragraphs: BTreeMap<String, Place> = BTreeMap::new();
    for stated in subject.stated() {
        for block in &stated.feature.summary {
            if matches!(block, Block::Code { .. }) {
                continue;
            }
            let text = walk::text(std::slice::from_ref(block));
            let words: Vec<&str> = text.split_whitespace().collect();
            if words.len() < FEWEST_WORDS {
                continue;
            }
            let text = words.join(" ").to_lowercase();
            if let Some(other) = paragraphs.insert(text, stated.place()) {
                let message = format!("{other} has the same text");
                found.push(
                    stated
                        .place()
                        .report(Code::Text, message, "say what differs"),
                );
            }
        }
    }
    found
}
