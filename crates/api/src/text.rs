//! The table as text: a file for each module, a line for each name. The entry points are
//! [`parse_module`] and [`module_text`].
//!
//! ```text
//! functools.lru_cache⇥function⇥3.6-⇥added=3.2⇥3.6-3.7 (maxsize=128)⇥3.8- (maxsize=128, typed=False)
//! os.startfile⇥function⇥⇥win32=3.6-
//! ```
//!
//! The columns, separated by tabs, are the name, its kind and the versions whose interpreter
//! has it; further data as `key=value`: `added`, `patches`, `deprecated`, `removal`, `warns`,
//! `platforms`, `backport`, and `linux`, `darwin` or `win32` for names that only typeshed declares; and the
//! signatures, each after its versions. A range without an end extends to the newest surveyed
//! version.

use crate::{Kind, Platform, Row, Signature, Versions};
use std::fmt::Write;
use std::str::FromStr;
use terms::Series;

/// Why a line of the table cannot be parsed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct TextError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong, and what to write.
    pub message: String,
}

/// Parses the text of one module; `newest` is the newest surveyed version.
///
/// # Errors
///
/// If a line does not have the form that [`module_text`] writes.
pub fn parse_module(text: &str, newest: Series) -> Result<Vec<Row>, TextError> {
    let lines = text.lines().enumerate();
    lines
        .map(|(index, line)| {
            parse_line(line, newest).map_err(|message| TextError {
                line: index + 1,
                message,
            })
        })
        .collect()
}

fn parse_line(line: &str, newest: Series) -> Result<Row, String> {
    if line.contains(|c: char| c.is_control() && c != '\t') {
        return Err("a line has no control characters but tabs".to_owned());
    }
    let (name, columns) = line.split_once('\t').unwrap_or((line, ""));
    parse_columns(name, columns, newest)
}

/// Reads the columns after the name.
pub(super) fn parse_columns(name: &str, columns: &str, newest: Series) -> Result<Row, String> {
    let mut columns = columns.split('\t');
    let (Some(kind), Some(versions)) = (columns.next(), columns.next()) else {
        return Err("a line has a name, a kind and versions, separated by tabs".to_owned());
    };
    let kind: Kind = parse_value(kind)?;
    let mut row = Row::new(name, kind);
    if !versions.is_empty() {
        row.versions = parse_versions(versions, newest)?;
    }
    for column in columns {
        match column.split_once(' ') {
            Some((versions, text)) if text.starts_with('(') => row.signatures.push(Signature {
                versions: parse_versions(versions, newest)?,
                text: text.to_owned(),
            }),
            _ => parse_fact(&mut row, column, newest)?,
        }
    }
    Ok(row)
}

fn parse_fact(row: &mut Row, column: &str, newest: Series) -> Result<(), String> {
    let (key, value) = column
        .split_once('=')
        .ok_or_else(|| format!("`{column}` is neither `key=value` nor a signature"))?;
    match key {
        "added" => row.added = Some(parse_value(value)?),
        "deprecated" => row.deprecated = Some(parse_value(value)?),
        "removal" => row.removal = Some(parse_value(value)?),
        "warns" => row.warns = parse_versions(value, newest)?,
        "patches" => row.patches = parse_list(value)?,
        "platforms" => row.platforms = parse_list(value)?,
        "backport" => row.backport = Some(parse_value(value)?),
        _ => {
            let platform: Platform = parse_value(key)?;
            row.stubs.push((platform, parse_versions(value, newest)?));
        }
    }
    Ok(())
}

fn parse_value<T: FromStr<Err: ToString>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: T::Err| error.to_string())
}

fn parse_list<T: FromStr<Err: ToString>>(text: &str) -> Result<Vec<T>, String> {
    text.split(',').map(parse_value).collect()
}

fn parse_versions(text: &str, newest: Series) -> Result<Versions, String> {
    Versions::parse(text, newest).map_err(|error| error.to_string())
}

/// The text of one module.
pub fn module_text(rows: &[Row], newest: Series) -> String {
    let mut text = String::new();
    for row in rows {
        push_line(&mut text, row, newest);
    }
    text
}

