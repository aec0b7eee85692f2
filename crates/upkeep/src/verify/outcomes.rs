//! When deprecated things go, and since when removed things were deprecated.
//! The entry point is [`check`].

use super::problem::{Check, Problem};
use super::subject::{Stated, Subject};
use terms::Kind;

pub(super) fn check(subject: &Subject) -> Vec<Problem> {
    subject.stated().flat_map(of_statement).collect()
}

fn of_statement(stated: Stated) -> Vec<Problem> {
    let feature = stated.feature;
    let Some(series) = stated.series() else {
        return Vec::new();
    };
    let mut messages = Vec::new();
    if let Some(removal) = feature.removal {
        if feature.kind != Kind::Deprecated {
            messages.push(
                "`removal:` is for what is deprecated; use `removed:` or leave it out".to_owned(),
            );
        } else if removal <= series {
            messages.push(format!(
                "it is to go in {removal}, which does not come after {series}; correct `removal:`"
            ));
        }
    }
    if let Some(deprecated) = feature.deprecated {
        if feature.kind != Kind::Removed {
            messages.push("`deprecated:` is for what is removed; leave it out".to_owned());
        } else if deprecated > series {
            messages.push(format!(
                "it was removed in {series} and deprecated only in {deprecated}; correct `deprecated:`"
            ));
        }
    }
    if let Some(removed) = feature.removed
        && removed.series < series
    {
        messages.push(format!(
            "it came in {series} and went in {removed}; correct `removed:`"
        ));
    }
    let problem = |message: String| stated.place().problem(Check::Outcomes, message);
    messages.into_iter().map(problem).collect()
}
