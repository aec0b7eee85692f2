//! Finds the features that state the end of another. The entry points are
//! [`sequels`] and [`module_removals`].

#[cfg(test)]
mod tests;

use super::model::{Catalogue, Feature, FeatureText, Sequel};
use super::names::Names;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use terms::{Kind, Series};

impl Catalogue {
    /// The features that end the one at an index, the removal of its module last.
    pub fn sequels_of(&self, place: usize) -> impl Iterator<Item = &Feature> {
        let pairs = self.sequels.iter().chain(&self.module_removals);
        let pairs = pairs.filter(move |pair| pair.before == place);
        pairs.filter_map(|pair| self.features.get(pair.after))
    }

    /// The features that the one at an index ends, in the catalogue's order; for the removal
    /// of a module not those about parts of it.
    pub fn origins_of(&self, place: usize) -> impl Iterator<Item = &Feature> {
        let sequels = self.sequels.iter().filter(move |pair| pair.after == place);
        sequels.filter_map(|pair| self.features.get(pair.before))
    }
}

/// Pairs every deprecation with the removal that followed, and everything added
/// with its deprecation or removal, ordered by the earlier feature, then the
/// later one. The build finds them, because the page does not have the related
/// features at first.
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

/// Pairs every feature with the removal of its module that followed, unless that
/// is one of its `sequels`. A removal is that of a module if the module is among
/// its names.
pub(super) fn module_removals(
    features: &[Feature],
    names: &[Names],
    sequels: &[Sequel],
) -> Vec<Sequel> {
    let removals = removals_by_name(features, names);
    let known: BTreeSet<(usize, usize)> = sequels
        .iter()
        .map(|pair| (pair.before, pair.after))
        .collect();
    let mut found = Vec::new();
    for (before, start) in features.iter().enumerate() {
        let module = start
            .module
            .as_deref()
            .filter(|_| start.kind != Kind::Removed);
        let ends = module.and_then(|module| removals.get(module));
        for after in ends.into_iter().flatten().copied() {
            let is_later = features
                .get(after)
                .is_some_and(|end| start.series < end.series);
            if is_later && !known.contains(&(before, after)) {
                found.push(Sequel { before, after });
            }
        }
    }
    found
}

fn removals_by_name<'a>(features: &[Feature], names: &'a [Names]) -> HashMap<&'a str, Vec<usize>> {
    let mut removals: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, (feature, names)) in features.iter().zip(names).enumerate() {
        if feature.kind == Kind::Removed {
            for name in &names.qualified {
                removals.entry(name).or_default().push(place);
            }
        }
    }
    removals
}

/// Lookup tables for candidates, to avoid comparing every feature with every
/// other. Features are identified by their indices.
struct Candidates<'a> {
    /// The removals by qualified name.
    removals: HashMap<&'a str, Vec<usize>>,
    /// By feature: those that it refers to or that refer to it.
    links: Vec<BTreeSet<usize>>,
}

impl<'a> Candidates<'a> {
    fn of(
        features: &'a [Feature],
        names: &'a [Names],
        texts: &BTreeMap<Series, Vec<FeatureText>>,
    ) -> Self {
        let removals = removals_by_name(features, names);
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

    /// Possible sequels of the feature at an index, in order: those linked to
    /// it and, for a deprecation, the removals of the rarest of its names,
    /// because a sequel without a link has all its names.
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

/// A removal is the sequel of a deprecation if it has all its names, or if the
/// two are linked and share one. The end of something added needs a link and
/// all names: one parameter of a function may be removed while another stays.
fn is_sequel(kinds: (Kind, Kind), start: &[String], end: &[String], linked: bool) -> bool {
    let has_all_names = || !start.is_empty() && start.iter().all(|name| end.contains(name));
    match kinds {
        (Kind::Deprecated, Kind::Removed) => has_all_names() || linked && shares_name(start, end),
        (Kind::Added, Kind::Deprecated | Kind::Removed) => linked && has_all_names(),
        _ => false,
    }
}

fn shares_name(one: &[String], other: &[String]) -> bool {
    let nameless = one.is_empty() || other.is_empty();
    nameless || one.iter().any(|name| other.contains(name))
}
