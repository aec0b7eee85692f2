//! The changes that explain what is found in programs. The entry point is
//! [`FoundChanges::of`].

use crate::replacement::replacement;
use ::check::{Finding, FindingKind};
use catalogue::{Catalogue, Feature, FeatureText, NameList};
use document::Inline;
use std::cmp::Reverse;
use std::collections::HashMap;
use terms::Kind;

/// The changes of a catalogue by the names that they concern.
#[derive(Debug)]
pub struct FoundChanges<'a> {
    catalogue: &'a Catalogue,
    names: &'a NameList,
    /// The positions of the changes, newest first, by qualified name.
    by_name: HashMap<&'a str, Vec<usize>>,
    /// The qualified names by their last part.
    by_member: HashMap<&'a str, Vec<&'a str>>,
}

impl<'a> FoundChanges<'a> {
    /// Prepares the changes of a catalogue with their names.
    pub fn new(catalogue: &'a Catalogue, names: &'a NameList) -> Self {
        let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, names) in names.iter().enumerate() {
            for name in &names.qualified {
                by_name.entry(name).or_default().push(index);
            }
        }
        let mut by_member: HashMap<&str, Vec<&str>> = HashMap::new();
        for name in by_name.keys() {
            if let Some((_, member)) = name.rsplit_once('.') {
                by_member.entry(member).or_default().push(name);
            }
        }
        Self {
            catalogue,
            names,
            by_name,
            by_member,
        }
    }

    /// The change that explains a finding: the one that its rule names, or the best about
    /// its name.
    pub fn of(&self, finding: &Finding) -> Option<&'a Feature> {
        if let Some(slug) = &finding.change {
            return self.catalogue.feature(slug);
        }
        let name = in_source(&finding.name);
        self.about(name, finding, 0)
            .or_else(|| self.about_relative(name, finding))
            .or_else(|| {
                // What tells of a class or module tells of its members.
                let parents = std::iter::successors(parent(name), |name| parent(name));
                parents
                    .filter_map(|name| self.about(name, finding, SAME_VERSION))
                    .next()
            })
    }

    /// The change about a name that fits a finding best, and at least so well.
    fn about(&self, name: &str, finding: &Finding, least: u8) -> Option<&'a Feature> {
        let positions = self.by_name.get(name).into_iter().flatten();
        let features = positions.filter_map(|position| {
            let feature = self.catalogue.features.get(*position)?;
            let fit = fit(feature, finding).filter(|fit| *fit >= least)?;
            // What concerns few names says more of each.
            let names = self.names.get(*position)?.qualified.len();
            Some(((fit, Reverse(names)), feature))
        });
        features
            .max_by_key(|(fit, _)| *fit)
            .map(|(_, feature)| feature)
    }

    /// What to write instead of what is found, and the packages on PyPI that bring it, as
    /// the change that explains it says.
    pub fn repair<'t>(
        &self,
        finding: &Finding,
        feature: &Feature,
        text: &'t FeatureText,
    ) -> FoundRepair<'t> {
        let name = in_source(&finding.name);
        let module = name.split('.').next().unwrap_or_default();
        let position = self.catalogue.position(&feature.slug);
        let names = position.and_then(|position| self.names.get(position));
        let names = names.map_or(&[][..], |names| &names.qualified);
        // A copy of another module of the change has not what is found.
        let is_of_another = |package: &str| {
            let copied = package.strip_prefix("standard-");
            copied.is_some_and(|copied| copied != module && names.iter().any(|name| name == copied))
        };
        let packages = text.repair.backports.iter().map(String::as_str);
        FoundRepair {
            instead: replacement(text, name),
            backports: packages.filter(|package| !is_of_another(package)).collect(),
        }
    }

    /// The change about a member of the same name in a related class: the table knows it in
    /// the class that a program has, and a document may name the base.
    fn about_relative(&self, name: &str, finding: &Finding) -> Option<&'a Feature> {
        let (owner, member) = name.rsplit_once('.')?;
        let module = parent(owner)?;
        let names = self.by_member.get(member).into_iter().flatten();
        let mut relatives = names.filter(|other| {
            let owner = parent(other);
            owner.and_then(parent) == Some(module)
        });
        relatives.find_map(|name| self.about(name, finding, SAME_VERSION + SAME_KIND))
    }
}

/// What to do about a finding.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoundRepair<'t> {
    /// What to write instead, if something is said.
    pub instead: Option<&'t [Inline]>,
    /// Packages on PyPI that give versions what they lack.
    pub backports: Vec<&'t str>,
}

/// What a change of the same kind adds to its fit.
const SAME_KIND: u8 = 2;

/// What a change in the same version adds to its fit.
const SAME_VERSION: u8 = 4;

/// The name of a finding as the source has it, without a parameter or brackets.
fn in_source(name: &str) -> &str {
    name.split(['(', '[']).next().unwrap_or_default()
}

/// The name without its last part.
fn parent(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(parent, _)| parent)
}

/// How well a change fits a finding; `None` if it does not.
fn fit(feature: &Feature, finding: &Finding) -> Option<u8> {
    let kind = match (finding.kind, feature.kind) {
        (FindingKind::Added | FindingKind::Syntax, Kind::Added)
        | (FindingKind::Removed, Kind::Removed)
        | (FindingKind::Deprecated, Kind::Deprecated)
        | (FindingKind::Changed, Kind::Changed) => SAME_KIND,
        (FindingKind::Removed, Kind::Deprecated)
        | (FindingKind::Deprecated, Kind::Removed)
        | (_, Kind::Changed) => 1,
        _ => return None,
    };
    let is_version = feature.series == finding.version;
    if !is_version && kind < SAME_KIND && finding.kind != FindingKind::Deprecated {
        return None;
    }
    Some(kind + SAME_VERSION * u8::from(is_version))
}
