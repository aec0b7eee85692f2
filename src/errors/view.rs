//! The Errors view: a place for an error, a warning or a whole traceback. The entry point is
//! [`errors`].

use super::Explained;
use crate::platform::dom;
use crate::session::Session;
use query::Query;
use yew::prelude::*;

/// A longer text is not written to the address, in bytes.
const LONGEST_IN_ADDRESS: usize = 6_000;

/// The view.
pub(crate) fn errors(session: &Session) -> Html {
    html! { <Errors session={session.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct ErrorsProps {
    session: Session,
}

#[component]
fn Errors(props: &ErrorsProps) -> Html {
    let session = &props.session;
    // A text that is too long for the address.
    let long = use_state_eq(|| None::<AttrValue>);
    let in_address = &session.route.query.text;
    let text = match &*long {
        Some(text) if in_address.is_empty() => text.clone(),
        _ => AttrValue::from(in_address.clone()),
    };
    let oninput = {
        let (session, long) = (session.clone(), long.setter());
        Callback::from(move |event: InputEvent| {
            let text = dom::typed(&event);
            let is_long = text.len() > LONGEST_IN_ADDRESS;
            let mut route = (*session.route).clone();
            route.query = Query {
                text: if is_long { String::new() } else { text.clone() },
                ..Query::default()
            };
            long.set(is_long.then(|| text.into()));
            session.refine(route);
        })
    };
    html! {
        <div class="errors">
            <h1>{ "What went wrong?" }</h1>
            <p class="quiet">
                { "Paste an error, a warning or a whole traceback. It is read in this page and sent \
                   nowhere." }
            </p>
            <label class="visually-hidden" for="error-text">{ "Error, warning or traceback" }</label>
            <textarea id="error-text" rows="8" spellcheck="false" autocapitalize="off"
                placeholder="ModuleNotFoundError: No module named 'distutils'"
                value={text.clone()} {oninput} />
            if text.trim().is_empty() {
                { examples(session) }
            } else {
                <Explained session={session.clone()} {text} />
            }
        </div>
    }
}

/// Errors that many people meet after an upgrade, and one that they meet before it.
const EXAMPLES: [&str; 4] = [
    "ModuleNotFoundError: No module named 'distutils'",
    "ImportError: cannot import name 'Mapping' from 'collections'",
    "DeprecationWarning: datetime.datetime.utcnow() is deprecated and scheduled for removal in a \
     future version.",
    "AttributeError: 'str' object has no attribute 'removeprefix'",
];

fn examples(session: &Session) -> Html {
    let links = EXAMPLES.map(|text| {
        let mut route = (*session.route).clone();
        text.clone_into(&mut route.query.text);
        html! { <li><a href={session.href(&route)}><code>{ text }</code></a></li> }
    });
    html! {
        <>
            <h2>{ "For example" }</h2>
            <ul class="error-examples">{ for links }</ul>
        </>
    }
}
