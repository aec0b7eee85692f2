//! A sample to be changed: the editor and everything that is known of its code.

use super::analysis::{Progress, use_analysis};
use super::annotations::annotation_table;
use super::diagnostics::marks;
use super::editor::Editor;
use super::expectations::expectations;
use super::syntax::syntax_strip;
use crate::app::content::{inlines, sentence, with_names};
use crate::app::platform::{address, clipboard, dom};
use crate::app::session::Session;
use crate::catalogue::Sample;
use crate::python::{SERIES, SourceState};
use crate::query::Route;
use crate::terms::Series;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct WorkbenchProps {
    pub session: Session,
    pub sample: Rc<Sample>,
}

/// How long after the last key the address follows, in milliseconds. Browsers
/// allow only so many changes of it.
const SETTLED: u32 = 400;

/// The longest code that goes into the address, in bytes.
const LINKABLE: usize = 32_000;

#[component]
pub fn Workbench(props: &WorkbenchProps) -> Html {
    let WorkbenchProps { session, sample } = props;
    let linked = session.route.code.clone();
    let code =
        use_state_eq(|| AttrValue::from(linked.clone().unwrap_or_else(|| sample.code.clone())));
    let said = use_state_eq(|| None::<String>);
    let target = use_state_eq(|| None::<Series>);
    let settling = use_mut_ref(|| None::<Timeout>);
    let written = use_mut_ref(|| linked.clone());
    {
        // Back and Forward bring other code with them. What the address holds
        // because it was typed here says nothing new, and where the code is too
        // long for the address it says less than the editor.
        let (code, original) = (code.setter(), sample.code.clone());
        let written = written.clone();
        use_effect_with(linked, move |linked| {
            if *written.borrow() != *linked {
                code.set(linked.clone().unwrap_or(original).into());
                written.borrow_mut().clone_from(linked);
            }
        });
    }
    let (progress, retry) = use_analysis(&code);
    let edited = code.as_str() != sample.code;

    let change = {
        let (session, sample, code, said) = (
            session.clone(),
            sample.clone(),
            code.setter(),
            said.setter(),
        );
        Callback::from(move |text: String| {
            code.set(text.clone().into());
            said.set(None);
            let (session, sample, written) = (session.clone(), sample.clone(), written.clone());
            *settling.borrow_mut() = Some(Timeout::new(SETTLED, move || {
                let route = route_of(&session, &sample, &text);
                written.borrow_mut().clone_from(&route.code);
                session.refine(route);
            }));
        })
    };
    let reset = {
        let (change, original) = (change.clone(), sample.code.clone());
        Callback::from(move |_: MouseEvent| change.emit(original.clone()))
    };
    let copy = {
        let (code, said) = (code.clone(), said.setter());
        Callback::from(move |_: MouseEvent| {
            copy_text(code.to_string(), "Code copied.", said.clone())
        })
    };
    let link = {
        let (session, sample, code, said) =
            (session.clone(), sample.clone(), code.clone(), said.setter());
        Callback::from(move |_: MouseEvent| {
            if code.len() > LINKABLE {
                said.set(Some(format!(
                    "A link holds at most {LINKABLE} bytes of code; this has {}.",
                    code.len()
                )));
                return;
            }
            let route = route_of(&session, &sample, &code);
            copy_text(address::link_to(&route), "Link copied.", said.clone());
        })
    };
    let marks = match &progress {
        Progress::Ready(analysis) => marks(analysis, *target),
        _ => Vec::new(),
    };
    html! {
        <article class="workbench" aria-labelledby="sample-title">
            <header>
                <h2 id="sample-title">{ &sample.title }</h2>
                { belongs_to(session, sample) }
                <p>{ with_names(&sample.note) }</p>
            </header>
            <div class="editor-bar">
                <button onclick={reset} disabled={!edited}>{ "Reset" }</button>
                <button onclick={copy}>{ "Copy" }</button>
                <button onclick={link}>{ "Link to this code" }</button>
                { targets(&target) }
                <span role="status" class="quiet">{ for (*said).clone() }</span>
            </div>
            <Editor code={(*code).clone()} oninput={change} {marks} />
            { findings(&progress, retry) }
            if !edited {
                { expectations(sample) }
            }
        </article>
    }
}

/// The place of some code; code that is the sample's own needs no mention.
fn route_of(session: &Session, sample: &Sample, code: &str) -> Route {
    let mut route = session.route.with_sample(&sample.slug);
    let linkable = code != sample.code && code.len() <= LINKABLE;
    route.code = linkable.then(|| code.to_owned());
    route
}

fn copy_text(text: String, done: &'static str, said: UseStateSetter<Option<String>>) {
    spawn_local(async move {
        said.set(Some(match clipboard::copy(&text).await {
            Ok(()) => done.to_owned(),
            Err(error) => sentence(&error),
        }));
    });
}

fn belongs_to(session: &Session, sample: &Sample) -> Html {
    match session.catalogue.feature(&sample.feature) {
        Some(feature) => {
            let to = session.route.with_feature(&feature.slug).to_fragment();
            html! {
                <p class="quiet">
                    <a href={to}>{ inlines(&feature.title) }</a>{ format!(" · Python {}", feature.series) }
                </p>
            }
        }
        None => Html::default(),
    }
}

fn findings(progress: &Progress, retry: Callback<MouseEvent>) -> Html {
    match progress {
        Progress::Waiting => html! {
            <div class="skeleton" role="status"><span class="visually-hidden">{ "Loading the analyzer…" }</span><i></i><i></i></div>
        },
        Progress::Failed(error) => html! {
            <div class="failure" role="alert">
                <p>{ sentence(error) }</p>
                <button onclick={retry}>{ "Try again" }</button>
            </div>
        },
        Progress::Ready(analysis) => html! {
            <div class="findings">
                if analysis.state != SourceState::Read {
                    <p class="state" role="status">{ analysis.state.to_string() }</p>
                }
                if !analysis.syntax.is_empty() {
                    { syntax_strip(analysis) }
                }
                { annotation_table(analysis) }
            </div>
        },
    }
}

/// The choice of the series whose complaints are marked in the code.
fn targets(target: &UseStateHandle<Option<Series>>) -> Html {
    let onchange = {
        let setter = target.setter();
        Callback::from(move |event: Event| setter.set(dom::chosen(&event).parse().ok()))
    };
    let option = |series: &Series| {
        let text = series.to_string();
        html! { <option value={text.clone()} selected={**target == Some(*series)}>{ text }</option> }
    };
    html! {
        <label class="target">
            { "Mark errors of " }
            <select {onchange}>
                <option value="" selected={target.is_none()}>{ "every series" }</option>
                { for SERIES.iter().rev().map(option) }
            </select>
        </label>
    }
}
