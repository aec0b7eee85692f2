//! Which features of several documents are one. The entry point is
//! [`KnownSlugs`].

use super::NamedDocument;
use document::StatedFeature;
use std::collections::HashMap;
use terms::{IssueRef, Series};

/// The slugs that some document writes, by the issue they stand for and by the
/// series and title that they have.
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
                    // The feature that is the issue as a whole comes before
                    // those that only name it.
                    if id.parse() == Ok(*issue) {
                        known.clone_from(id);
                    }
                }
            }
        }
        Self { by_issue, by_title }
    }

    /// The slug that a feature goes by, where its document or its only PEP or
    /// issue gives it one.
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

    /// The slug of a feature that nothing else gives one: that of the feature of
    /// its series that has the same title, else one by its place in its
    /// document. Announcements of the same series repeat each other's lists.
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

/// The series and the letters and digits of the title, by which two features
/// are one. Without a series there are too many others.
fn title_key(named: &NamedDocument, feature: &StatedFeature) -> Option<(Series, String)> {
    let series = feature.series.or(named.document.series)?;
    let letters = feature.title.chars().filter(|c| c.is_alphanumeric());
    let letters: String = letters.flat_map(char::to_lowercase).collect();
    (!letters.is_empty()).then_some((series, letters))
}
