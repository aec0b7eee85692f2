//! The search box with completions and problems. The entry point is [`Search`].

use super::parse_cache::ParseCache;
use crate::content::{sentence, with_names};
use crate::lazy::Files;
use crate::platform::address::Step;
use crate::platform::dom;
use crate::session::Session;
use query::language::{self, Completions, Problem};
use query::{Query, View};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct SearchProps {
    pub session: Session,
}

/// The typed text. The box shows it as long as it is equivalent to the current query,
/// otherwise the text of the query.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    text: String,
    /// The position of the cursor, in bytes.
    cursor: usize,
    /// Whether to show completions.
    is_open: bool,
    /// The index of the completion that is selected with the arrow keys.
    active: Option<usize>,
}

/// The content of the box.
struct Shown {
    draft: Draft,
    offers: Completions,
    problems: Vec<Problem>,
    /// Whether it was typed, rather than being the text of the query.
    is_typed: bool,
}

impl Shown {
    fn new(draft: &Draft, session: &Session, cache: &ParseCache) -> Self {
        let (catalogue, query) = (&session.catalogue, &session.route.query);
        let parsed = cache.get_or_parse(&draft.text, catalogue);
        if parsed.query != *query {
            // A box has one line.
            let mut text = language::format(query).replace('\n', " ⏎ ");
            // A space, so that further typing does not extend the last filter.
            if !text.is_empty() && query.text.trim().is_empty() {
                text.push(' ');
            }
            return Self {
                draft: Draft {
                    cursor: text.len(),
                    text,
                    ..Draft::default()
                },
                offers: Completions::default(),
                problems: Vec::new(),
                is_typed: false,
            };
        }
        let mut offers = Completions::default();
        if let Some(finder) = session.resources.engine.finder()
            && draft.is_open
            && !terms::is_report(&draft.text)
        {
            let results = session.results();
            offers = finder.complete(&draft.text, draft.cursor, catalogue, results.facets());
        }
        let mut problems = parsed.problems.clone();
        // Do not report a part that can still be completed.
        if !offers.items.is_empty() {
            problems.retain(|problem| problem.span != offers.span);
        }
        Self {
            draft: draft.clone(),
            offers,
            problems,
            is_typed: !draft.text.is_empty(),
        }
    }

    /// The draft after choosing a completion.
    fn with(&self, offer: usize) -> Option<Draft> {
        let item = self.offers.items.get(offer)?;
        let text = &self.draft.text;
        let before = text.get(..self.offers.span.start)?;
        let after = text.get(self.offers.span.end..)?.trim_start();
        let space = if item.is_open { "" } else { " " };
        let head = format!("{before}{}{space}", item.text);
        Some(Draft {
            cursor: head.len(),
            text: head + after,
            is_open: item.is_open,
            active: None,
        })
    }
}

