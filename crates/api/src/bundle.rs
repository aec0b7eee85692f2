//! The table in the bundle. It is cut so that a reader loads little: names to search in,
//! names that differ between versions, and the others by the first letter of their module.
//! The entry point is [`write`].

use crate::{Kind, Row, Survey, Table, Versions};
use ::bundle::{EncodeError, File, Part, encode};
use std::collections::BTreeSet;

/// The names that can be found by typing, without their signatures: all modules, classes,
/// exceptions and functions, and the methods and constants that some version lacks or
/// deprecates.
pub fn names() -> Part<Table> {
    Part::at("api-names.bin")
}

/// The names that differ between any two surveyed versions. [`Table::difference`] finds
/// the same in it as in the whole table.
pub fn changes() -> Part<Table> {
    Part::at("api-changes.bin")
}

/// The names that have a backport, without their signatures.
pub fn backports() -> Part<Table> {
    Part::at("api-backports.bin")
}

/// The other names of a module, and of all modules that begin with the same letter. A
/// file for each module would take a tenth more in all.
pub fn others(module: &str) -> Part<Table> {
    Part::at(format!("api-{}.bin", initial(module)))
}

/// The first letter of a module in lower case; `_` for anything else.
fn initial(module: &str) -> char {
    let first = module.chars().next().filter(char::is_ascii_alphabetic);
    first.map_or('_', |letter| letter.to_ascii_lowercase())
}

/// The package of a module: the part before the first dot.
pub fn package_of(module: &str) -> &str {
    module.split('.').next().unwrap_or(module)
}

/// Cuts a table into its parts.
pub fn cut(table: &Table) -> Vec<(Part<Table>, Table)> {
    let all = surveyed(table.survey());
    let searched = table.filter(|_, row| searched(row, all));
    let changing = table.filter(|_, row| is_changing(row, all).then(|| row.clone()));
    let backported = table.filter(|_, row| row.backport.is_some().then(|| without_signatures(row)));
    let mut parts = vec![
        (names(), searched),
        (changes(), changing),
        (backports(), backported),
    ];
    let initials: BTreeSet<char> = table.modules().map(|(name, _)| initial(name)).collect();
    parts.extend(initials.into_iter().map(|letter| {
        let names = table.filter(|module, row| {
            let belongs = initial(module) == letter && !is_changing(row, all);
            belongs.then(|| row.clone())
        });
        (others(&letter.to_string()), names)
    }));
    parts
}

/// Encodes the parts of a table.
///
/// # Errors
/// If one cannot be encoded.
pub fn write(table: &Table) -> Result<Vec<File>, EncodeError> {
    let parts = cut(table).into_iter();
    parts.map(|(part, value)| encode(&part, &value)).collect()
}

/// The names of a module in several parts, sorted.
pub fn module<'a>(parts: &[&'a Table], name: &str) -> Vec<&'a Row> {
    let mut rows: Vec<&Row> = parts
        .iter()
        .filter_map(|part| part.module(name))
        .flatten()
        .collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    rows
}

/// The versions from the oldest to the newest surveyed one.
fn surveyed(survey: &Survey) -> Versions {
    match (survey.oldest(), survey.newest()) {
        (Some(oldest), Some(newest)) => Versions::between(oldest..=newest),
        _ => Versions::default(),
    }
}

/// Whether a surveyed version lacks or deprecates a name.
fn is_dated(row: &Row, all: Versions) -> bool {
    let known = row.known_versions().intersection(all);
    known != all || row.deprecated().is_some()
}

fn is_changing(row: &Row, all: Versions) -> bool {
    is_dated(row, all) || row.signatures.len() > 1
}

fn searched(row: &Row, all: Versions) -> Option<Row> {
    let is_searched = match row.kind {
        Kind::Module | Kind::Class | Kind::Exception | Kind::Function => true,
        Kind::Method | Kind::Constant => is_dated(row, all),
        Kind::Attribute => false,
    };
    is_searched.then(|| without_signatures(row))
}

fn without_signatures(row: &Row) -> Row {
    Row {
        signatures: Vec::new(),
        ..row.clone()
    }
}
