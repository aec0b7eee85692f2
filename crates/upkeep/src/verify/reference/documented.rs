//! Names that a version added and the documentation documents, and no feature
//! covers.
//! The entry point is [`check`].

use super::super::exceptions::Exception;
use super::super::interpreters::{COVER, Covered, is_counted};
use super::super::place::Place;
use super::super::subject::Subject;
use super::ADVICE;
use crate::verify::VerifyError;
use api::{Difference, Row, outermost};
use catalogue::files;
use document::{Code, Diagnostic, Position};
use std::collections::HashMap;
use std::path::Path;
use terms::Series;

/// The inventory of the documentation: a table with the names in its first column.
const INVENTORY: &str = "documented-3.15.tsv";

/// The first version whose additions features have to cover.
const FIRST_ADDITION: Series = Series::python3(9);

pub(super) fn check(subject: &Subject, folder: &Path) -> Result<Vec<Diagnostic>, VerifyError> {
    let path = folder.join(INVENTORY);
    let Some(table) = subject.table.as_ref().filter(|_| path.exists()) else {
        return Ok(Vec::new());
    };
    let text = files::read(&path, ADVICE)?;
    let lines = text.lines().zip(1..);
    let documented: HashMap<&str, u32> = lines
        .filter_map(|(line, number)| Some((line.split('\t').next()?, number)))
        .collect();
    let covered = Covered::new(subject);
    let versions: Vec<Series> = table.survey().versions().collect();
    let rows: Vec<&Row> = table.modules().flat_map(|(_, rows)| rows).collect();
    let mut found = Vec::new();
    for pair in versions.windows(2) {
        let [before, version] = pair else { continue };
        if *version < FIRST_ADDITION {
            continue;
        }
        let added = Difference::between(rows.iter().copied(), *before, *version).added;
        let is_due = |row: &&Row| is_counted(row) && documented.contains_key(row.name.as_str());
        let added: Vec<&Row> = added.into_iter().filter(is_due).collect();
        for row in outermost(&added) {
            let name = row.name.as_str();
            let exception = Exception::Uncovered(*version, name.to_owned());
            if covered.addition(*version, name) || subject.exceptions.allow(&exception) {
                continue;
            }
            let line = documented.get(name).copied().unwrap_or(1);
            let message = format!("{version} added `{name}`, and none of its features covers that");
            let place = Place::new(&path, Position::line(line));
            found.push(place.report(Code::Api, message, COVER));
        }
    }
    Ok(found)
}
