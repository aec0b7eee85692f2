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
        let repair = change.and_then(|feature| {
            let text = self.texts.get(feature.slug.as_str())?;
            Some(self.changes.repair(&finding, feature, text))
        });
        let repair = repair.unwrap_or_default();
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
            instead: repair.instead.map(plain_text),
            backports: repair.backports.into_iter().map(str::to_owned).collect(),
            change: change.map(|feature| feature.slug.clone()),
            name: finding.name,
            message: finding.message,
        }
    }
}
