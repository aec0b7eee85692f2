//! Routes: the content of links.

use super::filter::Query;
use super::my_versions::MyVersions;
use terms::{PepNumber, Series};

/// The state of the explorer that a link contains: a view, a query, and what is open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Route {
    /// The view.
    pub view: View,
    /// The filters and words.
    pub query: Query,
    /// The slug of the open feature.
    pub feature: Option<String>,
    /// The slug of the open document.
    pub document: Option<String>,
    /// The name of the standard library that is open on the page of its module.
    pub name: Option<String>,
    /// The series whose releases are shown.
    pub series: Option<Series>,
    /// The series that an upgrade starts from, or the oldest one that checked code is for.
    pub from: Option<Series>,
    /// The series that an upgrade ends at, or the newest one that checked code is for.
    pub to: Option<Series>,
    /// The slugs of the completed steps of an upgrade, if the link holds them.
    pub done: Option<Vec<String>>,
    /// The slug of the open sample.
    pub sample: Option<String>,
    /// The code in the editor, if it differs from the sample's, or the code to check.
    pub code: Option<Code>,
    /// The series to run the code on; empty for the default ones.
    pub run: Vec<Series>,
    /// The versions that the reader's code has to run on, if the reader has said so.
    pub mine: Option<MyVersions>,
}

/// The code in a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code {
    /// The text itself.
    Plain(String),
    /// The text in UTF-8, compressed with DEFLATE (RFC 1951) and encoded in base64url
    /// without padding (RFC 4648).
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
    /// What the reader's code needs, and what an upgrade breaks in it.
    Check,
    /// What explains an error.
    Errors,
    /// All versions and their releases.
    Releases,
    /// The documents.
    Documents,
    /// Samples and the reader's code.
    Try,
    /// A page about a single thing: the open feature, the only PEP, the only module or the
    /// series.
    Page,
}

impl View {
    /// The views that have a tab, in the order of the tabs.
    pub const TABS: [Self; 7] = [
        Self::Explore,
        Self::Upgrade,
        Self::Check,
        Self::Errors,
        Self::Releases,
        Self::Documents,
        Self::Try,
    ];

    /// All views.
    pub const ALL: [Self; 8] = [
        Self::Explore,
        Self::Upgrade,
        Self::Check,
        Self::Errors,
        Self::Releases,
        Self::Documents,
        Self::Try,
        Self::Page,
    ];

    /// The word in links.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Explore => "explore",
            Self::Upgrade => "upgrade",
            Self::Check => "check",
            Self::Errors => "errors",
            Self::Releases => "releases",
            Self::Documents => "documents",
            Self::Try => "try",
            Self::Page => "page",
        }
    }

    /// The word that the page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Explore => "Explore",
            Self::Upgrade => "Upgrade",
            Self::Check => "Check",
            Self::Errors => "Errors",
            Self::Releases => "Releases",
            Self::Documents => "Fact checks",
            Self::Try => "Try",
            Self::Page => "Page",
        }
    }
}

impl Route {
    /// The value of [`Route::sample`] for the scratch page. It cannot be a sample's slug,
    /// because those contain a slash.
    pub const SCRATCH: &str = "scratch";

    /// A route to another view with the same filters, or without filters from a page, where
    /// the query is the page's subject.
    pub fn in_view(&self, view: View) -> Self {
        let query = match self.view {
            View::Page => Query::default(),
            _ => self.query.clone(),
        };
        Self {
            view,
            query,
            mine: self.mine,
            ..Self::default()
        }
    }

    /// A route to the list, or to the upgrade, with this feature open or, from a page, to the
    /// feature's page.
    pub fn with_feature(&self, slug: impl Into<String>) -> Self {
        let list = match self.view {
            View::Page => return Self::page_of_feature(slug),
            View::Upgrade => self.clone(),
            _ => self.in_view(View::Explore),
        };
        Self {
            feature: Some(slug.into()),
            ..list
        }
    }

    /// The same route with no feature open.
    pub fn without_feature(&self) -> Self {
        Self {
            feature: None,
            ..self.clone()
        }
    }

    /// A route to the page of a feature.
    pub fn page_of_feature(slug: impl Into<String>) -> Self {
        Self {
            view: View::Page,
            feature: Some(slug.into()),
            ..Self::default()
        }
    }

    /// A route to the page of a PEP.
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

    /// A route to the page of a module.
    pub fn page_of_module(module: impl Into<String>) -> Self {
        Self {
            view: View::Page,
            query: Query {
                modules: vec![module.into()],
                ..Query::default()
            },
            ..Self::default()
        }
    }

    /// A route to a name on the page of its module.
    pub fn page_of_name(module: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            name: Some(name.into()),
            ..Self::page_of_module(module)
        }
    }

    /// The name that a plain fragment such as `#functools.cache` leads to on the page of
    /// its module, where it is the anchor of a row.
    pub fn at_anchor(&self, fragment: &str) -> Option<Self> {
        let anchor = fragment.strip_prefix('#').unwrap_or(fragment);
        let is_anchor = !anchor.is_empty() && !anchor.contains(['?', '=', '&']);
        let module = self.query.modules.first()?;
        (is_anchor && *self == Self::page_of_module(module))
            .then(|| Self::page_of_name(module, anchor))
    }

    /// A route to the page of a series.
    pub fn page_of_series(series: Series) -> Self {
        Self {
            view: View::Page,
            series: Some(series),
            ..Self::default()
        }
    }

    /// A route to a document.
    pub fn with_document(&self, slug: impl Into<String>) -> Self {
        Self {
            document: Some(slug.into()),
            ..self.in_view(View::Documents)
        }
    }

    /// A route to the releases of a series.
    pub fn with_series(&self, series: Series) -> Self {
        Self {
            series: Some(series),
            ..self.in_view(View::Releases)
        }
    }

    /// A route to the changes between two series.
    pub fn with_upgrade(&self, from: Series, to: Series) -> Self {
        Self {
            from: Some(from),
            to: Some(to),
            ..self.in_view(View::Upgrade)
        }
    }

    /// A route to a sample, to be run on the same series as before.
    pub fn with_sample(&self, slug: impl Into<String>) -> Self {
        Self {
            sample: Some(slug.into()),
            run: self.run.clone(),
            ..self.in_view(View::Try)
        }
    }

    /// The same route with another query.
    pub fn with_query(&self, query: Query) -> Self {
        Self {
            query,
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_opens_in_the_list_or_the_upgrade_or_from_a_page_on_its_own() {
        let list = Route::default().with_feature("pep-758");
        assert_eq!(list.view, View::Explore);
        assert_eq!(list.feature.as_deref(), Some("pep-758"));
        let upgrade = Route::default().with_upgrade(Series::python3(9), Series::python3(14));
        let open = upgrade.with_feature("pep-758");
        assert_eq!((open.view, open.from), (View::Upgrade, upgrade.from));
        assert_eq!(open.without_feature(), upgrade);
        let page = Route::page_of_module("functools").with_feature("pep-758");
        assert_eq!(page, Route::page_of_feature("pep-758"));
    }

    #[test]
    fn an_anchor_on_the_page_of_a_module_is_a_name() {
        let page = Route::page_of_module("functools");
        let name = page.at_anchor("#functools.cache");
        assert_eq!(
            name,
            Some(Route::page_of_name("functools", "functools.cache"))
        );
        for fragment in ["", "#", "#?view=try", "#view=try"] {
            assert_eq!(page.at_anchor(fragment), None, "{fragment}");
        }
        assert_eq!(Route::default().at_anchor("#functools.cache"), None);
    }
}
