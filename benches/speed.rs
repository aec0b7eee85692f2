//! How fast the rooms are, held against the budgets. `cargo xtask bench` runs
//! this and prints the figures; each line here is the name, the value, the
//! unit and the budget, with tabs between.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use whats_new::catalogue::{Catalogue, Library, bundle, sources};
use whats_new::document;
use whats_new::query::{Engine, Query, Route};

/// How long one measurement goes on at least.
const LONG_ENOUGH: Duration = Duration::from_millis(500);

/// What a reader types, a letter at a time, into the search field.
const TYPED: &[&str] = &["deferred annotations", "asyncio ps", "pep 758", "zzz"];

/// Filters as the address holds them: none, one of each, and several at once.
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
    match sources::read(&assets) {
        Ok(library) => {
            reading(&library);
            answering(&library.catalogue);
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

fn shipped_documents(folder: &Path) -> std::io::Result<Vec<Vec<u8>>> {
    fs::read_dir(folder)?
        .map(|entry| fs::read(entry?.path()))
        .collect()
}

fn print_speed(name: &str, documents: &[Vec<u8>]) {
    let took = fastest(|| {
        documents
            .iter()
            .all(|text| black_box(document::parse(black_box(text))).is_ok())
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
    let took = fastest(|| black_box(bundle::read(&part, black_box(bytes))).is_ok());
    print("reading the catalogue", milliseconds(took), "ms", "-");
    let took = fastest(|| {
        black_box(Engine::new(black_box(&library.catalogue)));
        true
    });
    print("preparing the search", milliseconds(took), "ms", "-");
}

fn answering(catalogue: &Catalogue) {
    let engine = Engine::new(catalogue);
    let slowest = |queries: Vec<Query>| {
        let times = queries.iter().map(|query| {
            fastest(|| {
                black_box(engine.run(catalogue, black_box(query)));
                true
            })
        });
        milliseconds(times.max().unwrap_or_default())
    };
    let filters = FILTERS
        .iter()
        .map(|fragment| Route::from_fragment(fragment).0.query)
        .collect();
    print("slowest filter change", slowest(filters), "ms", "<1");
    let keystrokes = TYPED
        .iter()
        .flat_map(|typed| (1..=typed.len()).map(|end| typed.chars().take(end).collect()))
        .map(|text: String| Query {
            text,
            ..Query::default()
        })
        .collect();
    print("slowest keystroke", slowest(keystrokes), "ms", "<1");
}

/// A document of some four megabytes that has every construct a real one has.
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

/// The duration of the fastest of many calls, the one that other programs on
/// the machine disturbed least. It stops the program when a call fails, because
/// the time that a failure takes says nothing.
fn fastest(mut call: impl FnMut() -> bool) -> Duration {
    let mut fastest = Duration::MAX;
    let mut runs = 0;
    let start = Instant::now();
    while start.elapsed() < LONG_ENOUGH || runs < 5 {
        let begin = Instant::now();
        assert!(call(), "a measured call failed");
        fastest = fastest.min(begin.elapsed());
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
