//! The fact tables against which documents are checked: every PEP and every
//! release.

use super::model::{Calendar, Pep};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use terms::{Date, PepNumber, Series};

/// Both tables, as one value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The earlier of the two tables' `as_of` dates.
    pub as_of: Date,
    /// Sorted by number.
    pub peps: Vec<Pep>,
    /// Oldest series first.
    pub calendars: Vec<Calendar>,
    /// The names of the standard library that deprecations and removals are about, with
    /// the first version that has them. Source: the table of names from interpreters.
    pub first_versions: BTreeMap<String, FirstVersion>,
}

/// The first version that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FirstVersion {
    /// The oldest surveyed version has it, and older ones may.
    AtLatest(Series),
    /// This version added it.
    Added(Series),
}

impl Facts {
    /// The row of a PEP, if the PEP index has one.
    pub fn pep(&self, number: PepNumber) -> Option<&Pep> {
        let index = self.peps.binary_search_by_key(&number, |pep| pep.number);
        index.ok().map(|index| &self.peps[index])
    }

    /// The calendar of a series; there is one for each series of Python 3.
    pub fn calendar(&self, series: Series) -> Option<&Calendar> {
        self.calendars
            .iter()
            .find(|calendar| calendar.series == series)
    }
}
