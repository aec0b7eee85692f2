//! The attributes and texts that every feature in release notes needs. The entry point is
//! [`check`].

use super::subject::{Stated, Subject};
use document::{Attribute, Code, Diagnostic};
use terms::Area;

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let of_reference = subject.stated().filter(Stated::is_of_reference);
    of_reference.flat_map(missing).collect()
}

/// The missing attributes and texts of a statement. An attribute with an invalid value is not
/// missing: the parser has reported it.
fn missing(stated: Stated) -> Vec<Diagnostic> {
    let feature = stated.feature;
    let mut missing = Vec::new();
    for attribute in [Attribute::Area, Attribute::Impact, Attribute::Url] {
        if !feature.gives(attribute) {
            missing.push(format!("`{}:`", attribute.key()));
        }
    }
    let is_located = feature.gives(Attribute::Module) || feature.gives(Attribute::Name);
    if feature.area == Some(Area::Library) && !is_located && feature.peps.is_empty() {
        missing.push("`module:`, which features of the library need".to_owned());
    }
    if feature.summary.is_empty() {
        missing.push("text".to_owned());
    }
    let report = |what: String| {
        let message = format!("`{}` has no {what}", stated.slug());
        stated.at_slug().report(Code::Missing, message, "add it")
    };
    missing.into_iter().map(report).collect()
}
