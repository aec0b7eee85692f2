//! What stands around every view: the heading with search and navigation, the
//! notices, the help, and the keys that work everywhere.

mod header;
mod help;
mod notices;
mod reading;
mod search;

use super::explore::Explore;
use super::late::{Files, LatePiece, Piece};
use super::platform::dom::{self, Key};
use super::platform::{clock, parts};
use super::session::Session;
use super::title::title;
use header::Header;
use help::help;
use notices::Notices;
use query::{Notice, View};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ShellProps {
    pub session: Session,
    /// What of the link made no sense.
    pub notices: Rc<Vec<Notice>>,
    /// The place that the page shows by itself, as a fragment without `#?`.
    pub own: AttrValue,
    /// What is drawn by files of their own.
    pub files: Files,
}

/// The page around the view that the route names.
#[component]
pub(crate) fn Shell(props: &ShellProps) -> Html {
    let session = props.session.clone();
    let dialog = use_node_ref();
    use_keys(&session, &dialog);
    use_title(&session);
    let view = match session.route.view {
        View::Explore => html! { <Explore session={session.clone()} /> },
        _ => html! { <LatePiece piece={Piece::View(session.clone())} /> },
    };
    let open_help = {
        let dialog = dialog.clone();
        Callback::from(move |_| dom::open_dialog(&dialog))
    };
    let can_keep = use_state_eq(|| false);
    let embedded = use_state_eq(|| None::<AttrValue>);
    {
        let (can_keep, embedded) = (can_keep.setter(), embedded.setter());
        use_effect_with((), move |()| {
            // Keeping the site takes the connection, which comes after all else.
            spawn_local(async move {
                clock::rest().await;
                can_keep.set(parts::has_offline());
            });
            let listener = dom::on_view(move |view| embedded.set(Some(view.into())));
            move || drop(listener)
        });
    }
    let close_embedded = {
        let embedded = embedded.setter();
        Callback::from(move |()| embedded.set(None))
    };
    html! {
        <ContextProvider<Files> context={props.files}>
            <button class="skip" onclick={|_| skip_to_content()}>{ "Skip to the content" }</button>
            <Header session={session.clone()} {open_help} />
            <Notices notices={props.notices.clone()} />
            if let Some(view) = &*embedded {
                <LatePiece piece={Piece::Embed(session.clone(), view.clone(), close_embedded)} />
            }
            <main id="main" tabindex="-1" data-query={props.own.clone()}>{ view }</main>
            <footer>
                <p>
                    { "PEPs and releases as of " }
                    { super::content::time(session.catalogue.as_of) }
                    { ", from the PEP index and the release calendar. No request leaves this site." }
                </p>
                <offline-state>
                    if *can_keep {
                        <LatePiece piece={Piece::Offline} />
                    }
                </offline-state>
            </footer>
            { help(&dialog) }
        </ContextProvider<Files>>
    }
}

/// Past the heading, and past the filters where there are any.
fn skip_to_content() {
    if !dom::focus_id("results") {
        dom::focus_id("main");
    }
}

/// Another view begins at its top, under its own title.
#[hook]
fn use_title(session: &Session) {
    let route = &session.route;
    let by_itself = route.view == View::Page;
    // The page of a PEP gives itself its name.
    let is_pep = by_itself && !route.query.peps.is_empty();
    let name = (!is_pep).then(|| title(&session.catalogue, route, None));
    use_effect_with(name, |name| {
        if let Some(name) = name {
            dom::set_title(name);
        }
    });
    let page = (
        route.view,
        route.document.clone(),
        by_itself.then(|| route.clone()),
    );
    let first = use_mut_ref(|| true);
    use_effect_with(page, move |_| {
        if !first.replace(false) {
            dom::scroll_to_top();
        }
    });
}

/// `/` searches, `?` helps, Esc closes or clears, arrows walk the results.
#[hook]
fn use_keys(session: &Session, help: &NodeRef) {
    let (session, help) = (session.clone(), help.clone());
    use_effect_with(session, move |session| {
        let session = session.clone();
        let listener = dom::on_key(move |key| press(&key, &session, &help));
        move || drop(listener)
    });
}

/// The links that arrows walk through.
const ROWS: &str = ".results a.row";

fn press(key: &Key, session: &Session, help: &NodeRef) {
    // A dialog has its own keys, wherever in it the focus is.
    if key.is_command() || key.is_used() || dom::is_dialog_open() {
        return;
    }
    match key.name().as_str() {
        "/" if !key.is_typing() => {
            key.take();
            dom::focus_id("search");
        }
        "?" if !key.is_typing() => {
            key.take();
            dom::open_dialog(help);
        }
        "Escape" => escape(key, session),
        "ArrowDown" if walks(key, session) && dom::focus_neighbour(ROWS, true) => key.take(),
        "ArrowUp" if walks(key, session) => {
            key.take();
            if !dom::focus_neighbour(ROWS, false) {
                dom::focus_id("search");
            }
        }
        _ => {}
    }
}

/// Arrows walk from the search field into the results and among them; in any
/// other field, and while reading, they are the browser's.
fn walks(key: &Key, session: &Session) -> bool {
    session.route.view == View::Explore && key.comes_from("#search, .results a.row")
}

/// Closes the open feature first, then clears the search.
fn escape(key: &Key, session: &Session) {
    let route = &session.route;
    if key.comes_from(".editor *") {
        return;
    }
    if route.view == View::Explore && route.feature.is_some() {
        key.take();
        session.close_feature();
    } else if !route.query.text.is_empty() {
        key.take();
        let mut query = route.query.clone();
        query.text.clear();
        session.ask(query);
        // The row that had the focus may go.
        if !dom::is_reader_typing() {
            dom::focus_id("search");
        }
    }
}
