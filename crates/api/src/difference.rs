//! What differs between two versions. The entry point is
//! [`Table::difference`](crate::Table::difference).

use crate::Row;
use terms::Series;

/// The names that differ between two versions, each list sorted by module and name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Difference<'a> {
    /// In the second version and not in the first.
    pub added: Vec<&'a Row>,
    /// In the first version and not in the second.
    pub removed: Vec<&'a Row>,
    /// In both, and deprecated in the second only.
    pub deprecated: Vec<&'a Row>,
    /// In both, with different signatures.
    pub changed: Vec<Changed<'a>>,
}

/// A name that is called differently in two versions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Changed<'a> {
    /// The name.
    pub row: &'a Row,
    /// The signature in the first version.
    pub before: &'a str,
    /// The signature in the second version.
    pub after: &'a str,
}

impl Difference<'_> {
    /// Whether the versions have the same names with the same signatures.
    pub fn is_empty(&self) -> bool {
        let Self {
            added,
            removed,
            deprecated,
            changed,
        } = self;
        added.is_empty() && removed.is_empty() && deprecated.is_empty() && changed.is_empty()
    }
}

pub(super) fn differences<'a>(
    rows: impl Iterator<Item = &'a Row>,
    from: Series,
    to: Series,
) -> Difference<'a> {
    let mut difference = Difference::default();
    for row in rows {
        let known = row.known_versions();
        match (known.contains(from), known.contains(to)) {
            (false, true) => difference.added.push(row),
            (true, false) => difference.removed.push(row),
            (true, true) => {
                if is_deprecated(row, to) && !is_deprecated(row, from) {
                    difference.deprecated.push(row);
                }
                if let (Some(before), Some(after)) = (row.signature(from), row.signature(to))
                    && before != after
                {
                    difference.changed.push(Changed { row, before, after });
                }
            }
            (false, false) => {}
        }
    }
    difference
}

/// The names of a sorted list without the members of those that are in it: a class
/// that is added stands for its methods.
pub fn outermost<'a>(rows: &[&'a Row]) -> Vec<&'a Row> {
    let mut outer: Vec<&Row> = Vec::new();
    for row in rows {
        // A dot sorts before letters, so members follow what they belong to.
        let is_member = outer.last().is_some_and(|last| {
            let rest = row.name.strip_prefix(&last.name);
            rest.is_some_and(|rest| rest.starts_with('.'))
        });
        if !is_member {
            outer.push(row);
        }
    }
    outer
}

fn is_deprecated(row: &Row, version: Series) -> bool {
    row.deprecated().is_some_and(|since| since <= version)
}
