//! Inconsistencies found by the merge. The entry points are [`MergeDiagnostic`]
//! and one function for each check.

use super::NamedDocument;
use crate::facts::Facts;
use crate::sample::Sample;
use crate::thesaurus::Thesaurus;
use document::{Attribute, Code, Diagnostic, Position, StatedFeature, nearest};
use std::collections::BTreeSet;
use terms::PepNumber;

/// An inconsistency and its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergeDiagnostic {
    /// The text that the position refers to.
    pub origin: Origin,
    /// Without a path, as the merge does not know files.
    pub diagnostic: Diagnostic,
    /// The slug without a feature, if the diagnostic is about one.
    pub unknown: Option<String>,
}

/// The text with the inconsistency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The document with this slug.
    Document(String),
    /// The sample with this slug.
    Sample(String),
    /// The aliases for this slug in the thesaurus.
    Thesaurus(String),
}

impl MergeDiagnostic {
    fn of(named: &NamedDocument, diagnostic: Diagnostic) -> Self {
        let origin = Origin::Document(named.slug.clone());
        Self {
            origin,
            diagnostic,
            unknown: None,
        }
    }
}

/// PEPs of features that are not in the PEP table.
pub(super) fn unknown_peps(
    documents: &[NamedDocument],
    facts: &Facts,
) -> impl Iterator<Item = MergeDiagnostic> {
    documents.iter().flat_map(move |named| {
        let features = named.document.features.iter();
        features.flat_map(move |feature| {
            let peps = feature.peps.iter();
            let unknown = peps.filter(|pep| facts.pep(**pep).is_none());
            unknown.map(move |pep| {
                let message = format!("{pep} is not in the PEP table");
                let position = position_of_pep(feature, *pep);
                let diagnostic = Diagnostic::new(Code::Pep, position, message);
                MergeDiagnostic::of(named, diagnostic.with_help("correct the number"))
            })
        })
    })
}

/// The position of a PEP in a feature's slug or attribute.
fn position_of_pep(feature: &StatedFeature, pep: PepNumber) -> Position {
    let slug = feature.id.as_deref().unwrap_or_default();
    if slug == format!("pep-{}", pep.0) {
        return feature.position_of_slug();
    }
    feature.position_of_word(Attribute::Pep, &pep.0.to_string())
}

/// A feature without a series. `None` if its document already has a diagnostic
/// that explains it.
pub(super) fn without_series(
    named: &NamedDocument,
    feature: &StatedFeature,
) -> Option<MergeDiagnostic> {
    let mut reported = named.document.diagnostics.iter();
    let follows = reported.any(|known| {
        matches!(
            known.code,
            Code::Series | Code::FrontMatter | Code::Unclosed
        )
    });
    let message = format!("no version is known for `{}`", feature.title);
    let help = "give the document or the heading a `series:`";
    let diagnostic = Diagnostic::new(Code::Series, feature.placement.start, message);
    (!follows).then(|| MergeDiagnostic::of(named, diagnostic.with_help(help)))
}

/// A slug that occurs twice in one document.
pub(super) fn repeated_slug(named: &NamedDocument, feature: &StatedFeature) -> MergeDiagnostic {
    let slug = feature.id.as_deref().unwrap_or_default();
    let message = format!("`{slug}` is already used in this document");
    let diagnostic = Diagnostic::new(Code::Slug, feature.position_of_slug(), message);
    MergeDiagnostic::of(named, diagnostic.with_help("give each feature one heading"))
}

/// The prefix of links to features.
const TO_FEATURE: &str = "#?feature=";

/// References to unknown features in `related:`, links, samples and the
/// thesaurus. `known` are the slugs of all features.
pub(super) fn references(
    documents: &[NamedDocument],
    samples: &[Sample],
    thesaurus: &Thesaurus,
    known: &BTreeSet<&str>,
) -> Vec<MergeDiagnostic> {
    let mut problems = Vec::new();
    let mut suggestions = Suggestions {
        known,
        left: MAX_SUGGESTIONS,
    };
    for named in documents {
        for feature in &named.document.features {
            for related in feature
                .related
                .iter()
                .filter(|slug| !known.contains(slug.as_str()))
            {
                let position = feature.position_of_word(Attribute::Related, related);
                let origin = Origin::Document(named.slug.clone());
                problems.push(suggestions.unknown(origin, Code::Related, position, related));
            }
        }
        for link in &named.document.local_links {
            if let Some(slug) = link.url.strip_prefix(TO_FEATURE)
                && !known.contains(slug)
            {
                let origin = Origin::Document(named.slug.clone());
                problems.push(suggestions.unknown(origin, Code::Link, link.position, slug));
            }
        }
    }
    for sample in samples {
        let slug = sample.feature.as_str();
        if !known.contains(slug) {
            let origin = Origin::Sample(sample.slug.clone());
            problems.push(suggestions.unknown(origin, Code::Sample, Position::START, slug));
        }
    }
    for slug in thesaurus.slugs().filter(|slug| !known.contains(slug)) {
        let origin = Origin::Thesaurus(slug.to_owned());
        problems.push(suggestions.unknown(origin, Code::Thesaurus, Position::START, slug));
    }
    problems
}

/// The most slugs for which a similar one is searched. A reader's documents may
/// have a hundred thousand unknown slugs, and nobody reads that many messages.
const MAX_SUGGESTIONS: usize = 200;

struct Suggestions<'a> {
    known: &'a BTreeSet<&'a str>,
    left: usize,
}

impl Suggestions<'_> {
    fn unknown(
        &mut self,
        origin: Origin,
        code: Code,
        position: Position,
        slug: &str,
    ) -> MergeDiagnostic {
        let known = self.known.iter().copied().filter(|_| self.left > 0);
        let help = match nearest(slug, known) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "name one that a document states".to_owned(),
        };
        self.left = self.left.saturating_sub(1);
        let short: String = slug.chars().take(80).collect();
        let message = format!("`{short}` is not a feature");
        MergeDiagnostic {
            origin,
            diagnostic: Diagnostic::new(code, position, message).with_help(help),
            unknown: Some(slug.to_owned()),
        }
    }
}
