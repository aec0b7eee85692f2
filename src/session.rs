//! What every component of the page is given.

use super::cache::PartCache;
use super::links::Links;
use super::platform::address::Step;
use super::platform::dom;
use catalogue::{Catalogue, bundle};
use query::{Engine, Query, Results, Route, View};
use std::cell::RefCell;
use std::rc::Rc;
use terms::Series;
use yew::prelude::*;

/// The catalogue, where the reader is in it, and how to move.
#[derive(Clone)]
pub struct Session {
    /// Everything that a list and its filters need.
    pub catalogue: Rc<Catalogue>,
    /// Answers queries over the catalogue.
    pub engine: Rc<Engine>,
    /// Where the reader is.
    pub route: Rc<Route>,
    pub(super) navigate: Callback<(Route, Step)>,
    pub(super) parts: PartCache,
    pub(super) links: Links,
    pub(super) answer: Answer,
    /// How many rows of results the window can show when the page is first drawn,
    /// where it stands at the top.
    pub(super) first_screen: Option<usize>,
}

/// The last answer, which several parts of the page ask for.
#[derive(Clone, Default)]
pub(crate) struct Answer {
    kept: Rc<RefCell<Option<KeptAnswer>>>,
    /// The query whose best feature is to be opened once it is known.
    awaited: Rc<RefCell<Option<Query>>>,
}

/// A query, whether it was asked of words and of the first lines as well, and the
/// answer.
type KeptAnswer = (Query, (bool, bool), Rc<Results>);

/// Another catalogue comes with the reader's own documents only; else the route
/// alone tells two sessions apart.
impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.catalogue, &other.catalogue) && self.route == other.route
    }
}

impl Session {
    /// The address of a place, as a link has it.
    pub fn href(&self, route: &Route) -> String {
        self.links.href(route)
    }

    /// The answer to the query in force.
    pub fn results(&self) -> Rc<Results> {
        let query = &self.route.query;
        // Only phrases are looked for in the first lines.
        let has_phrase = query.text.contains('"');
        let leads = has_phrase
            .then(|| self.parts.kept(&bundle::leads()))
            .flatten();
        let with = (self.engine.has_finder(), leads.is_some());
        let mut kept = self.answer.kept.borrow_mut();
        if let Some((known, known_with, results)) = &*kept
            && known == query
            && *known_with == with
        {
            return results.clone();
        }
        let lines = leads.as_ref().map_or(&[][..], |leads| leads.as_slice());
        let results = Rc::new(self.engine.run_with_excerpts(&self.catalogue, lines, query));
        *kept = Some((query.clone(), with, results.clone()));
        results
    }

    /// Opens the feature that matches best. While the search is still loading, that
    /// is left to [`Session::open_awaited`].
    pub fn open_best(&self) {
        let results = self.results();
        if results.is_waiting {
            let query = self.route.query.clone();
            self.answer.awaited.replace(Some(query));
            return;
        }
        let best = results
            .groups
            .first()
            .and_then(|group| group.features.first());
        if let Some(feature) = best.and_then(|best| self.catalogue.features.get(*best)) {
            let route = self.route.with_feature(&feature.slug);
            if route != *self.route {
                // The reader asked to leave the search for the feature.
                dom::blur_id("search");
                self.go(route);
            }
        }
    }

    /// Opens the best feature of a query that was asked for it too early, unless
    /// the reader has gone on to another one.
    pub fn open_awaited(&self) {
        if self.answer.awaited.take().as_ref() == Some(&self.route.query) {
            self.open_best();
        }
    }

    /// Moves to another place; Back returns from it.
    pub fn go(&self, route: Route) {
        self.navigate.emit((route, Step::Push));
    }

    /// Changes the present place, as typing does; Back leaves it.
    pub fn refine(&self, route: Route) {
        self.navigate.emit((route, Step::Replace));
    }

    /// Closes the open feature. The focus returns to its row, or to the view
    /// where the filters leave the row out, unless the reader is in a text field.
    pub fn close_feature(&self) {
        let row = self
            .route
            .feature
            .as_ref()
            .map(|slug| format!("row-{slug}"));
        self.go(self.route.in_view(View::Explore));
        if dom::is_reader_typing() {
            return;
        }
        if !row.is_some_and(|row| dom::focus_id(&row)) {
            dom::focus_id("main");
        }
    }

    /// The series before one, and where the upgrade from it is told.
    pub fn upgrade_to(&self, series: Series) -> Option<(Series, String)> {
        let newest_first = self.catalogue.calendars.iter().rev();
        let mut series_of = newest_first.map(|calendar| calendar.series);
        let before = series_of.find(|one| *one < series)?;
        Some((before, self.href(&self.route.with_upgrade(before, series))))
    }

    /// Moves to the same place with another query.
    pub fn ask(&self, query: Query) {
        self.go(self.route.with_query(query));
    }
}
