//! The catalogue as the command line prints it: plain values under stable
//! names, for other programs. The entry point is [`export`].

#[cfg(test)]
mod tests;

use super::model::{
    Claim, DocumentEntry, FeatureText, Library, Passage, PepType, ReleaseState, SeriesStatus,
};
use crate::document::{Block, HistoryEntry, plain_text};
use crate::terms::{
    Area, Date, IssueRef, Kind, Moment, PepNumber, ReleaseNumber, Series, Status, Verdict,
};
use serde::Serialize;
use std::collections::HashMap;

/// The whole catalogue.
#[derive(Debug, Serialize)]
pub struct ExportedCatalogue<'a> {
    as_of: Date,
    features: Vec<ExportedFeature<'a>>,
    peps: Vec<ExportedPep<'a>>,
    releases: Vec<ExportedRelease<'a>>,
    documents: Vec<ExportedDocument<'a>>,
}

#[derive(Debug, Serialize)]
struct ExportedFeature<'a> {
    slug: &'a str,
    title: String,
    kind: Kind,
    area: Option<Area>,
    module: Option<&'a str>,
    series: Series,
    /// The first release that has it.
    release: ReleaseNumber,
    removed: Option<ReleaseNumber>,
    /// The series in which a deprecated thing is planned to go.
    removal: Option<Series>,
    /// The series in which a removed thing had been deprecated.
    deprecated: Option<Series>,
    /// What to use in its place.
    instead: Option<String>,
    history: Vec<ExportedEvent>,
    peps: &'a [PepNumber],
    issues: &'a [IssueRef],
    names: &'a [String],
    aliases: &'a [String],
    status: Option<Status>,
    url: Option<&'a str>,
    related: &'a [String],
    claims: Vec<ExportedClaim<'a>>,
}

#[derive(Debug, Serialize)]
struct ExportedEvent {
    /// A series or a release.
    when: Moment,
    text: String,
}

#[derive(Debug, Serialize)]
struct ExportedClaim<'a> {
    document: &'a str,
    date: Option<Date>,
    verdict: Verdict,
    text: String,
    evidence: String,
}

#[derive(Debug, Serialize)]
struct ExportedPep<'a> {
    number: PepNumber,
    title: &'a str,
    status: Status,
    #[serde(rename = "type")]
    pep_type: PepType,
    created: Date,
    versions: &'a [Series],
    resolved: Option<Date>,
    url: String,
}

#[derive(Debug, Serialize)]
struct ExportedRelease<'a> {
    series: Series,
    series_status: SeriesStatus,
    number: ReleaseNumber,
    date: Date,
    state: ReleaseState,
    note: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct ExportedDocument<'a> {
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

/// Everything in the library but the texts that are only for reading.
pub fn export(library: &Library) -> ExportedCatalogue<'_> {
    let catalogue = &library.catalogue;
    let texts: HashMap<&str, &FeatureText> = library
        .feature_texts
        .values()
        .flatten()
        .map(|text| (text.slug.as_str(), text))
        .collect();
    let features = catalogue.features.iter().map(|feature| ExportedFeature {
        slug: &feature.slug,
        title: plain_text(&feature.title),
        kind: feature.kind,
        area: feature.area,
        module: feature.module.as_deref(),
        series: feature.series,
        release: ReleaseNumber::first_final(feature.series),
        removed: feature.removed,
        removal: feature.removal,
        deprecated: feature.deprecated,
        instead: texts
            .get(feature.slug.as_str())
            .and_then(|text| instead(text)),
        history: texts
            .get(feature.slug.as_str())
            .map(|text| history(text))
            .unwrap_or_default(),
        peps: &feature.peps,
        issues: &feature.issues,
        names: &feature.names,
        aliases: &feature.aliases,
        status: feature.status,
        url: texts
            .get(feature.slug.as_str())
            .and_then(|text| text.url.as_deref()),
        related: texts
            .get(feature.slug.as_str())
            .map(|text| text.related.as_slice())
            .unwrap_or_default(),
        claims: texts
            .get(feature.slug.as_str())
            .map(|text| claims(library, text))
            .unwrap_or_default(),
    });
    ExportedCatalogue {
        as_of: catalogue.as_of,
        features: features.collect(),
        peps: peps(library),
        releases: releases(library),
        documents: documents(library),
    }
}

fn instead(text: &FeatureText) -> Option<String> {
    (!text.instead.is_empty()).then(|| plain_text(&text.instead))
}

fn history(text: &FeatureText) -> Vec<ExportedEvent> {
    let event = |entry: &HistoryEntry| ExportedEvent {
        when: entry.moment,
        text: plain_text(&entry.text),
    };
    text.history.iter().map(event).collect()
}

fn claims<'a>(library: &'a Library, text: &'a FeatureText) -> Vec<ExportedClaim<'a>> {
    let exported = |document: &'a str, claim: &'a Claim| ExportedClaim {
        document,
        date: library
            .catalogue
            .document(document)
            .and_then(DocumentEntry::date),
        verdict: claim.verdict,
        text: plain_text(&claim.text),
        evidence: plain_text(&claim.evidence),
    };
    text.statements
        .iter()
        .flat_map(|said| {
            said.claims
                .iter()
                .map(move |claim| exported(&said.document, claim))
        })
        .collect()
}

fn peps(library: &Library) -> Vec<ExportedPep<'_>> {
    let peps = library.peps.iter().map(|pep| ExportedPep {
        number: pep.number,
        title: &pep.title,
        status: pep.status,
        pep_type: pep.pep_type,
        created: pep.created,
        versions: &pep.versions,
        resolved: pep.resolved,
        url: pep.number.url(),
    });
    peps.collect()
}

fn releases(library: &Library) -> Vec<ExportedRelease<'_>> {
    let calendars = library.catalogue.calendars.iter();
    let releases = calendars.flat_map(|calendar| {
        calendar.releases.iter().map(|release| ExportedRelease {
            series: calendar.series,
            series_status: calendar.status,
            number: release.number,
            date: release.date,
            state: release.state,
            note: release.note.as_deref(),
        })
    });
    releases.collect()
}

fn documents(library: &Library) -> Vec<ExportedDocument<'_>> {
    // What a feature's text stands for holds no claim.
    let texts: HashMap<&str, &[Passage]> = library
        .document_texts
        .iter()
        .map(|text| (text.slug.as_str(), text.passages.as_slice()))
        .collect();
    let documents = library.catalogue.documents.iter();
    let documents = documents.map(|entry| ExportedDocument {
        slug: &entry.slug,
        title: &entry.title,
        published: entry.published,
        updated: entry.updated,
        author: entry.author.as_deref(),
        source: entry.source.as_ref().map(|source| source.name.as_str()),
        url: entry
            .source
            .as_ref()
            .and_then(|source| source.url.as_deref()),
        series: entry.series,
        release: entry.release,
        features: entry
            .features
            .iter()
            .filter_map(|place| library.catalogue.features.get(*place))
            .map(|feature| feature.slug.as_str())
            .collect(),
        claims: texts
            .get(entry.slug.as_str())
            .map(|passages| passages.iter().flat_map(claims_of_passage).collect())
            .unwrap_or_default(),
    });
    documents.collect()
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
