//! Runs code on several versions of CPython at once and shows them side by side. The
//! entry point is [`RunPanel`].

mod column;
mod columns;
mod compare;
mod kept;
mod panel;
mod session;
#[cfg(test)]
mod tests;
mod words;

pub use column::Column;
pub use columns::{Columns, ColumnsProps};
pub use kept::{KeptRuntime, KeptRuntimeProps};

use crate::content::bytes_in_words;
use crate::platform::dom;
use crate::platform::runs::{Runtime, runtimes};
use catalogue::Sample;
use compare::verdict;
use kept::KeptRuntimes;
use session::{Runs, has_started};
use std::rc::Rc;
use terms::{ReleaseNumber, Series};
use yew::prelude::*;

const NOT_HERE: &str = "This copy of the explorer cannot run code. The results of the analysis are \
                        shown all the same.";

/// The number of newest versions that are selected by default.
const USUAL: usize = 3;

/// The properties of [`RunPanel`].
#[derive(Properties, Clone, PartialEq)]
pub struct RunPanelProps {
    /// The code.
    pub code: AttrValue,
    /// The versions in the address; empty if it has none.
    pub run: Vec<Series>,
    /// The sample that the code comes from.
    pub sample: Rc<Sample>,
    /// The version of the change that the sample shows.
    pub at: Option<Series>,
    /// The newest release of each version.
    pub newest: Vec<ReleaseNumber>,
    /// Called with the versions that the reader has chosen.
    pub choose: Callback<Vec<Series>>,
}

/// The panel that runs code and shows the outcome.
#[component]
pub(crate) fn RunPanel(props: &RunPanelProps) -> Html {
    let all = use_memo((), |()| runtimes());
    let redraw = use_force_update();
    let runs = use_mut_ref(Runs::default);
    runs.borrow_mut().redraw_with(redraw.clone());
    let chosen = chosen(&all, &props.run, || differing(&all, props));
    let start = {
        let (runs, code, redraw) = (runs.clone(), props.code.clone(), redraw.clone());
        let chosen = chosen.clone();
        Callback::from(move |()| {
            Runs::start(&runs, &code, &chosen);
            // Remove the outcome of the previous code.
            redraw.force_update();
        })
    };
    use_keys(&start, !all.is_empty());
    {
        let runs = runs.clone();
        use_effect_with((), move |()| move || runs.borrow_mut().end());
    }
    if all.is_empty() {
        return section(html! { <p class="state">{ NOT_HERE }</p> });
    }
    let stop = {
        let runs = runs.clone();
        Callback::from(move |_: MouseEvent| Runs::stop(&runs))
    };
    let retry = {
        let runs = runs.clone();
        Callback::from(move |series| Runs::again(&runs, series))
    };
    let onchange = {
        let choose = props.choose.clone();
        Callback::from(move |event: Event| {
            let ticked = dom::ticked(&event);
            // Keep at least one box ticked, so that Run has something to do.
            if ticked.is_empty() {
                redraw.force_update();
            } else {
                choose.emit(ticked.iter().filter_map(|name| name.parse().ok()).collect());
            }
        })
    };
    let runs = runs.borrow();
    let columns = runs.columns();
    let mut said = verdict(&columns);
    if !said.is_empty() && runs.ran() != Some(&props.code) {
        said.push_str(" The code has been changed since.");
    }
    // Without a connection, a saved version would have run.
    let is_offered = columns.iter().any(|column| column.is_unreachable());
    let is_over = columns.iter().all(|column| column.is_over());
    section(html! {
        <>
            <div class="run-bar">
                <button type="button" class="primary" aria-keyshortcuts="Control+Enter Meta+Enter" onclick={start.reform(|_: MouseEvent| ())}>
                    { "Run" }
                </button>
                <button type="button" disabled={is_over} onclick={stop}>{ "Stop" }</button>
                { versions(&all, &chosen, &onchange) }
                <span class="quiet">{ "Ctrl+Enter or ⌘ Enter runs, too." }</span>
            </div>
            <p class="quiet newer-out">{ behind(&chosen, &props.newest) }</p>
            <p class="quiet download">{ download(&chosen) }</p>
            <p class="run-verdict" role="status">{ said }</p>
            <Columns {columns} {retry} />
            <KeptRuntimes runtimes={all} {is_offered} />
        </>
    })
}

