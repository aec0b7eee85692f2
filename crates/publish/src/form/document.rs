//! The documents in JSON: where each comes from, what it states and claims.
//! The entry point is [`documents`].

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
    /// Every claim that it makes in words, those on its features among them.
    claims: Vec<WrittenClaim>,
}

#[derive(Debug, Serialize)]
struct WrittenClaim {
    verdict: Verdict,
    text: String,
    evidence: String,
}

/// Every document, in the catalogue's order.
pub(super) fn documents(library: &Library) -> Vec<ExportedDocument<'_>> {
    // What a feature's text stands for holds no claim.
    let texts: HashMap<&str, &[Passage]> = library
        .document_texts
        .iter()
        .map(|text| (text.slug.as_str(), text.passages.as_slice()))
        .collect();
    let documents = library.catalogue.documents.iter().map(|entry| {
        let passages = texts.get(entry.slug.as_str()).copied();
        exported(library, entry, passages.unwrap_or_default())
    });
    documents.collect()
}

fn exported<'a>(
    library: &'a Library,
    entry: &'a DocumentEntry,
    passages: &[Passage],
) -> ExportedDocument<'a> {
    let source = entry.source.as_ref();
    let features = entry.features.iter();
    let features = features.filter_map(|place| library.catalogue.features.get(*place));
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
        claims: passages.iter().flat_map(claims_of_passage).collect(),
    }
}

fn claims_of_passage(passage: &Passage) -> Vec<WrittenClaim> {
    match passage {
        Passage::Blocks(blocks) => written_claims(blocks),
        Passage::Feature { .. } => Vec::new(),
    }
}

fn written_claims(blocks: &[Block]) -> Vec<WrittenClaim> {
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
            Block::Quote(inner) => claims.extend(written_claims(inner)),
            Block::List { items, .. } => {
                claims.extend(items.iter().flat_map(|item| written_claims(item)));
            }
            _ => {}
        }
    }
    claims
}
