//! The changes that explain what is found in programs. The entry point is
//! [`Explanations::explained`].

use crate::replacement::replacement;
use crate::{CheckedFinding, Level};
use ::check::{Certainty, Finding, FindingKind};
use catalogue::{Feature, FeatureText, Library};
use std::cmp::Reverse;
use std::collections::HashMap;
use terms::{Kind, Series};

/// The changes of a library, by slug and by name.
pub(crate) struct Explanations<'a> {
    by_slug: HashMap<&'a str, (&'a Feature, Option<&'a FeatureText>)>,
    by_name: HashMap<&'a str, Vec<&'a str>>,
    /// The qualified names that each change concerns, by its slug.
    names: HashMap<&'a str, &'a [String]>,
    /// The qualified names by their last part.
    by_member: HashMap<&'a str, Vec<&'a str>>,
}

impl<'a> Explanations<'a> {
    pub(crate) fn new(library: &'a Library) -> Self {
        let texts = library.feature_texts.values().flatten();
        let texts: HashMap<&str, &FeatureText> =
            texts.map(|text| (text.slug.as_str(), text)).collect();
        let features = library.catalogue.features.iter();
        let by_slug = features.map(|feature| {
            let slug = feature.slug.as_str();
            (slug, (feature, texts.get(slug).copied()))
        });
        let by_name = library.features_by_name();
        let mut by_member: HashMap<&str, Vec<&str>> = HashMap::new();
        for name in by_name.keys() {
            if let Some((_, member)) = name.rsplit_once('.') {
                by_member.entry(member).or_default().push(name);
            }
        }
        let named = library.named();
        let named = named.map(|(feature, names)| (feature.slug.as_str(), &*names.qualified));
        Self {
            names: named.collect(),
            by_slug: by_slug.collect(),
            by_name,
            by_member,
        }
    }

    pub(crate) fn explained(
        &self,
        path: &str,
        finding: Finding,
        from: Option<Series>,
    ) -> CheckedFinding {
        let change = self.change(&finding);
        let text = change.and_then(|(_, text)| text);
        let name = in_source(&finding.name);
        let instead = text.and_then(|text| replacement(text, name));
        let backports = change.map_or_else(Vec::new, |change| self.backports(change, name));
        CheckedFinding {
            path: path.to_owned(),
            line: finding.start.line,
            column: finding.start.column,
            end_line: finding.end.line,
            end_column: finding.end.column,
            kind: finding.kind.key(),
            level: level(&finding, from),
            version: finding.version,
            until: finding.until,
            certainty: finding.certainty.key(),
            instead,
            backports,
            change: change.map(|(feature, _)| feature.slug.clone()),
            name: finding.name,
            message: finding.message,
        }
    }

    /// The change that explains a finding: the one that its rule names, or the best about
    /// its name.
    fn change(&self, finding: &Finding) -> Option<Change<'a>> {
        if let Some(slug) = &finding.change {
            return self.by_slug.get(slug.as_str()).copied();
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
    fn about(&self, name: &str, finding: &Finding, least: u8) -> Option<Change<'a>> {
        let slugs = self.by_name.get(name).into_iter().flatten();
        slugs
            .filter_map(|slug| self.by_slug.get(slug))
            .filter_map(|(feature, text)| Some((fit(feature, finding)?, (*feature, *text))))
            .filter(|(fit, _)| *fit >= least)
            .max_by_key(|(fit, (feature, _))| {
                // What concerns few names says more of each.
                let names = self
                    .names
                    .get(feature.slug.as_str())
                    .map_or(0, |names| names.len());
                (*fit, Reverse(names))
            })
            .map(|(_, change)| change)
    }

    /// The packages that have a name: a copy of another module of the change has not.
    fn backports(&self, (feature, text): Change<'a>, name: &str) -> Vec<String> {
        let module = name.split('.').next().unwrap_or_default();
        let names = self.names.get(feature.slug.as_str()).copied();
        let is_of_another = |package: &str| {
            let copied = package.strip_prefix("standard-");
            copied.is_some_and(|copied| {
                let mut names = names.iter().copied().flatten();
                copied != module && names.any(|name| name == copied)
            })
        };
        let packages = text.iter().flat_map(|text| &text.repair.backports);
        packages
            .filter(|package| !is_of_another(package))
            .cloned()
            .collect()
    }

    /// The change about a member of the same name in a related class: the table knows it in
    /// the class that a program has, and a document may name the base.
    fn about_relative(&self, name: &str, finding: &Finding) -> Option<Change<'a>> {
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

type Change<'a> = (&'a Feature, Option<&'a FeatureText>);

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

fn level(finding: &Finding, from: Option<Series>) -> Level {
    let is_sure = finding.certainty != Certainty::Possible;
    match finding.kind {
        FindingKind::Added | FindingKind::Syntax if from.is_none() => Level::Note,
        FindingKind::Deprecated => Level::Warning,
        _ if is_sure => Level::Error,
        _ => Level::Warning,
    }
}
