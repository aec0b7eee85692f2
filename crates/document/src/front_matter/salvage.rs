//! Reads front matter line by line, without parsing YAML.

use super::schema::{FrontMatter, OneOrMany};
use crate::Position;

/// The top-level keys and those of `source`, each with its position in the YAML
/// and whether it is one of `source`.
pub(super) fn keys(yaml: &str) -> impl Iterator<Item = (Position, &str, bool)> {
    let mut is_in_source = false;
    (1..).zip(yaml.lines()).filter_map(move |(line, text)| {
        let (key, value) = text.trim_start().split_once(':')?;
        let indentation = text.len() - text.trim_start().len();
        if indentation == 0 {
            is_in_source = key == "source";
        } else if !is_in_source || !(value.is_empty() || value.starts_with(' ')) {
            return None;
        }
        let plain = !key.is_empty()
            && key
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        let position = Position::line(line).right(indentation);
        plain.then_some((position, key, indentation > 0))
    })
}

/// The position of the value of a key, at the top level or in `source`. The
/// keys of `source` may be in braces on one line.
pub(super) fn value_of(yaml: &str, key: &str) -> Option<Position> {
    (1..).zip(yaml.lines()).find_map(|(line, text)| {
        let mut found = text.match_indices(key);
        found.find_map(|(at, _)| {
            let (before, after) = (text.get(..at)?, text.get(at + key.len()..)?);
            let is_key = before.trim_end().is_empty() || before.trim_end().ends_with(['{', ',']);
            let value = after.trim_start().strip_prefix(':')?.trim_start();
            let to_value = text.len() - value.len();
            // A value on the following lines has the position of its key.
            let place = if value.is_empty() { at } else { to_value };
            let column = text.get(..place)?.chars().count();
            is_key.then(|| Position::line(line).right(column))
        })
    })
}

/// The positions of the items of a list, in its order. An item that is not found, as when
/// it is written with escapes, has the position of the one before it.
pub(super) fn positions_of(yaml: &str, key: &str, items: &[String]) -> Vec<Position> {
    let mut last = value_of(yaml, key).unwrap_or_default();
    let first_line = last.line;
    let lines = (1..)
        .zip(yaml.lines())
        .skip_while(|(line, _)| *line < first_line);
    let mut words = lines.flat_map(|(line, text)| {
        let is_of_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let words = text.split(move |c: char| !is_of_word(c));
        words.filter(|word| !word.is_empty()).map(move |word| {
            let before = word.as_ptr() as usize - text.as_ptr() as usize;
            let column = text.get(..before).unwrap_or_default().chars().count();
            (word, Position::line(line).right(column))
        })
    });
    let position = |item: &String| {
        if let Some((_, position)) = words.find(|(word, _)| *word == item.as_str()) {
            last = position;
        }
        last
    };
    items.iter().map(position).collect()
}

/// The keys whose values are on the same line.
pub(super) fn plain_keys(yaml: &str) -> FrontMatter {
    let value = |wanted: &str| {
        let line = yaml.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            (key == wanted).then_some(value)
        })?;
        let value = line.trim().trim_matches(['"', '\'']);
        (!value.is_empty()).then(|| value.to_owned())
    };
    FrontMatter {
        title: value("title"),
        published_on: value("publishDate"),
        updated_on: value("updatedDate"),
        author: value("author").map(|author| OneOrMany(vec![author])),
        description: value("description"),
        published: value("published"),
        legacy_url: value("legacyUrl"),
        series: value("series"),
        release: value("release"),
        as_of: value("as_of"),
        tags: None,
        highlights: None,
        source: None,
    }
}
