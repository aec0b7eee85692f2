//! Decides which statements of several documents belong to the same feature.
//! The entry point is [`KnownSlugs`].

use super::NamedDocument;
use document::StatedFeature;
use std::collections::HashMap;
use terms::{IssueRef, Series};

/// The slugs written in any document, by issue and by series and title.
pub(super) struct KnownSlugs {
    by_issue: HashMap<IssueRef, String>,
    by_title: HashMap<(Series, String), String>,
}

impl KnownSlugs {
    pub(super) fn of(documents: &[NamedDocument]) -> Self {
        let mut by_issue = HashMap::new();
        let mut by_title = HashMap::new();
        let all = documents.iter().flat_map(|named| {
            let features = named.document.features.iter();
            features.map(move |feature| (named, feature))
        });
        for (named, feature) in all {
            if let Some(id) = &feature.id {
                if let Some(key) = title_key(named, feature) {
                    by_title.entry(key).or_insert_with(|| id.clone());
                }
                for issue in &feature.issues {
                    let known = by_issue.entry(*issue).or_insert_with(|| id.clone());
                    // The feature with the slug of the issue takes precedence
                    // over those that only refer to it.
                    if id.parse() == Ok(*issue) {
                        known.clone_from(id);
                    }
                }
            }
        }
        Self { by_issue, by_title }
    }

    /// The slug of a feature, if its document states one or it has exactly one
    /// PEP or issue.
    pub(super) fn find(&self, feature: &StatedFeature) -> Option<String> {
        if let Some(id) = &feature.id {
            return Some(id.clone());
        }
        match (feature.peps.as_slice(), feature.issues.as_slice()) {
            ([pep], _) => Some(format!("pep-{}", pep.0)),
            ([], [issue]) => Some(match self.by_issue.get(issue) {
                Some(slug) => slug.clone(),
                None => issue.to_string(),
            }),
            _ => None,
        }
    }

    /// The slug of a feature without one: that of a feature with the same
    /// series and title, else one from its position in its document.
    /// Announcements of the same series repeat each other's lists.
    pub(super) fn by_title(
        &mut self,
        named: &NamedDocument,
        feature: &StatedFeature,
        position: usize,
    ) -> String {
        let by_place = || format!("{}-{}", named.slug, position + 1);
        match title_key(named, feature) {
            Some(key) => self.by_title.entry(key).or_insert_with(by_place).clone(),
            None => by_place(),
        }
    }
}

/// The series and the letters and digits of the title; equal keys mean the same
/// feature. Without a series, titles are too ambiguous.
fn title_key(named: &NamedDocument, feature: &StatedFeature) -> Option<(Series, String)> {
    let series = feature.series.or(named.document.series)?;
    let letters = feature.title.chars().filter(|c| c.is_alphanumeric());
    let letters: String = letters.flat_map(char::to_lowercase).collect();
    (!letters.is_empty()).then_some((series, letters))
}
