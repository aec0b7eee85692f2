//! Hooks that lazily load parts of the bundle. The entry point is [`use_part`].

use super::cache::{AnyPart, Holdable, PartCache};
use super::platform::bundle::LoadError;
use super::session::Session;
use api::Table;
use catalogue::Catalogue;
use catalogue::bundle::{self, Part};
use query::{Route, View};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The parts that a prerendered page needs in addition to the catalogue.
pub fn own_parts(route: &Route, catalogue: &Catalogue) -> Vec<AnyPart> {
    let mut parts = Vec::new();
    let is_thing = route.view == View::Page && route.series.is_none();
    if is_thing || route.view == View::Releases {
        parts.push(AnyPart::new(bundle::peps()));
    }
    if is_thing && let Some(module) = route.query.modules.first() {
        parts.extend(module_parts(module).map(AnyPart::new));
    }
    if route.view == View::Documents {
        parts.push(AnyPart::new(bundle::disputed()));
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
        parts.push(AnyPart::new(api::bundle::backports()));
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

/// The parts with all names of a module.
pub(crate) fn module_parts(module: &str) -> [Part<Table>; 2] {
    [api::bundle::changes(), api::bundle::others(module)]
}

/// The state of a part.
pub(crate) enum Loaded<T> {
    Waiting,
    Ready(Rc<T>),
    Failed(LoadError),
}

/// The state of a part, and a callback that loads it again after a failure.
pub(crate) struct PartHandle<T> {
    pub loaded: Loaded<T>,
    pub retry: Callback<MouseEvent>,
}

/// Loads a part, unless it is in the cache.
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

/// The implementation for parts of all types, which is not generic to keep the code small.
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
                    // The component may show another part by now. The loaded one stays in
                    // the cache.
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

/// A part if it has been loaded, for components that work without it.
pub(crate) fn known<T>(part: &PartHandle<T>) -> Option<&T> {
    match &part.loaded {
        Loaded::Ready(value) => Some(value),
        _ => None,
    }
}

/// The loaded ones of several parts, and the error for the first one that failed.
pub(crate) struct PartsHandle<T> {
    pub ready: Vec<Rc<T>>,
    pub failure: Option<LoadError>,
    pub retry: Callback<MouseEvent>,
}

/// Loads several parts, one after the other, unless they are in the cache.
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

/// The content to show in place of a part: a skeleton while it is being loaded, or an error.
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
                if *error != LoadError::LeftOut {
                    <button onclick={part.retry.clone()}>{ "Try again" }</button>
                }
            </div>
        },
    }
}
