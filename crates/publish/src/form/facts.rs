//! The JSON form of the fact tables: PEPs, series and releases.

use catalogue::{Calendar, Catalogue, Pep, PepType, ReleaseState, SeriesStatus};
use document::plain_text;
use serde::Serialize;
use terms::{Date, Kind, PepNumber, ReleaseNumber, Series, Status};

#[derive(Debug, Serialize)]
pub(in super::super) struct ExportedPep<'a> {
    number: PepNumber,
    title: &'a str,
    status: Status,
    #[serde(rename = "type")]
    pep_type: PepType,
    created: Date,
    versions: &'a [Series],
    resolved: Option<Date>,
    superseded_by: &'a [PepNumber],
    url: String,
    /// The slugs of the features that refer to the PEP.
    features: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
pub(in super::super) struct ExportedRelease<'a> {
    series: Series,
    series_status: SeriesStatus,
    number: ReleaseNumber,
    date: Date,
    state: ReleaseState,
    note: Option<&'a str>,
}

/// A series with its releases and features.
#[derive(Debug, Serialize)]
pub(in super::super) struct ExportedSeries<'a> {
    series: Series,
    status: SeriesStatus,
    /// The PEP with the release schedule.
    pep: PepNumber,
    start_of_development: Date,
    feature_freeze: Date,
    first_release: Date,
    end_of_bugfix: Date,
    end_of_life: Date,
    releases: Vec<ExportedRelease<'a>>,
    features: Vec<FeatureSummary<'a>>,
}

/// An entry in a list of features.
#[derive(Debug, Serialize)]
struct FeatureSummary<'a> {
    slug: &'a str,
    title: String,
    kind: Kind,
}

pub(super) fn exported_pep<'a>(pep: &'a Pep, features: Vec<&'a str>) -> ExportedPep<'a> {
    ExportedPep {
        number: pep.number,
        title: &pep.title,
        status: pep.status,
        pep_type: pep.pep_type,
        created: pep.created,
        versions: &pep.versions,
        resolved: pep.resolved,
        superseded_by: &pep.superseded_by,
        url: pep.number.url(),
        features,
    }
}

/// The releases of one series, in the order of publication.
pub(super) fn releases(calendar: &Calendar) -> impl Iterator<Item = ExportedRelease<'_>> {
    calendar.releases.iter().map(|release| ExportedRelease {
        series: calendar.series,
        series_status: calendar.status_on(calendar.as_of),
        number: release.number,
        date: release.date,
        state: release.state,
        note: release.note.as_deref(),
    })
}

pub(super) fn exported_series<'a>(
    catalogue: &'a Catalogue,
    calendar: &'a Calendar,
) -> ExportedSeries<'a> {
    let features = catalogue.features.iter();
    let features = features.filter(|feature| feature.series == calendar.series);
    ExportedSeries {
        series: calendar.series,
        status: calendar.status_on(calendar.as_of),
        pep: calendar.pep,
        start_of_development: calendar.start_of_development,
        feature_freeze: calendar.feature_freeze,
        first_release: calendar.first_release,
        end_of_bugfix: calendar.end_of_bugfix,
        end_of_life: calendar.end_of_life,
        releases: releases(calendar).collect(),
        features: features
            .map(|feature| FeatureSummary {
                slug: &feature.slug,
                title: plain_text(&feature.title),
                kind: feature.kind,
            })
            .collect(),
    }
}
