//! How long readers wait for CPython, in a headless browser on a second visit:
//! from Run to the first output, beside what the console page of the same
//! package takes to its first prompt; a second run; three versions at once.
//!
//! The files come from the browser's cache every time. A start is *warm* where
//! the browser also remembers the started interpreter, as it does from the first
//! visit on, and *cold* where it does not, when CPython imports what it starts
//! with. Cold starts have no budget.
//!
//! Three at once are to take half as long again as the slowest alone. A start keeps
//! more than one processor busy, since the browser compiles beside it, so that on a
//! machine with few processors nothing could do that: three starts take at least the
//! processor time that they need, divided by the processors. Where that is longer,
//! it is what three at once are held to, and a tenth more, as no work can be shared
//! out to the last bit.
//!
//! `cargo xtask bench` builds the site, sets the environment that the tests of
//! the page have, and reads what is printed: a figure a line, with its value,
//! unit and budget.

#![allow(
    clippy::expect_used,
    reason = "a measurement that cannot be made has nothing to print"
)]

use harness::{Page, Site};
use serde_json::json;
use std::collections::HashSet;
use std::num::NonZero;
use std::path::Path;
use std::{fs, process, thread};

/// How often each is measured; the median counts.
const TIMES: usize = 5;

/// What the console page does until its first prompt, but for the terminal,
/// which it takes from elsewhere.
const CONSOLE: &str = "
const begin = performance.now();
return import('./pyodide.mjs').then(async ({ loadPyodide }) => {
  const pyodide = await loadPyodide({ stdin: () => prompt() });
  const { PyodideConsole } = pyodide.pyimport('pyodide.console');
  PyodideConsole(pyodide.globals);
  return performance.now() - begin;
});
";

/// Runs a program on some series at once: the milliseconds until each has
/// written something, and until each has ended beyond what its run took.
const RUN: &str = "
const begin = performance.now();
return importPart(document.getElementById('parts').dataset.runtimeHost).then((host) =>
  Promise.all(arguments[0].map((series) => new Promise((done, fail) => {
    let output;
    host.run(series, 'print(1)', 60_000, (message) => {
      const now = performance.now() - begin;
      if (message[0] === 'output') output ??= now;
      if (message[0] === 'finished') done([output, now - message[4]]);
      if (message[0] === 'failed') fail(new Error(message.join(' ')));
    });
  }))));
";

/// How many interpreters the browser remembers from their first start.
const REMEMBERED: &str = "
return caches.open('runtime-snapshots').then((store) => store.keys()).then((keys) => keys.length)";

fn main() {
    let site = Site::cached(|directory| {
        for series in SERIES {
            let package = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("node_modules")
                .join(format!("pyodide-{series}"));
            let target = directory.join("console").join(series);
            fs::create_dir_all(&target)?;
            for entry in fs::read_dir(package)? {
                let entry = entry?;
                fs::copy(entry.path(), target.join(entry.file_name()))?;
            }
            fs::write(target.join("index.html"), "<!doctype html>")?;
        }
        Ok(())
    });
    let page = Page::new(&site);
    let everything = |page: &Page| run(page, &SERIES);
    // The first visit, of which the browser keeps what it may.
    everything(&page);
    page.wait_for("the interpreters to be remembered", |page| {
        page.script::<usize>(REMEMBERED, Vec::new()) == SERIES.len()
    });
    let mut slowest: f64 = 0.0;
    for series in SERIES {
        console(&page, series);
        let console = median(|| console(&page, series));
        let first = median(|| run(&page, &[series])[0].0);
        print(
            &format!("{series}: console page, ready"),
            console,
            "ms",
            "-",
        );
        let budget = format!("<{console:.0}");
        print(
            &format!("{series}: Run to first output"),
            first,
            "ms",
            &budget,
        );
        let second = median(|| again(&page, series));
        print(
            &format!("{series}: second run, beyond its own time"),
            second,
            "ms",
            "<50",
        );
        slowest = slowest.max(median(|| run(&page, &[series])[0].1));
    }
    let together = |before: &dyn Fn(&Page)| {
        let mut shares = Vec::new();
        let took = median(|| {
            before(&page);
            page.open("").wait_for_explorer();
            let (runs, share) = timed(|| page.script::<Vec<_>>(RUN, vec![json!(SERIES)]));
            shares.push(share);
            last(&runs)
        });
        (took, middle(shares))
    };
    let (warm, share) = together(&|_| {});
    print("three versions at once, warm", warm, "ms", "-");
    let mut budget = 1.5;
    if share > 0.0 {
        let least = share / slowest;
        print("the least on these processors", least, "times", "-");
        budget = f64::max(budget, 1.1 * least);
    }
    print(
        "three warm versions, of the slowest alone",
        warm / slowest,
        "times",
        &format!("<{budget:.2}"),
    );
    // From here on nothing is remembered.
    let mut slowest: f64 = 0.0;
    for series in SERIES {
        let alone = median(|| {
            forget(&page);
            run(&page, &[series])[0].1
        });
        print(&format!("{series}: cold start and run"), alone, "ms", "-");
        slowest = slowest.max(alone);
    }
    let (cold, _) = together(&forget);
    print("three versions at once, cold", cold, "ms", "-");
    print(
        "three cold versions, of the slowest alone",
        cold / slowest,
        "times",
        "-",
    );
}

