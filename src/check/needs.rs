//! Which versions have what some code needs of the standard library, below an editor. The
//! entry point is [`Needs`].

use super::verdict::verdict;
use crate::content::with_names;
use crate::platform::checker::Checker;
use crate::session::Session;
use ::check::{Overview, SourceReport};
use gloo::timers::callback::Timeout;
use query::{Route, View};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How long a pause in typing is before the code is checked, in milliseconds.
const PAUSE: u32 = 400;

#[derive(Properties, PartialEq)]
pub(crate) struct NeedsProps {
    pub session: Session,
    pub code: AttrValue,
}

/// The versions that run the code and what sets them, or nothing until that is known.
#[component]
pub(crate) fn Needs(props: &NeedsProps) -> Html {
    let NeedsProps { session, code } = props;
    let report = use_state_eq(|| None::<Rc<SourceReport>>);
    {
        let report = report.setter();
        use_effect_with(code.clone(), move |code| {
            let (code, is_wanted) = (code.clone(), Rc::new(Cell::new(true)));
            let wanted = is_wanted.clone();
            let pause = Timeout::new(PAUSE, move || {
                spawn_local(async move {
                    let checker = Checker::load(0).await;
                    let Some(checker) = checker else { return };
                    let looked = checker.look(&code).await;
                    if wanted.get() {
                        report.set(looked.map(Rc::new));
                    }
                });
            });
            move || {
                is_wanted.set(false);
                drop(pause);
            }
        });
    }
    // What the syntax says is shown above it.
    let Some(report) = report
        .as_ref()
        .filter(|report| report.report.errors.is_empty())
    else {
        return Html::default();
    };
    let sources = [SourceReport::clone(report)];
    let (text, why) = verdict(&Overview::of(&sources, None, None), &sources);
    let route = Route {
        view: View::Check,
        code: session.route.code.clone(),
        ..Route::default()
    };
    html! {
        <section class="needs" aria-labelledby="needs-title">
            <h3 id="needs-title">{ "Standard library" }</h3>
            <p role="status">{ text }</p>
            { for why.iter().map(|why| html! { <p>{ with_names(why) }</p> }) }
            if route.code.is_some() {
                <p><a href={session.href(&route)}>{ "All that depends on the version" }</a></p>
            }
        </section>
    }
}
