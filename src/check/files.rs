//! The checked files, each with the versions that run it. The entry point is [`Files`].

use super::found::with_found;
use crate::platform::checker::Progress;
use ::check::{Limits, SourceReport};
use std::cmp::Reverse;
use std::rc::Rc;
use yew::prelude::*;

/// The most files that are listed: those that limit the versions most.
const LISTED: usize = 500;

#[derive(Properties, PartialEq)]
pub(super) struct FilesProps {
    /// The state of the check that they are of.
    pub(super) progress: Rc<Progress>,
}

/// The files, once the reader opens them.
#[component]
pub(super) fn Files(props: &FilesProps) -> Html {
    let open = use_state_eq(|| false);
    let onclick = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            // The component's state opens and closes it, not the browser.
            event.prevent_default();
            open.set(!*open);
        })
    };
    html! {
        <details class="check-files" open={*open}>
            <summary {onclick}><h2>{ "Files" }<span class="number">{ " " }{ props.progress.done }</span></h2></summary>
            if *open {
                { table() }
            }
        </details>
    }
}

fn table() -> Html {
    let rows = with_found(|found| {
        let mut sources: Vec<&SourceReport> = found.sources.iter().collect();
        sources.sort_by_key(|source| rank(source.limits));
        let rows = sources.into_iter().take(LISTED).map(|source| {
            html! {
                <tr>
                    <th scope="row">{ &source.path }</th>
                    <td>{ words(source) }</td>
                </tr>
            }
        });
        rows.collect::<Vec<_>>()
    });
    html! {
        <table>
            <thead><tr><th scope="col">{ "File" }</th><th scope="col">{ "Runs on" }</th></tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}

/// What breaks first comes first, then what needs the newest version.
fn rank(limits: Limits) -> impl Ord {
    let stays = limits.maximum.is_none();
    (stays, limits.maximum, Reverse(limits.minimum))
}

fn words(source: &SourceReport) -> String {
    if let Some(reason) = &source.left_out {
        return format!("not checked: {reason}");
    }
    let errors = &source.report.errors;
    if errors.iter().any(|error| !error.is_unread) {
        return "no version".to_owned();
    }
    if !errors.is_empty() {
        return "not read".to_owned();
    }
    match (source.limits.minimum, source.limits.maximum) {
        (Some(minimum), Some(maximum)) if minimum > maximum => "no version".to_owned(),
        (Some(minimum), Some(maximum)) => format!("{minimum} to {maximum}"),
        (Some(minimum), None) => format!("{minimum} and newer"),
        (None, Some(maximum)) => format!("{maximum} and older"),
        (None, None) => "any".to_owned(),
    }
}
