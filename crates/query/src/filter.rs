//! Queries and their filters.

use catalogue::Feature;
use terms::{Area, Content, Kind, PepNumber, Series, Status};

/// The features that a reader asks for. A feature has to pass all filters. It passes a
/// filter that is a list if it has any of the values, or if the list is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The series that introduced the feature.
    pub introduced: SeriesRange,
    /// A series in which the feature is usable: introduced by then and not yet removed.
    pub usable_in: Option<Series>,
    /// Any of these PEPs.
    pub peps: Vec<PepNumber>,
    /// Any of these statuses.
    pub statuses: Vec<Status>,
    /// Any of these kinds.
    pub kinds: Vec<Kind>,
    /// Any of these areas.
    pub areas: Vec<Area>,
    /// Any of these modules of the standard library; a package includes its modules.
    pub modules: Vec<String>,
    /// Any of these contents besides the text.
    pub contents: Vec<Content>,
    /// The slugs of documents, any of which states the feature.
    pub documents: Vec<String>,
    /// Words to search for.
    pub text: String,
}

/// An inclusive range of series.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SeriesRange {
    /// The first series; `None` means no limit.
    pub from: Option<Series>,
    /// The last series, inclusive; `None` means no limit.
    pub to: Option<Series>,
}

impl SeriesRange {
    /// A range of a single series.
    pub const fn only(series: Series) -> Self {
        Self {
            from: Some(series),
            to: Some(series),
        }
    }

    /// Whether a series is in the range.
    pub fn contains(self, series: Series) -> bool {
        self.from.is_none_or(|from| from <= series) && self.to.is_none_or(|to| series <= to)
    }

    /// Whether the range has no limits.
    pub const fn is_open(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}

/// One of the filters of a [`Query`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Facet {
    /// [`Query::introduced`].
    Introduced,
    /// [`Query::usable_in`].
    UsableIn,
    /// [`Query::peps`].
    Pep,
    /// [`Query::statuses`].
    Status,
    /// [`Query::kinds`].
    Kind,
    /// [`Query::areas`].
    Area,
    /// [`Query::modules`].
    Module,
    /// [`Query::contents`].
    Content,
    /// [`Query::documents`].
    Document,
    /// [`Query::text`].
    Text,
}

impl Facet {
    /// All filters, in the order in which the page shows them.
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
    /// Whether no filter is set, so that all features pass.
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

    /// A copy of the query without one of its filters.
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

/// Whether a feature has this content.
pub(super) fn has_content(feature: &Feature, content: Content) -> bool {
    match content {
        Content::Sample => !feature.samples.is_empty(),
        Content::Pep => !feature.peps.is_empty(),
        Content::Issue => !feature.issues.is_empty(),
        Content::Dispute => feature.verdicts.contradicted + feature.verdicts.outdated > 0,
    }
}

/// The series in which the subject of a feature is usable, as the first of them and the
/// first after them; `None` means no limit. The subject of a removal is usable in every
/// earlier series, all others from the feature's series on until they are removed.
pub(super) fn usable_range(feature: &Feature) -> (Option<Series>, Option<Series>) {
    if feature.kind == Kind::Removed {
        return (None, Some(feature.series));
    }
    // If a micro release removes it, it is not usable in the whole series, because people
    // install the newest micro release.
    let removed = feature.removed.map(|release| release.series);
    (Some(feature.series), removed)
}

/// Whether a series is in a half-open range.
pub(super) fn is_in_range((first, end): (Option<Series>, Option<Series>), series: Series) -> bool {
    first.is_none_or(|first| first <= series) && end.is_none_or(|end| series < end)
}