/// When the last of several runs ended.
fn last(runs: &[(f64, f64)]) -> f64 {
    runs.iter().map(|(_, end)| *end).fold(0.0, f64::max)
}

/// Lets the browser forget the started interpreters.
fn forget(page: &Page) {
    page.script::<bool>("return caches.delete('runtime-snapshots')", Vec::new());
}

const SERIES: [&str; 3] = ["3.13", "3.14", "3.15"];

fn print(name: &str, value: f64, unit: &str, budget: &str) {
    println!("{name}\t{value:.2}\t{unit}\t{budget}");
}

fn median(measure: impl FnMut() -> f64) -> f64 {
    middle(std::iter::repeat_with(measure).take(TIMES).collect())
}

fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// What something gives, and how many milliseconds it has to take at least: the
/// processor time of all programs below this one, divided by the processors. None
/// where the system does not tell.
fn timed<T>(measure: impl FnOnce() -> T) -> (T, f64) {
    let before = processor_time();
    let value = measure();
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    (value, (processor_time() - before) / processors as f64)
}

/// The processor time of all programs that this one has started, and of those that
/// they have, in milliseconds, as Linux tells it.
fn processor_time() -> f64 {
    /// How many of Linux's ticks a second has.
    const TICKS: f64 = 100.0;
    let Ok(entries) = fs::read_dir("/proc") else {
        return 0.0;
    };
    // The number, that of the program which started it, and its ticks.
    let programs: Vec<(u32, u32, f64)> = entries
        .flatten()
        .filter_map(|entry| {
            let number = entry.file_name().to_str()?.parse().ok()?;
            let told = fs::read_to_string(entry.path().join("stat")).ok()?;
            // A name may have spaces in it; what comes after has none.
            let (_, fields) = told.rsplit_once(')')?;
            let fields: Vec<&str> = fields.split_whitespace().collect();
            let ticks = |place: usize| fields.get(place)?.parse::<f64>().ok();
            let parent = fields.get(1)?.parse().ok()?;
            Some((number, parent, ticks(11)? + ticks(12)?))
        })
        .collect();
    let mut below = HashSet::from([process::id()]);
    loop {
        let found = below.len();
        let children = programs
            .iter()
            .filter(|(_, parent, _)| below.contains(parent));
        let children: Vec<u32> = children.map(|(number, ..)| *number).collect();
        below.extend(children);
        if below.len() == found {
            break;
        }
    }
    let of_all = programs
        .iter()
        .filter(|(number, ..)| below.contains(number));
    of_all.map(|(.., ticks)| ticks).sum::<f64>() * 1000.0 / TICKS
}

/// Opens the console page and waits for its prompt.
fn console(page: &Page, series: &str) -> f64 {
    page.open(&format!("console/{series}/index.html"));
    page.script(CONSOLE, Vec::new())
}

/// Opens the explorer and runs a program for the first time.
fn run(page: &Page, series: &[&str]) -> Vec<(f64, f64)> {
    page.open("").wait_for_explorer();
    page.script(RUN, vec![json!(series)])
}

/// Runs a program on an interpreter that has run one before.
fn again(page: &Page, series: &str) -> f64 {
    let runs: Vec<(f64, f64)> = page.script(RUN, vec![json!([series])]);
    runs[0].1
}
