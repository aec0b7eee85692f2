//! `whatsnew verify`: checks the catalogue and reports its coverage. The entry point is
//! [`run`].

use super::output::{fail, print};
use document::Code;
use std::{collections::BTreeMap, fmt::Write as _, path::PathBuf, process::ExitCode};
use upkeep::verify::{Coverage, Options, Report, SeriesCoverage, Spelling, record, verify};

/// Check the documents, facts and samples, and report their coverage
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder with `documents`, `facts`, `samples` and `verify`
    #[arg(long, default_value = "assets", value_name = "DIR")]
    assets: PathBuf,
    /// The folder with an English dictionary, `index.aff` and `index.dic`; required in CI
    /// [default: `node_modules/dictionary-en` if it exists]
    #[arg(long, value_name = "DIR")]
    dictionary: Option<PathBuf>,
    /// A folder to compare with: `whatsnew/3.N.txt`, `peps.tsv`,
    /// `python-releases.toml` and other texts
    #[arg(long, value_name = "DIR")]
    reference: Option<PathBuf>,
    /// Record new slugs before checking
    #[arg(long)]
    record: bool,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
}

/// Prints all problems and the coverage; fails if there are problems.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    if arguments.record {
        match record(&arguments.assets) {
            Ok(new) => eprintln!("new slugs recorded: {new}"),
            Err(error) => return fail(error),
        }
    }
    let options = options(arguments);
    let report = match verify(&options) {
        Ok(report) => report,
        Err(error) => return fail(error),
    };
    if arguments.json {
        if print(&report) == ExitCode::FAILURE {
            return ExitCode::FAILURE;
        }
    } else {
        print!("{}", text(&report));
    }
    if !report.spelling_checked {
        let folder = options.dictionary.display();
        eprintln!("spelling was not checked: `{folder}` does not exist; run `npm ci` to get it");
    }
    match report.diagnostics.len() {
        0 => ExitCode::SUCCESS,
        count => fail(format!("problems: {count} ({})", by_code(&report))),
    }
}

/// Where npm installs the dictionary.
const DICTIONARY: &str = "node_modules/dictionary-en";

/// Requires a dictionary in CI and if the command line names one. Otherwise it is
/// optional, so that adding a feature takes nothing but Rust.
fn options(arguments: &Arguments) -> Options {
    let in_ci = std::env::var_os("CI").is_some_and(|value| !value.is_empty());
    let spelling = match &arguments.dictionary {
        None if !in_ci => Spelling::WhereDictionary,
        _ => Spelling::Required,
    };
    let dictionary = arguments.dictionary.clone();
    Options {
        assets: arguments.assets.clone(),
        dictionary: dictionary.unwrap_or_else(|| PathBuf::from(DICTIONARY)),
        spelling,
        reference: arguments.reference.clone(),
    }
}

/// The number of problems with each code.
fn by_code(report: &Report) -> String {
    let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
    for diagnostic in &report.diagnostics {
        *counts.entry(diagnostic.code).or_default() += 1;
    }
    let counts = counts
        .iter()
        .map(|(code, count)| format!("{count} {}", code.key()));
    counts.collect::<Vec<_>>().join(", ")
}

fn text(report: &Report) -> String {
    let mut out = String::new();
    for diagnostic in &report.diagnostics {
        let _ = writeln!(out, "{diagnostic}");
    }
    if !report.diagnostics.is_empty() {
        out.push('\n');
    }
    table(&report.coverage, &mut out);
    out
}

const HEAD: [&str; 9] = [
    "version",
    "features",
    "added",
    "changed",
    "deprecated",
    "removed",
    "sampled",
    "PEPs",
    "excepted",
];

fn table(coverage: &Coverage, out: &mut String) {
    let head = HEAD.map(str::to_owned);
    for row in std::iter::once(head).chain(coverage.series.iter().map(row)) {
        for (cell, name) in row.iter().zip(HEAD) {
            let width = name.len().max(6);
            let _ = write!(out, "{cell:>width$}  ");
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
    let Coverage {
        features,
        with_sample,
        ..
    } = coverage;
    let _ = writeln!(out, "\n{features} features, {with_sample} with a sample");
}

fn row(row: &SeriesCoverage) -> [String; 9] {
    let peps = match row.peps_lacking.len() {
        0 => row.peps.to_string(),
        lacking => format!("{} of {}", row.peps, row.peps + lacking),
    };
    let counts = [
        row.features,
        row.added,
        row.changed,
        row.deprecated,
        row.removed,
        row.with_sample,
    ];
    let [features, added, changed, deprecated, removed, sampled] = counts.map(|n| n.to_string());
    let series = row.series.to_string();
    let excepted = row.peps_excepted.to_string();
    [
        series, features, added, changed, deprecated, removed, sampled, peps, excepted,
    ]
}
