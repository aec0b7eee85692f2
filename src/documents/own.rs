//! The reader's own documents: the controls that add some, and the list of those that were
//! added. The entry points are [`Own`], which loads the script that holds them, and
//! [`OwnDocuments`], which draws them.

use crate::content::{Choosers, bytes_in_words, space_in_words};
use crate::platform::own::{Act, OwnDocument, Shelf, Shelved};
use crate::platform::{dom, field};
use query::{Query, Route};
use terms::counted;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The own documents, once their script is loaded. If it cannot be loaded, nothing is shown.
#[component]
pub(crate) fn Own() -> Html {
    let shelf = use_state_eq(|| None::<Shelf>);
    let shelved = use_state_eq(|| None::<Shelved>);
    {
        let shelf = shelf.setter();
        use_effect_with((), move |()| {
            spawn_local(async move { shelf.set(Shelf::load().await) });
        });
    }
    {
        let shelved = shelved.setter();
        use_effect_with((*shelf).clone(), move |shelf| {
            let listener = shelf.clone().map(|shelf| {
                let look = {
                    let shelf = shelf.clone();
                    move || shelved.set(Some(shelf.look()))
                };
                look();
                shelf.on_change(look)
            });
            move || drop(listener)
        });
    }
    let act = {
        let shelf = (*shelf).clone();
        Callback::from(move |act: Act| {
            if let Some(shelf) = &shelf {
                shelf.act(&act);
            }
        })
    };
    let busy = shelved.as_ref().map(|shelved| shelved.is_busy.to_string());
    html! {
        <own-documents aria-busy={busy}>
            if let Some(shelved) = &*shelved {
                <OwnDocuments shelved={shelved.clone()} {act} />
            }
        </own-documents>
    }
}

/// The properties of [`OwnDocuments`].
#[derive(Properties, PartialEq)]
pub struct OwnDocumentsProps {
    /// The current state of the documents.
    pub shelved: Shelved,
    /// Called with each action of the reader.
    pub act: Callback<Act>,
}

/// The controls that add documents, and the list of documents.
#[component]
pub fn OwnDocuments(props: &OwnDocumentsProps) -> Html {
    let OwnDocumentsProps { shelved, act } = props;
    let heading = use_node_ref();
    let removed = use_mut_ref(|| false);
    {
        let (heading, removed) = (heading.clone(), removed.clone());
        use_effect_with(shelved.documents.len(), move |_| {
            // The button that had the focus was removed with its document.
            if removed.replace(false) && dom::is_focus_lost() {
                dom::focus(&heading);
            }
        });
    }
    let row_act = {
        let act = act.clone();
        Callback::from(move |wanted: Act| {
            removed.replace(matches!(wanted, Act::Remove(_)));
            act.emit(wanted);
        })
    };
    let keep = act.reform(|event: Event| Act::Keep(field::is_ticked(&event)));
    html! {
        <>
            <h2 ref={heading} id="own-heading" tabindex="-1">{ "Your own documents" }</h2>
            <p class="quiet">
                { "Drop Markdown files or folders anywhere on this page. They are read here in your \
                   browser, merged into the catalogue and marked as yours; nothing is sent." }
            </p>
            <div class="own-ways">
                <Choosers id="own" accept=".md,.markdown,.mdown,.mkd,.txt,text/markdown"
                    has_folders={field::can_choose_folders()} onchange={act.reform(Act::Choose)} />
            </div>
            <Pasting act={act.clone()} />
            <p class="own-keeping">
                <input type="checkbox" id="own-keep" checked={shelved.is_keeping} onchange={keep} />
                <label for="own-keep">{ "Keep them on this device for the next visit" }</label>
            </p>
            { status(shelved, act) }
            <ul class="document-list own-list">
                { for shelved.documents.iter().map(|document| row(document, &row_act)) }
            </ul>
        </>
    }
}

