//! The attributes and texts that every feature in release notes needs. The entry point is
//! [`check`].

use super::subject::{Stated, Subject};
use super::walk;
use document::{Attribute, Code, Diagnostic};
use terms::{Area, Impact, Kind, Series};

/// The first version whose removals all say what to use instead.
const REPLACED_SINCE: Series = Series::python3(10);

/// The documentation's term for a deprecation without a warning and without a plan to
/// remove what it is about.
const SOFT: &str = "soft deprecated";

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let of_reference = subject.stated().filter(Stated::is_of_reference);
    of_reference
        .flat_map(|stated| {
            let mut found = missing(stated);
            found.extend(deprecation_without_impact(stated));
            found
        })
        .collect()
}

/// A deprecation asks for a look at the code, unless it is soft.
fn deprecation_without_impact(stated: Stated) -> Option<Diagnostic> {
    let feature = stated.feature;
    if feature.kind != Kind::Deprecated || feature.impact != Some(Impact::None) {
        return None;
    }
    let text = format!("{} {}", feature.title, walk::text(&feature.summary));
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.join(" ").to_lowercase().contains(SOFT) {
        return None;
    }
    let message = format!("`{}` is a deprecation and not {SOFT}", stated.slug());
    let help = format!("give it `impact: check`, or say that it is {SOFT}");
    let place = stated.at(Attribute::Impact);
    Some(place.report(Code::Impact, message, help))
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
    let is_removal = feature.kind == Kind::Removed && stated.series() >= Some(REPLACED_SINCE);
    if is_removal && feature.instead.is_empty() {
        missing.push("`**Instead:**`, which may say that there is no replacement".to_owned());
    }
    let report = |what: String| {
        let message = format!("`{}` has no {what}", stated.slug());
        stated.at_slug().report(Code::Missing, message, "add it")
    };
    missing.into_iter().map(report).collect()
}
