//! Runtimes kept in the browser for offline use, each with a button that keeps or removes
//! it. The entry points are [`KeptRuntimes`], the list, which asks the browser, and
//! [`KeptRuntime`], a line.

use super::words::failure;
use crate::content::{bytes_in_words, space_in_words};
use crate::platform::dom;
use crate::platform::runs::{Failed, Host, Runtime};
use std::rc::Rc;
use terms::Series;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct KeptRuntimesProps {
    pub(super) runtimes: Rc<Vec<Runtime>>,
    /// Whether the list is opened without being asked for.
    pub(super) is_offered: bool,
}

/// Keeps or removes a runtime.
#[derive(Clone)]
enum Act {
    Look,
    Keep(Series),
    Remove(Series),
}

/// The kept runtimes, and the browser's storage.
#[derive(Clone, Default, PartialEq)]
struct Known {
    kept: Vec<(Series, f64)>,
    words: String,
}

/// The runtime that is being downloaded, the bytes received and the total.
type Coming = Option<(Series, f64, f64)>;

/// The list of runtimes. The browser is asked when it is first opened.
#[component]
pub(super) fn KeptRuntimes(props: &KeptRuntimesProps) -> Html {
    let known = use_state_eq(Known::default);
    let coming = use_state_eq(|| Coming::None);
    let act = {
        let (known, coming) = (known.setter(), coming.setter());
        Callback::from(move |act: Act| {
            let (known, coming) = (known.clone(), coming.clone());
            spawn_local(async move {
                let is_keeping = matches!(act, Act::Keep(_));
                let problem = perform(act, &coming).await.err();
                let found = look(problem).await;
                // The download shows its own progress.
                if is_keeping {
                    coming.set(None);
                }
                known.set(found);
            });
        })
    };
    let ontoggle = {
        let act = act.clone();
        Callback::from(move |event: Event| {
            if dom::is_open(&event) {
                act.emit(Act::Look);
            }
        })
    };
    let line = |runtime: &Runtime| {
        let series = runtime.series;
        let of_this = |(one, ..): &(Series, f64, f64)| *one == series;
        let received = coming
            .filter(of_this)
            .map(|(_, received, total)| (received, total));
        let kept = known.kept.iter().find(|(kept, _)| *kept == series);
        let change = {
            let (act, coming, bytes) = (act.clone(), coming.setter(), runtime.bytes);
            Callback::from(move |is_kept: bool| {
                if is_kept {
                    coming.set(Some((series, 0.0, bytes)));
                    act.emit(Act::Keep(series));
                } else {
                    act.emit(Act::Remove(series));
                }
            })
        };
        html! {
            <KeptRuntime
                key={series.to_string()}
                runtime={runtime.clone()}
                kept={kept.map(|(_, bytes)| *bytes)}
                {received}
                is_disabled={coming.is_some()}
                {change}
            />
        }
    };
    html! {
        <details class="offline" open={props.is_offered} {ontoggle}>
            <summary>{ "Save for offline use" }</summary>
            <ul>{ for props.runtimes.iter().map(line) }</ul>
            <p class="quiet" role="status">{ &known.words }</p>
        </details>
    }
}

async fn perform(act: Act, coming: &UseStateSetter<Coming>) -> Result<(), Failed> {
    let host = Host::load().await?;
    match act {
        Act::Look => Ok(()),
        Act::Keep(series) => {
            let coming = coming.clone();
            let tell = move |received, total| coming.set(Some((series, received, total)));
            host.keep(series, tell).await
        }
        Act::Remove(series) => host.forget(series).await,
    }
}

/// Asks the browser which runtimes are kept and how much space there is, unless an earlier
/// request has failed.
async fn look(problem: Option<Failed>) -> Known {
    let host = match Host::load().await {
        Ok(host) => host,
        Err(failed) => {
            return Known {
                kept: Vec::new(),
                words: failure(&failed),
            };
        }
    };
    let (kept, problem) = match host.kept().await {
        Ok(kept) => (kept, problem),
        Err(failed) => (Vec::new(), problem.or(Some(failed))),
    };
    let words = match (problem, host.space().await) {
        (Some(failed), _) => failure(&failed),
        (None, Some(space)) => space_in_words(space),
        (None, None) => "This browser does not say how much room it has.".to_owned(),
    };
    Known { kept, words }
}

/// The properties of [`KeptRuntime`].
#[derive(Properties, PartialEq)]
pub struct KeptRuntimeProps {
    /// The version.
    pub runtime: Runtime,
    /// Its size in bytes, if it is kept.
    pub kept: Option<f64>,
    /// The bytes received and the total, while it is being downloaded.
    pub received: Option<(f64, f64)>,
    /// Whether another one is being downloaded.
    pub is_disabled: bool,
    /// Called with whether it should be kept.
    pub change: Callback<bool>,
}

/// The line of a runtime. It keeps the focus when its button changes.
#[component]
pub fn KeptRuntime(props: &KeptRuntimeProps) -> Html {
    let KeptRuntimeProps {
        runtime,
        kept,
        received,
        is_disabled,
        ..
    } = props;
    let (line, button) = (use_node_ref(), use_node_ref());
    {
        let (line, button) = (line.clone(), button.clone());
        use_effect_with((received.is_some(), *is_disabled), move |_| {
            if dom::has_focus(&line) {
                dom::focus(&button);
            }
        });
    }
    let version = &runtime.version;
    let words = match kept {
        Some(bytes) => format!("saved, takes {}", bytes_in_words(*bytes)),
        None => format!("takes {}", bytes_in_words(runtime.bytes)),
    };
    let is_wanted = kept.is_none();
    let verb = if is_wanted { "Save" } else { "Remove" };
    let onclick = {
        let line = line.clone();
        props.change.reform(move |_: MouseEvent| {
            if is_wanted {
                // The progress replaces the button that had the focus.
                dom::focus(&line);
            }
            is_wanted
        })
    };
    html! {
        <li ref={line} tabindex="-1">
            <span>{ format!("Python {version}") }</span>
            if let Some((received, total)) = received {
                <progress max={total.to_string()} value={received.to_string()} aria-label={format!("Saving Python {version}")} />
                <span class="quiet">{ format!("{} of {}", bytes_in_words(*received), bytes_in_words(*total)) }</span>
            } else {
                <span class="quiet">{ words }</span>
                <button ref={button} type="button" disabled={*is_disabled} aria-label={format!("{verb} Python {version}")} {onclick}>
                    { verb }
                </button>
            }
        </li>
    }
}
