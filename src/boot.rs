//! From nothing to the first view. The entry points are [`prepare`], which loads
//! what the first view needs, and [`Start::mount`], which shows it.
//!
//! They are two steps so that what the build has rendered stays until all that
//! takes its place is there.

use super::cache::PartCache;
use super::explore::{ROWS, rows_in};
use super::late::Piece;
use super::links::Links;
use super::part::own_parts;
use super::platform::address::{self, Step};
use super::platform::bundle::{LoadError, load, on_change};
use super::platform::clock;
use super::platform::sight;
use super::resources::Resources;
use super::session::Session;
use super::shell::Shell;
use super::split::FILES;
use catalogue::{Catalogue, bundle};
use query::{Engine, Facet, Notice, Route, View, language};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Why the explorer cannot start.
#[derive(Debug, thiserror::Error)]
#[error("The explorer could not start: {0}. A reload fetches everything afresh.")]
pub struct StartError(#[from] LoadError);

/// What the page starts with.
#[derive(Clone)]
pub struct Start {
    resources: Rc<Resources>,
    first_screen: Option<usize>,
    /// What the page shows where the address says nothing.
    own: Own,
}

/// The place that a page shows by itself.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Own {
    /// As a fragment without `#?`.
    pub(super) text: AttrValue,
    pub(super) route: Rc<Route>,
}

impl PartialEq for Start {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.resources, &other.resources)
    }
}

/// Loads the catalogue, and the texts of the page's own place where the address
/// does not lead elsewhere.
///
/// # Errors
/// Where the catalogue does not come. A text that does not come is told of at
/// its place.
pub async fn prepare() -> Result<Start, StartError> {
    let catalogue: Catalogue = load(&bundle::catalogue()).await?;
    let own = Own::new(address::own());
    let parts = PartCache::default();
    if address::fragment().is_none() {
        for part in own_parts(&own.route, &catalogue) {
            // One that does not come is reported at its place.
            let _missing = parts.load(part).await;
        }
    }
    // Each of these steps takes a while on a phone.
    clock::give_way().await;
    let start = Start::new(catalogue, parts, own);
    start.load_first_view().await;
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
            own,
        }
    }

    fn session(&self, route: Rc<Route>, navigate: Callback<(Route, Step)>) -> Session {
        Session {
            catalogue: self.resources.catalogue.clone(),
            route,
            navigate,
            links: Links::default(),
            resources: self.resources.clone(),
            first_screen: self.first_screen,
        }
    }

    /// Loads what draws the place that the reader comes by. What does not come is
    /// told of there.
    async fn load_first_view(&self) {
        let route = Place::read(self).route;
        let session = self.session(route.clone(), Callback::noop());
        FILES.load(&Piece::View(session.clone())).await;
        if route.view != View::Explore {
            return;
        }
        let open = route.feature.as_deref();
        if let Some(feature) = open.and_then(|slug| self.resources.catalogue.feature(slug)) {
            FILES.load(&Piece::feature(session, feature.clone())).await;
        }
        if route.query.has(Facet::Text) {
            let _ = self.resources.load_finder(FILES).await;
        }
    }

    /// Shows the page in the place of what is in this element.
    pub fn mount(mut self, id: &str) {
        // Asked before the element is emptied, which would move the window.
        let seen = sight::first_screen(ROWS);
        // Where the build has rendered something else, the window's height has to do.
        self.first_screen = seen.map(|(rows, height)| match rows {
            0 => rows_in(height),
            rows => rows,
        });
        if let Some(root) = super::platform::dom::by_id(id) {
            // What hides the rendered page where the reader comes for something else
            // would hide the explorer too, and nothing hidden takes the focus.
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

/// Follows the address and hands the session to the views.
#[component]
fn Explorer(props: &ExplorerProps) -> Html {
    let start = use_state(|| props.start.clone());
    let place = use_state_eq(|| Place::read(&start));
    {
        let (known, own) = (start.setter(), start.own.clone());
        use_effect_with((), move |()| {
            let listener = on_change(move || {
                let (known, own) = (known.clone(), own.clone());
                spawn_local(async move {
                    // Without another catalogue the one that is there stays.
                    if let Ok(catalogue) = load(&bundle::catalogue()).await {
                        known.set(Start::new(catalogue, PartCache::default(), own));
                    }
                });
            });
            move || drop(listener)
        });
    }
    {
        let (setter, start) = (place.setter(), (*start).clone());
        use_effect_with(start, move |start| {
            let start = start.clone();
            let read = move || setter.set(Place::read(&start));
            read();
            let listener = address::on_change(read);
            move || drop(listener)
        });
    }
    let navigate = {
        let setter = place.setter();
        use_callback((), move |(route, step): (Route, Step), ()| {
            address::write(&route, step);
            setter.set(Place {
                route: Rc::new(route),
                notices: Rc::default(),
            });
        })
    };
    let session = start.session(place.route.clone(), navigate);
    let own = start.own.text.clone();
    html! { <Shell {session} notices={place.notices.clone()} {own} files={FILES} /> }
}

/// Where the reader is, and what of the link made no sense.
#[derive(Clone, Default, PartialEq)]
struct Place {
    route: Rc<Route>,
    notices: Rc<Vec<Notice>>,
}

impl Place {
    /// What the address says; where it says nothing, the page's own place.
    fn read(start: &Start) -> Self {
        let Some(fragment) = address::fragment() else {
            return Self {
                route: start.own.route.clone(),
                notices: Rc::default(),
            };
        };
        let (mut route, notices) = Route::from_fragment(&fragment);
        language::extract_filters(&mut route.query, &start.resources.catalogue);
        Self {
            route: Rc::new(route),
            notices: Rc::new(notices),
        }
    }
}
