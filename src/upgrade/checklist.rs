//! The completed steps of an upgrade. The entry point is [`use_checklist`].

use crate::platform::storage;
use crate::session::Session;
use query::Route;
use std::rc::Rc;
use terms::Series;
use yew::prelude::*;

/// The completed steps of an upgrade, as slugs of features.
pub(crate) struct Checklist {
    pub done: Rc<Vec<String>>,
    /// Toggles the step with a slug.
    pub tick: Callback<String>,
}

/// The completed steps of the upgrade between two series. If the link holds them, they stay
/// in the link. Otherwise they are stored in the browser as slugs separated by spaces; if the
/// storage is not available, they are lost when the view is left.
#[hook]
pub fn use_checklist(session: &Session, from: Series, to: Series) -> Checklist {
    let done = use_state_eq(Rc::<Vec<String>>::default);
    {
        let done = done.setter();
        use_effect_with((from, to), move |(from, to)| {
            let stored = storage::remembered(&key(*from, *to)).unwrap_or_default();
            let slugs = stored.split_whitespace().map(str::to_owned);
            done.set(Rc::new(slugs.collect()));
        });
    }
    if let Some(linked) = &session.route.done {
        let session = session.clone();
        return Checklist {
            done: Rc::new(linked.clone()),
            tick: Callback::from(move |slug: String| {
                let mut route = Route::clone(&session.route);
                route.done = route.done.map(|slugs| toggled(slugs, slug));
                session.refine(route);
            }),
        };
    }
    let tick = {
        let done = done.clone();
        Callback::from(move |slug: String| {
            let slugs = toggled(Vec::clone(&done), slug);
            storage::remember(&key(from, to), &slugs.join(" "));
            done.set(Rc::new(slugs));
        })
    };
    Checklist {
        done: (*done).clone(),
        tick,
    }
}

fn toggled(mut slugs: Vec<String>, slug: String) -> Vec<String> {
    match slugs.iter().position(|known| *known == slug) {
        Some(index) => drop(slugs.remove(index)),
        None => slugs.push(slug),
    }
    slugs
}

fn key(from: Series, to: Series) -> String {
    format!("upgrade {from}-{to}")
}
