//! Runtimes kept in the browser for when there is no connection. The entry
//! point is [`Offline`].

use super::versions::megabytes;
use crate::app::content::sentence;
use crate::app::platform::runtime::{self, Failure, Kept, Runtime, Space};
use crate::terms::Series;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct OfflineProps {
    pub runtimes: Rc<Vec<Runtime>>,
}

/// What the browser keeps.
#[derive(Clone, Default, PartialEq)]
struct Store {
    kept: Vec<Kept>,
    space: Option<Space>,
    /// What is being kept, with the bytes that are here and how many there
    /// will be.
    coming: Option<(Series, u64, u64)>,
    problem: Option<Failure>,
}

/// A line for each version, to keep it and to remove it again; nothing is
/// asked of the browser before it is opened.
#[component]
pub fn Offline(props: &OfflineProps) -> Html {
    let store = use_state_eq(Store::default);
    let ontoggle = {
        let setter = store.setter();
        Callback::from(move |_: Event| look(setter.clone(), None))
    };
    let row = |runtime: &Runtime| {
        let kept = store.kept.iter().find(|kept| kept.series == runtime.series);
        let coming = store
            .coming
            .filter(|(series, ..)| *series == runtime.series);
        let (setter, series) = (store.setter(), runtime.series);
        let present = (*store).clone();
        let act = match kept {
            Some(_) => Callback::from(move |_: MouseEvent| remove(setter.clone(), series)),
            None => Callback::from(move |_: MouseEvent| keep(setter.clone(), &present, series)),
        };
        let busy = store.coming.is_some();
        html! {
            <li>
                <span>{ "Python " }{ &runtime.version }</span>
                if let Some((_, received, total)) = coming {
                    <progress max={total.to_string()} value={received.to_string()} aria-label={format!("Keeping Python {}", runtime.version)}></progress>
                    <span class="quiet">{ format!("{} of {}", megabytes(received), megabytes(total)) }</span>
                } else if let Some(kept) = kept {
                    <span class="quiet">{ format!("kept, takes {}", megabytes(kept.bytes)) }</span>
                    <button onclick={act} disabled={busy}>{ "Remove" }<span class="visually-hidden">{ " Python " }{ &runtime.version }</span></button>
                } else {
                    <span class="quiet">{ format!("takes {}", megabytes(runtime.bytes)) }</span>
                    <button onclick={act} disabled={busy}>{ "Keep" }<span class="visually-hidden">{ " Python " }{ &runtime.version }</span></button>
                }
            </li>
        }
    };
    html! {
        <details class="offline" {ontoggle}>
            <summary>{ "Keep for offline" }</summary>
            <ul>{ for props.runtimes.iter().map(row) }</ul>
            <p class="quiet" role="status">
                if let Some(problem) = &store.problem { { sentence(problem) } }
                else if let Some(space) = &store.space {
                    { format!("This site takes {}; the browser has room for {} more.", megabytes(space.taken), megabytes(space.left)) }
                }
            </p>
        </details>
    }
}

/// Asks the browser what is kept, and says what went wrong before, if anything.
fn look(setter: UseStateSetter<Store>, problem: Option<Failure>) {
    spawn_local(async move {
        let kept = runtime::kept().await;
        let problem = problem.or(kept.as_ref().err().cloned());
        setter.set(Store {
            kept: kept.unwrap_or_default(),
            space: runtime::space().await,
            coming: None,
            problem,
        });
    });
}

fn keep(setter: UseStateSetter<Store>, present: &Store, series: Series) {
    let present = present.clone();
    let tell = {
        let setter = setter.clone();
        move |received, total| {
            setter.set(Store {
                coming: Some((series, received, total)),
                problem: None,
                ..present.clone()
            });
        }
    };
    tell(0, 1);
    spawn_local(async move {
        let outcome = runtime::keep(series, tell).await;
        look(setter, outcome.err());
    });
}

fn remove(setter: UseStateSetter<Store>, series: Series) {
    spawn_local(async move {
        let outcome = runtime::forget(series).await;
        look(setter, outcome.err());
    });
}
