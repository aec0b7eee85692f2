//! When each series evaluates the annotations of the code. The entry point is
//! [`annotation_table`].

use crate::content::with_names;
use python::{Analysis, Annotation, Behaviour, Treatment};
use yew::prelude::*;

/// Code that prints what the annotations of the program before it give.
const PRINTER: &str = include_str!("../../assets/try/annotations.py");

/// The table of the annotations; empty if the code has none. `change` replaces the code.
pub(crate) fn annotation_table(
    analysis: &Analysis,
    code: &AttrValue,
    change: &Callback<String>,
) -> Html {
    if analysis.annotations.is_empty() {
        return Html::default();
    }
    html! {
        <section class="annotations" aria-labelledby="annotations-title">
            <h3 id="annotations-title">{ "Annotations" }</h3>
            <div class="table" tabindex="0" role="region" aria-label="When each annotation is evaluated">
                <table>
                    <thead><tr>
                        <th scope="col">{ "Annotation" }</th>
                        <th scope="col">{ "Python" }</th>
                        <th scope="col">{ "When it is evaluated" }</th>
                    </tr></thead>
                    { for analysis.annotations.iter().map(annotation) }
                </table>
            </div>
            { printer(analysis, code, change) }
        </section>
    }
}

/// The button that adds [`PRINTER`] to code that has none yet and is one module.
fn printer(analysis: &Analysis, code: &AttrValue, change: &Callback<String>) -> Html {
    if analysis.modules.len() > 1 || code.ends_with(PRINTER) {
        return Html::default();
    }
    let onclick = {
        let (code, change) = (code.clone(), change.clone());
        change.reform(move |_: MouseEvent| format!("{}\n\n\n{PRINTER}", code.trim_end()))
    };
    html! {
        <p>
            <button {onclick}>{ "Add code that prints their values" }</button>
            { " " }
            <span class="quiet">{ "What they give, the interpreters say: add it and run the code." }</span>
        </p>
    }
}

/// An annotation, with a row for each group of series that treat it the same.
fn annotation(annotation: &Annotation) -> Html {
    let rows = annotation.behaviours.len().max(1);
    let head = html! {
        <th scope="rowgroup" rowspan={rows.to_string()}>
            <code>{ &annotation.target }</code><code class="source">{ ": " }{ &annotation.source }</code>
            <span class="quiet block">{ format!("line {}", annotation.span.start.line) }</span>
            { for annotation.remarks.iter().map(|remark| html! { <span class="quiet block">{ with_names(remark) }</span> }) }
        </th>
    };
    let row = |(index, behaviour): (usize, &Behaviour)| {
        let words = words(behaviour.treatment, annotation.evaluated_by.as_deref());
        html! {
            <tr>
                if index == 0 { { head.clone() } }
                <td class="series">{ behaviour.series.to_string() }</td>
                <td>{ with_names(&words) }</td>
            </tr>
        }
    };
    html! { <tbody>{ for annotation.behaviours.iter().enumerate().map(row) }</tbody> }
}

/// What happens to an annotation, as a sentence. `caller` is the function whose calls run its
/// definition.
fn words(treatment: Treatment, caller: Option<&str>) -> String {
    let at_definition = match caller {
        Some(function) => format!("whenever `{function}` is called"),
        None => "when its definition runs".to_owned(),
    };
    match treatment {
        Treatment::Rejected => "Never: the code is rejected.".to_owned(),
        Treatment::AtDefinition => format!("Evaluated {at_definition}."),
        Treatment::NotStored => format!("Evaluated {at_definition}, but not stored."),
        Treatment::KeptAsString => "Never: it is kept as a string.".to_owned(),
        Treatment::Deferred => "Deferred until it is asked for, as a value (`VALUE`), with \
                                references for missing names (`FORWARDREF`) or as text (`STRING`)."
            .to_owned(),
        Treatment::NeverEvaluated => "Never.".to_owned(),
        Treatment::NotRun => "Never: its statement does not run.".to_owned(),
    }
}
