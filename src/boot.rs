//! Starts the explorer. The entry points are [`prepare`], which loads the data of the first
//! view, and [`Start::mount`], which shows it.
//!
//! These are separate steps so that the prerendered page stays until the first view is
//! complete.

use super::cache::PartCache;
use super::explore::{ROWS, rows_in};
use super::front;
use super::lazy::Piece;
use super::links::Links;
use super::platform::address::{self, Step};
use super::platform::bundle::{LoadError, load, on_change};
use super::platform::prerendered::Prerendered;
use super::platform::viewport;
use super::platform::{clock, storage};
use super::resources::Resources;
use super::session::{MY_VERSIONS, Session};
use super::shell::Shell;
use super::split::FILES;
use catalogue::{Catalogue, bundle};
use futures_util::future::join;
use query::{Engine, Facet, Notice, Route, View, language};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Why the explorer cannot start.
#[derive(Debug, thiserror::Error)]
#[error("The explorer could not start: {0}. Reload the page to fetch everything again.")]
pub struct StartError(#[from] LoadError);

/// The data that the explorer starts with: the catalogue with its engine, and the further
/// data of the first view.
#[derive(Clone)]
pub struct Start {
    resources: Rc<Resources>,
    first_screen: Option<usize>,
    prerendered: Prerendered,
    /// The route of the page if the address has no fragment.
    own: Own,
}

/// The route that a prerendered page shows.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Own {
    /// The route as a fragment without `#?`.
    pub(super) text: AttrValue,
    pub(super) route: Rc<Route>,
}

impl PartialEq for Start {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.resources, &other.resources)
    }
}

/// Loads the catalogue and, unless the address has a fragment, the texts of the page's own
/// route.
///
/// # Errors
///
/// If the catalogue cannot be loaded. A text that cannot be loaded is reported by the
/// component that shows it.
pub async fn prepare() -> Result<Start, StartError> {
    let catalogue: Catalogue = load(&bundle::catalogue()).await?;
    let own = Own::new(address::own());
    // Each of these steps takes a while on a phone.
    clock::give_way().await;
    let start = Start::new(catalogue, PartCache::default(), own);
    join(start.load_own_parts(), start.load_first_view()).await;
    clock::give_way().await;
    Ok(start)
}

impl Own {
    pub(super) fn new(text: String) -> Self {
        Self {
            route: Rc::new(Route::from_fragment(&text).0),
            text: text.into(),
        }
    }
}

impl Start {
    fn new(catalogue: Catalogue, parts: PartCache, own: Own) -> Self {
        let engine = Rc::new(Engine::new(&catalogue));
        Self {
            resources: Rc::new(Resources::new(Rc::new(catalogue), engine, parts)),
            first_screen: None,
            prerendered: Prerendered::default(),
            own,
        }
    }

    fn session(
        &self,
        route: Rc<Route>,
        newest: Rc<RefCell<Rc<Route>>>,
        navigate: Callback<(Route, Step)>,
    ) -> Session {
        Session {
            catalogue: self.resources.catalogue.clone(),
            today: clock::today().unwrap_or_else(|| self.resources.catalogue.newest_day()),
            route,
            newest,
            navigate,
            links: Links::default(),
            resources: self.resources.clone(),
            prerendered: self.prerendered.clone(),
            first_screen: self.first_screen,
        }
    }

    /// Loads the texts of a prerendered page, unless the address has a fragment. Errors are
    /// reported by the components that show the texts.
    async fn load_own_parts(&self) {
        let route = &self.own.route;
        let has_texts = route.view != View::Explore || route.feature.is_some();
        if !has_texts || address::fragment().is_some() {
            return;
        }
        let catalogue = self.resources.catalogue.clone();
        let parts = (FILES.own_parts)(route.clone(), catalogue).await;
        for part in parts.unwrap_or_default() {
            let _missing = self.resources.parts.load(part).await;
        }
    }

