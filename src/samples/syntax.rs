//! The series that accept the code: a strip of series, and below it each error with its place
//! in the code.

use crate::content::with_names;
use python::{Analysis, Rejection, SeriesSyntax, SyntaxError};
use terms::{Series, counted};
use yew::prelude::*;

/// The strip and the errors of an analysis.
pub fn syntax_strip(analysis: &Analysis) -> Html {
    let syntax = &analysis.syntax;
    html! {
        <section class="syntax" aria-labelledby="syntax-title">
            <h3 id="syntax-title">{ "Syntax" }</h3>
            <p class="visually-hidden" role="status">{ summary(syntax) }</p>
            <ol class="strip">{ for syntax.iter().map(cell) }</ol>
            { for alike(syntax).into_iter().map(|(from, to, refusal)| report(from, to, refusal)) }
            { notes(analysis) }
        </section>
    }
}

fn cell(entry: &SeriesSyntax) -> Html {
    let (class, mark, word) = match entry.rejection {
        None => ("accepted", "✓", "valid"),
        Some(_) => ("refused", "✕", "SyntaxError"),
    };
    html! {
        <li class={class} key={entry.series.to_string()} data-series={entry.series.to_string()}>
            <span class="series">{ entry.series.to_string() }</span>
            <span class="mark" aria-hidden="true">{ mark }</span>
            <span class="word">{ word }</span>
        </li>
    }
}

fn summary(syntax: &[SeriesSyntax]) -> String {
    let accepted: Vec<String> = syntax
        .iter()
        .filter(|entry| entry.rejection.is_none())
        .map(|entry| entry.series.to_string())
        .collect();
    match accepted.len() {
        0 => "SyntaxError in every version.".to_owned(),
        count if count == syntax.len() => "Valid syntax in every version.".to_owned(),
        _ => format!("Valid syntax in {}.", accepted.join(", ")),
    }
}

/// The ranges of consecutive series that reject the code with the same errors.
pub(super) fn alike(syntax: &[SeriesSyntax]) -> Vec<(Series, Series, &Rejection)> {
    let mut alike: Vec<(Series, Series, &Rejection)> = Vec::new();
    for pair in syntax.chunk_by(|a, b| a.rejection == b.rejection) {
        if let (Some(first), Some(last)) = (pair.first(), pair.last())
            && let Some(refusal) = &first.rejection
        {
            alike.push((first.series, last.series, refusal));
        }
    }
    alike
}

fn report(from: Series, to: Series, refusal: &Rejection) -> Html {
    let who = if from == to {
        format!("Python {from}")
    } else {
        format!("Python {from} to {to}")
    };
    let more = refusal.further.len() as u32 + refusal.unlisted;
    html! {
        <div class="refusal">
            <p><strong>{ format!("SyntaxError in {who}:") }</strong></p>
            { error(&refusal.first) }
            if more > 0 {
                <details>
                    <summary>{ counted(more as usize, "more error") }</summary>
                    { for refusal.further.iter().map(error) }
                    if refusal.unlisted > 0 {
                        <p>{ format!("{} more are not listed.", refusal.unlisted) }</p>
                    }
                </details>
            }
        </div>
    }
}

/// The message, and the line of code with the place marked.
fn error(error: &SyntaxError) -> Html {
    let start = error.span.start;
    let width = if error.span.end.line == start.line {
        error
            .span
            .end
            .column
            .saturating_sub(start.column)
            .clamp(1, 60)
    } else {
        1
    };
    let indent: String = error
        .source_line
        .chars()
        .take(start.column.saturating_sub(1) as usize)
        .map(|c| if c == '\t' { '\t' } else { ' ' })
        .collect();
    let caret = format!("{indent}{}", "^".repeat(width as usize));
    html! {
        <div class="syntax-error">
            <p class="message">
                <span class="place">{ format!("Line {}, column {}", start.line, start.column) }</span>{ " " }{ with_names(&error.message) }
            </p>
            <pre tabindex="0" aria-label={format!("Line {} of the code", start.line)}><code>{ &error.source_line }{ "\n" }</code><span aria-hidden="true">{ caret }</span></pre>
        </div>
    }
}

fn notes(analysis: &Analysis) -> Html {
    if analysis.notes.is_empty() {
        return Html::default();
    }
    let rows = analysis.notes.iter().map(|note| {
        html! {
            <li>
                <strong>{ note.series.to_string() }</strong>
                { format!(" {} in line {}: {}", note.category, note.span.start.line, note.message) }
            </li>
        }
    });
    html! { <><h4>{ "Valid with a warning" }</h4><ul class="notes">{ for rows }</ul></> }
}
