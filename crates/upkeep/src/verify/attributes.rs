//! What a release note has to say of every feature. The entry point is
//! [`check`].

use super::problem::{Check, Problem};
use super::subject::{Stated, Subject};
use terms::Area;

pub(super) fn check(subject: &Subject) -> Vec<Problem> {
    let of_reference = subject.stated().filter(Stated::is_of_reference);
    of_reference.flat_map(lacking).collect()
}

fn lacking(stated: Stated) -> Vec<Problem> {
    let feature = stated.feature;
    let mut lacking = Vec::new();
    if feature.area.is_none() {
        lacking.push("`area:`");
    }
    if feature.impact.is_none() {
        lacking.push("`impact:`");
    }
    if feature.url.is_none() {
        lacking.push("`url:`");
    }
    let is_located = feature.module.is_some() || !feature.names.is_empty();
    if feature.area == Some(Area::Library) && !is_located && feature.peps.is_empty() {
        lacking.push("`module:`, since it is of the library");
    }
    if feature.summary.is_empty() {
        lacking.push("text");
    }
    let problem = |what: &str| {
        let message = format!("`{}` has no {what}; add it", stated.slug());
        stated.place().problem(Check::Attributes, message)
    };
    lacking.into_iter().map(problem).collect()
}
