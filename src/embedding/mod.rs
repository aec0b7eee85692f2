//! The dialog “Embed this view” with snippets that embed a view in another page. The entry
//! point is [`EmbedDialog`].

mod snippets;

use crate::platform::{clipboard, dom, site};
use crate::session::Session;
use document::plain_text;
use query::Route;
use snippets::{Described, Snippet, Tool, frame_of, snippets};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The properties of [`EmbedDialog`].
#[derive(Properties, PartialEq)]
pub(crate) struct EmbedDialogProps {
    /// The session.
    pub(crate) session: Session,
    /// The view to embed, as a fragment.
    pub(crate) view: AttrValue,
    /// Called once the dialog is closed.
    pub(crate) onclose: Callback<()>,
}

/// The dialog, which opens once its content is loaded.
#[component]
pub(crate) fn EmbedDialog(props: &EmbedDialogProps) -> Html {
    let found = use_state_eq(Vec::<Snippet>::new);
    let preview = use_state_eq(|| None::<String>);
    let dialog = use_node_ref();
    {
        let (session, found) = (props.session.clone(), found.setter());
        let preview = preview.setter();
        use_effect_with(props.view.clone(), move |view| {
            let view = view.clone();
            spawn_local(async move {
                let described = describe(&session, &view).await;
                let site = site::address();
                preview.set(frame_of(&view).map(|address| format!("{site}{address}")));
                found.set(snippets(&view, &site, &described));
            });
        });
    }
    {
        let dialog = dialog.clone();
        use_effect_with(found.is_empty(), move |waits| {
            if !waits {
                dom::open_dialog(&dialog);
            }
        });
    }
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| dom::close_dialog(&dialog))
    };
    let tool = use_state_eq(|| Tool::Html);
    let tab = |one: Tool| {
        let onclick = {
            let tool = tool.setter();
            Callback::from(move |_: MouseEvent| tool.set(one))
        };
        let is_chosen = *tool == one;
        html! { <button class="choice" aria-pressed={is_chosen.to_string()} {onclick}>{ one.label() }</button> }
    };
    let shown = found.iter().filter(|snippet| snippet.tool == *tool);
    let shown = shown.map(|snippet| {
        let key = format!("{}-{}", snippet.tool.label(), snippet.name);
        html! { <Piece {key} snippet={snippet.clone()} /> }
    });
    let onclose = props.onclose.reform(|_: Event| ());
    html! {
        <dialog ref={dialog} class="help embed" aria-labelledby="embed-title" {onclose}>
            <h2 id="embed-title" tabindex="-1">{ "Embed this view" }</h2>
            <div class="own-ways" role="group" aria-label="What the page is made with">
                { for Tool::ALL.map(tab) }
            </div>
            { for shown }
            if let Some(src) = (*preview).clone() {
                <h3>{ "Preview" }</h3>
                <iframe {src} title="Preview" height="240"></iframe>
            }
            <button class="primary" onclick={close}>{ "Close" }</button>
        </dialog>
    }
}

/// The title of the open feature and its card, if the site was built with cards.
async fn describe(session: &Session, view: &str) -> Described {
    let (route, _) = Route::from_fragment(view);
    let Some(slug) = route.feature else {
        return Described::default();
    };
    let Some(feature) = session.catalogue.feature(&slug) else {
        return Described::default();
    };
    Described {
        title: Some(plain_text(&feature.title)),
        card: site::text(&format!("card/{slug}.html")).await,
    }
}

#[derive(Properties, PartialEq)]
struct PieceProps {
    snippet: Snippet,
}

/// A snippet with a button that copies it.
#[component]
fn Piece(props: &PieceProps) -> Html {
    let Snippet {
        name,
        note,
        text,
        policy,
        ..
    } = &props.snippet;
    let said = use_state_eq(|| "");
    let code = use_node_ref();
    let copy = {
        let (text, code, said) = (text.clone(), code.clone(), said.setter());
        Callback::from(move |_: MouseEvent| {
            let (text, code, said) = (text.clone(), code.clone(), said.clone());
            spawn_local(async move {
                if clipboard::copy(&text).await.is_ok() {
                    said.set("Copied.");
                } else {
                    dom::select_all(&code);
                    said.set("The browser did not allow copying; the text is selected.");
                }
            });
        })
    };
    html! {
        <>
            <h3>{ *name }</h3>
            <p class="quiet">{ *note }</p>
            <pre class="code" tabindex="0" role="group" aria-label={*name}><code ref={code}>{ text }</code></pre>
            <p>
                <button type="button" onclick={copy} aria-label={format!("Copy {name}")}>{ "Copy" }</button>
                { " " }<span class="quiet" role="status">{ *said }</span>
            </p>
            if !policy.is_empty() {
                <p class="quiet">
                    { "If the page has a Content-Security-Policy, it must allow " }
                    <code>{ policy }</code>{ "." }
                </p>
            }
        </>
    }
}
