//! What differs between two versions. The entry point is
//! [`Difference::between`].

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

impl<'a> Difference<'a> {
    /// What differs among some names, in their order. The older version may be the
    /// second.
    pub fn between(rows: impl IntoIterator<Item = &'a Row>, from: Series, to: Series) -> Self {
        let mut difference = Self::default();
        for row in rows {
            let known = row.known_versions();
            match (known.contains(from), known.contains(to)) {
                (false, true) => difference.added.push(row),
                (true, false) => difference.removed.push(row),
                (true, true) => difference.add_changes(row, from, to),
                (false, false) => {}
            }
        }
        difference
    }

    fn add_changes(&mut self, row: &'a Row, from: Series, to: Series) {
        if is_deprecated(row, to) && !is_deprecated(row, from) {
            self.deprecated.push(row);
        }
        if let (Some(before), Some(after)) = (row.signature(from), row.signature(to))
            && before != after
        {
            self.changed.push(Changed { row, before, after });
        }
    }

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
