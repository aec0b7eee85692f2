//! A sample in the editor, with everything that is known about its code.

use super::analysis::{Progress, use_analysis};
use super::annotations::annotation_table;
use super::diagnostics::marks;
use super::editor::Editor;
use super::expectations::expectations;
use super::linked::{LINKABLE, linked_route, use_linked_code};
use super::runs::{missing, runs, use_scripts};
use super::syntax::syntax_strip;
use crate::check::Needs;
use crate::content::{embed_button, inlines, sentence, with_names};
use crate::platform::clipboard::CopyError;
use crate::platform::{address, clipboard, dom};
use crate::session::Session;
use catalogue::Sample;
use python::{SERIES, SourceState};
use query::Route;
use std::rc::Rc;
use terms::Series;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct WorkbenchProps {
    pub session: Session,
    pub sample: Rc<Sample>,
}

#[component]
pub(crate) fn Workbench(props: &WorkbenchProps) -> Html {
    let WorkbenchProps { session, sample } = props;
    let said = use_state_eq(|| None::<String>);
    let target = use_state_eq(|| None::<Series>);
    let (code, change) = use_linked_code(session, sample, said.setter());
    let (progress, retry) = use_analysis(&code);
    let scripts = use_scripts();
    let edited = code.as_str() != sample.code;

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
            let (session, sample, code) = (session.clone(), sample.clone(), code.clone());
            let said = said.clone();
            let link =
                async move { address::link_to(&linked_route(&session, &sample, &code).await) };
            spawn_local(async move {
                tell(clipboard::copy_coming(link).await, "Link copied.", &said);
            });
        })
    };
    let marks = match &progress {
        Progress::Ready(analysis) => marks(analysis, *target),
        _ => Vec::new(),
    };
    let embedded = Route {
        sample: Some(sample.slug.clone()),
        ..Route::clone(&session.route)
    };
    let embedded = embedded.to_fragment();
    html! {
        <article class="workbench" aria-labelledby="sample-title">
            <header>
                <h2 id="sample-title">{ with_names(&sample.title) }</h2>
                { belongs_to(session, sample) }
            </header>
            <div class="editor-bar">
                <button onclick={reset} disabled={!edited}>{ "Reset" }</button>
                <button onclick={copy}>{ "Copy code" }</button>
                <button onclick={link}>{ "Copy link" }</button>
                { embed_button(embedded) }
                { targets(&target) }
                <span role="status" class="quiet">{ for (*said).clone() }</span>
            </div>
            <Editor code={(*code).clone()} oninput={change.clone()} {marks} />
            { missing(&scripts) }
            { runs(session, sample, &code) }
            <p class="why">{ with_names(&sample.note) }</p>
            { findings(&progress, retry, &code, &change) }
            if edited {
                <Needs session={session.clone()} code={(*code).clone()} />
            } else {
                { expectations(sample) }
            }
        </article>
    }
}

fn copy_text(text: String, done: &'static str, said: UseStateSetter<Option<String>>) {
    spawn_local(async move {
        tell(clipboard::copy(&text).await, done, &said);
    });
}

fn tell(copied: Result<(), CopyError>, done: &'static str, said: &UseStateSetter<Option<String>>) {
    said.set(Some(match copied {
        Ok(()) => done.to_owned(),
        Err(error) => sentence(&error),
    }));
}

fn belongs_to(session: &Session, sample: &Sample) -> Html {
    match session.catalogue.feature(&sample.feature) {
        Some(feature) => {
            let to = session.href(&session.route.with_feature(&feature.slug));
            html! {
                <p class="quiet">
                    <a href={to}>{ inlines(&feature.title) }</a>{ format!(" · Python {}", feature.series) }
                </p>
            }
        }
        None => Html::default(),
    }
}

fn findings(
    progress: &Progress,
    retry: Callback<MouseEvent>,
    code: &AttrValue,
    change: &Callback<String>,
) -> Html {
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
                { annotation_table(analysis, code, change) }
            </div>
        },
    }
}

/// The choice of the series whose errors and warnings are marked in the code.
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
            { "Show syntax errors for " }
            <select {onchange}>
                <option value="" selected={target.is_none()}>{ "all versions" }</option>
                { for SERIES.iter().rev().map(option) }
            </select>
        </label>
    }
}
