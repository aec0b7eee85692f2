//! The shipped assets have no mistakes.

use std::path::Path;
use upkeep::verify::{Options, Report, Spelling, verify};

fn report() -> Report {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let options = Options {
        assets: project.join("assets"),
        dictionary: project.join("node_modules/dictionary-en"),
        spelling: Spelling::Required,
        reference: None,
    };
    match verify(&options) {
        Ok(report) => report,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn nothing_is_wrong_and_every_pep_is_there() {
    let report = report();
    let problems: Vec<String> = report.diagnostics.iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    let coverage = report.coverage;
    let peps: usize = coverage.series.iter().map(|row| row.peps).sum();
    assert!(peps > 200, "{peps} PEPs are found at all");
    let in_series: usize = coverage.series.iter().map(|row| row.features).sum();
    assert_eq!(
        in_series, coverage.features,
        "no feature is of an unknown series"
    );
}
