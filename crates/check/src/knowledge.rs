//! What is known of the standard library. The entry point is [`Knowledge`].

use crate::lists::Lists;
use crate::meaning::is_class;
use crate::types::Types;
use api::{Row, Table};
use rustc_hash::FxHashMap;
use terms::{Series, Versions};

/// Names that the last releases of older versions have for the sake of security, but not
/// their first ones: the limit on digits (CVE-2020-10735), the filters of `tarfile`
/// (PEP 706), and what a newer OpenSSL brought.
const BACKPORTED: &[&str] = &[
    "shutil.unpack_archive",
    "ssl.",
    "sys.get_int_max_str_digits",
    "sys.set_int_max_str_digits",
    "tarfile.",
];

/// What is known of the standard library.
#[derive(Debug)]
pub struct Knowledge<'a> {
    names: FxHashMap<&'a str, &'a Row>,
    /// The rows of the names that packages give to older versions, by the names in them.
    backports: FxHashMap<&'a str, &'a Row>,
    /// The first version that has any member of a class.
    first_members: FxHashMap<&'a str, Series>,
    pub(crate) types: &'a Types,
    lists: &'a Lists,
    /// The oldest and the newest version that the table knows.
    pub(crate) oldest: Series,
    pub(crate) newest: Series,
}

impl<'a> Knowledge<'a> {
    /// Knowledge from a table in any number of parts, and the lists.
    pub fn new(tables: &[&'a Table], lists: &'a Lists) -> Self {
        let survey = tables.first().map(|table| table.survey());
        let oldest = survey.and_then(|survey| survey.oldest());
        let newest = survey.and_then(|survey| survey.newest());
        let oldest = oldest.unwrap_or(Series::python3(0));
        let newest = newest.unwrap_or(Series::python3(Versions::MAX_MINOR));
        let modules = tables.iter().flat_map(|table| table.modules());
        let mut names = FxHashMap::<&str, &Row>::default();
        let mut backports = FxHashMap::<&str, &Row>::default();
        let mut first_members = FxHashMap::<&str, Series>::default();
        for row in modules.flat_map(|(_, rows)| rows) {
            names.insert(&row.name, row);
            if let Some(backport) = &row.backport {
                backports.insert(&backport.name, row);
            }
            if let (Some((class, _)), Some(first)) =
                (row.name.rsplit_once('.'), row.versions.first())
                && !is_class(row)
            {
                let known = first_members.entry(class).or_insert(first);
                *known = first.min(*known);
            }
        }
        Self {
            names,
            backports,
            first_members,
            types: &lists.types,
            lists,
            oldest,
            newest,
        }
    }

    /// The row of a qualified name. Built-in names have no module before them.
    pub(crate) fn row(&self, name: &str) -> Option<&'a Row> {
        let name = name.strip_prefix("builtins.").unwrap_or(name);
        self.names.get(name).copied()
    }

    /// The name of the standard library that a name of a package stands for in older versions.
    pub(crate) fn backported(&self, name: &str) -> Option<&'a Row> {
        self.backports.get(name).copied()
    }

    /// The versions that have a name, beyond those that the table knows: what the oldest
    /// one has is older unless the documentation says since when, and what the newest one
    /// has stays.
    pub(crate) fn versions(&self, row: &Row) -> Versions {
        let mut versions = row.known_versions();
        if versions.contains(self.oldest) {
            let first = row.added.filter(|added| *added <= self.oldest);
            let first = first.or_else(|| self.documented(row));
            // What releases of an older version added is in the last ones of it.
            let releases = || row.patches.iter().map(|release| release.series).min();
            let first = first.or_else(|| releases().filter(|first| *first < self.oldest));
            let first = first.unwrap_or(Series::python3(0)).min(self.oldest);
            versions = versions.union(Versions::between(first..=self.oldest));
        }
        if let Some(added) = row
            .added
            .filter(|_| self.is_backported(&row.name) || !row.patches.is_empty())
        {
            versions = versions.intersection(Versions::since(added));
        }
        self.extended(versions)
    }

    /// The versions in which instances of a class have a member. Where the class itself has
    /// no member at all, because it was a function then or sets its attributes later, its
    /// instances may have them.
    pub(crate) fn instance_versions(&self, class: &str, row: &Row) -> Versions {
        let versions = self.versions(row);
        match self.first_members.get(class) {
            Some(first) if !self.is_dated(row) && versions.first() == Some(*first) => {
                versions.union(Versions::between(Series::python3(0)..=*first))
            }
            _ => versions,
        }
    }

    /// Whether the documentation says which version added a name.
    pub(crate) fn is_dated(&self, row: &Row) -> bool {
        row.added.is_some() || self.documented(row).is_some()
    }

    fn documented(&self, row: &Row) -> Option<Series> {
        self.lists.older.get(row.name.as_str()).copied()
    }

    /// The version that added a parameter, as the documentation says.
    pub(crate) fn parameter(&self, function: &str, parameter: &str) -> Option<Series> {
        self.lists
            .older
            .get(format!("{function}({parameter})").as_str())
            .copied()
    }

    /// Whether the last releases of older versions have a name for the sake of security.
    pub(crate) fn is_backported(&self, name: &str) -> bool {
        BACKPORTED.iter().any(|start| name.starts_with(start))
    }

    /// A set with the versions after the newest one, if it has that.
    pub(crate) fn extended(&self, versions: Versions) -> Versions {
        if versions.contains(self.newest) {
            versions.union(Versions::since(self.newest))
        } else {
            versions
        }
    }

    /// The versions in which a class can be subscripted, if it is not all that have it.
    pub(crate) fn generic(&self, class: &str) -> Option<Versions> {
        let versions = self.lists.generics.get(class).copied()?;
        Some(self.extended(versions))
    }
}
