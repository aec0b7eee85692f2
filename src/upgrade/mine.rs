//! The steps that the reader's own code needs, once it has been checked. The entry point is
//! [`use_mine`].

use crate::check::{FoundCode, found_code, has_found};
use crate::part::use_parts;
use crate::platform::field;
use crate::session::Session;
use catalogue::bundle;
use query::{Route, Upgrade, View};
use std::rc::Rc;
use terms::{Series, counted};
use yew::prelude::*;

/// What the reader's code meets, and whether only that is shown.
pub(crate) struct Mine {
    code: Rc<Option<FoundCode>>,
    is_only: UseStateHandle<bool>,
}

/// What the checked code meets between two versions.
#[hook]
pub(crate) fn use_mine(session: &Session, from: Series, to: Series) -> Mine {
    let wanted = if has_found() {
        vec![bundle::names()]
    } else {
        Vec::new()
    };
    let names = use_parts(session, wanted).ready.into_iter().next();
    let cause = (names, session.catalogue.clone(), from, to);
    let code = use_memo(cause, |(names, catalogue, from, to)| {
        found_code(catalogue, names.as_deref()?, *from, *to)
    });
    let is_only = use_state_eq(|| false);
    Mine { code, is_only }
}

impl Mine {
    fn code(&self) -> Option<&FoundCode> {
        self.code.as_ref().as_ref()
    }

    /// Keeps only what the code meets, if the reader wants that.
    pub(crate) fn narrow(&self, upgrade: &mut Upgrade) {
        if let Some(code) = self.code().filter(|_| *self.is_only) {
            upgrade.retain(|feature| code.places.contains_key(&feature.slug));
        }
    }

    /// Where the code meets a change, in words.
    pub(crate) fn places(&self, slug: &str) -> Option<String> {
        let places = self.code()?.places.get(slug)?;
        let more = match places.more {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        Some(format!("{}{more}", places.first.join(", ")))
    }

    /// The control that shows only what the code meets or, before a check, a link to it.
    pub(crate) fn control(&self, session: &Session, from: Series, to: Series) -> Html {
        let Some(code) = self.code() else {
            let route = Route {
                view: View::Check,
                from: Some(from),
                to: Some(to),
                ..Route::default()
            };
            return html! {
                <p class="mine">
                    <a href={session.href(&route)}>{ "Check which of it your code needs" }</a>
                </p>
            };
        };
        let onchange = {
            let is_only = self.is_only.setter();
            Callback::from(move |event: Event| is_only.set(field::is_ticked(&event)))
        };
        let files = counted(code.files, "file");
        html! {
            <p class="mine">
                <input type="checkbox" id="only-mine" checked={*self.is_only} {onchange} />
                <label for="only-mine">
                    { format!(" Only what the checked code needs ({files})") }
                </label>
            </p>
        }
    }
}
