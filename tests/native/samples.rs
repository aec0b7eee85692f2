//! The shipped samples: the header of each is well formed, and the analysis rejects its code
//! where a syntax error is expected.

use catalogue::{Outcome, Sample};
use python::{Analysis, SERIES, analyze};
use std::{fs, path::Path};
use terms::Series;

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

/// The features with samples that say what happens in every series.
const SHOWN_IN_FULL: [&str; 2] = ["pep-758", "pep-649"];

/// Whether the analysis rejects the code exactly if the sample expects a syntax error.
fn agrees(analysis: &Analysis, series: Series, expected: &Outcome) -> bool {
    let rejected = analysis.accepted_in(series) == Some(false);
    match expected {
        // The analysis does not include this rule, which 3.13 relaxed: it depends on the order
        // in which code runs.
        Outcome::Raises(line) if line.ends_with("is assigned to before global declaration") => true,
        Outcome::Raises(line) => rejected == line.starts_with("SyntaxError: "),
        _ => !rejected,
    }
}

#[test]
fn the_analysis_rejects_what_each_sample_expects_to_be_a_syntax_error() {
    let mut wrong = Vec::new();
    for sample in samples() {
        let analysis = analyze(&sample.code);
        for series in SERIES {
            let Some(expected) = sample.expected_in(series) else {
                // A sample may leave the outcome open for a series without a runtime.
                assert!(
                    series < Series::python3(13)
                        && !SHOWN_IN_FULL.contains(&sample.feature.as_str()),
                    "{}: nothing is expected in {series}",
                    sample.slug
                );
                continue;
            };
            if !agrees(&analysis, series, expected) {
                let found = analysis.accepted_in(series);
                wrong.push(format!(
                    "{} in {series}: accepted {found:?}, expected {expected:?}",
                    sample.slug
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn samples_are_short_and_in_order() {
    let samples = samples();
    for feature in SHOWN_IN_FULL {
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
