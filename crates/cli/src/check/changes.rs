//! The changes that explain findings. The entry point is [`Changes::of`].

use ::check::{Finding, FindingKind};
use catalogue::{Feature, FeatureText, Library};
use document::plain_text;
use std::collections::HashMap;
use terms::Kind;

/// The changes of a library, by slug and by name.
pub(crate) struct Changes<'a> {
    by_slug: HashMap<&'a str, Change<'a>>,
    by_name: HashMap<&'a str, Vec<&'a str>>,
}

/// A change with its repair.
pub(crate) struct Change<'a> {
    pub slug: &'a str,
    feature: &'a Feature,
    pub instead: Option<String>,
    pub backports: &'a [String],
}

impl<'a> Changes<'a> {
    pub(crate) fn new(library: &'a Library) -> Self {
        let texts: HashMap<&str, &FeatureText> = library
            .feature_texts
            .values()
            .flatten()
            .map(|text| (text.slug.as_str(), text))
            .collect();
        let features = library.catalogue.features.iter();
        let by_slug = features.map(|feature| {
            let text = texts.get(feature.slug.as_str());
            let instead = text.map(|text| plain_text(&text.instead));
            let change = Change {
                slug: &feature.slug,
                feature,
                instead: instead.filter(|instead| !instead.is_empty()),
                backports: text.map_or(&[], |text| &text.repair.backports),
            };
            (feature.slug.as_str(), change)
        });
        Self {
            by_slug: by_slug.collect(),
            by_name: library.features_by_name(),
        }
    }

    /// The change that explains a finding: the one that its rule names, or the best about
    /// its name.
    pub(crate) fn of(&self, finding: &Finding) -> Option<&Change<'a>> {
        if let Some(slug) = &finding.change {
            return self.by_slug.get(slug.as_str());
        }
        let mut name = finding.name.split('(').next().unwrap_or_default();
        loop {
            let slugs = self.by_name.get(name).into_iter().flatten();
            let found = slugs
                .filter_map(|slug| self.by_slug.get(slug))
                .filter_map(|change| Some((fit(change.feature, finding)?, change)))
                .max_by_key(|(fit, _)| *fit);
            if let Some((_, change)) = found {
                return Some(change);
            }
            // What tells of a class or module tells of its members.
            name = name.rsplit_once('.')?.0;
        }
    }
}

/// How well a change fits a finding; `None` if it does not.
fn fit(feature: &Feature, finding: &Finding) -> Option<u8> {
    let kind = match (finding.kind, feature.kind) {
        (FindingKind::Added | FindingKind::Syntax, Kind::Added)
        | (FindingKind::Removed, Kind::Removed)
        | (FindingKind::Deprecated, Kind::Deprecated)
        | (FindingKind::Changed, Kind::Changed) => 2,
        (FindingKind::Removed, Kind::Deprecated) | (_, Kind::Changed) => 1,
        (FindingKind::Deprecated, Kind::Removed) => 1,
        _ => return None,
    };
    let is_version = feature.series == finding.version;
    if !is_version && kind < 2 && finding.kind != FindingKind::Deprecated {
        return None;
    }
    Some(kind + 4 * u8::from(is_version))
}
