//! A column of a run: its progress, and the parts of the program's outcome, with signs before
//! the lines that other columns do not have. The entry point is [`Panel`].

use super::column::{Column, PARTS, Shown, Stage};
use super::compare::{differing, differing_words, lines};
use super::words::{ending, failure, reason};
use crate::content::bytes_in_words;
use crate::platform::dom;
use query::{Query, Route, View};
use std::ops::Range;
use std::rc::Rc;
use terms::Series;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct PanelProps {
    pub(super) column: Rc<Column>,
    /// The columns that this one is compared with.
    pub(super) others: Vec<Rc<Column>>,
    /// The index of the column.
    pub(super) place: usize,
    /// Whether it is the chosen tab; `None` if the columns are side by side.
    pub(super) tab: Option<bool>,
    /// Called with the version of a runtime that failed, to run on it again.
    pub(super) retry: Callback<Series>,
}

#[component]
pub(super) fn Panel(props: &PanelProps) -> Html {
    let PanelProps {
        column, place, tab, ..
    } = props;
    let name = format!("Python {}", column.version);
    let title_id = format!("run-name-{place}");
    html! {
        <section
            id={panel_id(*place)}
            class="column"
            role={tab.map(|_| "tabpanel")}
            tabindex={if tab.is_some() { "0" } else { "-1" }}
            hidden={*tab == Some(false)}
            aria-labelledby={title_id.clone()}
            data-series={column.series.to_string()}
        >
            // The tab shows the name, but the headings below need one of a higher level.
            <h4 id={tab.is_none().then_some(title_id)} class={tab.map(|_| "visually-hidden")}>{ name }</h4>
            { progress(column, *place, &props.retry) }
            { parts(props) }
            { explanation(column) }
        </section>
    }
}

pub(super) fn panel_id(place: usize) -> String {
    format!("run-panel-{place}")
}

/// The progress of the run.
fn progress(column: &Column, place: usize, retry: &Callback<Series>) -> Html {
    let version = &column.version;
    let quiet = |text: String| html! { <p class="quiet">{ text }</p> };
    match &column.stage {
        Stage::Waiting => quiet("Waiting…".to_owned()),
        Stage::Loading(received, total) => {
            let label = format!("Loading Python {version}");
            html! {
                <p class="quiet">
                    <progress max={total.to_string()} value={received.to_string()} aria-label={label} />
                    { format!(" {} of {}", bytes_in_words(*received), bytes_in_words(*total)) }
                </p>
            }
        }
        Stage::Started => quiet("Running…".to_owned()),
        Stage::Finished(ended) => quiet(ending(ended)),
        Stage::Stopped(why) => html! { <p class="ended">{ reason(*why) }</p> },
        Stage::Failed(failed) => {
            let series = column.series;
            let onclick = retry.reform(move |_: MouseEvent| {
                // The button is removed when it is pressed.
                dom::focus_id(&panel_id(place));
                series
            });
            html! {
                <div class="failure" role="alert">
                    <p>{ failure(failed) }</p>
                    <button type="button" id={format!("run-retry-{place}")} aria-label={format!("Retry Python {version}")} {onclick}>
                        { "Retry" }
                    </button>
                </div>
            }
        }
    }
}

/// The parts of the program's outcome.
fn parts(props: &PanelProps) -> Html {
    let PanelProps { column, place, .. } = props;
    let others = props.others.iter().filter_map(|other| other.shown());
    let others: Vec<Shown> = others.collect();
    let texts = column.texts();
    let part = |(part, (title, text)): (usize, (&'static str, &String))| {
        let compared: Vec<&str> = others
            .iter()
            .filter_map(|shown| shown.get(part).map(String::as_str))
            .collect();
        let is_capped = column.capped.get(part).copied().unwrap_or_default();
        block(
            &format!("run-text-{place}-{part}"),
            title,
            text,
            &compared,
            is_capped,
        )
    };
    html! { <>{ for PARTS.into_iter().zip(&texts).enumerate().map(part) }</> }
}

/// A link to what explains the error that ended a program.
fn explanation(column: &Column) -> Html {
    let Stage::Finished(ended) = &column.stage else {
        return Html::default();
    };
    let Some(traceback) = &ended.traceback else {
        return Html::default();
    };
    // The end of a traceback says what failed.
    let start = traceback.floor_char_boundary(traceback.len().saturating_sub(LONGEST_TRACEBACK));
    let route = Route {
        view: View::Errors,
        query: Query {
            text: traceback.get(start..).unwrap_or_default().to_owned(),
            ..Query::default()
        },
        ..Route::default()
    };
    let name = format!("Explain this error of Python {}", column.version);
    html! { <p><a href={route.to_fragment()} aria-label={name}>{ "Explain this error" }</a></p> }
}

/// The longest part of a traceback in a link, in bytes.
const LONGEST_TRACEBACK: usize = 4_000;

/// A part of the outcome; empty if there is no text.
fn block(id: &str, title: &'static str, text: &str, compared: &[&str], is_capped: bool) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    let differs = differing(text, compared);
    let rows = lines(text).into_iter().zip(differs);
    html! {
        <>
            <h5>{ title }</h5>
            <pre id={id.to_owned()} tabindex="0" role="group" aria-label={title}>
                { for rows.map(|(line, differs)| row(line, differs.then(|| differing_words(line, compared)))) }
            </pre>
            if is_capped {
                <p class="quiet">{ "The rest of the output is left out." }</p>
            }
        </>
    }
}

/// A line, with a sign if another version does not have it, and a mark on the words that
/// differ.
fn row(line: &str, differing: Option<Range<usize>>) -> Html {
    let Some(Range { start, end }) = differing else {
        let text = format!("{line}\n");
        return html! { <span class="line"><span class="text">{ text }</span></span> };
    };
    let part = |range: Option<&str>| range.unwrap_or_default().to_owned();
    let words = part(line.get(start..end));
    let text = html! {
        <span class="text">
            { part(line.get(..start)) }
            if !words.is_empty() { <mark>{ words }</mark> }
            { part(line.get(end..)) }{ "\n" }
        </span>
    };
    html! {
        <span class="line differs">
            <span class="visually-hidden">{ "Differs: " }</span>
            <span class="sign" aria-hidden="true">{ "≠" }</span>
            { text }
        </span>
    }
}
