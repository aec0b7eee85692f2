//! Which removal a deprecation led to. The entry point is [`is_outcome`].

use crate::catalogue::Feature;
use crate::terms::Kind;

/// The deprecation among the features that led to a removal.
pub(in crate::query) fn announcement_of<'a>(
    removal: &Feature,
    crossed: &[&'a Feature],
) -> Option<&'a Feature> {
    let led = |feature: &&&Feature| is_outcome(feature, removal);
    crossed.iter().find(led).copied()
}

/// Whether the features hold the removal that a deprecation led to.
pub(in crate::query) fn is_followed(deprecation: &Feature, crossed: &[&Feature]) -> bool {
    crossed
        .iter()
        .any(|removal| is_outcome(deprecation, removal))
}

/// Whether a removal is what a deprecation announced: the one names the other,
/// or both concern the same names.
pub(in crate::query) fn is_outcome(deprecation: &Feature, removal: &Feature) -> bool {
    let kinds = deprecation.kind == Kind::Deprecated && removal.kind == Kind::Removed;
    let linked = || {
        removal.related.contains(&deprecation.slug) || deprecation.related.contains(&removal.slug)
    };
    let same = || {
        let mut names = deprecation.names.iter();
        !deprecation.names.is_empty() && names.all(|name| removal.names.contains(name))
    };
    kinds
        && deprecation.series < removal.series
        && (same() || linked() && shares_name(deprecation, removal))
}

fn shares_name(one: &Feature, other: &Feature) -> bool {
    let nameless = one.names.is_empty() || other.names.is_empty();
    nameless || one.names.iter().any(|name| other.names.contains(name))
}
