//! The prerendered pages, as routes and folders. The entry points are [`pages`] and
//! [`Route::folder`].

use super::filter::{Query, SeriesRange};
use super::route::{Route, View};
use catalogue::Catalogue;
use std::collections::BTreeSet;
use terms::PepNumber;

/// The routes of the prerendered pages of a catalogue: the home page, the places for code
/// and errors, the lists of releases and documents, and one page for each series, each PEP
/// of a feature, each feature and each document. Those of modules come from the table of
/// names.
pub fn pages(catalogue: &Catalogue) -> Vec<Route> {
    let home = Route::default();
    let lists =
        [View::Check, View::Errors, View::Releases, View::Documents].map(|view| home.in_view(view));
    let series = catalogue.calendars.iter().rev();
    let series = series.map(|calendar| Route::page_of_series(calendar.series));
    let peps = catalogue.features.iter().flat_map(|feature| &feature.peps);
    let peps: BTreeSet<PepNumber> = peps.copied().collect();
    let peps = peps.into_iter().map(Route::page_of_pep);
    let features = catalogue.features.iter();
    let features = features.map(|feature| Route::page_of_feature(&feature.slug));
    let documents = catalogue.documents.iter();
    let documents = documents.map(|entry| home.with_document(&entry.slug));
    std::iter::once(home.clone())
        .chain(lists)
        .chain(series)
        .chain(peps)
        .chain(features)
        .chain(documents)
        .collect()
}

impl Route {
    /// The folder of the page for this route, relative to the site's root and ending in a
    /// slash; empty for the home page. `None` if only the running explorer can show the
    /// route.
    pub fn folder(&self) -> Option<String> {
        let bare = Self {
            view: self.view,
            ..Self::default()
        };
        let folder = match self.view {
            View::Explore | View::Page if self.feature.is_some() => {
                let slug = self.feature.clone()?;
                let route = Self {
                    feature: Some(slug.clone()),
                    ..bare
                };
                (route, format!("feature/{slug}/"))
            }
            View::Page if !self.query.peps.is_empty() => {
                let number = *self.query.peps.first()?;
                (Self::page_of_pep(number), format!("pep/{}/", number.0))
            }
            View::Page if !self.query.modules.is_empty() => {
                let module = self.query.modules.first()?;
                let folder = format!("module/{module}/");
                (Self::page_of_module(module), folder)
            }
            View::Page | View::Releases if self.series.is_some() => {
                let series = self.series?;
                let route = Self {
                    series: Some(series),
                    ..bare
                };
                (route, format!("{series}/"))
            }
            View::Explore if self.query.introduced.from.is_some() => {
                let series = self.query.introduced.from?;
                let query = Query {
                    introduced: SeriesRange::only(series),
                    ..Query::default()
                };
                (bare.with_query(query), format!("{series}/"))
            }
            View::Documents if self.document.is_some() => {
                let slug = self.document.clone()?;
                let folder = format!("documents/{slug}/");
                (bare.with_document(slug), folder)
            }
            View::Explore => (bare, String::new()),
            View::Check | View::Errors | View::Releases | View::Documents => {
                (bare, format!("{}/", self.view.key()))
            }
            View::Page | View::Upgrade | View::Try => return None,
        };
        // The page does not show anything else that may be set in the route.
        let (page, folder) = folder;
        (page == *self).then_some(folder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::fixture::Shelf;

    fn folder(fragment: &str) -> Option<String> {
        Route::from_fragment(fragment).0.folder()
    }

    #[test]
    fn a_route_has_a_page_if_the_page_shows_all_of_it() {
        for (fragment, expected) in [
            ("#?", ""),
            ("#?feature=pep-758", "feature/pep-758/"),
            ("#?view=page&feature=pep-758", "feature/pep-758/"),
            ("#?view=page&pep=758", "pep/758/"),
            ("#?view=page&module=os.path", "module/os.path/"),
            ("#?view=page&series=3.14", "3.14/"),
            ("#?view=releases&series=3.14", "3.14/"),
            ("#?version=3.14", "3.14/"),
            ("#?view=releases", "releases/"),
            ("#?view=documents", "documents/"),
            (
                "#?view=documents&document=whatsnew/3.14",
                "documents/whatsnew/3.14/",
            ),
        ] {
            assert_eq!(folder(fragment).as_deref(), Some(expected), "{fragment}");
        }
        for fragment in [
            "#?q=zstd",
            "#?pep=758",
            "#?version=3.13..3.14",
            "#?version=3.14&kind=added",
            "#?kind=added&feature=pep-758",
            "#?view=page",
            "#?view=page&pep=758,649",
            "#?view=page&module=os,sys",
            "#?view=page&module=os&name=os.fspath",
            "#?view=upgrade&from=3.11&to=3.14",
            "#?view=try",
        ] {
            assert_eq!(folder(fragment), None, "{fragment}");
        }
    }

    #[test]
    fn every_page_has_a_different_folder() {
        let markdown = "## Bare `except` {#pep-758 kind=changed pep=758}\n\nParentheses go.";
        let catalogue = Shelf::empty().reference("notes", markdown).catalogue();
        let pages = pages(&catalogue);
        let folders: BTreeSet<String> = pages.iter().filter_map(Route::folder).collect();
        assert_eq!(folders.len(), pages.len(), "{folders:?}");
        for route in &pages {
            let (read, notices) = Route::from_fragment(&route.to_fragment());
            assert_eq!((&read, notices.len()), (route, 0));
        }
    }
}
