//! The sources that a reader's own documents are merged with: [`Base`].

use super::is_own;
use crate::facts::Facts;
use crate::merge::{MergeDiagnostic, NamedDocument, Origin, merge};
use crate::model::Library;
use crate::sample::Sample;
use crate::thesaurus::Thesaurus;
use document::{self, Diagnostic, DocumentError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The sources of the bundle, stored as a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    pub(crate) facts: Facts,
    /// As Markdown, which is smaller than the parsed documents.
    pub(crate) documents: Vec<BaseDocument>,
    pub(crate) samples: Vec<Sample>,
    pub(crate) thesaurus: Thesaurus,
}

/// The source of a document of the bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BaseDocument {
    /// Its slug.
    pub slug: String,
    /// The whole file, including front matter.
    pub markdown: String,
}

/// The result of a merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The diagnostics of own documents include those of the merge.
    pub library: Library,
    /// The number of features that were left out because of the limit.
    pub left_out: usize,
}

/// The most features in all own documents together. The search index stores
/// features as `u16`, and a list of all features has to stay fast.
const MAX_FEATURES: usize = 10_000;

impl Base {
    /// Parses the documents once, for any number of calls to [`Base::merge`].
    ///
    /// # Errors
    /// If one is too large, which the build has ruled out.
    pub fn documents(&self) -> Result<Vec<NamedDocument>, DocumentError> {
        let parse = |written: &BaseDocument| {
            Ok(NamedDocument {
                slug: written.slug.clone(),
                document: document::parse(written.markdown.as_bytes())?,
            })
        };
        self.documents.iter().map(parse).collect()
    }

    /// Merges the reader's documents with the parsed ones of this base.
    pub fn merge(&self, shipped: &[NamedDocument], own: &[NamedDocument]) -> Merged {
        let mut left = MAX_FEATURES;
        let mut left_out = 0;
        let within_limit = own.iter().map(|named| {
            let mut named = named.clone();
            let features = &mut named.document.features;
            left_out += features.len().saturating_sub(left);
            features.truncate(left);
            left -= features.len();
            named
        });
        let own: Vec<NamedDocument> = within_limit.collect();
        let documents = shipped.iter().chain(&own).cloned().collect();
        let (mut library, problems) = merge(
            documents,
            self.facts.clone(),
            self.samples.clone(),
            &self.thesaurus,
        );
        let mut of_own: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
        for problem in problems {
            let MergeDiagnostic {
                origin, diagnostic, ..
            } = problem;
            if let Origin::Document(slug) = origin
                && is_own(&slug)
            {
                of_own.entry(slug).or_default().push(diagnostic);
            }
        }
        for text in &mut library.document_texts {
            if let Some(diagnostics) = of_own.remove(&text.slug) {
                text.diagnostics.extend(diagnostics);
                text.diagnostics.sort_by_key(Diagnostic::position);
                text.diagnostics.truncate(MAX_DIAGNOSTICS);
            }
        }
        Merged { library, left_out }
    }
}

/// The most diagnostics that are shown with one document.
const MAX_DIAGNOSTICS: usize = 250;
