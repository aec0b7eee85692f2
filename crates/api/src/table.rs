//! All names. The entry points are [`Table::look_up`] and [`Table::difference`].

use crate::columns::Columns;
use crate::{Difference, Row, nearest};
use serde::{Deserialize, Serialize};
use terms::{Date, ReleaseNumber, Series};

/// When and with which interpreters a table was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// The day of the survey.
    pub as_of: Date,
    /// The surveyed releases, oldest first, on Linux: at least one.
    pub releases: Vec<ReleaseNumber>,
}

impl Survey {
    /// The surveyed versions, oldest first.
    pub fn versions(&self) -> impl Iterator<Item = Series> {
        self.releases.iter().map(|release| release.series)
    }

    /// The oldest surveyed version.
    pub fn oldest(&self) -> Option<Series> {
        self.releases.first().map(|release| release.series)
    }

    /// The newest surveyed version.
    pub fn newest(&self) -> Option<Series> {
        self.releases.last().map(|release| release.series)
    }
}

/// The public names of the standard library, or some of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(into = "Columns", try_from = "Columns")]
pub struct Table {
    survey: Survey,
    /// The names of each module, in the order of the modules' names.
    modules: Vec<(String, Vec<Row>)>,
}

/// What the table knows of a name that somebody gives.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer<'a> {
    /// The name, with the module that has it.
    Known {
        /// The module.
        module: &'a str,
        /// The name.
        row: &'a Row,
    },
    /// No version has it. The names that come closest, the closest first.
    Unknown {
        /// At most five.
        nearest: Vec<&'a str>,
    },
}

impl Table {
    /// A table of the names of modules, sorted by it.
    pub fn new(survey: Survey, mut modules: Vec<(String, Vec<Row>)>) -> Self {
        modules.sort_by(|a, b| a.0.cmp(&b.0));
        for (_, rows) in &mut modules {
            rows.sort_by(|a, b| a.name.cmp(&b.name));
        }
        Self { survey, modules }
    }

    /// When and how it was made.
    pub fn survey(&self) -> &Survey {
        &self.survey
    }

    /// The modules with their names, sorted.
    pub fn modules(&self) -> impl Iterator<Item = (&str, &[Row])> {
        let modules = self.modules.iter();
        modules.map(|(module, rows)| (module.as_str(), rows.as_slice()))
    }

    /// The table of those names that `chosen` returns something for. Modules without any
    /// are left out.
    pub(super) fn filter(&self, chosen: impl Fn(&str, &Row) -> Option<Row>) -> Self {
        let modules = self.modules.iter().filter_map(|(module, rows)| {
            let rows: Vec<Row> = rows.iter().filter_map(|row| chosen(module, row)).collect();
            (!rows.is_empty()).then(|| (module.clone(), rows))
        });
        Self {
            survey: self.survey.clone(),
            modules: modules.collect(),
        }
    }

    /// The names of a module, the module itself among them.
    pub fn module(&self, name: &str) -> Option<&[Row]> {
        let found = self
            .modules
            .binary_search_by(|(module, _)| module.as_str().cmp(name));
        let (_, rows) = self.modules.get(found.ok()?)?;
        Some(rows)
    }

    /// A name with the module that has it. Built-in names are found with and without
    /// `builtins.` before them.
    pub fn row(&self, name: &str) -> Option<(&str, &Row)> {
        let name = name.strip_prefix("builtins.").unwrap_or(name);
        let mut module = name;
        loop {
            if let Some((known, rows)) = self.module_entry(module)
                && let Some(row) = find(rows, name)
            {
                return Some((known, row));
            }
            let Some((parent, _)) = module.rsplit_once('.') else {
                break;
            };
            module = parent;
        }
        let (known, rows) = self.module_entry("builtins")?;
        find(rows, name).map(|row| (known, row))
    }

    fn module_entry(&self, name: &str) -> Option<(&str, &[Row])> {
        let found = self
            .modules
            .binary_search_by(|(module, _)| module.as_str().cmp(name));
        let (module, rows) = self.modules.get(found.ok()?)?;
        Some((module, rows))
    }

