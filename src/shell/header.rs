//! The header: name, views, search, theme, help. The entry point is [`header`].

use super::search::Search;
use crate::platform::dom;
use crate::platform::theme::Theme;
use crate::session::Session;
use query::{Route, View};
use yew::prelude::*;

/// The header.
pub(crate) fn header(session: &Session, open_help: Callback<MouseEvent>) -> Html {
    let home = session.href(&Route::default());
    html! {
        <header class="top">
            <a class="brand" href={home}>
                <span class="logo" aria-hidden="true">{ "3.x" }</span>
                <span>{ "What’s New " }<span class="wide">{ "in Python" }</span></span>
            </a>
            <Search session={session.clone()} />
            <nav aria-label="Views">
                <ul>{ for View::TABS.iter().map(|view| tab(*view, session)) }</ul>
            </nav>
            <div class="tools">
                <ThemeChoice />
                <button class="icon" onclick={open_help} aria-label="Keyboard and help" title="Help (?)">
                    { "?" }
                </button>
            </div>
        </header>
    }
}

fn tab(view: View, session: &Session) -> Html {
    let current = session.route.view == view;
    html! {
        <li>
            <a data-view={view.key()} href={session.href(&session.route.in_view(view))} aria-current={current.then_some("page")}>
                { view.label() }
            </a>
        </li>
    }
}

#[component]
fn ThemeChoice() -> Html {
    let theme = use_state_eq(Theme::remembered);
    let onchange = {
        let theme = theme.setter();
        Callback::from(move |event: Event| {
            let key = dom::chosen(&event);
            if let Some(chosen) = Theme::ALL.into_iter().find(|theme| theme.key() == key) {
                chosen.choose();
                theme.set(chosen);
            }
        })
    };
    let choice = |choice: &Theme| {
        html! {
            <option value={choice.key()} selected={*choice == *theme}>{ choice.label() }</option>
        }
    };
    html! {
        <label class="theme">
            <span class="visually-hidden">{ "Theme" }</span>
            <select {onchange} title="Theme">{ for Theme::ALL.iter().map(choice) }</select>
        </label>
    }
}
