//! Small made-up tables for the tests of this crate.

use crate::text::parse_module;
use crate::{Row, Survey, Table};
use terms::Series;

/// A survey of 3.6.15 and 3.15.2.
pub(crate) fn survey() -> Survey {
    Survey {
        as_of: "2026-11-29".parse().expect("a date"),
        releases: ["3.6.15", "3.15.2"]
            .map(|release| release.parse().expect("a release"))
            .to_vec(),
    }
}

/// The names in the text of a module.
#[track_caller]
pub(crate) fn rows(text: &str) -> Vec<Row> {
    parse_module(text, Series::python3(15)).expect("the text of a module")
}

/// A table of the texts of modules.
#[track_caller]
pub(crate) fn table(modules: &[(&str, &str)]) -> Table {
    let modules = modules.iter();
    let modules = modules.map(|(name, text)| ((*name).to_owned(), rows(text)));
    Table::new(survey(), modules.collect())
}
