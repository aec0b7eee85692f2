//! Every sample on every runtime: its outcome, output and standard error are those in its
//! header.

use crate::python::{Answer, on, on_each, series};
use catalogue::{Outcome, Sample, sources};
use std::path::Path;
use terms::Series;

/// The differences between the answer and what a sample's header says about a series.
pub(crate) fn differences(sample: &Sample, series: Series, answer: &Answer) -> Vec<String> {
    let mut found = Vec::new();
    let mut differ = |what: &str, expected: String, actual: String| {
        let slug = &sample.slug;
        found.push(format!(
            "{slug} in {series}: {what}\n  expected: {expected}\n  actual:   {actual}"
        ));
    };
    if let Some(fault) = &answer.fault {
        differ("outcome", "an end".into(), format!("a fault: {fault}"));
        return found;
    }
    match sample.expected_in(series) {
        Some(outcome) if outcome.agrees_with(answer.raised.as_deref()) => {}
        Some(outcome) => {
            let expected = match outcome {
                Outcome::Runs => "runs",
                Outcome::Raises(line) => line,
            };
            let raised = answer.raised.as_deref().unwrap_or("runs");
            differ("outcome", expected.into(), raised.into());
        }
        None => differ("outcome", "nothing is said".into(), "it is bundled".into()),
    }
    if let Some(output) = sample.output_in(series)
        && output != answer.stdout
    {
        let stdout = format!("{:?}", answer.stdout);
        differ("output", format!("{output:?}"), stdout);
    }
    if let Some(warning) = sample.warning_in(series)
        && !answer.stderr.contains(warning)
    {
        let stderr = format!("{:?}", answer.stderr);
        differ("warning", format!("{warning:?}"), stderr);
    }
    found
}

/// Samples of what came in a security release of a series, after the one that runs here.
const CAME_LATER: [(&str, &str); 1] = [
    // Filters are in 3.11.4 and later.
    ("pep-706/filter", "3.11"),
];

#[test]
fn every_sample_does_what_it_says() {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let library = sources::read(&assets).unwrap_or_else(|error| panic!("{error}"));
    let (run, skipped): (Vec<&Sample>, Vec<&Sample>) = library
        .samples
        .iter()
        .partition(|sample| sample.recording.is_none());
    let check = |name: &str| -> Vec<String> {
        let series: Series = name.parse().expect("a series");
        let mut python = on(name);
        let is_here = |sample: &&&Sample| !CAME_LATER.contains(&(&sample.slug, name));
        run.iter()
            .filter(is_here)
            .flat_map(|sample| differences(sample, series, &python.run(&sample.code)))
            .collect()
    };
    let names = series();
    let found = on_each(&names, check);
    println!(
        "{} samples on {}; {} that a browser cannot run were left out",
        run.len(),
        names.join(", "),
        skipped.len()
    );
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
