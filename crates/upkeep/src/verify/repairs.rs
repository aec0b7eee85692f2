//! Repair sheets: which changes need one, and whether it is whole. The entry point is
//! [`check`].

use super::subject::{Stated, Subject};
use document::{Attribute, Block, Code, Diagnostic, Repair, RepairPart};
use terms::{Impact, Kind, Series};

/// The first version whose removals and breaking changes all have a sheet. Deprecations
/// have one in every version.
const REPAIRED_SINCE: Series = Series::python3(8);

/// The languages of code that can be run or compiled.
const TESTED: [&str; 2] = ["python", "c"];

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    subject
        .stated()
        .flat_map(|stated| {
            let mut problems = contradictions(&stated);
            if stated.is_of_reference() && needs_sheet(&stated) {
                problems.extend(missing(&stated));
            }
            let place = stated.at_slug();
            let report =
                move |(message, help): (String, &str)| place.report(Code::Repair, message, help);
            problems.into_iter().map(report).collect::<Vec<_>>()
        })
        .collect()
}

fn needs_sheet(stated: &Stated) -> bool {
    let feature = stated.feature;
    let is_recent = stated.series() >= Some(REPAIRED_SINCE);
    let breaks = feature.kind == Kind::Removed || feature.impact == Some(Impact::Breaking);
    feature.kind == Kind::Deprecated || (breaks && is_recent)
}

/// The parts that a sheet lacks.
fn missing(stated: &Stated) -> Vec<(String, &'static str)> {
    let feature = stated.feature;
    let repair = &feature.repair;
    let attributes = [
        (Attribute::Break, "say how code fails"),
        (Attribute::Backport, "name the packages, or write `none`"),
        (Attribute::Fix, "name the rules, or write `none`"),
    ];
    let mut missing: Vec<(String, &str)> = attributes
        .into_iter()
        .filter(|(attribute, _)| !feature.gives(*attribute))
        .map(|(attribute, help)| (format!("`{}:`", attribute.key()), help))
        .collect();
    if repair.before.is_none() {
        let help = "add the code that the change breaks, as ```python before";
        missing.push(("code before the change".to_owned(), help));
    }
    if repair.seen.is_empty() {
        let help = "add the message in the versions concerned, as ```text seen 3.12..";
        missing.push(("text of what is seen".to_owned(), help));
    }
    if feature.instead.is_empty() {
        let help = "add `**Instead:**`, which may say that there is no replacement";
        missing.push(("replacement".to_owned(), help));
    }
    let lacks = |(what, help)| {
        (
            format!("the repair sheet of `{}` has no {what}", stated.slug()),
            help,
        )
    };
    missing.into_iter().map(lacks).collect()
}

/// What no sheet may have.
fn contradictions(stated: &Stated) -> Vec<(String, &'static str)> {
    let feature = stated.feature;
    let repair = &feature.repair;
    let mut found = Vec::new();
    let doubled = feature.summary.iter().filter_map(|block| match block {
        Block::Repair(RepairPart::Before(_)) => Some("code before the change"),
        Block::Repair(RepairPart::After(_)) => Some("code after the change"),
        _ => None,
    });
    found.extend(doubled.map(|what| (format!("a second {what}"), "keep one of them")));
    let seen = repair.seen.iter().enumerate();
    let overlapping = seen.filter(|(index, one)| {
        let mut earlier = repair.seen.iter().take(*index);
        earlier.any(|other| other.versions.overlaps(one.versions))
    });
    found.extend(overlapping.map(|(_, seen)| {
        let message = format!(
            "`seen {}` and another text have versions in common",
            seen.versions
        );
        (message, "let no two ranges overlap")
    }));
    if let Some(language) = untestable(repair) {
        let message = format!("`{language}` is not run, and the sheet does not say why");
        found.push((message, "add `untested:` with the reason"));
    }
    let invalid = repair.backports.iter().filter(|name| !is_package(name));
    found.extend(invalid.map(|name| {
        let message = format!("`{name}` is not the name of a package");
        (message, "write it as PyPI does, such as `tomli`")
    }));
    found
}

/// The language of code that cannot be run, if the sheet does not say that it is not.
fn untestable(repair: &Repair) -> Option<&str> {
    let after = repair.after.iter().map(|after| &after.value);
    let mut listings = repair.before.iter().chain(after);
    let other = listings.find(|listing| !TESTED.contains(&listing.language.as_str()));
    other
        .filter(|_| repair.untested.is_none())
        .map(|listing| listing.language.as_str())
}

fn is_package(name: &str) -> bool {
    let is_inner = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    !name.is_empty() && name.bytes().all(is_inner)
}
