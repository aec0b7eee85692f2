//! The JSON form of documents: their sources, features and claims. The entry point is
//! [`documents`].

use catalogue::{DocumentEntry, Library, Passage};
use document::{Block, plain_text};
use serde::Serialize;
use std::collections::HashMap;
use terms::{Date, ReleaseNumber, Series, Verdict};

#[derive(Debug, Serialize)]
pub(super) struct ExportedDocument<'a> {
    slug: &'a str,
    title: &'a str,
    published: Option<Date>,
    updated: Option<Date>,
    author: Option<&'a str>,
    source: Option<&'a str>,
    url: Option<&'a str>,
    series: Option<Series>,
    release: Option<ReleaseNumber>,
    features: Vec<&'a str>,
    /// All claims with a text, including those about the document's features.
    claims: Vec<WrittenClaim>,
}

#[derive(Debug, Serialize)]
struct WrittenClaim {
    verdict: Verdict,
    text: String,
    evidence: String,
}

/// All documents, in the order of the catalogue.
pub(super) fn documents(library: &Library) -> Vec<ExportedDocument<'_>> {
    let passages_by_slug: HashMap<&str, &[Passage]> = library
        .document_texts
        .iter()
        .map(|text| (text.slug.as_str(), text.passages.as_slice()))
        .collect();
    let documents = library.catalogue.documents.iter().map(|entry| {
        let passages = passages_by_slug.get(entry.slug.as_str()).copied();
        exported_document(library, entry, passages.unwrap_or_default())
    });
    documents.collect()
}

fn exported_document<'a>(
    library: &'a Library,
    entry: &'a DocumentEntry,
    passages: &[Passage],
) -> ExportedDocument<'a> {
    let source = entry.source.as_ref();
    let features = entry.features.iter();
    let features = features.filter_map(|index| library.catalogue.features.get(*index));
    ExportedDocument {
        slug: &entry.slug,
        title: &entry.title,
        published: entry.published,
        updated: entry.updated,
        author: entry.author.as_deref(),
        source: source.map(|source| source.name.as_str()),
        url: source.and_then(|source| source.url.as_deref()),
        series: entry.series,
        release: entry.release,
        features: features.map(|feature| feature.slug.as_str()).collect(),
        claims: passages.iter().flat_map(claims_in_passage).collect(),
    }
}

fn claims_in_passage(passage: &Passage) -> Vec<WrittenClaim> {
    match passage {
        Passage::Blocks(blocks) => claims_in_blocks(blocks),
        // The placeholder of a feature's text has no claims of its own.
        Passage::Feature { .. } => Vec::new(),
    }
}

fn claims_in_blocks(blocks: &[Block]) -> Vec<WrittenClaim> {
    let mut claims = Vec::new();
    for block in blocks {
        match block {
            Block::Claim {
                text,
                verdict,
                evidence,
            } => claims.push(WrittenClaim {
                verdict: *verdict,
                text: plain_text(text),
                evidence: plain_text(evidence),
            }),
            Block::Quote(inner) => claims.extend(claims_in_blocks(inner)),
            Block::List { items, .. } => {
                claims.extend(items.iter().flat_map(|item| claims_in_blocks(item)));
            }
            _ => {}
        }
    }
    claims
}
