//! What explains an error: the answers below a text, and the view with a place for one. The
//! entry points are [`Explained`] and [`errors`]; elements on other pages use [`Ready`].

mod answer;
mod ready;
mod view;

use super::content::{NO_ANSWER, answer_remark};
use super::part::{Loaded, PartHandle, use_part};
use super::platform::bundle::LoadError;
use super::session::Session;
use answer::Item;
use api::bundle::{changes, names as api_names};
use catalogue::bundle;
pub(crate) use ready::Ready;
use std::rc::Rc;
pub(crate) use view::errors;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ExplainedProps {
    pub session: Session,
    /// What Python said.
    pub text: AttrValue,
}

/// The changes that explain an error, or why there are none.
#[component]
pub(crate) fn Explained(props: &ExplainedProps) -> Html {
    let ExplainedProps { session, text } = props;
    let names = use_part(session, bundle::names());
    let searched = use_part(session, api_names());
    let changing = use_part(session, changes());
    let messages = use_part(session, explain::part());
    let failure = failed(&names)
        .or_else(|| failed(&searched))
        .or_else(|| failed(&changing))
        .or_else(|| failed(&messages));
    if let Some((error, retry)) = failure {
        return html! {
            <p class="quiet" role="status">
                { format!("Could not load what explains errors: {error}. ") }
                if error != LoadError::LeftOut {
                    <button class="link" onclick={retry}>{ "Try again" }</button>
                }
            </p>
        };
    }
    let (Some(names), Some(searched), Some(changing), Some(messages)) = (
        ready(&names),
        ready(&searched),
        ready(&changing),
        ready(&messages),
    ) else {
        return html! { <p class="quiet" role="status">{ "Reading the error…" }</p> };
    };
    let ready = Ready {
        names,
        searched,
        changing,
        messages,
    };
    html! { <Answers session={session.clone()} text={text.clone()} ready={Rc::new(ready)} /> }
}

fn failed<T>(part: &PartHandle<T>) -> Option<(LoadError, Callback<MouseEvent>)> {
    match &part.loaded {
        Loaded::Failed(error) => Some((error.clone(), part.retry.clone())),
        _ => None,
    }
}

fn ready<T>(part: &PartHandle<T>) -> Option<Rc<T>> {
    match &part.loaded {
        Loaded::Ready(value) => Some(value.clone()),
        _ => None,
    }
}

#[derive(Properties)]
struct AnswersProps {
    session: Session,
    text: AttrValue,
    ready: Rc<Ready>,
}

/// The parts never change once they have been loaded.
impl PartialEq for AnswersProps {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.session == other.session
    }
}

#[component]
fn Answers(props: &AnswersProps) -> Html {
    let session = &props.session;
    let has_finder = session.resources.engine.has_finder();
    let explanation = use_memo((props.text.clone(), has_finder), |(text, _)| {
        let engine = &session.resources.engine;
        props.ready.explain(&session.catalogue, engine, text)
    });
    let items = explanation.answers.iter().map(|answer| {
        let feature = answer
            .feature
            .and_then(|index| session.catalogue.features.get(index));
        let key = feature
            .map(|feature| feature.slug.clone())
            .or_else(|| answer.name.clone());
        html! {
            <Item key={key.unwrap_or_default()} session={session.clone()} answer={answer.clone()}
                feature={feature.cloned()} />
        }
    });
    let is_empty = explanation.answers.is_empty() && explanation.remarks.is_empty();
    html! {
        <section class="names-found explained" aria-label="What explains the error">
            if !explanation.answers.is_empty() {
                <ol>{ for items }</ol>
            }
            { for explanation.remarks.iter().map(|remark| answer_remark(explanation.side(), remark)) }
            if is_empty {
                <p role="status">{ NO_ANSWER }</p>
            }
        </section>
    }
}
