//! A feature in JSON. The entry point is [`exported`].

use super::super::states::spans;
use catalogue::{Claim, DocumentEntry, Feature, FeatureText, Library, Names};
use document::{HistoryEntry, plain_text};
use serde::Serialize;
use terms::{
    Area, Date, Impact, IssueRef, Kind, Moment, PepNumber, ReleaseNumber, Series, Status, Verdict,
};

#[derive(Debug, Serialize)]
pub(in super::super) struct ExportedFeature<'a> {
    pub slug: &'a str,
    title: String,
    /// The first sentences of its text.
    lead: &'a str,
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
    impact: Option<Impact>,
    states: Vec<ExportedState>,
    history: Vec<ExportedEvent>,
    peps: &'a [PepNumber],
    issues: &'a [IssueRef],
    names: &'a [String],
    aliases: &'a [String],
    status: Option<Status>,
    url: Option<&'a str>,
    related: &'a [String],
    documents: &'a [String],
    claims: Vec<ExportedClaim<'a>>,
}

/// A state and the first series in which it holds, until the next one.
#[derive(Debug, Serialize)]
struct ExportedState {
    since: Series,
    state: &'static str,
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

/// A feature with the first sentences of its text and what its documents say.
pub(super) fn exported<'a>(
    library: &'a Library,
    feature: &'a Feature,
    names: &'a Names,
    lead: &'a str,
    text: Option<&'a FeatureText>,
) -> ExportedFeature<'a> {
    ExportedFeature {
        slug: &feature.slug,
        title: plain_text(&feature.title),
        lead,
        kind: feature.kind,
        area: feature.area,
        module: feature.module.as_deref(),
        series: feature.series,
        release: ReleaseNumber::first_final(feature.series),
        removed: feature.removed,
        removal: feature.removal,
        deprecated: feature.deprecated,
        instead: text.and_then(instead),
        impact: feature.impact,
        states: states(library, feature),
        history: text.map(history).unwrap_or_default(),
        peps: &feature.peps,
        issues: &feature.issues,
        names: &names.qualified,
        aliases: &names.aliases,
        status: feature.status,
        url: text.and_then(|text| text.url.as_deref()),
        related: text.map(|text| text.related.as_slice()).unwrap_or_default(),
        documents: &feature.documents,
        claims: text.map(|text| claims(library, text)).unwrap_or_default(),
    }
}

/// What to use in a feature's place, where its documents say it.
pub(in super::super) fn instead(text: &FeatureText) -> Option<String> {
    (!text.instead.is_empty()).then(|| plain_text(&text.instead))
}

fn states(library: &Library, feature: &Feature) -> Vec<ExportedState> {
    let spans = spans(&library.catalogue, feature);
    let state = spans.iter().map(|span| ExportedState {
        since: span.first,
        state: span.state.key(),
    });
    state.collect()
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
    let statements = text.statements.iter();
    let claims = statements.flat_map(|said| {
        let claims = said.claims.iter();
        claims.map(move |claim| exported(&said.document, claim))
    });
    claims.collect()
}
