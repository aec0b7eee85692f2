//! The completed steps of an upgrade. The entry point is [`use_checklist`].

use crate::platform::storage;
use std::rc::Rc;
use terms::Series;
use yew::prelude::*;

/// The completed steps of an upgrade, as slugs of features.
pub(crate) struct Checklist {
    pub done: Rc<Vec<String>>,
    /// Toggles the step with a slug.
    pub tick: Callback<String>,
}

/// The completed steps of the upgrade between two series. They are stored in the browser as
/// slugs separated by spaces. If the storage is not available, they are lost when the view
/// is left.
#[hook]
pub fn use_checklist(from: Series, to: Series) -> Checklist {
    let done = use_state_eq(Rc::<Vec<String>>::default);
    {
        let done = done.setter();
        use_effect_with((from, to), move |(from, to)| {
            let stored = storage::remembered(&key(*from, *to)).unwrap_or_default();
            let slugs = stored.split_whitespace().map(str::to_owned);
            done.set(Rc::new(slugs.collect()));
        });
    }
    let tick = {
        let done = done.clone();
        Callback::from(move |slug: String| {
            let mut slugs = Vec::clone(&done);
            match slugs.iter().position(|known| *known == slug) {
                Some(index) => drop(slugs.remove(index)),
                None => slugs.push(slug),
            }
            storage::remember(&key(from, to), &slugs.join(" "));
            done.set(Rc::new(slugs));
        })
    };
    Checklist {
        done: (*done).clone(),
        tick,
    }
}

fn key(from: Series, to: Series) -> String {
    format!("upgrade {from}-{to}")
}
