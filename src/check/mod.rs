//! The Check view: which versions run the reader's code, and what an upgrade breaks in it.
//! The entry point is [`check`]. Other views show [`Needs`] below an editor, and
//! [`found_code`] in a checklist.

mod files;
mod found;
mod groups;
mod input;
mod leftovers;
mod needs;
mod result;
mod share;
mod verdict;

use super::part::{Loaded, use_part};
use super::platform::checker::{Checker, Progress};
use super::platform::dom;
use super::session::Session;
use ::check::Overview;
use catalogue::bundle;
use found::{use_checker, with_found};
use input::Input;
use result::ResultPart;
use std::rc::Rc;
use terms::Series;
use yew::prelude::*;

pub(crate) use found::{FoundCode, found_code, has_found};
pub(crate) use needs::Needs;

/// The view.
pub(crate) fn check(session: &Session) -> Html {
    html! { <Check session={session.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct CheckProps {
    session: Session,
}

#[component]
fn Check(props: &CheckProps) -> Html {
    let session = &props.session;
    let names = match use_part(session, bundle::names()).loaded {
        Loaded::Ready(names) => Some(names),
        _ => None,
    };
    let (checker, progress, retry) = use_checker();
    let progress = Rc::new(progress);
    let requires = with_found(|found| found.requires);
    let from = session.route.from.or(requires);
    let to = session.route.to;
    let overview = use_memo((progress.clone(), from, to), |(_, from, to)| {
        with_found(|found| Overview::of(&found.sources, *from, *to))
    });
    html! {
        <div class="check" id="check">
            <h1>{ "Will it run?" }</h1>
            <p class="quiet">
                { "See which versions of Python run your code, and what an upgrade breaks in it. It \
                   is read in this page and sent nowhere; nothing of it is run." }
            </p>
            <Input session={session.clone()} checker={checker.clone()} progress={progress.clone()} />
            { versions(session, from, requires) }
            if checker.is_none() && retry.is_failed {
                <div class="failure" role="alert">
                    <p>{ "Could not load what checks code: the connection may have failed." }</p>
                    <button onclick={retry.again}>{ "Try again" }</button>
                </div>
            }
            { doing(checker.as_ref(), &progress) }
            if progress.done > 0 || !progress.problems.is_empty() {
                <ResultPart session={session.clone()} {overview} {progress} {from} {to}
                    {names} />
            }
        </div>
    }
}

/// How far the check is, and a button that ends it.
fn doing(checker: Option<&Checker>, progress: &Progress) -> Html {
    let words = match progress {
        Progress {
            is_busy: true,
            total: 0 | 1,
            ..
        } => "Checking…".to_owned(),
        Progress {
            is_busy: true,
            total,
            done,
            ..
        } => format!("{done} of {total} files checked"),
        Progress {
            is_cancelled: true,
            total,
            done,
            ..
        } => {
            format!("Cancelled: {done} of {total} files were checked.")
        }
        _ => String::new(),
    };
    let cancel = {
        let checker = checker.cloned();
        Callback::from(move |_: MouseEvent| {
            if let Some(checker) = &checker {
                checker.cancel();
            }
        })
    };
    html! {
        <div class="tools-bar" role="status">
            if progress.is_busy && progress.total > 1 {
                <label class="progress">
                    <span>{ words }</span>
                    <progress value={progress.done.to_string()} max={progress.total.to_string()} />
                </label>
                <button onclick={cancel}>{ "Cancel" }</button>
            } else {
                { words }
            }
        </div>
    }
}

/// The versions that the code is to run on.
fn versions(session: &Session, from: Option<Series>, requires: Option<Series>) -> Html {
    let choice =
        |id: &'static str, label: &'static str, any: &'static str, chosen: Option<Series>| {
            let onchange = {
                let session = session.clone();
                Callback::from(move |event: Event| {
                    let mut route = (*session.route).clone();
                    let version = dom::chosen(&event).parse().ok();
                    match id {
                        "check-from" => route.from = version,
                        _ => route.to = version,
                    }
                    session.go(route);
                })
            };
            let options = session.catalogue.calendars.iter().rev().map(|calendar| {
                let version = calendar.series;
                html! {
                    <option value={version.to_string()} selected={Some(version) == chosen}>
                        { version.to_string() }
                    </option>
                }
            });
            html! {
                <label>
                    <span>{ label }</span>
                    <select {id} {onchange}>
                        <option value="" selected={chosen.is_none()}>{ any }</option>
                        { for options }
                    </select>
                </label>
            }
        };
    let is_required = session.route.from.is_none() && requires.is_some();
    html! {
        <div class="ends">
            { choice("check-from", "Oldest version", "any", from) }
            { choice("check-to", "Newest version", "newest", session.route.to) }
            if is_required {
                <span class="quiet">{ "The oldest one is what the project requires." }</span>
            }
        </div>
    }
}
