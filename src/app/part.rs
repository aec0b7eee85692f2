//! Parts of the bundle that are loaded when they are first shown. The entry
//! point is [`use_part`].

use super::platform::bundle::{LoadError, fetch};
use super::session::Session;
use crate::catalogue::Catalogue;
use crate::catalogue::bundle::{self, Part};
use crate::query::{Route, View};
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

/// Caches are the same when what the one has the other has.
impl PartialEq for PartCache {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl PartCache {
    /// A part, where it has been loaded.
    pub fn kept<T: 'static>(&self, part: &Part<T>) -> Option<Rc<T>> {
        self.get(&part.path)?.downcast().ok()
    }

    fn get(&self, path: &str) -> Option<Rc<dyn Any>> {
        let parts = self.0.borrow();
        let (_, part) = parts.iter().find(|(known, _)| known == path)?;
        Some(part.clone())
    }

    fn keep(&self, path: String, value: Rc<dyn Any>) {
        self.0.borrow_mut().push((path, value));
    }

    /// A part, loaded where it is not there yet.
    ///
    /// # Errors
    /// Where it does not come.
    pub(super) async fn get_or_load<T: DeserializeOwned + 'static>(
        &self,
        part: &Part<T>,
    ) -> Result<Rc<T>, LoadError> {
        if let Some(kept) = self.kept(part) {
            return Ok(kept);
        }
        let value = Rc::new(bundle::read(part, &fetch(part.path.clone()).await?)?);
        self.keep(part.path.clone(), value.clone());
        Ok(value)
    }

    /// Loads a part before it is shown. One that does not come is told of where
    /// it is missing.
    pub(super) async fn load(&self, part: OwnPart) {
        let _missing = self.load_any(&part.path, part.decode).await;
    }

    /// Loads a part of any type where it is not there yet.
    async fn load_any(&self, path: &str, decode: Decode) -> Result<(), LoadError> {
        if self.get(path).is_none() {
            let value = decode(&fetch(path.to_owned()).await?)?;
            self.keep(path.to_owned(), value);
        }
        Ok(())
    }

    /// Keeps a part that is there already.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn put<T: 'static>(&self, part: Part<T>, value: T) {
        self.keep(part.path, Rc::new(value));
    }
}

/// A part that a page of its own shows.
pub struct OwnPart {
    /// Relative to the bundle's folder.
    pub path: String,
    decode: Decode,
}

impl OwnPart {
    fn new<T: DeserializeOwned + 'static>(part: Part<T>) -> Self {
        Self {
            path: part.path,
            decode: decode::<T>,
        }
    }
}

/// What a place shows besides the catalogue, where it is a page of its own.
pub fn own_parts(route: &Route, catalogue: &Catalogue) -> Vec<OwnPart> {
    let mut parts = Vec::new();
    let is_thing = route.view == View::Page && route.series.is_none();
    if is_thing || route.view == View::Releases {
        parts.push(OwnPart::new(bundle::peps()));
    }
    let document = route.document.as_deref();
    let entry = document.and_then(|slug| catalogue.document(slug));
    if let Some(entry) = entry {
        parts.push(OwnPart::new(bundle::document_text(&entry.slug)));
    }
    let feature = route.feature.as_deref();
    let feature = feature.and_then(|slug| catalogue.feature(slug));
    if feature.is_some() {
        parts.push(OwnPart::new(bundle::names()));
    }
    if feature.is_some_and(|feature| !feature.samples.is_empty()) {
        parts.push(OwnPart::new(bundle::samples()));
    }
    let series = feature.map(|feature| feature.series);
    if let Some(series) = series.or_else(|| entry.and_then(|entry| entry.series)) {
        parts.push(OwnPart::new(bundle::feature_texts(series)));
    }
    parts
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
    let (outcome, retry) = use_any_part(&session.parts, part.path, decode::<T>);
    let loaded = match outcome {
        Some(Ok(value)) => match value.downcast() {
            Ok(value) => Loaded::Ready(value),
            Err(_) => Loaded::Waiting,
        },
        Some(Err(error)) => Loaded::Failed(error),
        None => Loaded::Waiting,
    };
    PartHandle { loaded, retry }
}

/// A part whose type only who asks for it knows, or why it is not there.
type Outcome = Result<Rc<dyn Any>, LoadError>;

/// What makes a part of its bytes.
type Decode = fn(&[u8]) -> Outcome;

fn decode<T: DeserializeOwned + 'static>(bytes: &[u8]) -> Outcome {
    let value: T = bundle::decode(bytes)?;
    Ok(Rc::new(value))
}

/// What is the same for parts of all types, so that it is in the page once.
#[hook]
fn use_any_part(
    parts: &PartCache,
    path: String,
    decode: Decode,
) -> (Option<Outcome>, Callback<MouseEvent>) {
    let failure = use_state_eq(|| None::<(String, LoadError)>);
    let arrivals = use_state(|| 0u32);
    let attempt = use_state(|| 0u32);
    {
        let (failure, arrivals) = (failure.clone(), arrivals.setter());
        let cause = (path.clone(), *attempt, parts.clone());
        use_effect_with(cause, move |(path, attempt, parts)| {
            let wanted = Rc::new(Cell::new(true));
            if parts.get(path).is_none() {
                let (path, parts, wanted) = (path.clone(), parts.clone(), wanted.clone());
                let arrival = *attempt + 1;
                failure.set(None);
                spawn_local(async move {
                    let loaded = parts.load_any(&path, decode).await;
                    // An answer that comes after the reader moved on is kept for
                    // later and shown nowhere.
                    match loaded {
                        _ if !wanted.get() => {}
                        Ok(()) => arrivals.set(arrival),
                        Err(error) => failure.set(Some((path, error))),
                    }
                });
            }
            move || wanted.set(false)
        });
    }
    let outcome = match (parts.get(&path), &*failure) {
        (Some(value), _) => Some(Ok(value)),
        (None, Some((failed, error))) if *failed == path => Some(Err(error.clone())),
        _ => None,
    };
    let retry = Callback::from(move |_| attempt.set(*attempt + 1));
    (outcome, retry)
}

/// A part where it is there, for what can do without.
pub fn known<T>(part: &PartHandle<T>) -> Option<&T> {
    match &part.loaded {
        Loaded::Ready(value) => Some(value),
        _ => None,
    }
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
    let paths: Vec<String> = wanted.into_iter().map(|part| part.path).collect();
    let kept = paths.iter().filter_map(|path| session.parts.get(path));
    let ready = kept.filter_map(|part| part.downcast().ok()).collect();
    {
        let failure = failure.clone();
        let cause = (paths, *attempt, session.parts.clone());
        use_effect_with(cause, move |(paths, _, parts)| {
            let wanted = Rc::new(Cell::new(true));
            let (still, paths, parts) = (wanted.clone(), paths.clone(), parts.clone());
            failure.set(None);
            spawn_local(async move {
                for path in paths {
                    if !still.get() {
                        return;
                    }
                    if parts.get(&path).is_some() {
                        continue;
                    }
                    let loaded = parts.load_any(&path, decode::<T>).await;
                    match loaded {
                        _ if !still.get() => return,
                        Ok(()) => arrival.force_update(),
                        Err(error) => return failure.set(Some(error)),
                    }
                }
            });
            move || wanted.set(false)
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
