//! The JSON files below `api/v1` and their schemas. The entry point is [`files`].

use super::deprecations::{ExportedDeparture, exported_departures};
use super::form::{Exporter, export};
use super::{File, PublishError};
use catalogue::Library;
use serde::Serialize;
use terms::Date;

const FOLDER: &str = "api/v1";

/// The published schemas, as names and texts.
const SCHEMAS: &[(&str, &str)] = &[
    ("catalogue", include_str!("schema/catalogue.json")),
    ("definitions", include_str!("schema/definitions.json")),
    ("deprecations", include_str!("schema/deprecations.json")),
    ("difference", include_str!("schema/difference.json")),
    ("feature", include_str!("schema/feature.json")),
    ("launcher", include_str!("schema/launcher.json")),
    ("module", include_str!("schema/module.json")),
    ("modules", include_str!("schema/modules.json")),
    ("peps", include_str!("schema/peps.json")),
    ("release", include_str!("schema/release.json")),
];

/// The content of a file with the date of the facts in it.
#[derive(Serialize)]
struct Dated<T> {
    as_of: Date,
    #[serde(flatten)]
    content: T,
}

#[derive(Serialize)]
struct Peps<T> {
    peps: T,
}

#[derive(Serialize)]
struct Deprecations<'a> {
    deprecations: Vec<ExportedDeparture<'a>>,
}

pub(super) fn files(library: &Library) -> Result<Vec<File>, PublishError> {
    let catalogue = &library.catalogue;
    let exporter = Exporter::new(library);
    let as_of = catalogue.as_of;
    let mut files = vec![
        file("catalogue.json", &export(library))?,
        file(
            "peps.json",
            &Dated {
                as_of,
                content: Peps {
                    peps: exporter.peps(),
                },
            },
        )?,
        file(
            "deprecations.json",
            &Dated {
                as_of,
                content: Deprecations {
                    deprecations: exported_departures(catalogue, &exporter),
                },
            },
        )?,
    ];
    for calendar in &catalogue.calendars {
        let content = exporter.series(calendar);
        let path = format!("releases/{}.json", calendar.series);
        let as_of = calendar.as_of;
        files.push(file(&path, &Dated { as_of, content })?);
    }
    for content in exporter.features() {
        let path = format!("features/{}.json", content.slug);
        files.push(file(&path, &Dated { as_of, content })?);
    }
    let schemas = SCHEMAS.iter().map(|(name, schema)| File {
        path: format!("{FOLDER}/schema/{name}.json"),
        bytes: schema.as_bytes().to_vec(),
    });
    files.extend(schemas);
    Ok(files)
}

/// The path of a file.
pub(super) fn path(name: &str) -> String {
    format!("{FOLDER}/{name}")
}

/// A file with a value as JSON on one line.
pub(super) fn file<T: Serialize>(name: &str, value: &T) -> Result<File, PublishError> {
    let path = path(name);
    match serde_json::to_vec(value) {
        Ok(bytes) => Ok(File { path, bytes }),
        Err(error) => Err(PublishError::Json { path, error }),
    }
}
