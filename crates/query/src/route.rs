//! What a link holds.

use super::filter::Query;
use terms::{PepNumber, Series};

/// Where a reader is: a view, what it is filtered by, and what is open in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Route {
    /// What the explorer shows.
    pub view: View,
    /// What is searched for.
    pub query: Query,
    /// The slug of the open feature.
    pub feature: Option<String>,
    /// The slug of the open document.
    pub document: Option<String>,
    /// The series whose releases are shown.
    pub series: Option<Series>,
    /// The series that an upgrade starts from.
    pub from: Option<Series>,
    /// The series that an upgrade leads to.
    pub to: Option<Series>,
    /// The slug of the open sample.
    pub sample: Option<String>,
    /// The reader's own code, where it differs from the sample's.
    pub code: Option<Code>,
    /// The series to run the code on; empty for the usual ones.
    pub run: Vec<Series>,
}

/// Code as a link holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code {
    /// The text itself.
    Plain(String),
    /// The text in UTF-8, compressed as RFC 1951 says and then written in the
    /// characters that RFC 4648 calls base64url, without padding.
    Deflated(String),
}

/// One of the page's views.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// The list of features with its filters.
    #[default]
    Explore,
    /// What changes between two versions.
    Upgrade,
    /// Every version and its releases.
    Releases,
    /// The documents.
    Documents,
    /// Samples and code of the reader's own.
    Try,
    /// One thing by itself: the open feature, the only PEP or the series.
    Page,
}

impl View {
    /// The views that lead to all others, in the order in which readers see them.
    pub const TABS: [Self; 5] = [
        Self::Explore,
        Self::Upgrade,
        Self::Releases,
        Self::Documents,
        Self::Try,
    ];

    /// Every view.
    pub const ALL: [Self; 6] = [
        Self::Explore,
        Self::Upgrade,
        Self::Releases,
        Self::Documents,
        Self::Try,
        Self::Page,
    ];

    /// The word as links write it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Explore => "explore",
            Self::Upgrade => "upgrade",
            Self::Releases => "releases",
            Self::Documents => "documents",
            Self::Try => "try",
            Self::Page => "page",
        }
    }

    /// The word as readers see it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Explore => "Explore",
            Self::Upgrade => "Upgrade",
            Self::Releases => "Releases",
            Self::Documents => "Documents",
            Self::Try => "Try",
            Self::Page => "Page",
        }
    }
}

impl Route {
    /// What stands for the scratch page in the place of a sample's slug, which
    /// has a slash.
    pub const SCRATCH: &str = "scratch";

    /// The same place in another view, the filters kept. What a page shows by
    /// itself is no filter.
    pub fn in_view(&self, view: View) -> Self {
        let query = match self.view {
            View::Page => Query::default(),
            _ => self.query.clone(),
        };
        Self {
            view,
            query,
            ..Self::default()
        }
    }

    /// The list with a feature open beside it; from a page, the feature's page.
    pub fn with_feature(&self, slug: impl Into<String>) -> Self {
        if self.view == View::Page {
            return Self::page_of_feature(slug);
        }
        Self {
            feature: Some(slug.into()),
            ..self.in_view(View::Explore)
        }
    }

    /// A feature on a page of its own.
    pub fn page_of_feature(slug: impl Into<String>) -> Self {
        Self {
            view: View::Page,
            feature: Some(slug.into()),
            ..Self::default()
        }
    }

    /// A PEP and its features.
    pub fn page_of_pep(number: PepNumber) -> Self {
        Self {
            view: View::Page,
            query: Query {
                peps: vec![number],
                ..Query::default()
            },
            ..Self::default()
        }
    }

    /// A series and all of its features.
    pub fn page_of_series(series: Series) -> Self {
        Self {
            view: View::Page,
            series: Some(series),
            ..Self::default()
        }
    }

    /// A document, whole.
    pub fn with_document(&self, slug: impl Into<String>) -> Self {
        Self {
            document: Some(slug.into()),
            ..self.in_view(View::Documents)
        }
    }

    /// The releases of a series.
    pub fn with_series(&self, series: Series) -> Self {
        Self {
            series: Some(series),
            ..self.in_view(View::Releases)
        }
    }

    /// What a move between two series changes.
    pub fn with_upgrade(&self, from: Series, to: Series) -> Self {
        Self {
            from: Some(from),
            to: Some(to),
            ..self.in_view(View::Upgrade)
        }
    }

    /// A sample in the Try view, to be run on the same series as before.
    pub fn with_sample(&self, slug: impl Into<String>) -> Self {
        Self {
            sample: Some(slug.into()),
            run: self.run.clone(),
            ..self.in_view(View::Try)
        }
    }

    /// The same place with another query.
    pub fn with_query(&self, query: Query) -> Self {
        Self {
            query,
            ..self.clone()
        }
    }
}
