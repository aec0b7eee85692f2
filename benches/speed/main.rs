//! Measures the speed of the crates against their budgets. `cargo xtask bench` runs this and
//! prints the figures; each line of output has the name, the value, the unit and the budget,
//! separated by tabs.

#![allow(
    clippy::expect_used,
    reason = "a measurement that cannot be made has nothing to print"
)]

mod checked;
mod explained;
mod growth;
mod names;
mod tracebacks;
mod typed;

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::rc::Rc;
use std::time::{Duration, Instant};

use catalogue::{Library, bundle, sources};
use query::{Engine, Query, Route, SearchBuilder};
use upkeep::survey::{read_lists, read_table};

/// The minimum duration of a measurement.
const LONG_ENOUGH: Duration = Duration::from_millis(500);

/// The minimum duration if there are hundreds of measurements.
const SHORT: Duration = Duration::from_millis(20);

/// Filters as in the address: none, one of each, and several at once.
const FILTERS: &[&str] = &[
    "#",
    "#?version=3.12..3.14",
    "#?in=3.14",
    "#?status=final",
    "#?pep=649",
    "#?version=3.8..3.14&status=final&q=annotations",
];

fn main() {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    parsing(&assets);
    let table = read_table(&assets).unwrap_or_else(|error| stop(&error));
    if let Some(table) = &table {
        names::measure(table);
        let lists = read_lists(&assets, table).unwrap_or_else(|error| stop(&error));
        checked::measure(&assets, table, &lists);
    }
    match sources::read(&assets) {
        Ok(library) => {
            if let Some(table) = &table {
                let messages = upkeep::messages::read(&assets, Some(table), &library);
                let messages = messages.unwrap_or_else(|error| stop(&error));
                explained::measure(&library, table, &messages);
            }
            reading(&library);
            answering(&library);
            searching(&library);
        }
        Err(error) => stop(&error),
    }
}

fn stop(error: &dyn Error) -> ! {
    eprintln!("{error}");
    std::process::exit(1)
}

fn parsing(assets: &Path) {
    let long = long_document();
    print_speed("parsing a long document", &[long.into_bytes()]);
    match shipped_documents(&assets.join("documents")) {
        Ok(documents) => print_speed("parsing the shipped documents", &documents),
        Err(error) => stop(&error),
    }
}

/// The documents in a folder and the folders in it.
fn shipped_documents(folder: &Path) -> std::io::Result<Vec<Vec<u8>>> {
    let mut documents = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            documents.extend(shipped_documents(&path)?);
        } else {
            documents.push(fs::read(path)?);
        }
    }
    Ok(documents)
}

fn print_speed(name: &str, documents: &[Vec<u8>]) {
    let took = fastest(|| {
        let parsed = documents
            .iter()
            .map(|text| document::parse(black_box(text)));
        parsed.collect::<Result<Vec<_>, _>>().ok()
    });
    let length: usize = documents.iter().map(Vec::len).sum();
    let speed = length as f64 / 1e6 / took.as_secs_f64();
    print(name, speed, "MB/s", ">50");
}

fn reading(library: &Library) {
    let part = bundle::catalogue();
    let files = bundle::write(library).unwrap_or_default();
    let file = files.iter().find(|file| file.path == part.path);
    let bytes = file.map_or(&[][..], |file| &file.bytes);
    let took = fastest(|| bundle::read(&part, black_box(bytes)).ok());
    print("reading the catalogue", milliseconds(took), "ms", "-");
    preparing(library);
}

/// How often the search is prepared; the fastest time of each step is reported.
const PREPARED: usize = 20;

/// A browser prepares the search in steps and handles events between them, so the longest step
/// is what readers notice.
fn preparing(library: &Library) {
    let names = Rc::new(library.names.clone());
    let features = &library.catalogue.features;
    let mut fastest: Vec<Duration> = Vec::new();
    for _ in 0..PREPARED {
        let mut builder = SearchBuilder::new(names.clone(), library.index.clone());
        for number in 0.. {
            let begin = Instant::now();
            let search = black_box(builder.step(features));
            let took = begin.elapsed();
            match fastest.get_mut(number) {
                Some(least) => *least = took.min(*least),
                None => fastest.push(took),
            }
            if search.is_some() {
                break;
            }
        }
    }
    let (all, longest) = (fastest.iter().sum(), fastest.iter().max().copied());
    print("preparing the search", milliseconds(all), "ms", "-");
    print(
        "its longest step",
        milliseconds(longest.unwrap_or_default()),
        "ms",
        "<3",
    );
}

