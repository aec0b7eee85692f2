//! What CPython makes of an unchanged sample.

use crate::catalogue::{Outcome, Ranged, Sample};
use yew::prelude::*;

/// The outcomes that the sample's own file states.
pub fn expectations(sample: &Sample) -> Html {
    html! {
        <section class="expectations" aria-labelledby="expectations-title">
            <h3 id="expectations-title">{ "What CPython does with it" }</h3>
            <ul>{ for sample.expectations.iter().map(row) }</ul>
        </section>
    }
}

fn row(expectation: &Ranged<Outcome>) -> Html {
    let outcome = match &expectation.value {
        Outcome::Runs => html! { <span class="accepted">{ "runs" }</span> },
        Outcome::Raises(error) => html! { <code class="raises">{ error }</code> },
    };
    html! { <li><strong>{ range(expectation) }</strong>{ " " }{ outcome }</li> }
}

fn range(expectation: &Ranged<Outcome>) -> String {
    match (expectation.from, expectation.to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(from), None) => format!("{from} and later"),
        (None, Some(to)) => format!("{to} and earlier"),
        (None, None) => "Every series".to_owned(),
    }
}
