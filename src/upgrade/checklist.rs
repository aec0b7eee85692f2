//! What the reader has ticked off. The entry point is [`use_checklist`].

use crate::platform::storage;
use std::rc::Rc;
use terms::Series;
use yew::prelude::*;

/// The ticks of one upgrade, and how to set or take back one by its slug.
pub(crate) struct Checklist {
    pub done: Rc<Vec<String>>,
    pub tick: Callback<String>,
}

/// The ticks of the move between two series, which the browser remembers as
/// slugs with spaces between them. Where it refuses to, they last until the
/// view is left.
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
