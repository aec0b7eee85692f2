//! Names that come close to one that does not exist. The entry point is [`names`].

use crate::Table;

/// A longer text is not a misspelt name.
const LONGEST: usize = 100;

/// At most `count` names that somebody may have meant, the closest first: the same
/// last part elsewhere, then a name spelt alike.
pub(super) fn names<'a>(table: &'a Table, name: &str, count: usize) -> Vec<&'a str> {
    if name.len() > LONGEST || name.is_empty() {
        return Vec::new();
    }
    let wanted = name.to_lowercase();
    let last = last_part(&wanted);
    let rows = table.modules().flat_map(|(_, rows)| rows);
    let mut scored: Vec<(usize, usize, &str)> = rows
        .filter_map(|row| {
            let score = distance(&row.name, &wanted, last)?;
            Some((score, row.name.len(), row.name.as_str()))
        })
        .collect();
    scored.sort_unstable();
    scored.truncate(count);
    scored.into_iter().map(|(_, _, name)| name).collect()
}

/// How far a name is from what was written; `None` if too far.
fn distance(name: &str, wanted: &str, last: &str) -> Option<usize> {
    let name = name.to_lowercase();
    let own_last = last_part(&name);
    if own_last == last && !last.is_empty() {
        return Some(usize::from(name != wanted) + strsim::levenshtein(&name, wanted) / 8);
    }
    // A third of the letters may differ.
    let allowed = wanted.chars().count().div_ceil(3).min(4);
    if name.len().abs_diff(wanted.len()) > allowed * 4 {
        return None;
    }
    let far = strsim::damerau_levenshtein(&name, wanted);
    (far <= allowed).then_some(far + 1)
}

fn last_part(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}
