//! The JSON form of a feature. The entry point is [`exported_feature`].

use super::super::spans::spans;
use super::repair::{ExportedRepair, exported_repair};
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
    /// The excerpt: what of the feature's text fits into a row.
    lead: &'a str,
    /// The first paragraph of the feature's text, which the excerpt is the beginning of.
    summary: String,
    kind: Kind,
    area: Option<Area>,
    module: Option<&'a str>,
    series: Series,
    /// Whether the release notes of its version name it among the release highlights.
    highlight: bool,
    /// The first final release of the series.
    release: ReleaseNumber,
    removed: Option<ReleaseNumber>,
    /// For a deprecation, the series in which the removal is planned.
    removal: Option<Series>,
    /// For a removal, the series of the deprecation.
    deprecated: Option<Series>,
    /// The replacement.
    instead: Option<String>,
    impact: Option<Impact>,
    /// What an upgrade breaks, and what to write instead.
    repair: Option<ExportedRepair<'a>>,
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

/// A state and the first series that has it. It lasts until the next state.
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

/// The JSON form of a feature with its excerpt and its text.
pub(super) fn exported_feature<'a>(
    library: &'a Library,
    feature: &'a Feature,
    names: &'a Names,
    excerpt: &'a str,
    text: Option<&'a FeatureText>,
) -> ExportedFeature<'a> {
    ExportedFeature {
        slug: &feature.slug,
        title: plain_text(&feature.title),
        lead: excerpt,
        summary: text.map(FeatureText::summary).unwrap_or_default(),
        kind: feature.kind,
        area: feature.area,
        module: feature.module.as_deref(),
        series: feature.series,
        highlight: feature.highlight,
        release: ReleaseNumber::first_final(feature.series),
        removed: feature.removed,
        removal: feature.removal,
        deprecated: feature.deprecated,
        instead: text.and_then(instead),
        impact: feature.impact,
        repair: text.and_then(|text| exported_repair(&text.repair)),
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

/// The replacement for a feature's subject, if a document names one.
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
    let claims = statements.flat_map(|statement| {
        let claims = statement.claims.iter();
        claims.map(move |claim| exported(&statement.document, claim))
    });
    claims.collect()
}
