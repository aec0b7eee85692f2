//! A table in the bundle: names, facts and signatures apart, because each of them
//! compresses better among its own kind. The entry point is [`Columns`].

use crate::text::{facts, parse_columns, signatures};
use crate::{Row, Survey, Table};
use serde::{Deserialize, Serialize};
use terms::Series;

/// A table as it is encoded. In each text a line is a name of the table, in its order.
#[derive(Serialize, Deserialize)]
pub(super) struct Columns {
    survey: Survey,
    /// The names; a dot at the start stands for each part that a name shares with the one
    /// before. A [`MODULE`] and a module's name are before the names of each module.
    names: String,
    /// Kind, versions and so on, as in the table's files.
    facts: String,
    /// The signatures, as in the table's files.
    signatures: String,
}

/// Begins the line of a module. It occurs in no name.
const MODULE: char = '/';

/// The texts of a table do not belong together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the names: {message}")]
pub(super) struct ColumnsError {
    line: usize,
    message: String,
}

impl From<Table> for Columns {
    fn from(table: Table) -> Self {
        let newest = newest(table.survey());
        let mut columns = Self {
            survey: table.survey().clone(),
            names: String::new(),
            facts: String::new(),
            signatures: String::new(),
        };
        for (module, rows) in table.modules() {
            columns.names.extend([MODULE]);
            push_line(&mut columns.names, module);
            let mut before = module;
            for row in rows {
                push_line(&mut columns.names, &relative(&row.name, before));
                push_line(&mut columns.facts, &facts(row, newest).join("\t"));
                let signatures: Vec<String> = signatures(row, newest).collect();
                push_line(&mut columns.signatures, &signatures.join("\t"));
                before = &row.name;
            }
        }
        columns
    }
}

impl TryFrom<Columns> for Table {
    type Error = ColumnsError;

    fn try_from(columns: Columns) -> Result<Self, ColumnsError> {
        let newest = newest(&columns.survey);
        let mut rests = columns.facts.lines().zip(columns.signatures.lines());
        let mut modules: Vec<(String, Vec<Row>)> = Vec::new();
        let mut before = String::new();
        for (line, number) in columns.names.lines().zip(1..) {
            let error = |message: String| ColumnsError {
                line: number,
                message,
            };
            if let Some(module) = line.strip_prefix(MODULE) {
                module.clone_into(&mut before);
                modules.push((module.to_owned(), Vec::new()));
                continue;
            }
            let name = absolute(line, &before)
                .ok_or_else(|| error("more dots than parts before".to_owned()))?;
            let (Some((_, rows)), Some((facts, signatures))) = (modules.last_mut(), rests.next())
            else {
                return Err(error("nothing belongs to the name".to_owned()));
            };
            let row = if signatures.is_empty() {
                parse_columns(&name, facts, newest)
            } else {
                parse_columns(&name, &format!("{facts}\t{signatures}"), newest)
            };
            rows.push(row.map_err(error)?);
            before = name;
        }
        Ok(Self::new(columns.survey, modules))
    }
}

fn newest(survey: &Survey) -> Series {
    survey.newest().unwrap_or(Series::python3(0))
}

fn push_line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// A name with a dot in place of each leading part that the name before has as well. The
/// last part is always written.
fn relative(name: &str, before: &str) -> String {
    let mut rest = name;
    let mut parts = before.split('.');
    let mut shared = 0;
    while let Some((first, after)) = rest.split_once('.') {
        if parts.next() != Some(first) {
            break;
        }
        shared += 1;
        rest = after;
    }
    ".".repeat(shared) + rest
}

/// The name that [`relative`] shortened.
fn absolute(line: &str, before: &str) -> Option<String> {
    let rest = line.trim_start_matches('.');
    let shared = line.len() - rest.len();
    if shared == 0 {
        return Some(rest.to_owned());
    }
    let end = before
        .match_indices('.')
        .map(|(index, _)| index)
        .chain([before.len()])
        .nth(shared - 1)?;
    Some(format!("{}.{rest}", &before[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn table() -> Table {
        fixture::table(&[
            (
                "builtins",
                "dict\tclass\t3.6-\ndict.get\tmethod\t3.6-\t3.6- (key, /)\n",
            ),
            (
                "os",
                "os.fspath\tfunction\t3.6-\t3.6-3.9 (p)\t3.10- (path)\n",
            ),
            (
                "os.path",
                "os.path\tmodule\t3.6-\tadded=3.2\nos.path.A.b\tattribute\t3.6-\n\
                 os.path.join\tfunction\t3.6-\n",
            ),
        ])
    }

    #[test]
    fn columns_are_read_as_they_are_written() {
        let columns = Columns::from(table());
        assert_eq!(
            columns.names,
            "/builtins\ndict\n.get\n/os\n.fspath\n/os.path\n.path\n..A.b\n..join\n"
        );
        let read = Table::try_from(columns).expect("a table");
        assert!(read.modules().eq(table().modules()));
        assert_eq!(read.survey(), table().survey());
    }

    #[test]
    fn columns_that_do_not_belong_together_are_an_error() {
        let changed = |change: fn(&mut Columns)| {
            let mut columns = Columns::from(table());
            change(&mut columns);
            Table::try_from(columns)
                .map(|_| ())
                .map_err(|error| error.to_string())
        };
        let error = changed(|columns| columns.names.push_str(".....x\n")).expect_err("dots");
        assert!(
            error.contains("line 10") && error.contains("dots"),
            "{error}"
        );
        let error = changed(|columns| columns.names.push_str("y\n")).expect_err("one more");
        assert!(error.contains("belongs"), "{error}");
        let error = changed(|columns| columns.names.insert_str(0, "x\n")).expect_err("no module");
        assert!(error.contains("line 1"), "{error}");
        let error = changed(|columns| columns.facts.insert(0, 'x')).expect_err("a kind");
        assert!(error.contains("xclass"), "{error}");
    }
}
