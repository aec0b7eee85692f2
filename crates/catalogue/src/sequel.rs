//! Which feature tells what became of another. The entry point is
//! [`sequels`].

#[cfg(test)]
mod tests;

use super::model::{Catalogue, Feature, FeatureText, Sequel};
use super::names::Names;
use std::collections::{BTreeMap, BTreeSet, HashMap};
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
/// its deprecation or removal, in the order of what came before, then of what
/// came after. Found by the build, since it takes what features are related,
/// which the page does not have at first.
pub(super) fn sequels(
    features: &[Feature],
    names: &[Names],
    texts: &BTreeMap<Series, Vec<FeatureText>>,
) -> Vec<Sequel> {
    let candidates = Candidates::of(features, names, texts);
    let names_of = |place: usize| names.get(place).map_or(&[][..], |names| &names.qualified);
    let mut found = Vec::new();
    for (before, start) in features.iter().enumerate() {
        for after in candidates.after(before, start.kind, names_of(before)) {
            let Some(end) = features.get(after) else {
                continue;
            };
            let linked = candidates.are_linked(before, after);
            let kinds = (start.kind, end.kind);
            if start.series < end.series
                && is_sequel(kinds, names_of(before), names_of(after), linked)
            {
                found.push(Sequel { before, after });
            }
        }
    }
    found
}

/// Where to look for sequels, so that not every feature is compared with every
/// other: features are identified by their places.
struct Candidates<'a> {
    /// The removals that concern a name.
    removals: HashMap<&'a str, Vec<usize>>,
    /// The features that each one refers to or is referred to by.
    links: Vec<BTreeSet<usize>>,
}

impl<'a> Candidates<'a> {
    fn of(
        features: &'a [Feature],
        names: &'a [Names],
        texts: &BTreeMap<Series, Vec<FeatureText>>,
    ) -> Self {
        let mut removals: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, (feature, names)) in features.iter().zip(names).enumerate() {
            if feature.kind == Kind::Removed {
                for name in &names.qualified {
                    removals.entry(name).or_default().push(place);
                }
            }
        }
        let slugs = features.iter().map(|feature| feature.slug.as_str());
        let places: HashMap<&str, usize> = slugs.zip(0..).collect();
        let place = |slug: &String| places.get(slug.as_str()).copied();
        let mut links = vec![BTreeSet::new(); features.len()];
        let mut link = |from: usize, to: usize| {
            if let Some(linked) = links.get_mut(from) {
                linked.insert(to);
            }
        };
        for text in texts.values().flatten() {
            for related in &text.related {
                if let (Some(one), Some(other)) = (place(&text.slug), place(related)) {
                    link(one, other);
                    link(other, one);
                }
            }
        }
        Self { removals, links }
    }

    fn are_linked(&self, one: usize, other: usize) -> bool {
        let links = self.links.get(one);
        links.is_some_and(|links| links.contains(&other))
    }

    /// What may be a sequel of the feature at a place, in order: what it is
    /// linked with and, for a deprecation, the removals that concern the rarest
    /// of its names, as a sequel without a link concerns all of them.
    fn after(&self, before: usize, kind: Kind, names: &[String]) -> BTreeSet<usize> {
        let mut after = match kind {
            Kind::Added | Kind::Deprecated => self.links.get(before).cloned().unwrap_or_default(),
            Kind::Changed | Kind::Removed => BTreeSet::new(),
        };
        if kind == Kind::Deprecated {
            let removals = names.iter().map(|name| {
                let places = self.removals.get(name.as_str());
                places.map_or(&[][..], Vec::as_slice)
            });
            after.extend(
                removals
                    .min_by_key(|places| places.len())
                    .unwrap_or_default(),
            );
        }
        after
    }
}

/// A removal is what a deprecation led to where both concern the same names or
/// the one refers to the other. The end of something added has to do both: what
/// happens to one parameter of a function does not happen to another.
fn is_sequel(kinds: (Kind, Kind), start: &[String], end: &[String], linked: bool) -> bool {
    let same = || !start.is_empty() && start.iter().all(|name| end.contains(name));
    match kinds {
        (Kind::Deprecated, Kind::Removed) => same() || linked && shares_name(start, end),
        (Kind::Added, Kind::Deprecated | Kind::Removed) => linked && same(),
        _ => false,
    }
}

fn shares_name(one: &[String], other: &[String]) -> bool {
    let nameless = one.is_empty() || other.is_empty();
    nameless || one.iter().any(|name| other.contains(name))
}
