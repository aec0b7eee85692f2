//! A run's columns: beside each other or, on a phone, behind tabs. The entry
//! point is [`columns`].

use super::column::{Column, Ending, Output, PARTS, Stage};
use super::compare::differing;
use super::versions::megabytes;
use crate::app::content::sentence;
use crate::app::platform::dom;
use crate::terms::Series;
use yew::prelude::*;

/// Every column, or tabs and the column of the chosen tab.
pub fn columns(
    columns: &[Column],
    phone: bool,
    tab: &UseStateHandle<usize>,
    retry: &Callback<Series>,
) -> Html {
    if columns.is_empty() {
        return Html::default();
    }
    let chosen = (**tab).min(columns.len() - 1);
    let tabs = phone && columns.len() > 1;
    let panel = |(index, column): (usize, &Column)| {
        let others: Vec<&Column> = columns
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != index)
            .map(|(_, other)| other)
            .collect();
        let content = content(column, &others, retry);
        let name = format!("run-name-{index}");
        if tabs {
            return html! {
                <div id={format!("run-panel-{index}")} class="column" role="tabpanel" tabindex="0"
                    aria-labelledby={name} hidden={index != chosen} data-series={column.series.to_string()}>
                    { content }
                </div>
            };
        }
        html! {
            <section class="column" aria-labelledby={name.clone()} data-series={column.series.to_string()}>
                <h4 id={name}>{ "Python " }{ &column.version }</h4>
                { content }
            </section>
        }
    };
    html! {
        <>
            if tabs { { tab_list(columns, chosen, tab) } }
            <div class={classes!("columns", tabs.then_some("tabs"))}>{ for columns.iter().enumerate().map(panel) }</div>
        </>
    }
}

/// The tabs, of which Tab reaches the chosen one and arrows the others.
fn tab_list(columns: &[Column], chosen: usize, tab: &UseStateHandle<usize>) -> Html {
    let last = columns.len() - 1;
    let onkeydown = {
        let setter = tab.setter();
        Callback::from(move |event: KeyboardEvent| {
            let wanted = match event.key().as_str() {
                "ArrowRight" if chosen == last => 0,
                "ArrowRight" => chosen + 1,
                "ArrowLeft" if chosen == 0 => last,
                "ArrowLeft" => chosen - 1,
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            setter.set(wanted);
            dom::focus_id(&format!("run-name-{wanted}"));
        })
    };
    let one = |(index, column): (usize, &Column)| {
        let setter = tab.setter();
        let is_chosen = index == chosen;
        html! {
            <button id={format!("run-name-{index}")} role="tab" aria-controls={format!("run-panel-{index}")}
                aria-selected={is_chosen.to_string()} tabindex={if is_chosen { "0" } else { "-1" }}
                onclick={move |_| setter.set(index)}>
                <span class="visually-hidden">{ "Python " }</span>{ &column.version }
            </button>
        }
    };
    html! {
        <div class="tab-list" role="tablist" aria-label="Versions" {onkeydown}>
            { for columns.iter().enumerate().map(one) }
        </div>
    }
}

fn content(column: &Column, others: &[&Column], retry: &Callback<Series>) -> Html {
    let stage = match &column.stage {
        Stage::Waiting => html! { <p class="quiet">{ "Waiting…" }</p> },
        Stage::Loading { received, total } => html! {
            <p class="quiet">
                <progress max={total.to_string()} value={received.to_string()} aria-label={format!("Loading CPython {}", column.version)}></progress>
                { format!(" {} of {}", megabytes(*received), megabytes(*total)) }
            </p>
        },
        Stage::Running => html! { <p class="quiet">{ "Running…" }</p> },
        Stage::Finished(ending) => html! { <p class="quiet">{ finished(ending) }</p> },
        Stage::Stopped(reason) => html! { <p class="ended">{ reason.to_string() }</p> },
        Stage::Failed(failure) => {
            let (retry, series) = (retry.clone(), column.series);
            html! {
                <div class="failure" role="alert">
                    <p>{ sentence(failure) }</p>
                    <button onclick={move |_| retry.emit(series)}>{ "Retry" }</button>
                </div>
            }
        }
    };
    let shown = column
        .shown()
        .unwrap_or([&column.stdout.text, &column.stderr.text, "", ""]);
    let compared: Vec<_> = others.iter().filter_map(|other| other.shown()).collect();
    let part = |(index, title): (usize, &&'static str)| {
        let text = shown.get(index).copied().unwrap_or_default();
        let texts: Vec<&str> = compared
            .iter()
            .filter_map(|other| other.get(index).copied())
            .collect();
        // While a program runs there is nothing to compare it with.
        let differs = match column.shown() {
            Some(_) => differing(text, &texts),
            None => Vec::new(),
        };
        let capped = match index {
            0 => is_capped(&column.stdout),
            1 => is_capped(&column.stderr),
            _ => false,
        };
        block(title, text, &differs, capped)
    };
    html! { <>{ stage }{ for PARTS.iter().enumerate().map(part) }</> }
}

const fn is_capped(output: &Output) -> bool {
    output.capped
}

fn finished(ending: &Ending) -> String {
    let took = match ending.millis {
        0 => "less than 1 ms".to_owned(),
        millis => format!("{millis} ms"),
    };
    match (&ending.traceback, &ending.raised) {
        (None, None) => format!("Ran to its end in {took}."),
        (None, Some(_)) => format!("Ended itself after {took}."),
        _ => format!("Ended by an exception after {took}."),
    }
}

/// A part of what a program showed, with a sign before each line that another
/// version does not have; nothing where there is no text.
fn block(title: &'static str, text: &str, differs: &[bool], capped: bool) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    let line = |(index, line): (usize, &str)| {
        if differs.get(index).copied().unwrap_or_default() {
            html! {
                <span class="line differs"><span class="visually-hidden">{ "Differs: " }</span><span class="sign" aria-hidden="true">{ "≠" }</span>{ line }{ "\n" }</span>
            }
        } else {
            html! { <span class="line">{ line }{ "\n" }</span> }
        }
    };
    html! {
        <>
            <h5>{ title }</h5>
            <pre tabindex="0" role="group" aria-label={title}>{ for text.lines().enumerate().map(line) }</pre>
            if capped { <p class="quiet">{ "There was more, which is left out." }</p> }
        </>
    }
}
