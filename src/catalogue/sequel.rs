//! Which feature tells what became of another. The entry point is
//! [`sequels`].

use super::model::{Catalogue, Feature, FeatureText, Sequel};
use crate::terms::{Kind, Series};
use std::collections::{BTreeMap, HashMap};

impl Catalogue {
    /// What became of the feature at a place, in the catalogue's order.
    pub fn sequels_of(&self, place: usize) -> impl Iterator<Item = &Feature> {
        let sequels = self.sequels.iter().filter(move |pair| pair.before == place);
        sequels.filter_map(|pair| self.features.get(pair.after))
    }

    /// What the feature at a place tells the end of, in the catalogue's order.
    pub fn origins_of(&self, place: usize) -> impl Iterator<Item = &Feature> {
        let sequels = self.sequels.iter().filter(move |pair| pair.after == place);
        sequels.filter_map(|pair| self.features.get(pair.before))
    }
}

/// Every deprecation with the removal that it led to, and everything added with
/// its deprecation or removal. Found by the build, since it takes what features
/// are related, which the page does not have at first.
pub(super) fn sequels(
    features: &[Feature],
    texts: &BTreeMap<Series, Vec<FeatureText>>,
) -> Vec<Sequel> {
    let texts = texts.values().flatten();
    let related: HashMap<&str, &[String]> = texts
        .map(|text| (text.slug.as_str(), text.related.as_slice()))
        .collect();
    let names = |one: &Feature, other: &Feature| {
        let related = related.get(one.slug.as_str()).copied();
        related.unwrap_or_default().contains(&other.slug)
    };
    let mut found = Vec::new();
    for (before, start) in features.iter().enumerate() {
        for (after, end) in features.iter().enumerate() {
            let linked = || names(start, end) || names(end, start);
            if start.series < end.series && is_sequel(start, end, linked) {
                found.push(Sequel { before, after });
            }
        }
    }
    found
}

/// A removal is what a deprecation led to where both concern the same names or
/// the one refers to the other. The end of something added has to do both: what
/// happens to one parameter of a function does not happen to another.
fn is_sequel(start: &Feature, end: &Feature, linked: impl Fn() -> bool) -> bool {
    let same = || {
        let mut names = start.names.iter();
        !start.names.is_empty() && names.all(|name| end.names.contains(name))
    };
    match (start.kind, end.kind) {
        (Kind::Deprecated, Kind::Removed) => same() || linked() && shares_name(start, end),
        (Kind::Added, Kind::Deprecated | Kind::Removed) => same() && linked(),
        _ => false,
    }
}

fn shares_name(one: &Feature, other: &Feature) -> bool {
    let nameless = one.names.is_empty() || other.names.is_empty();
    nameless || one.names.iter().any(|name| other.names.contains(name))
}
