//! The effects of each annotation in each series.

use crate::content::with_names;
use python::{Analysis, Annotation, Behaviour, Certainty, Evaluation, Run, RunOutcome, Treatment};
use yew::prelude::*;

/// The table of the annotations; empty if the code has none.
pub(crate) fn annotation_table(analysis: &Analysis) -> Html {
    let report = &analysis.annotations;
    if report.annotations.is_empty() {
        return Html::default();
    }
    html! {
        <section class="annotations" aria-labelledby="annotations-title">
            <h3 id="annotations-title">{ "Annotations" }</h3>
            { runs(&report.runs) }
            <div class="table" tabindex="0" role="region" aria-label="What each annotation does">
                <table>
                    <thead><tr>
                        <th scope="col">{ "Annotation" }</th>
                        <th scope="col">{ "Python" }</th>
                        <th scope="col">{ "What happens" }</th>
                    </tr></thead>
                    { for report.annotations.iter().map(annotation) }
                </table>
            </div>
            if !report.limits.is_empty() {
                <ul class="limits">{ for report.limits.iter().map(|limit| html! { <li>{ with_names(limit) }</li> }) }</ul>
            }
        </section>
    }
}

/// How far the code runs in each series.
fn runs(runs: &[Run]) -> Html {
    let row = |run: &Run| {
        let (class, text) = match &run.outcome {
            RunOutcome::Completes => (
                "accepted",
                "runs to the end, as far as this analysis can tell".to_owned(),
            ),
            RunOutcome::Rejected => (
                "refused",
                "refuses the code before anything runs".to_owned(),
            ),
            RunOutcome::Stops {
                module,
                position,
                error,
                certainty,
            } => {
                let hedge = match certainty {
                    Certainty::Certain => "stops",
                    Certainty::Possible => "may stop",
                };
                let place = if module == "__main__" {
                    String::new()
                } else {
                    format!(" of {module}")
                };
                (
                    "refused",
                    format!("{hedge} in line {}{place}: {error}", position.line),
                )
            }
        };
        html! { <li class={class}><strong>{ run.series.to_string() }</strong>{ " " }{ text }</li> }
    };
    html! { <ul class="runs" aria-label="How far each version gets">{ for runs.iter().map(row) }</ul> }
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
        html! {
            <tr>
                if index == 0 { { head.clone() } }
                <td class="series">{ behaviour.series.to_string() }</td>
                <td>{ treatment(behaviour) }</td>
            </tr>
        }
    };
    html! { <tbody>{ for annotation.behaviours.iter().enumerate().map(row) }</tbody> }
}

fn treatment(behaviour: &Behaviour) -> Html {
    let unreached = (!behaviour.reached).then(|| {
        html! { <span class="quiet block">{ "The run stops before it." }</span> }
    });
    let what = match &behaviour.treatment {
        Treatment::Rejected => html! { "The code is refused." },
        Treatment::AtDefinition(evaluation) => html! {
            <>{ "Evaluated at definition: " }{ outcome(evaluation) }</>
        },
        Treatment::NotStored(evaluation) => html! {
            <>{ "Evaluated, stored nowhere: " }{ outcome(evaluation) }</>
        },
        Treatment::KeptAsString(text) => html! {
            <>{ "Kept as a string: " }<code>{ format!("{text:?}") }</code></>
        },
        Treatment::NeverEvaluated => html! { "Never evaluated." },
        Treatment::NotRun => html! { "Its statement does not run." },
        Treatment::Deferred {
            value,
            forward_ref,
            string,
        } => html! {
            <>
                { "Deferred until it is asked for:" }
                <dl class="formats">
                    <div><dt>{ "VALUE" }</dt><dd>{ outcome(value) }</dd></div>
                    <div><dt>{ "FORWARDREF" }</dt><dd>{ outcome(forward_ref) }</dd></div>
                    <div><dt>{ "STRING" }</dt><dd>{ outcome(string) }</dd></div>
                </dl>
            </>
        },
    };
    html! { <>{ what }{ unreached }</> }
}

fn outcome(evaluation: &Evaluation) -> Html {
    match evaluation {
        Evaluation::Value(value) | Evaluation::Described(value) => {
            html! { <code class="gives">{ value }</code> }
        }
        Evaluation::Blocked { by, error } => html! {
            <>{ "fails together with " }<code>{ by }</code>{ ": " }<code class="raises">{ error }</code></>
        },
        Evaluation::Raises {
            error, certainty, ..
        } => html! {
            <>
                if *certainty == Certainty::Possible { { "possibly " } }
                <code class="raises">{ error }</code>
            </>
        },
        Evaluation::Unknown(why) => html! { <span class="quiet">{ with_names(why) }</span> },
    }
}
