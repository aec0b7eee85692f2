//! How long readers wait for CPython, in a headless browser on a second visit:
//! from Run to the first output, beside what the console page of the same
//! package takes to its first prompt; a second run; three versions at once.
//!
//! The files come from the browser's cache every time. A start is *warm* where
//! the browser also remembers the started interpreter, as it does from the first
//! visit on, and *cold* where it does not, when CPython imports what it starts
//! with. Cold starts have no budget: they keep a processor each busy, so that
//! three take as long as there are processors to share.
//!
//! `cargo xtask bench` builds the site, sets the environment that the tests of
//! the page have, and reads what is printed: a figure a line, with its value,
//! unit and budget.

#[allow(dead_code, reason = "the tests of the page use the rest")]
#[path = "../tests/page/harness/mod.rs"]
mod harness;

use harness::{Page, Site};
use serde_json::json;
use std::fs;
use std::path::Path;

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
        median(|| {
            before(&page);
            last(&run(&page, &SERIES))
        })
    };
    let warm = together(&|_| {});
    print("three versions at once, warm", warm, "ms", "-");
    print(
        "three warm versions, of the slowest alone",
        warm / slowest,
        "times",
        "<1.5",
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
    let cold = together(&forget);
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
    let mut values: Vec<f64> = std::iter::repeat_with(measure).take(TIMES).collect();
    values.sort_by(f64::total_cmp);
    values[TIMES / 2]
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