fn push_line(text: &mut String, row: &Row, newest: Series) {
    let columns = std::iter::once(row.name.clone())
        .chain(facts(row, newest))
        .chain(signatures(row, newest));
    let columns: Vec<String> = columns.collect();
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}", columns.join("\t"));
}

/// The columns between the name and the signatures.
pub(super) fn facts(row: &Row, newest: Series) -> Vec<String> {
    let mut columns = vec![row.kind.key().to_owned(), row.versions.to_text(newest)];
    let mut push = |key: &str, value: Option<String>| {
        columns.extend(value.map(|value| format!("{key}={value}")));
    };
    push("added", row.added.map(|version| version.to_string()));
    push("patches", list(&row.patches));
    push(
        "deprecated",
        row.deprecated.map(|version| version.to_string()),
    );
    push("removal", row.removal.map(|version| version.to_string()));
    let warns = (!row.warns.is_empty()).then(|| row.warns.to_text(newest));
    push("warns", warns);
    push("platforms", list(&row.platforms));
    push("backport", row.backport.as_ref().map(ToString::to_string));
    for (platform, versions) in &row.stubs {
        push(platform.key(), Some(versions.to_text(newest)));
    }
    columns
}

/// The last columns: each signature after the versions that have it.
pub(super) fn signatures(row: &Row, newest: Series) -> impl Iterator<Item = String> {
    row.signatures.iter().map(move |signature| {
        let versions = signature.versions.to_text(newest);
        format!("{versions} {}", signature.text)
    })
}

fn list<T: ToString>(values: &[T]) -> Option<String> {
    let texts: Vec<String> = values.iter().map(ToString::to_string).collect();
    (!texts.is_empty()).then(|| texts.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEWEST: Series = Series::python3(15);

    #[test]
    fn text_is_written_as_it_is_read() {
        let text = "functools\tmodule\t3.6-\n\
                    functools.lru_cache\tfunction\t3.6-\tadded=3.2\t3.6-3.7 (a=128)\t3.8- (a=1, b=2)\n\
                    ast.Num\tclass\t3.6-3.13\tdeprecated=3.8\tremoval=3.14\twarns=3.12-3.13\n\
                    os.startfile\tfunction\t\tplatforms=win32\twin32=3.6-\n\
                    sys.f\tfunction\t3.7-\tadded=3.11\tpatches=3.10.7,3.9.14\n\
                    tomllib\tmodule\t3.11-\tbackport=tomli:tomli\n";
        let rows = parse_module(text, NEWEST).expect("a module");
        assert_eq!(module_text(&rows, NEWEST), text);
        let oldest = Series::python3(6);
        assert_eq!(rows[1].added(oldest), Some(Series::python3(2)));
        assert_eq!(rows[1].signature(Series::python3(7)), Some("(a=128)"));
        assert_eq!(rows[2].removed(NEWEST), Some(Series::python3(14)));
        assert!(rows[3].known_versions().contains(NEWEST));
        assert_eq!(rows[0].added(oldest), None);
    }

    #[test]
    fn a_line_that_is_wrong_is_named() {
        for (line, message) in [
            ("a\tfunction", "a line has a name"),
            ("a\tfunction\t3.6-\t3.6- ()\r\r", "no control characters"),
            ("a\tfunktion\t3.6-", "`funktion` is not a kind"),
            ("a\tfunction\t3.x", "`3.x` is not a set of versions"),
            ("a\tfunction\t3.6-\tx", "neither `key=value`"),
            ("a\tfunction\t3.6-\tplan9=3.6", "`plan9` is not a kind"),
            ("a\tfunction\t3.6-\tbackport=b", "`b` is not a backport"),
            ("a\tfunction\t3.6-\tbackport=b:<c>", "is not a backport"),
        ] {
            let text = format!("ok\tmodule\t3.6-\n{line}\n");
            let error = parse_module(&text, NEWEST).expect_err(line);
            assert_eq!(error.line, 2);
            assert!(error.message.contains(message), "{error}");
        }
    }
}
