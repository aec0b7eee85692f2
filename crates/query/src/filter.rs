//! What a reader can filter by.

use catalogue::Feature;
use terms::{Area, Content, Kind, PepNumber, Series, Status};

/// The features a reader asks for. Different filters all hold at once; of the
/// values inside one filter any one suffices; an empty filter lets all pass.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The series that introduced it.
    pub introduced: SeriesRange,
    /// It is there in this series: introduced by then and not yet removed.
    pub usable_in: Option<Series>,
    /// Any of these PEPs.
    pub peps: Vec<PepNumber>,
    /// Any of these statuses.
    pub statuses: Vec<Status>,
    /// Any of these kinds.
    pub kinds: Vec<Kind>,
    /// Any of these areas.
    pub areas: Vec<Area>,
    /// Modules of the standard library; a package stands for all in it.
    pub modules: Vec<String>,
    /// What there is of it beside its text.
    pub contents: Vec<Content>,
    /// Slugs of documents that state it.
    pub documents: Vec<String>,
    /// Words to search for.
    pub text: String,
}

/// A range of series with both ends in it; an open end has no limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SeriesRange {
    /// The first version; none is no limit.
    pub from: Option<Series>,
    /// The last version, inclusive; none is no limit.
    pub to: Option<Series>,
}

impl SeriesRange {
    /// One series alone.
    pub const fn only(series: Series) -> Self {
        Self {
            from: Some(series),
            to: Some(series),
        }
    }

    /// Whether a version is in the range.
    pub fn contains(self, series: Series) -> bool {
        self.from.is_none_or(|from| from <= series) && self.to.is_none_or(|to| series <= to)
    }

    /// Whether it lets every version pass.
    pub const fn is_open(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}

/// One of the filters of a [`Query`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Facet {
    /// The versions that introduced a feature.
    Introduced,
    /// A version that has it.
    UsableIn,
    /// Its PEPs.
    Pep,
    /// Its status.
    Status,
    /// Its kind.
    Kind,
    /// Its area.
    Area,
    /// Its module.
    Module,
    /// What its page contains.
    Content,
    /// The documents that state it.
    Document,
    /// Words to search for.
    Text,
}

impl Facet {
    /// Every filter, in the order in which readers see them.
    pub const ALL: [Self; 10] = [
        Self::Text,
        Self::Introduced,
        Self::UsableIn,
        Self::Pep,
        Self::Status,
        Self::Kind,
        Self::Area,
        Self::Module,
        Self::Content,
        Self::Document,
    ];
}

impl Query {
    /// Whether it lets everything pass.
    pub fn is_empty(&self) -> bool {
        Facet::ALL.iter().all(|facet| !self.has(*facet))
    }

    /// Whether a filter is set.
    pub fn has(&self, facet: Facet) -> bool {
        match facet {
            Facet::Introduced => !self.introduced.is_open(),
            Facet::UsableIn => self.usable_in.is_some(),
            Facet::Pep => !self.peps.is_empty(),
            Facet::Status => !self.statuses.is_empty(),
            Facet::Kind => !self.kinds.is_empty(),
            Facet::Area => !self.areas.is_empty(),
            Facet::Module => !self.modules.is_empty(),
            Facet::Content => !self.contents.is_empty(),
            Facet::Document => !self.documents.is_empty(),
            Facet::Text => !self.text.trim().is_empty(),
        }
    }

    /// The same query without one of its filters.
    pub fn without(&self, facet: Facet) -> Self {
        let mut query = self.clone();
        match facet {
            Facet::Introduced => query.introduced = SeriesRange::default(),
            Facet::UsableIn => query.usable_in = None,
            Facet::Pep => query.peps.clear(),
            Facet::Status => query.statuses.clear(),
            Facet::Kind => query.kinds.clear(),
            Facet::Area => query.areas.clear(),
            Facet::Module => query.modules.clear(),
            Facet::Content => query.contents.clear(),
            Facet::Document => query.documents.clear(),
            Facet::Text => query.text.clear(),
        }
        query
    }
}

/// Whether there is this of a feature beside its text.
pub(super) fn holds(feature: &Feature, content: Content) -> bool {
    match content {
        Content::Sample => !feature.samples.is_empty(),
        Content::Pep => !feature.peps.is_empty(),
        Content::Issue => !feature.issues.is_empty(),
        Content::Dispute => feature.verdicts.contradicted + feature.verdicts.outdated > 0,
    }
}

/// The series in which what a feature is about is there, as the first of them
/// and the first after them. What a removal took away is there in every earlier
/// series; anything else is there from its own series on, until it was removed.
pub(super) fn usable(feature: &Feature) -> (Option<Series>, Option<Series>) {
    if feature.kind == Kind::Removed {
        return (None, Some(feature.series));
    }
    // Withdrawn in a micro release, it is gone from the whole series: whoever
    // installs that series today does not get it.
    let gone = feature.removed.map(|release| release.series);
    (Some(feature.series), gone)
}

/// Whether a series is one from the first on and before the end.
pub(super) fn is_between((first, end): (Option<Series>, Option<Series>), series: Series) -> bool {
    first.is_none_or(|first| first <= series) && end.is_none_or(|end| series < end)
}
