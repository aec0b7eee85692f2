//! The frame of all views: the header with search and navigation, the notices, the help, and
//! the global keyboard shortcuts.

mod header;
mod help;
mod notices;
mod parse_cache;
mod search;

use super::explore::Explore;
use super::lazy::{Files, LazyPiece, Piece};
use super::platform::dom::{self, Key};
use super::platform::{clock, parts};
use super::session::Session;
use super::title::title;
use header::header;
pub(crate) use help::{HelpDialog, HelpDialogProps};
use notices::Notices;
use query::{Notice, View};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ShellProps {
    pub session: Session,
    /// The notices about ignored parts of the link.
    pub notices: Rc<Vec<Notice>>,
    /// The page's own route, as a fragment without `#?`.
    pub own: AttrValue,
    /// The loaders of lazy code.
    pub files: Files,
}

/// What is open above the page.
#[derive(Clone, PartialEq)]
enum Dialog {
    Help,
    /// The dialog that embeds the view with this fragment.
    Embed(AttrValue),
}

/// The page with the view of the current route.
#[component]
pub(crate) fn Shell(props: &ShellProps) -> Html {
    let session = props.session.clone();
    let dialog = use_state_eq(|| None::<Dialog>);
    use_keys(&session, &dialog);
    use_title(&session);
    let view = match session.route.view {
        View::Explore => html! { <Explore session={session.clone()} /> },
        _ => html! { <LazyPiece piece={Piece::View(session.clone())} /> },
    };
    let open_help = {
        let dialog = dialog.setter();
        Callback::from(move |_| dialog.set(Some(Dialog::Help)))
    };
    let can_keep = use_state_eq(|| false);
    {
        let (can_keep, dialog) = (can_keep.setter(), dialog.setter());
        use_effect_with((), move |()| {
            // Keeping the site uses the connection, so everything else is loaded first.
            spawn_local(async move {
                clock::rest().await;
                can_keep.set(parts::has_offline());
            });
            let embed = move |view: String| dialog.set(Some(Dialog::Embed(view.into())));
            let listener = dom::on_view(embed);
            move || drop(listener)
        });
    }
    let close = {
        let dialog = dialog.setter();
        Callback::from(move |()| dialog.set(None))
    };
    let dialog = dialog.as_ref().map(|dialog| match dialog {
        Dialog::Help => Piece::Help(close),
        Dialog::Embed(view) => Piece::Embed(session.clone(), view.clone(), close),
    });
    html! {
        <ContextProvider<Files> context={props.files}>
            <button class="skip" onclick={|_| skip_to_content()}>{ "Skip to the content" }</button>
            { header(&session, open_help) }
            <Notices notices={props.notices.clone()} />
            if let Some(piece) = dialog {
                <LazyPiece {piece} />
            }
            <main id="main" tabindex="-1" data-query={props.own.clone()}>{ view }</main>
            <footer>
                <p>
                    { "PEPs as of " }{ super::content::time(session.catalogue.as_of) }
                    { ", releases as of " }{ super::content::time(session.catalogue.newest_day()) }
                    { ". No third-party requests." }
                </p>
                <offline-state>
                    if *can_keep {
                        <LazyPiece piece={Piece::Offline} />
                    }
                </offline-state>
            </footer>
        </ContextProvider<Files>>
    }
}

/// Moves the focus past the header and the filters, if there are any.
fn skip_to_content() {
    if !dom::focus_id("results") {
        dom::focus_id("main");
    }
}

/// Sets the document's title, and scrolls to the top when the view changes.
#[hook]
fn use_title(session: &Session) {
    let route = &session.route;
    let is_page = route.view == View::Page;
    // The page of a PEP and the samples set the title themselves.
    let sets_title = route.view == View::Try || is_page && !route.query.peps.is_empty();
    let name = (!sets_title).then(|| title(&session.catalogue, route, None));
    use_effect_with(name, |name| {
        if let Some(name) = name {
            dom::set_title(name);
        }
    });
    let page = (
        route.view,
        route.document.clone(),
        is_page.then(|| route.clone()),
    );
    let first = use_mut_ref(|| true);
    use_effect_with(page, move |_| {
        if !first.replace(false) {
            dom::scroll_to_top();
        }
    });
}

/// The global shortcuts: `/` focuses the search, `?` opens the help, Esc closes or clears,
/// the arrow keys move between results.
#[hook]
fn use_keys(session: &Session, dialog: &UseStateHandle<Option<Dialog>>) {
    let dialog = dialog.setter();
    use_effect_with(session.clone(), move |session| {
        let session = session.clone();
        let listener = dom::on_key(move |key| press(&key, &session, &dialog));
        move || drop(listener)
    });
}

/// The CSS selector of the links between which the arrow keys move.
const ROWS: &str = ".results a.row";

fn press(key: &Key, session: &Session, dialog: &UseStateSetter<Option<Dialog>>) {
    // Dialogs handle their own keys.
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
            dialog.set(Some(Dialog::Help));
        }
        "Escape" => escape(key, session),
        "ArrowDown" if moves_in_results(key, session) && dom::focus_neighbour(ROWS, true) => {
            key.take()
        }
        "ArrowUp" if moves_in_results(key, session) => {
            key.take();
            if !dom::focus_neighbour(ROWS, false) {
                dom::focus_id("search");
            }
        }
        _ => {}
    }
}

/// Whether an arrow key moves the focus between the search field and the results. With the
/// focus elsewhere, the browser handles it.
fn moves_in_results(key: &Key, session: &Session) -> bool {
    session.route.view == View::Explore && key.comes_from("#search, .results a.row")
}

/// Closes the open feature or, if there is none, clears the search.
fn escape(key: &Key, session: &Session) {
    let route = &session.route;
    if key.comes_from(".editor *") {
        return;
    }
    if matches!(route.view, View::Explore | View::Upgrade) && route.feature.is_some() {
        key.take();
        session.close_feature();
    } else if !route.query.text.is_empty() {
        key.take();
        let mut query = route.query.clone();
        query.text.clear();
        session.ask(query);
        // The row that has the focus may be removed.
        if !dom::is_reader_typing() {
            dom::focus_id("search");
        }
    }
}
