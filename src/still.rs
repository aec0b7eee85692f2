//! Renders views to HTML natively, with the components that run in the browser. The entry
//! point is [`Still::html`].

use super::cache::PartCache;
use super::links::Links;
use super::platform::prerendered::Prerendered;
use super::resources::Resources;
use super::session::Session;
use super::shell::{Shell, ShellProps};
use super::split::FILES;
use api::Table;
use catalogue::{Library, bundle};
use query::{Engine, Route, View};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::io;
use std::rc::Rc;
use yew::{AttrValue, Callback, LocalServerRenderer};

/// A library whose pages can be rendered.
pub struct Still {
    /// The resources for lists.
    for_lists: Rc<Resources>,
    /// The resources for all other views.
    for_texts: Rc<Resources>,
    folders: Rc<BTreeSet<String>>,
    runtime: tokio::runtime::Runtime,
}

impl Still {
    /// Prepares a library, and the table of names if there is one. `folders` are those of
    /// all pages, for links.
    ///
    /// # Errors
    ///
    /// If the asynchronous runtime cannot be started.
    pub fn new(
        library: &Library,
        table: Option<&Table>,
        folders: BTreeSet<String>,
    ) -> io::Result<Self> {
        let (excerpts, texts) = (PartCache::default(), PartCache::default());
        excerpts.put(bundle::excerpts(), library.excerpts.clone());
        texts.put(bundle::names(), library.names.clone());
        texts.put(bundle::peps(), library.peps.clone());
        texts.put(bundle::samples(), library.samples.clone());
        texts.put(bundle::disputed(), library.disputed.clone());
        for (series, of_series) in &library.feature_texts {
            excerpts.put(bundle::feature_texts(*series), of_series.clone());
            texts.put(bundle::feature_texts(*series), of_series.clone());
        }
        for text in &library.document_texts {
            texts.put(bundle::document_text(&text.slug), text.clone());
        }
        for (part, names) in table.map(api::bundle::cut).into_iter().flatten() {
            texts.put(part, names);
        }
        let engine = Rc::new(Engine::with_search(library));
        let catalogue = Rc::new(library.catalogue.clone());
        let with = |parts| Rc::new(Resources::new(catalogue.clone(), engine.clone(), parts));
        Ok(Self {
            for_lists: with(excerpts),
            for_texts: with(texts),
            folders: Rc::new(folders),
            runtime: tokio::runtime::Builder::new_current_thread().build()?,
        })
    }

    /// The HTML of the page for a route. `depth` is the number of folders between the page and
    /// the site's root.
    pub fn html(&self, route: &Route, depth: usize) -> String {
        let resources = match route.view {
            View::Explore => &self.for_lists,
            _ => &self.for_texts,
        };
        let root = match depth {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        };
        let session = Session {
            catalogue: resources.catalogue.clone(),
            today: resources.catalogue.newest_day(),
            route: Rc::new(route.clone()),
            newest: Rc::new(RefCell::new(Rc::new(route.clone()))),
            navigate: Callback::noop(),
            links: Links::Pages {
                root,
                folders: self.folders.clone(),
            },
            resources: resources.clone(),
            prerendered: Prerendered::default(),
            first_screen: None,
        };
        let own = route.to_fragment();
        let own = own.trim_start_matches(['#', '?']).to_owned();
        let props = ShellProps {
            session,
            notices: Rc::default(),
            own: AttrValue::from(own),
            files: FILES,
        };
        let renderer = LocalServerRenderer::<Shell>::with_props(props).hydratable(false);
        let scope = tokio::task::LocalSet::new();
        scope.block_on(&self.runtime, renderer.render())
    }
}
