//! Deprecations and removals with their replacements. The entry point is
//! [`exported_departures`].

use super::form::{Exporter, instead};
use catalogue::Catalogue;
use document::plain_text;
use query::{Departure, departures};
use serde::Serialize;
use terms::{Area, Series};

/// The progress from deprecation to removal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Progress {
    /// Deprecated without a planned removal.
    Open,
    /// The removal is planned for a certain series.
    Pending,
    /// Removed in a series.
    Removed,
}

/// A removal, or a deprecation without a known removal.
#[derive(Debug, Serialize)]
pub(super) struct ExportedDeparture<'a> {
    slug: &'a str,
    title: String,
    area: Option<Area>,
    module: Option<&'a str>,
    names: &'a [String],
    state: Progress,
    deprecated: Option<Series>,
    /// The series in which the removal was planned.
    removal: Option<Series>,
    /// The series in which it was removed.
    removed: Option<Series>,
    instead: Option<String>,
    url: Option<&'a str>,
}

/// All deprecations and removals, each subject once, in the order of the catalogue.
pub(super) fn exported_departures<'a>(
    catalogue: &'a Catalogue,
    exporter: &Exporter<'a>,
) -> Vec<ExportedDeparture<'a>> {
    let exported = departures(catalogue).map(|departure| {
        let feature = departure.feature;
        let text = exporter.text(feature);
        ExportedDeparture {
            slug: &feature.slug,
            title: plain_text(&feature.title),
            area: feature.area,
            module: feature.module.as_deref(),
            names: exporter.names(feature),
            state: progress(departure),
            deprecated: departure.deprecated,
            removal: departure.planned,
            removed: departure.removed,
            instead: text.and_then(instead),
            url: text.and_then(|text| text.url.as_deref()),
        }
    });
    exported.collect()
}

const fn progress(departure: Departure) -> Progress {
    match departure {
        Departure {
            removed: Some(_), ..
        } => Progress::Removed,
        Departure {
            planned: Some(_), ..
        } => Progress::Pending,
        _ => Progress::Open,
    }
}
