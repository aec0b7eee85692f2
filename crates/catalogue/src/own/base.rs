//! What a reader's own documents are merged with: [`Base`].

use super::is_own;
use crate::facts::Facts;
use crate::merge::{MergeDiagnostic, NamedDocument, Origin, merge};
use crate::model::Library;
use crate::sample::Sample;
use crate::thesaurus::Thesaurus;
use document::{self, Diagnostic, DocumentError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Everything that the bundle was made of, as a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    pub(crate) facts: Facts,
    /// As Markdown, which is smaller than what it becomes.
    pub(crate) documents: Vec<BaseDocument>,
    pub(crate) samples: Vec<Sample>,
    pub(crate) thesaurus: Thesaurus,
}

/// A document of the bundle as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BaseDocument {
    /// The slug it is shipped under.
    pub slug: String,
    /// The whole file, front matter included.
    pub markdown: String,
}

/// What came of a merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The diagnostics of the reader's documents include what did not fit
    /// together.
    pub library: Library,
    /// How many features were left out, as a catalogue can hold no more.
    pub left_out: usize,
}

/// The most features that the documents of a reader may state together. The
/// index of the search counts features with two bytes, and a list of them all
/// has to stay quick.
const MOST_FEATURES: usize = 10_000;

impl Base {
    /// Parses the documents, for [`Base::merge`] to use them more than once.
    ///
    /// # Errors
    /// Where one is too large, as none that a build has read can be.
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
        let mut left = MOST_FEATURES;
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
                text.diagnostics.truncate(MOST_DIAGNOSTICS);
            }
        }
        Merged { library, left_out }
    }
}

/// The most diagnostics that one document is shown with.
const MOST_DIAGNOSTICS: usize = 250;
