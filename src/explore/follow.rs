//! Prefetches the search and the code of an open feature once the list is shown. The entry
//! point is [`use_followers`].

use crate::lazy::{Files, Piece};
use crate::resources::FinderError;
use crate::session::Session;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The result of loading the search.
pub(crate) struct Followers {
    /// Why the search could not be loaded.
    pub failure: Option<FinderError>,
    pub retry: Callback<MouseEvent>,
}

/// Loads the search and the code, once for each catalogue, and rerenders when the search has
/// been loaded.
#[hook]
pub fn use_followers(session: &Session) -> Followers {
    let failure = use_state_eq(|| None::<FinderError>);
    let attempt = use_state(|| 0u32);
    let arrived = use_force_update();
    let files = use_context::<Files>();
    {
        let (session, failure) = (session.clone(), failure.clone());
        let cause = (session.resources.parts.clone(), *attempt);
        use_effect_with(cause, move |_| {
            let wanted = Rc::new(Cell::new(true));
            let still = wanted.clone();
            failure.set(None);
            spawn_local(async move {
                let Some(files) = files else { return };
                let resources = &session.resources;
                let had = resources.engine.has_finder();
                let loaded = resources.load_finder(files).await;
                match loaded {
                    Ok(()) if still.get() && !had => arrived.force_update(),
                    Err(error) if still.get() => failure.set(Some(error)),
                    _ => {}
                }
                if let Some(feature) = session.catalogue.features.first() {
                    let piece = Piece::feature(session.clone(), feature.clone());
                    files.load(&piece).await;
                }
            });
            move || wanted.set(false)
        });
    }
    Followers {
        failure: (*failure).clone(),
        retry: Callback::from(move |_| attempt.set(*attempt + 1)),
    }
}