/// Notices about the documents, and a button to try again.
fn status(shelved: &Shelved, act: &Callback<Act>) -> Html {
    let any_failed = shelved.documents.iter().any(|it| it.failure.is_some());
    let retry = act.reform(|_: MouseEvent| Act::Retry);
    html! {
        <div class="own-status" role="status">
            if shelved.is_busy {
                <p>{ "Reading your documents…" }</p>
            }
            { for shelved.notices.iter().map(|notice| html! { <p>{ notice }</p> }) }
            { for shelved.space.map(|space| html! { <p>{ space_in_words(space) }</p> }) }
            if any_failed && !shelved.is_busy {
                <button type="button" onclick={retry}>{ "Try again" }</button>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ActProps {
    act: Callback<Act>,
}

/// Fields for a text and its name.
#[component]
fn Pasting(props: &ActProps) -> Html {
    let (text, name) = (use_node_ref(), use_node_ref());
    let add = {
        let (text, name, act) = (text.clone(), name.clone(), props.act.clone());
        Callback::from(move |_: MouseEvent| {
            let written = field::value(&text);
            if written.trim().is_empty() {
                dom::focus(&text);
                return;
            }
            act.emit(Act::Paste(written, field::value(&name)));
            field::clear(&text);
            field::clear(&name);
        })
    };
    html! {
        <details class="own-paste">
            <summary>{ "Paste text" }</summary>
            <div>
                <label for="own-text">{ "Markdown" }</label>
                <textarea ref={text} id="own-text" rows="6" spellcheck="false" />
                <label for="own-name">{ "File name" }</label>
                <input ref={name} type="text" id="own-name" placeholder="pasted.md" autocomplete="off" />
                <button type="button" onclick={add}>{ "Add the text" }</button>
            </div>
        </details>
    }
}

fn row(document: &OwnDocument, act: &Callback<Act>) -> Html {
    let OwnDocument {
        name,
        read,
        features,
        warnings,
        failure,
        ..
    } = document;
    let heading = match read {
        Some((slug, title)) => {
            let title = if title.is_empty() { name } else { title };
            let to = Route::default().with_document(slug).to_fragment();
            html! { <a href={to}>{ title }</a> }
        }
        None => html! { <span>{ name }</span> },
    };
    let stated = read.as_ref().filter(|_| *features > 0);
    let on = |wanted: fn(String) -> Act| {
        let name = name.clone();
        act.reform(move |_: MouseEvent| wanted(name.clone()))
    };
    html! {
        <li key={name.clone()}>
            <h3>{ heading }</h3>
            <p class="quiet">
                <span class="own-mark">{ "yours" }</span>
                { format!(" {name} · {}", size(document.size)) }
                if let Some((slug, _)) = stated {
                    { " · " }<a href={features_of(slug)}>{ counted(*features as usize, "change") }</a>
                }
            </p>
            if let Some(failure) = failure {
                <p class="failure">{ failure }</p>
            }
            { warning_list(warnings) }
            <p class="own-ways">
                <button type="button" onclick={on(Act::Export)} aria-label={format!("Export {name}")}>{ "Export" }</button>
                <button type="button" onclick={on(Act::Remove)} aria-label={format!("Remove {name}")}>{ "Remove" }</button>
            </p>
        </li>
    }
}

/// The address of the list of a document's features.
fn features_of(slug: &str) -> String {
    let query = Query {
        documents: vec![slug.to_owned()],
        ..Query::default()
    };
    Route::default().with_query(query).to_fragment()
}

fn warning_list(warnings: &[(u32, String)]) -> Html {
    if warnings.is_empty() {
        return Html::default();
    }
    let lines = warnings
        .iter()
        .map(|(line, message)| html! { <li>{ format!("Line {line}: {message}") }</li> });
    html! {
        <details class="own-warnings">
            <summary>{ counted(warnings.len(), "parsing warning") }</summary>
            <ul>{ for lines }</ul>
        </details>
    }
}

fn size(bytes: u32) -> String {
    if bytes < 100_000 {
        format!("{:.1} KB", (f64::from(bytes) / 1000.0).max(0.1))
    } else {
        bytes_in_words(f64::from(bytes))
    }
}
