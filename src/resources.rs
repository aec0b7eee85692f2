//! What has been loaded and made of one bundle. The entry point is [`Resources`].

use super::cache::PartCache;
use super::lazy::{Files, LazyError};
use super::once::Once;
use super::platform::bundle::{LoadError, fetch};
use super::platform::clock;
use catalogue::{Catalogue, bundle};
use futures_util::future::FutureExt;
use query::{Engine, Query, Results};
use std::cell::RefCell;
use std::rc::Rc;

/// Why words cannot be searched for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum FinderError {
    #[error(transparent)]
    Data(#[from] LoadError),
    #[error(transparent)]
    Program(#[from] LazyError),
}

/// The catalogue, the engine made for it, and the parts of its bundle that have been
/// loaded.
pub(crate) struct Resources {
    /// Everything that a list and its filters need.
    pub catalogue: Rc<Catalogue>,
    /// Answers queries over the catalogue.
    pub engine: Rc<Engine>,
    /// The parts of the bundle besides.
    pub parts: PartCache,
    finder: Once<FinderError>,
    last: RefCell<Option<Answer>>,
    /// The query whose best feature is opened once it is known.
    awaited: RefCell<Option<Query>>,
}

/// The results of a query, as several parts of the page ask for them.
struct Answer {
    query: Query,
    from: AnsweredFrom,
    results: Rc<Results>,
}

/// What the results of a query were found in, besides the catalogue.
#[derive(Clone, Copy, PartialEq)]
struct AnsweredFrom {
    words: bool,
    first_lines: bool,
}

impl Resources {
    pub(crate) fn new(catalogue: Rc<Catalogue>, engine: Rc<Engine>, parts: PartCache) -> Self {
        Self {
            catalogue,
            engine,
            parts,
            finder: Once::default(),
            last: RefCell::default(),
            awaited: RefCell::default(),
        }
    }

    /// The results of a query, from all that has been loaded by now.
    pub(crate) fn results(&self, query: &Query) -> Rc<Results> {
        // Only phrases are looked for in the first lines.
        let has_phrase = query.text.contains('"');
        let lines = has_phrase
            .then(|| self.parts.kept(&bundle::excerpts()))
            .flatten();
        let from = AnsweredFrom {
            words: self.engine.has_finder(),
            first_lines: lines.is_some(),
        };
        let mut last = self.last.borrow_mut();
        if let Some(answer) = &*last
            && answer.query == *query
            && answer.from == from
        {
            return answer.results.clone();
        }
        let lines = lines.as_ref().map_or(&[][..], |lines| lines.as_slice());
        let results = Rc::new(self.engine.run_with_excerpts(&self.catalogue, lines, query));
        *last = Some(Answer {
            query: query.clone(),
            from,
            results: results.clone(),
        });
        results
    }

    /// Has the best feature of a query opened once the query can be answered.
    pub(crate) fn await_best(&self, query: Query) {
        self.awaited.replace(Some(query));
    }

    /// Takes the query whose best feature was asked for before it could be known.
    pub(crate) fn take_awaited(&self) -> Option<Query> {
        self.awaited.take()
    }

    /// Loads what searches for words, unless it is there or on its way.
    ///
    /// # Errors
    /// If a part of the bundle or the program cannot be loaded. Asking again tries
    /// again.
    pub(crate) async fn load_finder(&self, files: Files) -> Result<(), FinderError> {
        if self.engine.has_finder() {
            return Ok(());
        }
        let (catalogue, engine) = (self.catalogue.clone(), self.engine.clone());
        let work = build_finder(catalogue, engine, self.parts.clone(), files);
        self.finder.run("finder", work.boxed_local()).await
    }
}

async fn build_finder(
    catalogue: Rc<Catalogue>,
    engine: Rc<Engine>,
    parts: PartCache,
    files: Files,
) -> Result<(), FinderError> {
    let names = parts.get_or_load(bundle::names()).await?;
    let index = fetch(bundle::index().path).await?;
    let steps = (files.search)(catalogue, names, index).await?;
    let mut step = steps.map_err(LoadError::from)?;
    loop {
        // Each step takes a while on a phone.
        clock::give_way().await;
        if let Some(finder) = step() {
            engine.add_finder(finder);
            return Ok(());
        }
    }
}
