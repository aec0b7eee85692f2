//! The texts of features and documents, which are loaded when they are read.

use document::{
    Block, Diagnostic, HistoryEntry, Inline, Repair, StatedClaim, plain_text, text_with_code,
};
use serde::{Deserialize, Serialize};
use terms::Verdict;

/// Sources and fact checks of one feature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeatureText {
    /// The slug of its feature.
    pub slug: String,
    /// The first one gives the feature its title and text.
    pub statements: Vec<Statement>,
    /// A page with more information.
    pub url: Option<String>,
    /// Slugs of related features.
    pub related: Vec<String>,
    /// The repair sheet; empty if it has none.
    pub repair: Repair,
    /// What to use instead.
    pub instead: Vec<Inline>,
    /// Later changes to it, in the document's order.
    pub history: Vec<HistoryEntry>,
}

impl FeatureText {
    /// The first paragraph, without markup; empty if there is none.
    pub fn summary(&self) -> String {
        plain_text(self.first_paragraph())
    }

    /// As [`FeatureText::summary`], with code in backticks.
    pub fn summary_with_code(&self) -> String {
        text_with_code(self.first_paragraph())
    }

    fn first_paragraph(&self) -> &[Inline] {
        let statement = self.statements.first();
        let mut blocks = statement.into_iter().flat_map(|said| &said.summary);
        let first = blocks.find_map(|block| match block {
            Block::Paragraph(content) => Some(content.as_slice()),
            _ => None,
        });
        first.unwrap_or_default()
    }
}

/// What one document says of one feature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The document's slug.
    pub document: String,
    /// The text below the heading, without claims, replacement and history.
    pub summary: Vec<Block>,
    /// First the claims derived from the status and creation date in the
    /// document, then those written in it.
    pub claims: Vec<Claim>,
}

/// A statement that can be checked, with its verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// What is claimed.
    pub text: Vec<Inline>,
    /// Whether it holds.
    pub verdict: Verdict,
    /// What the verdict rests on, with its source.
    pub evidence: Vec<Inline>,
}

impl From<&StatedClaim> for Claim {
    fn from(stated: &StatedClaim) -> Self {
        Self {
            text: stated.text.clone(),
            verdict: stated.verdict,
            evidence: stated.evidence.clone(),
        }
    }
}

/// The full text of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentText {
    /// The document's slug.
    pub slug: String,
    /// The whole text, in order.
    pub passages: Vec<Passage>,
    /// The diagnostics of the document, sorted by position.
    pub diagnostics: Vec<Diagnostic>,
}

/// A consecutive section of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Passage {
    /// Text that is stored with the document.
    Blocks(Vec<Block>),
    /// A heading and the text below it, stored under the feature's slug in the
    /// texts of the document's series.
    Feature {
        /// The level of the heading, 1 to 6.
        level: u8,
        /// The feature's slug.
        slug: String,
    },
}
