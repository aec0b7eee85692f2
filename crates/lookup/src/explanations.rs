//! The changes that explain what is found in programs. The entry point is
//! [`Explanations::explained`].

use crate::{CheckedFinding, Level};
use ::check::{Certainty, Finding, FindingKind};
use catalogue::{Feature, FeatureText, Library};
use document::plain_text;
use std::collections::HashMap;
use terms::{Kind, Series};

/// The changes of a library, by slug and by name.
pub(crate) struct Explanations<'a> {
    by_slug: HashMap<&'a str, (&'a Feature, Option<&'a FeatureText>)>,
    by_name: HashMap<&'a str, Vec<&'a str>>,
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
        Self {
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
        let instead = text.map(|text| plain_text(&text.instead));
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
            instead: instead.filter(|instead| !instead.is_empty()),
            backports: text.map_or_else(Vec::new, |text| text.repair.backports.clone()),
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
        let name = finding.name.split(['(', '[']).next().unwrap_or_default();
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
            .max_by_key(|(fit, _)| *fit)
            .map(|(_, change)| change)
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
