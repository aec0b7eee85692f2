//! From nothing to the first view: loads the catalogue, follows the address.

use super::content::sentence;
use super::part::PartCache;
use super::platform::address::{self, Step};
use super::platform::bundle::{LoadError, load, on_change};
use super::platform::dom;
use super::session::{Answer, Session};
use super::shell::Shell;
use crate::catalogue::{Catalogue, bundle};
use crate::query::{Engine, Notice, Route, language};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The whole page.
#[component]
pub fn App() -> Html {
    let catalogue = use_state(|| None::<Result<Prepared, LoadError>>);
    {
        let catalogue = catalogue.clone();
        use_effect_with((), move |()| {
            let read = move || {
                let catalogue = catalogue.setter();
                spawn_local(async move {
                    let loaded = load(&bundle::catalogue()).await;
                    catalogue.set(Some(loaded.map(Prepared::new)));
                });
            };
            read();
            let listener = on_change(read);
            move || drop(listener)
        });
    }
    match &*catalogue {
        None => waiting(),
        Some(Err(error)) => failed(error),
        Some(Ok(prepared)) => html! { <Explorer prepared={prepared.clone()} /> },
    }
}

/// A catalogue with the engine made for it.
#[derive(Clone)]
struct Prepared {
    catalogue: Rc<Catalogue>,
    engine: Rc<Engine>,
}

impl Prepared {
    fn new(catalogue: Catalogue) -> Self {
        Self {
            engine: Rc::new(Engine::new(&catalogue)),
            catalogue: Rc::new(catalogue),
        }
    }
}

impl PartialEq for Prepared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.catalogue, &other.catalogue)
    }
}

/// The shape of what comes.
fn waiting() -> Html {
    html! {
        <main class="boot" aria-busy="true">
            <p class="visually-hidden" role="status">{ "Loading the catalogue…" }</p>
            <div class="skeleton"><i></i><i></i><i></i><i></i><i></i><i></i></div>
        </main>
    }
}

fn failed(error: &LoadError) -> Html {
    html! {
        <main class="boot">
            <h1>{ "The explorer could not start" }</h1>
            <p role="alert">{ sentence(error) }</p>
            <p>{ "A reload fetches everything afresh." }</p>
            <button class="primary" onclick={|_| dom::reload()}>{ "Reload the page" }</button>
        </main>
    }
}

#[derive(Properties, PartialEq)]
struct ExplorerProps {
    prepared: Prepared,
}

/// Follows the address and hands the session to the views.
#[component]
fn Explorer(props: &ExplorerProps) -> Html {
    let place = use_state_eq(Place::default);
    // With another catalogue there are other texts and other answers.
    let kept = use_memo(props.prepared.clone(), |_| {
        (PartCache::default(), Answer::default())
    });
    {
        let setter = place.setter();
        use_effect_with(props.prepared.clone(), move |prepared| {
            let catalogue = prepared.catalogue.clone();
            let read = move || setter.set(Place::read(&catalogue));
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
    let session = Session {
        catalogue: props.prepared.catalogue.clone(),
        engine: props.prepared.engine.clone(),
        route: place.route.clone(),
        navigate,
        parts: kept.0.clone(),
        answer: kept.1.clone(),
    };
    html! { <Shell {session} notices={place.notices.clone()} /> }
}

/// Where the reader is, and what of the link made no sense.
#[derive(Clone, Default, PartialEq)]
struct Place {
    route: Rc<Route>,
    notices: Rc<Vec<Notice>>,
}

impl Place {
    fn read(catalogue: &Catalogue) -> Self {
        let (mut route, notices) = address::read();
        language::settle(&mut route.query, catalogue);
        Self {
            route: Rc::new(route),
            notices: Rc::new(notices),
        }
    }
}
