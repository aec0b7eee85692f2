//! What goes when, and what to use instead. The entry point is [`departed`].

use super::form::{Exporter, instead};
use catalogue::Catalogue;
use document::plain_text;
use query::{Departure, departures};
use serde::Serialize;
use terms::{Area, Series};

/// How far the way to a removal has been gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Progress {
    /// Deprecated, and no series is named in which it is to go.
    Open,
    /// A series is named in which it is to go.
    Pending,
    /// A series is without it.
    Removed,
}

/// A removal, or a deprecation that no removal is known of.
#[derive(Debug, Serialize)]
pub(super) struct Departed<'a> {
    slug: &'a str,
    title: String,
    area: Option<Area>,
    module: Option<&'a str>,
    names: &'a [String],
    state: Progress,
    deprecated: Option<Series>,
    /// The series that was planned to be the first without it.
    removal: Option<Series>,
    /// The first series without it.
    removed: Option<Series>,
    instead: Option<String>,
    url: Option<&'a str>,
}

/// Everything that has gone or is to go, each thing once, in the catalogue's
/// order.
pub(super) fn departed<'a>(catalogue: &'a Catalogue, exporter: &Exporter<'a>) -> Vec<Departed<'a>> {
    let departed = departures(catalogue).map(|departure| {
        let feature = departure.feature;
        let text = exporter.text(feature);
        Departed {
            slug: &feature.slug,
            title: plain_text(&feature.title),
            area: feature.area,
            module: feature.module.as_deref(),
            names: exporter.names(feature),
            state: progress(departure),
            deprecated: departure.deprecated,
            removal: departure.planned,
            removed: departure.gone,
            instead: text.and_then(instead),
            url: text.and_then(|text| text.url.as_deref()),
        }
    });
    departed.collect()
}

const fn progress(departure: Departure) -> Progress {
    match departure {
        Departure { gone: Some(_), .. } => Progress::Removed,
        Departure {
            planned: Some(_), ..
        } => Progress::Pending,
        _ => Progress::Open,
    }
}
