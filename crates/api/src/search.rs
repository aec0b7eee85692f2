//! Names found by typing. The entry points are [`NameQuery::parse`] and [`Table::search`].

use crate::{Row, Table};

/// A name that somebody types, whole or in part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameQuery {
    /// Parts of a name with dots between them, such as `Counter.total`.
    name: String,
    /// Whether it is a name as a program writes it, not words that may be one.
    is_written: bool,
}

/// The names that a query finds.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<'a> {
    /// The modules and names, the best match first.
    pub names: Vec<(&'a str, &'a Row)>,
    /// Whether the first names are what was typed and not merely begin alike.
    pub is_exact: bool,
}

/// The longest text that may be a name.
const LONGEST: usize = 200;

/// The fewest letters that the beginning of a name is looked for with.
const SHORTEST_START: usize = 3;

/// How a name matches, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    /// The whole name.
    Whole,
    /// The whole name in other letters.
    WholeFolded,
    /// The last parts.
    Parts,
    /// The last parts in other letters.
    PartsFolded,
    /// The beginning of the last part.
    Start,
}

impl NameQuery {
    /// The name in a text that somebody types: a name, a call, an import, or words that
    /// are the parts of a name. `None` if the text cannot be a name.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let text = text.trim().trim_matches('`').trim();
        let text = text.split('(').next().unwrap_or(text);
        let words: Vec<&str> = text.split_whitespace().collect();
        let (name, is_written) = match words[..] {
            ["import", module] => (module.to_owned(), true),
            ["from", module] | ["from", module, "import"] => (module.to_owned(), true),
            ["from", module, "import", name] => (format!("{module}.{name}"), true),
            [name] => (name.to_owned(), name.contains('.')),
            [first, second] => (format!("{first}.{second}"), false),
            _ => return None,
        };
        name.split('.')
            .all(is_identifier)
            .then_some(Self { name, is_written })
    }

    /// The parts of the name with dots between them.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is a qualified name as a program writes it, so that it can be said not
    /// to exist.
    pub fn is_qualified(&self) -> bool {
        self.is_written && self.name.contains('.')
    }

    fn matches(&self, name: &str) -> Option<Match> {
        let typed = self.name.as_str();
        let start = name.len().checked_sub(typed.len());
        let end = start.and_then(|start| name.get(start..));
        if let Some(end) = end
            && end.eq_ignore_ascii_case(typed)
        {
            let before = name.len() - end.len();
            if before == 0 {
                return Some(if end == typed {
                    Match::Whole
                } else {
                    Match::WholeFolded
                });
            }
            if name.as_bytes().get(before - 1) == Some(&b'.') {
                return Some(if end == typed {
                    Match::Parts
                } else {
                    Match::PartsFolded
                });
            }
        }
        let last = typed.rsplit('.').next().unwrap_or(typed);
        if last.len() < SHORTEST_START {
            return None;
        }
        let part = name.rfind('.').map_or(0, |dot| dot + 1);
        let before = (part + last.len()).checked_sub(typed.len())?;
        let begins = name
            .get(before..before + typed.len())
            .is_some_and(|beginning| beginning.eq_ignore_ascii_case(typed));
        let is_at_part = before == 0 || name.as_bytes().get(before - 1) == Some(&b'.');
        (begins && is_at_part).then_some(Match::Start)
    }
}

fn is_identifier(part: &str) -> bool {
    let mut letters = part.chars();
    let first = letters.next();
    first.is_some_and(|first| first.is_alphabetic() || first == '_')
        && letters.all(|letter| letter.is_alphanumeric() || letter == '_')
}

impl Table {
    /// The names that a query means, then those whose last part begins alike.
    pub fn search(&self, query: &NameQuery) -> Found<'_> {
        let modules = self.modules();
        let rows = modules.flat_map(|(module, rows)| rows.iter().map(move |row| (module, row)));
        let mut found: Vec<(Match, &str, &Row)> = rows
            .filter_map(|(module, row)| Some((query.matches(&row.name)?, module, row)))
            .collect();
        let by_name = |row: &Row| (row.name.len(), row.name.clone());
        found.sort_by_cached_key(|(how, _, row)| (*how, by_name(row)));
        Found {
            is_exact: found.first().is_some_and(|(how, ..)| *how < Match::Start),
            names: found
                .into_iter()
                .map(|(_, module, row)| (module, row))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn table() -> Table {
        let text = "collections.Counter\tclass\t3.6-\n\
                    collections.Counter.total\tmethod\t3.10-\n\
                    functools.cache\tfunction\t3.9-\n\
                    functools.cached_property\tclass\t3.8-\n\
                    http.HTTPMethod\tclass\t3.11-\n\
                    os.PathLike\tclass\t3.6-\n\
                    os.path\tmodule\t3.6-\n\
                    pathlib.Path\tclass\t3.6-\n";
        fixture::table(&[("all", text)])
    }

    fn found(text: &str) -> Vec<String> {
        let query = NameQuery::parse(text).expect(text);
        let table = table();
        let names = table.search(&query).names;
        names.iter().map(|(_, row)| row.name.clone()).collect()
    }

    #[test]
    fn what_is_typed_comes_before_what_begins_alike() {
        for (text, names) in [
            (
                "functools.cache",
                &["functools.cache", "functools.cached_property"][..],
            ),
            ("cache", &["functools.cache", "functools.cached_property"]),
            ("Counter.total", &["collections.Counter.total"]),
            ("counter.total()", &["collections.Counter.total"]),
            ("collections.Counter(", &["collections.Counter"]),
            ("HTTPMethod", &["http.HTTPMethod"]),
            ("from http import HTTPMethod", &["http.HTTPMethod"]),
            ("import functools", &[]),
            ("http httpmethod", &["http.HTTPMethod"]),
            ("Path", &["pathlib.Path", "os.path", "os.PathLike"]),
            (
                "`functools.cac`",
                &["functools.cache", "functools.cached_property"],
            ),
            ("to", &[]),
            ("otal", &[]),
        ] {
            assert_eq!(found(text), names, "{text}");
        }
        let exact = |text: &str| {
            table()
                .search(&NameQuery::parse(text).expect(text))
                .is_exact
        };
        assert!(exact("cache") && exact("CACHE"));
        assert!(!exact("cach"));
    }

    #[test]
    fn what_cannot_be_a_name_is_none() {
        let long = "a.".repeat(50_000);
        for text in [
            "", " ", ".", "os.", ".path", "a..b", "3.14", "a b c", "x-y", "()", &long,
        ] {
            assert_eq!(NameQuery::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn only_names_with_dots_can_be_said_not_to_exist() {
        let qualified = |text: &str| NameQuery::parse(text).expect(text).is_qualified();
        assert!(qualified("functools.cahce") && qualified("from functools import cahce"));
        assert!(!qualified("cahce") && !qualified("functools cahce"));
    }
}
