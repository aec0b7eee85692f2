//! The outcomes of an unchanged sample on CPython.

use crate::content::with_names;
use catalogue::{Outcome, Recording, Sample};
use terms::Ranged;
use yew::prelude::*;

/// The outcomes in the sample's file; empty if it has none.
pub(crate) fn expectations(sample: &Sample) -> Html {
    if sample.expectations.is_empty() {
        return Html::default();
    }
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
    html! { <li><strong>{ expectation.versions.in_words() }</strong>{ " " }{ outcome }</li> }
}

/// The recorded output of a sample that no browser can run, with its releases.
pub(crate) fn recorded(sample: &Sample, recording: &Recording) -> Html {
    let row = |output: &Ranged<String>| {
        let mut on = String::new();
        for release in &recording.releases {
            if output.versions.covers(release.series) {
                on.push_str(if on.is_empty() { " " } else { ", " });
                on.push_str(&release.to_string());
            }
        }
        html! {
            <>
                <h4>{ "Recorded on CPython" }{ on }</h4>
                <pre class="code" tabindex="0" role="group" aria-label="Recorded output"><code>{ &output.value }</code></pre>
            </>
        }
    };
    html! {
        <section class="run" aria-labelledby="run-title">
            <h3 id="run-title">{ "Recorded output" }</h3>
            <p>{ "A browser’s CPython cannot run this. " }{ with_names(&recording.reason) }</p>
            { for sample.outputs.iter().map(row) }
        </section>
    }
}
