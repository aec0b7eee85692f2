//! Parts of the bundle that are loaded when they are first shown. The entry
//! point is [`use_part`].

use super::cache::{AnyPart, Holdable, PartCache};
use super::platform::bundle::LoadError;
use super::session::Session;
use catalogue::Catalogue;
use catalogue::bundle::{self, Part};
use query::{Route, View};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What a place shows besides the catalogue, where it is a page of its own.
pub fn own_parts(route: &Route, catalogue: &Catalogue) -> Vec<AnyPart> {
    let mut parts = Vec::new();
    let is_thing = route.view == View::Page && route.series.is_none();
    if is_thing || route.view == View::Releases {
        parts.push(AnyPart::new(bundle::peps()));
    }
    let document = route.document.as_deref();
    let entry = document.and_then(|slug| catalogue.document(slug));
    if let Some(entry) = entry {
        parts.push(AnyPart::new(bundle::document_text(&entry.slug)));
    }
    let feature = route.feature.as_deref();
    let feature = feature.and_then(|slug| catalogue.feature(slug));
    if feature.is_some() {
        parts.push(AnyPart::new(bundle::names()));
    }
    if feature.is_some_and(|feature| !feature.samples.is_empty()) {
        parts.push(AnyPart::new(bundle::samples()));
    }
    let series = feature.map(|feature| feature.series);
    if let Some(series) = series.or_else(|| entry.and_then(|entry| entry.series)) {
        parts.push(AnyPart::new(bundle::feature_texts(series)));
    }
    parts
}

/// How far a part has come.
pub(crate) enum Loaded<T> {
    Waiting,
    Ready(Rc<T>),
    Failed(LoadError),
}

/// A part and, where it failed, another try.
pub(crate) struct PartHandle<T> {
    pub loaded: Loaded<T>,
    pub retry: Callback<MouseEvent>,
}

/// Loads a part once and keeps it.
#[hook]
pub fn use_part<T: Holdable>(session: &Session, part: Part<T>) -> PartHandle<T> {
    let kept = session.resources.parts.kept(&part);
    let (failure, retry) =
        use_any_part(&session.resources.parts, AnyPart::new(part), kept.is_some());
    let loaded = match (kept, failure) {
        (Some(value), _) => Loaded::Ready(value),
        (None, Some(error)) => Loaded::Failed(error),
        (None, None) => Loaded::Waiting,
    };
    PartHandle { loaded, retry }
}

/// What is the same for parts of all types, so that it is in the page once.
#[hook]
fn use_any_part(
    parts: &PartCache,
    part: AnyPart,
    is_kept: bool,
) -> (Option<LoadError>, Callback<MouseEvent>) {
    let failure = use_state_eq(|| None::<(String, LoadError)>);
    let arrivals = use_state(|| 0u32);
    let attempt = use_state(|| 0u32);
    let path = part.path.clone();
    {
        let (failure, arrivals) = (failure.clone(), arrivals.setter());
        let cause = (path.clone(), *attempt, parts.clone());
        use_effect_with(cause, move |(path, attempt, parts)| {
            let wanted = Rc::new(Cell::new(true));
            if !is_kept {
                let (path, parts, wanted) = (path.clone(), parts.clone(), wanted.clone());
                let arrival = *attempt + 1;
                failure.set(None);
                spawn_local(async move {
                    let loaded = parts.load(part).await;
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
    let failed = failure.as_ref().filter(|(failed, _)| *failed == path);
    let failed = failed.map(|(_, error)| error.clone());
    let retry = Callback::from(move |_| attempt.set(*attempt + 1));
    (failed, retry)
}

/// A part where it is there, for what can do without.
pub(crate) fn known<T>(part: &PartHandle<T>) -> Option<&T> {
    match &part.loaded {
        Loaded::Ready(value) => Some(value),
        _ => None,
    }
}

/// Those of several parts that are there, and what kept the others away.
pub(crate) struct PartsHandle<T> {
    pub ready: Vec<Rc<T>>,
    pub failure: Option<LoadError>,
    pub retry: Callback<MouseEvent>,
}

/// Loads several parts, one after the other, each once.
#[hook]
pub fn use_parts<T: Holdable>(session: &Session, wanted: Vec<Part<T>>) -> PartsHandle<T> {
    let failure = use_state_eq(|| None::<LoadError>);
    let arrival = use_force_update();
    let attempt = use_state(|| 0u32);
    let kept = |part| session.resources.parts.kept(part);
    let ready = wanted.iter().filter_map(kept).collect();
    let wanted: Vec<AnyPart> = wanted.into_iter().map(AnyPart::new).collect();
    let paths: Vec<String> = wanted.iter().map(|part| part.path.clone()).collect();
    {
        let failure = failure.clone();
        let cause = (paths, *attempt, session.resources.parts.clone());
        use_effect_with(cause, move |(_, _, parts)| {
            let is_wanted = Rc::new(Cell::new(true));
            let (still, parts) = (is_wanted.clone(), parts.clone());
            failure.set(None);
            spawn_local(async move {
                for part in wanted {
                    if !still.get() {
                        return;
                    }
                    if parts.has_loaded(&part.path) {
                        continue;
                    }
                    let loaded = parts.load(part).await;
                    match loaded {
                        _ if !still.get() => return,
                        Ok(()) => arrival.force_update(),
                        Err(error) => return failure.set(Some(error)),
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
pub(crate) fn placeholder<T>(part: &PartHandle<T>, what: &str) -> Html {
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
