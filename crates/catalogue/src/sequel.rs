//! Which feature tells what became of another. The entry point is
//! [`sequels`].

use super::model::{Catalogue, Feature, FeatureText, Sequel};
use super::names::Names;
use std::collections::{BTreeMap, HashMap};
use terms::{Kind, Series};

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
    names: &[Names],
    texts: &BTreeMap<Series, Vec<FeatureText>>,
) -> Vec<Sequel> {
    let texts = texts.values().flatten();
    let related: HashMap<&str, &[String]> = texts
        .map(|text| (text.slug.as_str(), text.related.as_slice()))
        .collect();
    let refers = |one: &Feature, other: &Feature| {
        let related = related.get(one.slug.as_str()).copied();
        related.unwrap_or_default().contains(&other.slug)
    };
    let mut found = Vec::new();
    let named = || features.iter().zip(names).enumerate();
    for (before, (start, start_names)) in named() {
        for (after, (end, end_names)) in named() {
            let linked = || refers(start, end) || refers(end, start);
            let kinds = (start.kind, end.kind);
            if start.series < end.series
                && is_sequel(kinds, &start_names.qualified, &end_names.qualified, linked)
            {
                found.push(Sequel { before, after });
            }
        }
    }
    found
}

/// A removal is what a deprecation led to where both concern the same names or
/// the one refers to the other. The end of something added has to do both: what
/// happens to one parameter of a function does not happen to another.
fn is_sequel(
    kinds: (Kind, Kind),
    start: &[String],
    end: &[String],
    linked: impl Fn() -> bool,
) -> bool {
    let same = || !start.is_empty() && start.iter().all(|name| end.contains(name));
    match kinds {
        (Kind::Deprecated, Kind::Removed) => same() || linked() && shares_name(start, end),
        (Kind::Added, Kind::Deprecated | Kind::Removed) => same() && linked(),
        _ => false,
    }
}

fn shares_name(one: &[String], other: &[String]) -> bool {
    let nameless = one.is_empty() || other.is_empty();
    nameless || one.iter().any(|name| other.contains(name))
}