    /// Loads the code and data of the first view. Errors are reported by the components that
    /// show them.
    async fn load_first_view(&self) {
        let route = Location::from_address(self).route;
        let newest = Rc::new(RefCell::new(route.clone()));
        let session = self.session(route.clone(), newest, Callback::noop());
        FILES.load(&Piece::View(session.clone())).await;
        if route.view != View::Explore {
            return;
        }
        let open = route.feature.as_deref();
        if let Some(feature) = open.and_then(|slug| self.resources.catalogue.feature(slug)) {
            let piece = Piece::feature(session.clone(), feature.clone());
            FILES.load(&piece).await;
        }
        if route.query.has(Facet::Text) {
            let names = Piece::Names(session);
            let _ = join(self.resources.load_finder(FILES), FILES.load(&names)).await;
        }
    }

    /// Shows the explorer in the element with this id, in place of its content.
    pub fn mount(mut self, id: &str) {
        // Measure before the element is emptied, which would scroll the window.
        let seen = viewport::first_screen(ROWS);
        // If the prerendered page has no rows, estimate their number from the height.
        self.first_screen = seen.map(|(rows, height)| match rows {
            0 => rows_in(height),
            rows => rows,
        });
        self.prerendered = Prerendered::take(front::ID);
        if let Some(root) = super::platform::dom::by_id(id) {
            // The class may hide the prerendered page, if the address is that of another
            // route. It would hide the explorer as well, and hidden elements cannot be focused.
            root.set_class_name("");
            yew::Renderer::<Explorer>::with_root_and_props(root, ExplorerProps { start: self })
                .render();
        }
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct ExplorerProps {
    start: Start,
}

/// The root component: keeps the route in sync with the address and passes the session to
/// the views.
#[component]
fn Explorer(props: &ExplorerProps) -> Html {
    let start = use_state(|| props.start.clone());
    let location = use_state_eq(|| Location::from_address(&start));
    let newest = use_mut_ref(|| location.route.clone());
    {
        let (known, own) = (start.setter(), start.own.clone());
        let prerendered = start.prerendered.clone();
        use_effect_with((), move |()| {
            let listener = on_change(move || {
                let (known, own) = (known.clone(), own.clone());
                let prerendered = prerendered.clone();
                spawn_local(async move {
                    // If the new catalogue cannot be loaded, keep the current one.
                    if let Ok(catalogue) = load(&bundle::catalogue()).await {
                        let mut start = Start::new(catalogue, PartCache::default(), own);
                        start.prerendered = prerendered;
                        known.set(start);
                    }
                });
            });
            move || drop(listener)
        });
    }
    {
        let (setter, start) = (location.setter(), (*start).clone());
        let newest = newest.clone();
        use_effect_with(start, move |start| {
            let start = start.clone();
            let update = move || {
                let location = Location::from_address(&start);
                newest.replace(location.route.clone());
                setter.set(location);
            };
            update();
            let listener = address::on_change(update);
            move || drop(listener)
        });
    }
    let navigate = {
        let (setter, newest) = (location.setter(), newest.clone());
        use_callback((), move |(route, step): (Route, Step), ()| {
            address::write(&route, step);
            let route = Rc::new(route);
            newest.replace(route.clone());
            setter.set(Location {
                route,
                notices: Rc::default(),
            });
        })
    };
    let session = start.session(location.route.clone(), newest, navigate);
    let own = start.own.text.clone();
    html! { <Shell {session} notices={location.notices.clone()} {own} files={FILES} /> }
}

/// The current route, and the notices about ignored parts of the link.
#[derive(Clone, Default, PartialEq)]
struct Location {
    route: Rc<Route>,
    notices: Rc<Vec<Notice>>,
}

impl Location {
    /// The route in the address or, if it has no fragment, the page's own route. The versions of
    /// the reader are those in the address, else the remembered ones.
    fn from_address(start: &Start) -> Self {
        let (mut route, notices) = Self::read(start);
        if route.mine.is_none() {
            let remembered = storage::remembered(MY_VERSIONS);
            route.mine = remembered.and_then(|mine| mine.parse().ok());
        }
        Self {
            route: Rc::new(route),
            notices: Rc::new(notices),
        }
    }

    fn read(start: &Start) -> (Route, Vec<Notice>) {
        let own = &start.own.route;
        let Some(fragment) = address::fragment() else {
            return ((**own).clone(), Vec::new());
        };
        if let Some(route) = own.at_anchor(&fragment) {
            return (route, Vec::new());
        }
        let (mut route, notices) = Route::from_fragment(&fragment);
        language::extract_filters(&mut route.query, &start.resources.catalogue);
        (route, notices)
    }
}
