//! Parts of the bundle that are loaded when they are first shown. The entry
//! point is [`use_part`].

use super::platform::bundle::{LoadError, load};
use super::session::Session;
use crate::catalogue::bundle::Part;
use serde::de::DeserializeOwned;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What has been loaded so far, by path.
#[derive(Clone, Default)]
pub struct PartCache(Rc<RefCell<Vec<KeptPart>>>);

/// A part's path and its value, which only who asks for it knows the type of.
type KeptPart = (String, Rc<dyn Any>);

impl PartCache {
    fn get<T: 'static>(&self, path: &str) -> Option<Rc<T>> {
        let parts = self.0.borrow();
        let (_, part) = parts.iter().find(|(known, _)| known == path)?;
        part.clone().downcast().ok()
    }

    fn keep<T: 'static>(&self, path: String, value: Rc<T>) {
        self.0.borrow_mut().push((path, value));
    }
}

/// How far a part has come.
pub enum Loaded<T> {
    Waiting,
    Ready(Rc<T>),
    Failed(LoadError),
}

/// A part and, where it failed, another try.
pub struct PartHandle<T> {
    pub loaded: Loaded<T>,
    pub retry: Callback<MouseEvent>,
}

/// Loads a part once and keeps it.
#[hook]
pub fn use_part<T: DeserializeOwned + 'static>(session: &Session, part: Part<T>) -> PartHandle<T> {
    let failure = use_state_eq(|| None::<(String, LoadError)>);
    let arrivals = use_state(|| 0u32);
    let attempt = use_state(|| 0u32);
    let path = part.path.clone();
    {
        let (failure, arrivals) = (failure.clone(), arrivals.setter());
        let parts = session.parts.clone();
        use_effect_with((path.clone(), *attempt), move |(path, attempt)| {
            let wanted = Rc::new(Cell::new(true));
            if parts.get::<T>(path).is_none() {
                let (path, arrival, wanted) = (path.clone(), *attempt + 1, wanted.clone());
                failure.set(None);
                spawn_local(async move {
                    let outcome = load(&part).await;
                    if let Ok(value) = outcome {
                        parts.keep(path.clone(), Rc::new(value));
                        if wanted.get() {
                            arrivals.set(arrival);
                        }
                    } else if let Err(error) = outcome
                        && wanted.get()
                    {
                        failure.set(Some((path, error)));
                    }
                });
            }
            // An answer that comes after the reader moved on is kept for
            // later and shown nowhere.
            move || wanted.set(false)
        });
    }
    let loaded = match (session.parts.get(&path), &*failure) {
        (Some(value), _) => Loaded::Ready(value),
        (None, Some((failed, error))) if *failed == path => Loaded::Failed(error.clone()),
        _ => Loaded::Waiting,
    };
    let retry = Callback::from(move |_| attempt.set(*attempt + 1));
    PartHandle { loaded, retry }
}

/// Those of several parts that are there, and what kept the others away.
pub struct PartsHandle<T> {
    pub ready: Vec<Rc<T>>,
    pub failure: Option<LoadError>,
    pub retry: Callback<MouseEvent>,
}

/// Loads several parts, one after the other, each once.
#[hook]
pub fn use_parts<T: DeserializeOwned + 'static>(
    session: &Session,
    wanted: Vec<Part<T>>,
) -> PartsHandle<T> {
    let failure = use_state_eq(|| None::<LoadError>);
    let arrival = use_force_update();
    let attempt = use_state(|| 0u32);
    let paths: Vec<String> = wanted.iter().map(|part| part.path.clone()).collect();
    let kept = paths.iter().filter_map(|path| session.parts.get(path));
    let ready = kept.collect();
    {
        let (failure, parts) = (failure.clone(), session.parts.clone());
        use_effect_with((paths, *attempt), move |_| {
            let is_wanted = Rc::new(Cell::new(true));
            let still = is_wanted.clone();
            failure.set(None);
            spawn_local(async move {
                for part in wanted {
                    if !still.get() {
                        return;
                    }
                    if parts.get::<T>(&part.path).is_some() {
                        continue;
                    }
                    let outcome = load(&part).await;
                    match outcome {
                        Ok(value) => parts.keep(part.path, Rc::new(value)),
                        Err(error) if still.get() => return failure.set(Some(error)),
                        Err(_) => return,
                    }
                    if still.get() {
                        arrival.force_update();
                    }
                }
            });
            move || is_wanted.set(false)
        });
    }
    PartsHandle {
        ready,
        failure: (*failure).clone(),
        retry: Callback::from(move |_| attempt.set(*attempt + 1)),
    }
}

/// What stands in for a part that is not there.
pub fn placeholder<T>(part: &PartHandle<T>, what: &str) -> Html {
    match &part.loaded {
        Loaded::Ready(_) => Html::default(),
        Loaded::Waiting => html! {
            <div class="skeleton" role="status">
                <span class="visually-hidden">{ format!("Loading {what}…") }</span>
                <i></i><i></i><i></i>
            </div>
        },
        Loaded::Failed(error) => html! {
            <div class="failure" role="alert">
                <p>{ format!("Could not load {what}: {error}.") }</p>
                <button onclick={part.retry.clone()}>{ "Try again" }</button>
            </div>
        },
    }
}