    /// What is known of a name that somebody gives, however it is written.
    pub fn look_up(&self, name: &str) -> Answer<'_> {
        match self.row(name) {
            Some((module, row)) => Answer::Known { module, row },
            None => Answer::Unknown {
                nearest: nearest([self], name, 5),
            },
        }
    }

    /// What differs between two versions in each module, without those that are the same
    /// in both.
    pub fn differences(&self, from: Series, to: Series) -> Vec<(&str, Difference<'_>)> {
        let modules = self.modules();
        let differences = modules.map(|(name, rows)| (name, Difference::between(rows, from, to)));
        differences
            .filter(|(_, difference)| !difference.is_empty())
            .collect()
    }

    /// What differs between two versions, in one module or in all. The older version
    /// may be the second.
    pub fn difference(&self, from: Series, to: Series, module: Option<&str>) -> Difference<'_> {
        let modules = self.modules.iter();
        let chosen = modules.filter(|(name, _)| module.is_none_or(|module| module == name));
        Difference::between(chosen.flat_map(|(_, rows)| rows), from, to)
    }
}

fn find<'a>(rows: &'a [Row], name: &str) -> Option<&'a Row> {
    let found = rows.binary_search_by(|row| row.name.as_str().cmp(name));
    rows.get(found.ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::DifferenceData;
    use crate::{fixture, outermost};

    fn table() -> Table {
        fixture::table(&[
            (
                "os.path",
                "os.path\tmodule\t3.6-\nos.path.join\tfunction\t3.6-\n",
            ),
            (
                "os",
                "os\tmodule\t3.6-\nos.fspath\tfunction\t3.6-\t3.6-3.9 (p)\t3.10- (path)\n",
            ),
            ("builtins", "dict\tclass\t3.6-\ndict.get\tmethod\t3.6-\n"),
            (
                "new",
                "new\tmodule\t3.9-\nnew.C\tclass\t3.9-\nnew.C.m\tmethod\t3.9-\n\
                 new.old\tfunction\t3.9-\tdeprecated=3.12\n",
            ),
        ])
    }

    #[test]
    fn a_name_is_found_in_the_longest_module_that_has_it() {
        let table = table();
        for (name, module) in [
            ("os.path.join", "os.path"),
            ("os.fspath", "os"),
            ("os", "os"),
            ("dict.get", "builtins"),
            ("builtins.dict", "builtins"),
        ] {
            assert_eq!(
                table.row(name).map(|(module, _)| module),
                Some(module),
                "{name}"
            );
        }
        for name in [
            "",
            ".",
            "os.",
            ".path",
            "os..path",
            "оs.path",
            "numpy.array",
        ] {
            assert!(table.row(name).is_none(), "{name:?}");
        }
    }

    #[test]
    fn an_unknown_name_leads_to_those_that_come_close() {
        let table = table();
        let nearest = |name: &str| match table.look_up(name) {
            Answer::Unknown { nearest } => nearest,
            Answer::Known { row, .. } => panic!("{} is known", row.name),
        };
        assert_eq!(nearest("os.path.jion").first(), Some(&"os.path.join"));
        assert_eq!(nearest("join").first(), Some(&"os.path.join"));
        assert_eq!(nearest("numpy.ndarray"), [""; 0]);
        assert_eq!(nearest(&"a.".repeat(50_000)), [""; 0]);
    }

    #[test]
    fn versions_differ_by_what_came_went_and_changed() {
        let table = table();
        let (old, new) = (Series::python3(8), Series::python3(12));
        let difference = table.difference(old, new, None);
        let data = DifferenceData::new(&difference);
        assert_eq!(data.added, ["new", "new.C", "new.C.m", "new.old"]);
        assert_eq!(
            outermost(&difference.added).len(),
            1,
            "a module is all of it"
        );
        let changed = data.changed.iter();
        let changed: Vec<_> = changed
            .map(|one| (one.name.as_str(), one.before.as_str(), one.after.as_str()))
            .collect();
        assert_eq!(changed, [("os.fspath", "(p)", "(path)")]);
        let back = DifferenceData::new(&table.difference(new, old, Some("new")));
        assert_eq!(back.removed.len(), 4);
        let within = table.difference(Series::python3(9), new, Some("new"));
        assert_eq!(DifferenceData::new(&within).deprecated, ["new.old"]);
    }
}
