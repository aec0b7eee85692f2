//! Whether something can be used in all of a reader's versions. The entry point is
//! [`Support`].

#[cfg(test)]
pub(super) mod tests;

use super::filter::usable_range;
use super::life::{Presence, life};
use super::my_versions::MyVersions;
use catalogue::{Calendar, Catalogue, Feature};
use terms::{Date, Kind, Series, Versions};

/// The versions in which something exists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Record {
    /// The versions of which it is known whether they have it.
    pub known: Versions,
    /// Those that have it; for a change, those that behave as it says.
    pub has: Versions,
    /// Those in which it is deprecated.
    pub deprecated: Versions,
}

impl Record {
    /// The record of a feature's subject on a day.
    pub fn of(catalogue: &Catalogue, feature: &Feature, today: Date) -> Self {
        let mut record = Self::default();
        for (series, presence) in life(catalogue, feature, today) {
            if presence != Presence::Unrecorded {
                record.known.insert(series);
            }
            if matches!(presence, Presence::Present | Presence::Deprecated) {
                record.has.insert(series);
            }
            if presence == Presence::Deprecated {
                record.deprecated.insert(series);
            }
        }
        record
    }
}

/// What a [`Record`] means for a reader's versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// The reader's versions of which something is known.
    pub mine: Versions,
    /// Those of them that have it.
    pub has: Versions,
    /// Those of them that lack it although a later version has it.
    pub lacks: Versions,
    /// Those of them in which it does not exist any more.
    pub gone: Versions,
    /// Those of them in which it is deprecated.
    pub deprecated: Versions,
    /// When all of the versions that are left have it.
    pub later: Option<Later>,
}

/// How far something is spread among the supported versions, in the terms of Baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Availability {
    /// The newest released version has it, and an older one that is supported does not.
    Newly,
    /// Every supported version has it.
    Widely,
}

impl Availability {
    /// The availability of what a record is about on a day; `None` if the newest released
    /// version lacks it or deprecates it.
    pub fn on(record: Record, calendars: &[Calendar], today: Date) -> Option<Self> {
        let supported = MyVersions::Supported.on(calendars, today);
        let newest = supported.last()?;
        if !record.has.contains(newest) || record.deprecated.contains(newest) {
            return None;
        }
        let lacking = supported.intersection(record.known).without(record.has);
        Some(match lacking.is_empty() {
            true => Self::Widely,
            false => Self::Newly,
        })
    }

    /// The word in CSS classes.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Newly => "newly",
            Self::Widely => "widely",
        }
    }

    /// The words that the page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Newly => "Newly available",
            Self::Widely => "Widely available",
        }
    }
}

/// When the last of a reader's versions that lack something ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Later {
    /// The version.
    pub last: Series,
    /// The day on which it ends or, if that is later, the first version that has the thing is
    /// released.
    pub day: Date,
    /// Whether that day has come.
    pub is_past: bool,
}

/// A [`Support`] in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All versions have it.
    Usable,
    /// Some versions do not have it yet.
    Lacking,
    /// Some versions do not have it any more.
    Breaking,
}

impl Outcome {
    /// What a feature alone, without those that came of it, means for a reader's versions.
    /// Lists show it, where [`Record::of`] would take too long. `None` for a deprecation, which
    /// is usable, and for no versions.
    pub fn of_row(feature: &Feature, mine: Versions) -> Option<Self> {
        let (oldest, newest) = (mine.first()?, mine.last()?);
        let (first, end) = usable_range(feature);
        if feature.kind == Kind::Deprecated {
            return None;
        }
        Some(if end.is_some_and(|end| end <= newest) {
            Self::Breaking
        } else if first.is_some_and(|first| oldest < first) {
            Self::Lacking
        } else {
            Self::Usable
        })
    }

    /// The word in CSS classes.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Usable => "usable",
            Self::Lacking => "lacking",
            Self::Breaking => "breaking",
        }
    }

    /// The words in a list.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Usable => "in all your versions",
            Self::Lacking => "not in all your versions yet",
            Self::Breaking => "not in all your versions any more",
        }
    }

    /// A sign beside the words.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Usable => "✓",
            Self::Lacking => "…",
            Self::Breaking => "✗",
        }
    }
}

impl Support {
    /// What a record means for the chosen versions on a day. `None` if nothing is known of
    /// any of them.
    pub fn new(
        choice: MyVersions,
        record: Record,
        calendars: &[Calendar],
        today: Date,
    ) -> Option<Self> {
        let mine = choice.on(calendars, today).intersection(record.known);
        let newest = mine.last()?;
        let before_gone = |version: Series| record.has.last().is_some_and(|last| version < last);
        let has = mine.intersection(record.has);
        let missing = mine.without(record.has);
        let lacks: Versions = missing.iter().filter(|one| before_gone(*one)).collect();
        let gone = missing.without(lacks);
        let later = lacks.last().filter(|_| gone.is_empty()).and_then(|last| {
            let calendar = |series: Series| calendars.iter().find(|one| one.series == series);
            let end = choice.end(calendar(last)?);
            // If none of the versions has it, one that does has to be released, too.
            let next = record.has.iter().find(|version| *version > last);
            let next = next.filter(|_| last == newest);
            let released = next.and_then(calendar).map(|next| next.first_release);
            let day = released.map_or(end, |released| released.max(end));
            let is_past = day <= today;
            Some(Later { last, day, is_past })
        });
        Some(Self {
            mine,
            has,
            lacks,
            gone,
            deprecated: has.intersection(record.deprecated),
            later,
        })
    }

    /// The support in a word.
    pub fn outcome(&self) -> Outcome {
        if !self.gone.is_empty() {
            Outcome::Breaking
        } else if !self.lacks.is_empty() {
            Outcome::Lacking
        } else {
            Outcome::Usable
        }
    }

    /// The support in short statements without a full stop. `kind` is that of the feature, or
    /// [`Kind::Added`] for a name.
    pub fn statements(&self, kind: Kind) -> Vec<String> {
        let is_change = kind == Kind::Changed;
        let is_mixed = self.has != self.mine;
        let in_some = |words: &str, versions: Versions| format!("{words} {}", versions.ranges());
        let mut statements = Vec::new();
        if self.has.is_empty() {
            // What lacks it or has lost it is said below.
        } else if is_mixed {
            let words = if is_change { "new in" } else { "usable in" };
            statements.push(in_some(words, self.has));
        } else {
            let words = if is_change {
                "the same in all"
            } else {
                "usable"
            };
            statements.push(words.to_owned());
        }
        if !self.lacks.is_empty() {
            let words = match (is_change, self.has.is_empty()) {
                (true, true) => "as before in all",
                (true, false) => "as before in",
                (false, true) => "not available in any",
                (false, false) => "not in",
            };
            statements.push(if self.has.is_empty() && self.gone.is_empty() {
                words.to_owned()
            } else {
                in_some(words, self.lacks)
            });
        }
        if self.gone == self.mine {
            statements.push("removed from all".to_owned());
        } else if !self.gone.is_empty() {
            statements.push(in_some("breaks in", self.gone));
        }
        if !self.deprecated.is_empty() {
            statements.push(in_some("deprecated in", self.deprecated));
        }
        statements
    }

    /// When all versions have it, in words: “in all from 1 Oct 2027, when 3.11 ends”.
    pub fn when(&self) -> Option<String> {
        let Later { last, day, is_past } = self.later?;
        let day = day.in_words();
        Some(if is_past {
            format!("in all once you drop {last}, which ended on {day}")
        } else {
            format!("in all from {day}, when {last} has ended")
        })
    }
}