fn section(content: Html) -> Html {
    html! {
        <section class="run" aria-labelledby="run-title">
            <h3 id="run-title">{ "Run it" }</h3>
            { content }
        </section>
    }
}

/// The runtimes of the wanted versions or, if there are none, those between which the code
/// differs, or else the newest.
fn chosen(
    all: &[Runtime],
    wanted: &[Series],
    differing: impl FnOnce() -> Option<[Series; 2]>,
) -> Vec<Runtime> {
    let of = |versions: &[Series]| -> Vec<Runtime> {
        let these = all.iter().filter(|one| versions.contains(&one.series));
        these.cloned().collect()
    };
    let asked = of(wanted);
    if !asked.is_empty() {
        return asked;
    }
    match differing() {
        Some(pair) => of(&pair),
        None => all[all.len().saturating_sub(USUAL)..].to_vec(),
    }
}

/// The two versions here between which the sample's run differs.
fn differing(all: &[Runtime], props: &RunPanelProps) -> Option<[Series; 2]> {
    let here: Vec<Series> = all.iter().map(|runtime| runtime.series).collect();
    props.sample.differing(&here, props.at)
}

/// Runs the code when Ctrl+Enter or ⌘+Enter is pressed, wherever the focus is.
#[hook]
fn use_keys(start: &Callback<()>, can_run: bool) {
    use_effect_with((start.clone(), can_run), |(start, can_run)| {
        let start = start.clone();
        let listener = can_run.then(|| {
            dom::on_key(move |key| {
                if key.is_run() && !key.is_used() && !dom::is_dialog_open() {
                    key.take();
                    start.emit(());
                }
            })
        });
        move || drop(listener)
    });
}

/// A checkbox for each version.
fn versions(all: &[Runtime], chosen: &[Runtime], onchange: &Callback<Event>) -> Html {
    let choice = |runtime: &Runtime| {
        let series = runtime.series.to_string();
        let is_chosen = chosen.contains(runtime);
        html! {
            <label key={series.clone()}>
                <input
                    type="checkbox"
                    id={format!("run-on-{series}")}
                    value={series.clone()}
                    checked={is_chosen}
                    disabled={is_chosen && chosen.len() == 1}
                    {onchange}
                />
                { format!(" {series}") }
            </label>
        }
    };
    html! {
        <fieldset class="versions">
            <legend class="visually-hidden">{ "Versions to run on" }</legend>
            { for all.iter().map(choice) }
        </fieldset>
    }
}

/// A note on the chosen runtimes that are not the newest releases of their versions.
fn behind(chosen: &[Runtime], newest: &[ReleaseNumber]) -> String {
    let of = |runtime: &Runtime| {
        let newest = newest.iter().find(|one| one.series == runtime.series)?;
        let newest = newest.to_string();
        let version = &runtime.version;
        (*version != newest).then(|| format!("{version}, while {newest} is out"))
    };
    let parts: Vec<String> = chosen.iter().filter_map(of).collect();
    match parts.is_empty() {
        true => String::new(),
        false => format!("What runs is {}.", parts.join("; ")),
    }
}

/// A note on what the next run has to download.
fn download(chosen: &[Runtime]) -> String {
    let missing = chosen.iter().filter(|runtime| !has_started(runtime.series));
    let missing: Vec<&Runtime> = missing.collect();
    if missing.is_empty() {
        return String::new();
    }
    let bytes: f64 = missing.iter().map(|runtime| runtime.bytes).sum();
    let versions: Vec<&str> = missing.iter().map(|runtime| &*runtime.version).collect();
    format!(
        "The first run downloads CPython {}: about {}, once.",
        versions.join(", "),
        bytes_in_words(bytes / 2.0)
    )
}