fn answering(library: &Library) {
    let (catalogue, engine) = (&library.catalogue, Engine::with_search(library));
    let slowest = |queries: Vec<Query>| {
        let times = queries
            .iter()
            .map(|query| fastest(|| Some(engine.run(catalogue, black_box(query)))));
        milliseconds(times.max().unwrap_or_default())
    };
    let filters = FILTERS
        .iter()
        .map(|fragment| Route::from_fragment(fragment).0.query)
        .collect();
    print("slowest filter change", slowest(filters), "ms", "<1");
}

/// How many times as long a query may take in a catalogue of ten times the size.
const SLOWER: f64 = 5.0;

/// Measures every keystroke of typical queries in the catalogue and in one of ten times the size.
fn searching(library: &Library) {
    let (median, slow) = (100.0, 300.0);
    keystrokes("query", library, median, slow);
    let grown = growth::grown(library, 10);
    keystrokes(
        "query, ten times the catalogue",
        &grown,
        median * SLOWER,
        slow * SLOWER,
    );
}

fn keystrokes(name: &str, library: &Library, median: f64, slow: f64) {
    let (catalogue, engine) = (&library.catalogue, Engine::with_search(library));
    let mut times: Vec<f64> = typed::keystrokes()
        .map(|text| {
            let query = Query {
                text,
                ..Query::default()
            };
            let took = fastest_of(SHORT, || Some(engine.run(catalogue, black_box(&query))));
            took.as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
    print(
        &format!("{name}, median"),
        at(0.5),
        "µs",
        &format!("<{median}"),
    );
    print(
        &format!("{name}, 99th percentile"),
        at(0.99),
        "µs",
        &format!("<{slow}"),
    );
}

/// A document of about four megabytes with every construct of a real one.
fn long_document() -> String {
    let mut text = String::from("---\ntitle: A long document\nseries: '3.14'\n---\n\n# Title\n\n");
    for number in 0..6_000 {
        text.push_str(&format!(
            "## Feature {number} of `module_{number}` {{#3.14-feature-{number} kind=added}}\n\n\
             A paragraph with *emphasis*, **weight**, `code` and a [link](https://peps.python.org/\
             pep-0649/) that goes on for long enough to be a paragraph of ordinary length, as \
             most of the text of a document is.\n\n\
             - [PEP 649](https://peps.python.org/pep-0649/): deferred evaluation of annotations\n\
             - gh-{number}: a change with an issue and no PEP\n  - a nested item\n\n\
             ```python\ntry:\n    work({number})\nexcept TypeError, ValueError:\n    pass\n```\n\n\
             | column | other |\n|---|---|\n| {number} | value |\n\n"
        ));
    }
    text
}

/// The duration of the fastest of many calls, which other programs on the machine disturbed the
/// least. Freeing the result is not included. A call without a result stops the program, as the
/// time of a failure means nothing.
fn fastest<T>(call: impl FnMut() -> Option<T>) -> Duration {
    fastest_of(LONG_ENOUGH, call)
}

fn fastest_of<T>(long_enough: Duration, mut call: impl FnMut() -> Option<T>) -> Duration {
    let mut fastest = Duration::MAX;
    let mut runs = 0;
    let start = Instant::now();
    while start.elapsed() < long_enough || runs < 5 {
        let begin = Instant::now();
        let result = black_box(call());
        fastest = fastest.min(begin.elapsed());
        assert!(result.is_some(), "a measured call failed");
        runs += 1;
    }
    fastest
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

fn print(name: &str, value: f64, unit: &str, budget: &str) {
    println!("{name}\t{value:.4}\t{unit}\t{budget}");
}
