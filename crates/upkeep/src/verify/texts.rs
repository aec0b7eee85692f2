//! Titles that fit a line, and nothing said twice. The entry point is
//! [`check`].

use super::problem::{Check, Place, Problem};
use super::subject::Subject;
use super::walk;
use document::{Block, Inline, plain_text};
use std::collections::BTreeMap;

/// The most characters of a title, the marks of code counted.
const LONGEST_TITLE: usize = 90;

/// Shorter paragraphs may well be said of two features.
const FEWEST_WORDS: usize = 6;

pub(super) fn check(subject: &Subject) -> Vec<Problem> {
    let mut problems = titles(subject);
    problems.extend(doubles(subject));
    problems
}

fn titles(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    for stated in subject.stated() {
        let title = &stated.feature.title;
        let heading = &stated.feature.heading;
        let is_code = |inline: &&Inline| matches!(inline, Inline::Code(_));
        let length = title.chars().count() + 2 * heading.iter().filter(is_code).count();
        let ends_in_code = heading.last().as_ref().is_some_and(is_code);
        let message = if title.is_empty() {
            "the title is empty; say what the feature is".to_owned()
        } else if length > LONGEST_TITLE {
            format!("the title has {length} characters; cut it to {LONGEST_TITLE}")
        } else if title.ends_with('.') && !ends_in_code {
            "the title ends in a full stop; leave it out".to_owned()
        } else {
            continue;
        };
        problems.push(stated.place().problem(Check::Texts, message));
    }
    problems
}

/// Titles that two features of a series share, and paragraphs that two
/// features of any share.
fn doubles(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut titles = BTreeMap::new();
    for feature in &subject.library.catalogue.features {
        let title = plain_text(&feature.title).to_lowercase();
        let place = subject.place_of(feature);
        if let Some(other) = titles.insert((feature.series, title), place.clone()) {
            let message = format!("{other} has the same title; tell them apart");
            problems.push(place.problem(Check::Texts, message));
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
                let message = format!("{other} has the same text; say what differs");
                problems.push(stated.place().problem(Check::Texts, message));
            }
        }
    }
    problems
}