/// The search field in the header. Typing shows the results.
#[component]
pub(crate) fn Search(props: &SearchProps) -> Html {
    let session = &props.session;
    let draft = use_state_eq(Draft::default);
    let cache = use_memo((), |()| ParseCache::default());
    use_finder(session, draft.is_open);
    let shown = Shown::new(&draft, session, &cache);
    let change = {
        let (session, setter) = (session.clone(), draft.setter());
        let is_typed = shown.is_typed;
        Callback::from(move |draft: Draft| {
            let parsed = cache.get_or_parse(&draft.text, &session.catalogue);
            let query = parsed.query.clone();
            ask(&session, query, is_typed);
            setter.set(draft);
        })
    };
    let oninput = {
        let change = change.clone();
        Callback::from(move |event: InputEvent| {
            let (text, cursor) = dom::typed_at(&event);
            change.emit(Draft {
                text,
                cursor,
                is_open: true,
                active: None,
            });
        })
    };
    let close = {
        let (draft, setter) = (shown.draft.clone(), draft.setter());
        Callback::from(move |()| {
            setter.set(Draft {
                is_open: false,
                active: None,
                ..draft.clone()
            });
        })
    };
    let onblur = close.reform(|_: FocusEvent| ());
    let active = shown
        .draft
        .active
        .map(|place| format!("suggestion-{place}"));
    let is_expanded = !shown.offers.items.is_empty();
    let list = offers(&shown, &change);
    let problems = problems(&shown.problems);
    let text = shown.draft.text.clone();
    let onkeydown = {
        let (session, setter) = (session.clone(), draft.setter());
        Callback::from(move |event: KeyboardEvent| {
            let count = shown.offers.items.len();
            let active = shown.draft.active;
            match event.key().as_str() {
                "Enter" => match active.and_then(|place| shown.with(place)) {
                    Some(taken) => change.emit(taken),
                    None => session.open_best(),
                },
                "Escape" if count > 0 => close.emit(()),
                "ArrowDown" | "ArrowUp" if count > 0 => {
                    let down = event.key() == "ArrowDown";
                    let next = match active {
                        None if down => Some(0),
                        Some(place) if down && place + 1 < count => Some(place + 1),
                        Some(place) if !down => place.checked_sub(1),
                        // After the last completion, let the arrow key move to the results.
                        _ => return close.emit(()),
                    };
                    setter.set(Draft {
                        active: next,
                        ..shown.draft.clone()
                    });
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    html! {
        <search class="search">
            <label class="visually-hidden" for="search">{ "Search changes, names and PEPs" }</label>
            <input
                id="search"
                type="search"
                role="combobox"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                placeholder="Search changes, names, PEPs"
                aria-autocomplete="list"
                aria-expanded={is_expanded.to_string()}
                aria-controls="suggestions"
                aria-activedescendant={active}
                aria-describedby="search-problems"
                value={text}
                {oninput}
                {onkeydown}
                {onblur}
            />
            <kbd aria-hidden="true">{ "/" }</kbd>
            { list }
            { problems }
        </search>
    }
}

/// Loads the search when something is typed, and rerenders when it has been loaded, as it
/// completes what is typed. The list reports a failure.
#[hook]
fn use_finder(session: &Session, is_typing: bool) {
    let arrived = use_force_update();
    let files = use_context::<Files>();
    let resources = session.resources.clone();
    use_effect_with(is_typing, move |is_typing| {
        if let Some(files) = files.filter(|_| *is_typing && !resources.engine.has_finder()) {
            spawn_local(async move {
                if resources.load_finder(files).await.is_ok() {
                    arrived.force_update();
                }
            });
        }
    });
}

/// Navigates to the results of the typed query.
fn ask(session: &Session, query: Query, is_typed: bool) {
    let mut route = session.route.in_view(View::Explore);
    route.query = query;
    // In the list, the open feature stays open as long as it is found.
    let open = session.route.feature.as_deref();
    if let Some(slug) = open.filter(|_| session.route.view == View::Explore)
        && session.finds(slug, &route.query)
    {
        route.feature = Some(slug.to_owned());
    }
    if route == *session.route {
        return;
    }
    // Only the first letter adds an entry to the history.
    let is_continued = is_typed && session.route.view == View::Explore;
    let step = if is_continued {
        Step::Replace
    } else {
        Step::Push
    };
    session.navigate.emit((route, step));
}

fn offers(shown: &Shown, change: &Callback<Draft>) -> Html {
    let items = shown.offers.items.iter().enumerate().map(|(place, item)| {
        let is_active = shown.draft.active == Some(place);
        let onmousedown = {
            let (change, taken) = (change.clone(), shown.with(place));
            Callback::from(move |event: MouseEvent| {
                // Keep the focus in the box.
                event.prevent_default();
                if let Some(taken) = &taken {
                    change.emit(taken.clone());
                }
            })
        };
        html! {
            <li id={format!("suggestion-{place}")} role="option" aria-selected={is_active.to_string()} {onmousedown}>
                <code>{ &item.text }</code><small>{ &item.note }</small>
            </li>
        }
    });
    let is_empty = shown.offers.items.is_empty();
    html! {
        <ul id="suggestions" class="suggestions" role="listbox" aria-label="Suggestions" hidden={is_empty}>
            { for items }
        </ul>
    }
}

fn problems(problems: &[Problem]) -> Html {
    let items = problems.iter().map(|problem| {
        let message = sentence(&problem.message).replace("?.", "?");
        html! { <p class="problem">{ with_names(&message) }</p> }
    });
    html! { <div id="search-problems" role="status">{ for items }</div> }
}
