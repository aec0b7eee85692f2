//! The place of what runs the code: the element `<run-panel>`, which
//! `assets/try` defines. The entry points are [`use_scripts`] and [`runs`].

use super::expectations::recorded;
use crate::content::sentence;
use crate::platform::dom;
use crate::platform::scripts::{self, MissingScripts};
use crate::session::Session;
use catalogue::Sample;
use terms::Series;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Why the scripts of `assets/try` are not there, if so, and another try.
pub(crate) type Scripts = (Option<MissingScripts>, Callback<MouseEvent>);

/// Loads the scripts that edit and run code, which the browser does once.
#[hook]
pub fn use_scripts() -> Scripts {
    let missing = use_state_eq(|| None::<MissingScripts>);
    let attempt = use_state_eq(|| 0u32);
    {
        let setter = missing.setter();
        use_effect_with(*attempt, move |attempt| {
            let attempt = *attempt;
            spawn_local(async move { setter.set(scripts::load(attempt).await.err()) });
        });
    }
    let again = Callback::from(move |_: MouseEvent| attempt.set(*attempt + 1));
    (*missing, again)
}

/// What runs some code or, where it is a sample's own that no browser can run,
/// what it has printed elsewhere.
pub(crate) fn runs(
    session: &Session,
    sample: &Sample,
    code: &AttrValue,
    scripts: &Scripts,
) -> Html {
    match &sample.recording {
        Some(recording) if code.as_str() == sample.code => recorded(sample, recording),
        _ => run_panel(session, code, scripts),
    }
}

/// The panel for some code. The series that it is run on are in the address.
fn run_panel(session: &Session, code: &AttrValue, (missing, again): &Scripts) -> Html {
    if let Some(error) = missing {
        return html! {
            <div class="failure" role="alert">
                <p>{ sentence(error) }</p>
                <button onclick={again.clone()}>{ "Try again" }</button>
            </div>
        };
    }
    let names: Vec<String> = session.route.run.iter().map(Series::to_string).collect();
    let onchange = {
        let session = session.clone();
        Callback::from(move |event: Event| {
            let mut route = (*session.route).clone();
            let chosen = dom::ticked(&event);
            route.run = chosen.iter().filter_map(|name| name.parse().ok()).collect();
            session.refine(route);
        })
    };
    html! { <run-panel code={code.clone()} run={names.join(",")} {onchange} /> }
}
