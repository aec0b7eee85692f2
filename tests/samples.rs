//! Every sample as it is shipped: its header is well formed, and what the
//! analysis says of its code in each series is what the sample expects there.

use std::{fs, path::Path};
use whats_new::{
    catalogue::{Outcome, Sample},
    python::{Analysis, Certainty, RunOutcome, SERIES, analyze},
    terms::Series,
};

fn samples() -> Vec<Sample> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    let mut samples = Vec::new();
    for feature in entries(&folder) {
        for file in entries(&feature) {
            let relative = file.strip_prefix(&folder).expect("a file below the folder");
            let slug = relative
                .with_extension("")
                .to_str()
                .expect("a path in Unicode")
                .replace('\\', "/");
            let text = fs::read_to_string(&file).expect("a readable sample");
            samples.push(Sample::parse(&slug, &text).unwrap_or_else(|error| panic!("{error}")));
        }
    }
    samples
}

fn entries(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths
}

/// What the analysis says a run comes to: an error's line, or nothing.
fn analysed(analysis: &Analysis, series: Series) -> Option<String> {
    if analysis.accepted_in(series) == Some(false) {
        return Some("SyntaxError".to_owned());
    }
    let mut runs = analysis.annotations.runs.iter();
    let run = runs
        .find(|run| run.series.contains(series))
        .expect("a run for each series");
    match &run.outcome {
        RunOutcome::Stops {
            error,
            certainty: Certainty::Certain,
            ..
        } => Some(error.clone()),
        RunOutcome::Stops { error, .. } => panic!("{series}: perhaps {error}"),
        RunOutcome::Completes | RunOutcome::Refused => None,
    }
}

#[test]
fn the_analysis_says_what_each_sample_expects() {
    for sample in samples() {
        let analysis = analyze(&sample.code);
        for series in SERIES {
            let expected = sample
                .expected_in(series)
                .unwrap_or_else(|| panic!("{}: nothing is expected in {series}", sample.slug));
            let found = analysed(&analysis, series);
            let agrees = match expected {
                // The parser here words its errors in its own way.
                Outcome::Raises(line) if line.starts_with("SyntaxError: ") => {
                    found.as_deref() == Some("SyntaxError")
                }
                other => other.agrees_with(found.as_deref()),
            };
            assert!(
                agrees,
                "{} in {series}: {found:?}, not {expected:?}",
                sample.slug
            );
        }
    }
}

#[test]
fn samples_are_short_and_in_order() {
    let samples = samples();
    for feature in ["pep-758", "pep-649"] {
        let mut orders: Vec<u32> = samples
            .iter()
            .filter(|sample| sample.feature == feature)
            .map(|sample| sample.order)
            .collect();
        orders.sort_unstable();
        assert!(orders.len() >= 6, "{feature} has {} samples", orders.len());
        let counted: Vec<u32> = (1..).take(orders.len()).collect();
        assert_eq!(orders, counted, "{feature}");
    }
    for sample in &samples {
        assert!(sample.code.lines().count() <= 25, "{}", sample.slug);
        assert!(!sample.note.is_empty() && !sample.title.is_empty());
    }
}
