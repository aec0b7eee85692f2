//! The names of the standard library as JSON below `api/v1`. The entry point is [`files`].

use super::api::file;
use super::{File, PublishError};
use api::data::{DifferenceData, NameData};
use api::{Row, Table};
use catalogue::Library;
use serde::Serialize;
use std::collections::HashMap;
use terms::{Date, ReleaseNumber, Series};

/// When and with which interpreters the table was made.
#[derive(Serialize)]
struct Surveyed<'a, T> {
    as_of: Date,
    interpreters: &'a [ReleaseNumber],
    #[serde(flatten)]
    content: T,
}

#[derive(Serialize)]
struct Modules<'a> {
    modules: Vec<ModuleEntry<'a>>,
}

#[derive(Serialize)]
struct ModuleEntry<'a> {
    module: &'a str,
    versions: Vec<Series>,
    names: usize,
}

#[derive(Serialize)]
struct Module<'a> {
    module: &'a str,
    names: Vec<NameData>,
}

#[derive(Serialize)]
struct Difference {
    from: Series,
    to: Series,
    #[serde(flatten)]
    difference: DifferenceData,
}

/// A list of the modules, a file for each module, and what differs between neighbouring
/// versions.
pub(super) fn files(library: &Library, table: &Table) -> Result<Vec<File>, PublishError> {
    let changes = library.features_by_name();
    let entries = table.modules().map(|(module, rows)| ModuleEntry {
        module,
        versions: versions(module, rows),
        names: rows.len(),
    });
    let modules = Modules {
        modules: entries.collect(),
    };
    let mut files = vec![file("modules.json", &surveyed(table, modules))?];
    for (module, rows) in table.modules() {
        let content = Module {
            module,
            names: names(rows, table, &changes),
        };
        files.push(file(
            &format!("names/{module}.json"),
            &surveyed(table, content),
        )?);
    }
    for (from, to) in neighbours(table) {
        let difference = DifferenceData::new(&table.difference(from, to, None));
        let content = Difference {
            from,
            to,
            difference,
        };
        files.push(file(
            &format!("diff/{from}-{to}.json"),
            &surveyed(table, content),
        )?);
    }
    Ok(files)
}

/// Every surveyed version with the next one.
pub(super) fn neighbours(table: &Table) -> impl Iterator<Item = (Series, Series)> {
    let releases = &table.survey().releases;
    let pairs = releases.iter().zip(releases.iter().skip(1));
    pairs.map(|(from, to)| (from.series, to.series))
}

fn surveyed<T>(table: &Table, content: T) -> Surveyed<'_, T> {
    let survey = table.survey();
    Surveyed {
        as_of: survey.as_of,
        interpreters: &survey.releases,
        content,
    }
}

/// The versions that have a module, of its names.
fn versions(module: &str, rows: &[Row]) -> Vec<Series> {
    let own = rows.iter().find(|row| row.name == module);
    own.map(|row| row.known_versions().iter().collect())
        .unwrap_or_default()
}

fn names(rows: &[Row], table: &Table, changes: &HashMap<&str, Vec<&str>>) -> Vec<NameData> {
    let data = |row: &Row| {
        let slugs = changes.get(row.name.as_str()).into_iter().flatten();
        let slugs = slugs.map(|slug| (*slug).to_owned()).collect();
        NameData::new(row, table.survey(), slugs)
    };
    rows.iter().map(data).collect()
}
