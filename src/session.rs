//! The session, which is passed to every component.

use super::links::Links;
use super::platform::address::Step;
use super::platform::prerendered::Prerendered;
use super::platform::{dom, storage};
use super::resources::Resources;
use catalogue::Catalogue;
use query::{MyVersions, Query, Results, Route};
use std::cell::RefCell;
use std::rc::Rc;
use terms::{Date, Series, Versions};
use yew::prelude::*;

/// The key in the storage for the versions of the reader.
pub(super) const MY_VERSIONS: &str = "my-versions";

/// The catalogue, the current route, and navigation.
#[derive(Clone)]
pub struct Session {
    /// The data for lists and filters.
    pub catalogue: Rc<Catalogue>,
    /// The day on which the reader looks; in a page made ahead, the newest day of which the
    /// catalogue knows.
    pub today: Date,
    /// The current route.
    pub route: Rc<Route>,
    /// The newest route, which may not have been drawn yet.
    pub(super) newest: Rc<RefCell<Rc<Route>>>,
    pub(super) navigate: Callback<(Route, Step)>,
    pub(super) links: Links,
    pub(super) resources: Rc<Resources>,
    /// What is kept of the prerendered page.
    pub(super) prerendered: Prerendered,
    /// The number of rows of results that fit into the window at the first rendering, if it is
    /// scrolled to the top.
    pub(super) first_screen: Option<usize>,
}

/// Sessions differ only in their routes and, when own documents are added, in their
/// catalogues.
impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.catalogue, &other.catalogue) && self.route == other.route
    }
}

impl Session {
    /// The address of a route for a link. It has the versions of the reader.
    pub fn href(&self, route: &Route) -> String {
        if self.route.mine.is_none() {
            return self.links.href(route);
        }
        self.links.href(&Route {
            mine: self.route.mine,
            ..route.clone()
        })
    }

    /// The versions that the reader has chosen; none if there is no choice.
    pub fn my_versions(&self) -> Versions {
        let on = |mine: MyVersions| mine.on(&self.catalogue.calendars, self.today);
        self.route.mine.map(on).unwrap_or_default()
    }

    /// Chooses the versions that the reader's code has to run on, and remembers them.
    pub fn choose_versions(&self, mine: Option<MyVersions>) {
        storage::remember(
            MY_VERSIONS,
            &mine.map(|mine| mine.to_string()).unwrap_or_default(),
        );
        let newest = self.newest.borrow().clone();
        self.refine(Route {
            mine,
            ..(*newest).clone()
        });
    }

    /// The answer to the current query.
    pub fn results(&self) -> Rc<Results> {
        self.resources.results(&self.route.query)
    }

    /// Whether the answer to a query has a feature, or may have it because the search has not
    /// been loaded.
    pub fn finds(&self, slug: &str, query: &Query) -> bool {
        let results = self.resources.results(query);
        let mut found = results.groups.iter().flat_map(|group| &group.features);
        let is_it = |index: &usize| {
            let feature = self.catalogue.features.get(*index);
            feature.is_some_and(|feature| feature.slug == slug)
        };
        results.is_waiting || found.any(is_it)
    }

    /// Opens the best match. If the search has not been loaded yet, that is left to
    /// [`Session::open_awaited`].
    pub fn open_best(&self) {
        let results = self.results();
        if results.is_waiting {
            self.resources.await_best(self.route.query.clone());
            return;
        }
        let best = results
            .groups
            .first()
            .and_then(|group| group.features.first());
        if let Some(feature) = best.and_then(|best| self.catalogue.features.get(*best)) {
            let route = self.route.with_feature(&feature.slug);
            if route != *self.route {
                // Move the focus out of the search box.
                dom::blur_id("search");
                self.go(route);
            }
        }
    }

    /// Opens the best match if [`Session::open_best`] was called before the search was loaded,
    /// unless the query has changed since.
    pub fn open_awaited(&self) {
        if self.resources.take_awaited().as_ref() == Some(&self.route.query) {
            self.open_best();
        }
    }

    /// Navigates to a route with a new entry in the history.
    pub fn go(&self, route: Route) {
        self.navigate.emit((route, Step::Push));
    }

    /// Navigates to a route in place of the current entry in the history, as typing does.
    pub fn refine(&self, route: Route) {
        self.navigate.emit((route, Step::Replace));
    }

    /// Closes the open feature. Unless a text field has the focus, moves it to the feature's
    /// row or, if the filters hide the row, to the view.
    pub fn close_feature(&self) {
        let row = self
            .route
            .feature
            .as_ref()
            .map(|slug| format!("row-{slug}"));
        self.go(self.route.without_feature());
        if dom::is_reader_typing() {
            return;
        }
        if !row.is_some_and(|row| dom::focus_id(&row)) {
            dom::focus_id("main");
        }
    }

    /// The previous series, and the address of the whole upgrade from it.
    pub fn upgrade_to(&self, series: Series) -> Option<(Series, String)> {
        let newest_first = self.catalogue.calendars.iter().rev();
        let mut series_of = newest_first.map(|calendar| calendar.series);
        let before = series_of.find(|other| *other < series)?;
        let route = Route::default().with_upgrade(before, series);
        Some((before, self.href(&route)))
    }

    /// Navigates to the same route with another query.
    pub fn ask(&self, query: Query) {
        self.go(self.route.with_query(query));
    }

    /// Navigates to the newest route with its query changed. A filter may be pressed before
    /// an earlier press has been drawn, which must not be lost.
    pub fn change(&self, change: impl FnOnce(&Query) -> Query) {
        let newest = self.newest.borrow().clone();
        self.go(newest.with_query(change(&newest.query)));
    }
}
