//! Checks the planned removals of deprecations and the deprecations of removals. The entry point
//! is [`check`].

use super::subject::{Stated, Subject};
use document::{Attribute, Diagnostic};
use terms::Kind;

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    subject.stated().flat_map(of_statement).collect()
}

fn of_statement(stated: Stated) -> Vec<Diagnostic> {
    let feature = stated.feature;
    let Some(series) = stated.series() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut report = |attribute: Attribute, message: String, help: &str| {
        let place = stated.at(attribute);
        found.push(place.report(attribute.code(), message, help));
    };
    // An invalid kind has been reported, and the kind is unknown.
    let has_kind = |kind| feature.kind == kind || !stated.has_valid_kind();
    if let Some(removal) = feature.removal {
        if !has_kind(Kind::Deprecated) {
            let message = "`removal:` is only for deprecations".to_owned();
            report(
                Attribute::Removal,
                message,
                "use `removed:` or leave it out",
            );
        } else if removal <= series {
            let message =
                format!("its removal is planned for {removal}, which is not after {series}");
            report(Attribute::Removal, message, "correct `removal:`");
        }
    }
    if let Some(deprecated) = feature.deprecated {
        if !has_kind(Kind::Removed) {
            let message = "`deprecated:` is only for removals".to_owned();
            report(Attribute::Deprecated, message, "leave it out");
        } else if deprecated > series {
            let message = format!("it was removed in {series} and deprecated only in {deprecated}");
            report(Attribute::Deprecated, message, "correct `deprecated:`");
        }
    }
    if let Some(removed) = feature.removed
        && removed.series < series
    {
        let message = format!("it was removed in {removed}, which is before {series}");
        report(Attribute::Removed, message, "correct `removed:`");
    }
    found
}
