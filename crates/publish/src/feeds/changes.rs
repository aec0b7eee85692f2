//! The changes of each kind and in each area as feeds, with an entry for each change. The
//! entry point is [`filters`].

use super::super::form::{Exporter, instead};
use super::super::markup::{Element, replace_invalid};
use super::super::{File, PublishError};
use super::{TAG, Writer, midnight, told};
use atom_syndication::{Content, Entry};
use catalogue::{Catalogue, Feature};
use document::plain_text;
use query::{Query, Route};
use terms::{Area, Date, Kind};

/// A feed has whole versions, the newest first, until it has so many entries.
const MIN_ENTRIES: usize = 50;

/// A feed of the changes that pass a filter.
pub(super) struct Filter {
    /// The path below `feeds`, without the ending.
    pub name: String,
    pub title: String,
    pub query: Query,
    passes: Passes,
}

enum Passes {
    Kind(Kind),
    Area(Area),
}

/// The feed of each kind and each area.
pub(super) fn filters() -> impl Iterator<Item = Filter> {
    let kinds = Kind::ALL.iter().map(|kind| Filter {
        name: format!("kind/{kind}"),
        title: kind_title(*kind).to_owned(),
        query: Query {
            kinds: vec![*kind],
            ..Query::default()
        },
        passes: Passes::Kind(*kind),
    });
    let areas = Area::ALL.iter().map(|area| Filter {
        name: format!("area/{area}"),
        title: format!("Changes in Python: {}", area.label()),
        query: Query {
            areas: vec![*area],
            ..Query::default()
        },
        passes: Passes::Area(*area),
    });
    kinds.chain(areas)
}

const fn kind_title(kind: Kind) -> &'static str {
    match kind {
        Kind::Added => "Additions to Python",
        Kind::Changed => "Changes of what Python has",
        Kind::Deprecated => "Deprecations in Python",
        Kind::Removed => "Removals from Python",
    }
}

impl Filter {
    /// The changes in the feed, each with the date of its entry.
    pub(super) fn changes<'a>(&self, catalogue: &'a Catalogue) -> Vec<(&'a Feature, Date)> {
        let mut changes = Vec::new();
        for of_series in catalogue.features.chunk_by(|a, b| a.series == b.series) {
            let day = of_series
                .first()
                .and_then(|first| told(catalogue, first.series));
            let Some(day) = day.filter(|_| changes.len() < MIN_ENTRIES) else {
                continue;
            };
            let passing = of_series.iter().filter(|feature| match self.passes {
                Passes::Kind(kind) => feature.kind == kind,
                Passes::Area(area) => feature.area == Some(area),
            });
            changes.extend(passing.map(|feature| (feature, day)));
        }
        changes
    }

    /// The feed, unless it has no entries.
    pub(super) fn file(
        &self,
        writer: &Writer<'_>,
        exporter: &Exporter<'_>,
    ) -> Result<Option<File>, PublishError> {
        let path = format!("feeds/{}.xml", self.name);
        let catalogue = &writer.library.catalogue;
        let changes = self.changes(catalogue);
        if changes.is_empty() {
            return Ok(None);
        }
        let entries = changes
            .into_iter()
            .map(|(feature, day)| entry(writer, exporter, &path, feature, day));
        let page = Route::default().with_query(self.query.clone());
        let (title, updated) = (self.title.clone(), catalogue.newest_day());
        let file = writer.write(&self.name, title, &page, updated, entries.collect())?;
        Ok(Some(file))
    }
}

fn entry(
    writer: &Writer<'_>,
    exporter: &Exporter<'_>,
    path: &str,
    feature: &Feature,
    day: Date,
) -> Result<Entry, atom_syndication::Error> {
    let date = midnight(day)?;
    let title = format!("Python {}: {}", feature.series, plain_text(&feature.title));
    Ok(Entry {
        title: replace_invalid(&title).into(),
        id: format!("{TAG}feature/{}", feature.slug),
        updated: date,
        published: Some(date),
        links: vec![writer.alternate(path, &Route::page_of_feature(&feature.slug))],
        content: Some(Content {
            value: Some(html(writer, exporter, feature)),
            content_type: Some("html".to_owned()),
            ..Content::default()
        }),
        ..Entry::default()
    })
}

/// What a change is, its first sentences, and what to use instead.
fn html(writer: &Writer<'_>, exporter: &Exporter<'_>, feature: &Feature) -> String {
    let paragraph = |text: String| Element::new("p").text(text);
    let library = writer.library;
    let mut kind = format!("{} in Python {}.", feature.kind.label(), feature.series);
    if let Some(series) = feature.removal {
        kind.push_str(&format!(" Scheduled for removal in {series}."));
    }
    let mut parts = vec![paragraph(kind)];
    let place = library.catalogue.position(&feature.slug);
    let excerpt = place.and_then(|place| library.excerpts.get(place));
    parts.extend(
        excerpt
            .filter(|excerpt| !excerpt.is_empty())
            .cloned()
            .map(paragraph),
    );
    let replacement = exporter.text(feature).and_then(instead);
    parts.extend(replacement.map(|text| paragraph(format!("Instead: {text}"))));
    Element::new("div").children(parts).to_xml()
}
