//! What is found in programs, with the changes that explain it. The entry point is
//! [`Explanations::explained`].

use crate::CheckedFinding;
use ::check::Finding;
use catalogue::{FeatureText, Library};
use document::plain_text;
use explain::FoundChanges;
use std::collections::HashMap;
use terms::Series;

/// The changes of a library, and their texts by slug.
pub(crate) struct Explanations<'a> {
    changes: FoundChanges<'a>,
    texts: HashMap<&'a str, &'a FeatureText>,
}

impl<'a> Explanations<'a> {
    pub(crate) fn new(library: &'a Library) -> Self {
        let texts = library.feature_texts.values().flatten();
        Self {
            changes: FoundChanges::new(&library.catalogue, &library.names),
            texts: texts.map(|text| (text.slug.as_str(), text)).collect(),
        }
    }

    pub(crate) fn explained(
        &self,
        path: &str,
        finding: Finding,
        from: Option<Series>,
    ) -> CheckedFinding {
        let change = self.changes.of(&finding);
        let text = change.and_then(|feature| self.texts.get(feature.slug.as_str()));
        let instead = text.map(|text| plain_text(&text.instead));
        CheckedFinding {
            path: path.to_owned(),
            line: finding.start.line,
            column: finding.start.column,
            end_line: finding.end.line,
            end_column: finding.end.column,
            kind: finding.kind.key(),
            level: finding.level(from),
            version: finding.version,
            until: finding.until,
            certainty: finding.certainty.key(),
            instead: instead.filter(|instead| !instead.is_empty()),
            backports: text.map_or_else(Vec::new, |text| text.repair.backports.clone()),
            change: change.map(|feature| feature.slug.clone()),
            name: finding.name,
            message: finding.message,
        }
    }
}
