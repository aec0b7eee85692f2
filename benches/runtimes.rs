//! Measures how long readers wait for CPython, in a headless browser on a second visit: from
//! Run to the first output, compared with the time to the first prompt of the package's own
//! console page; a second run; and three versions at once.
//!
//! The files always come from the browser's cache. A start is *warm* if the browser also has a
//! snapshot of the started interpreter, as after the first visit, and *cold* otherwise, when
//! CPython imports its modules. Cold starts have no budget.
//!
//! Three versions at once may take half as long again as the slowest alone. A start keeps more
//! than one processor busy, as the browser compiles at the same time, so this is impossible on
//! a machine with few processors: three starts take at least their processor time divided by
//! the number of processors. If that is longer, it is the budget, plus a tenth, as work cannot
//! be divided perfectly.
//!
//! `cargo xtask bench` builds the site, sets the environment of the page tests, and parses the
//! output: a line for each figure, with its value, unit and budget.

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

/// The number of measurements, of which the median is reported.
const TIMES: usize = 5;

/// What the console page does until its first prompt, except for the terminal, which it loads
/// from another site.
const CONSOLE: &str = "
const begin = performance.now();
return import('./pyodide.mjs').then(async ({ loadPyodide }) => {
  const pyodide = await loadPyodide({ stdin: () => prompt() });
  const { PyodideConsole } = pyodide.pyimport('pyodide.console');
  PyodideConsole(pyodide.globals);
  return performance.now() - begin;
});
";

/// Runs a program on several series at once. Returns for each the milliseconds until its first
/// output, and until its end minus the duration of the run.
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

/// The number of snapshots of interpreters that the browser keeps.
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
    // The first visit, which fills the browser's cache.
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
    // From here on there are no snapshots.
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

/// The time at which the last of several runs ended.
fn last(runs: &[(f64, f64)]) -> f64 {
    runs.iter().map(|(_, end)| *end).fold(0.0, f64::max)
}

/// Removes the snapshots of interpreters.
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

/// The result of a function, and the milliseconds that it needs at least: the processor time of
/// all descendants of this process, divided by the number of processors. Zero if the system does
/// not report it.
fn timed<T>(measure: impl FnOnce() -> T) -> (T, f64) {
    let before = processor_time();
    let value = measure();
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    (value, (processor_time() - before) / processors as f64)
}

/// The processor time of all descendants of this process in milliseconds, as Linux reports it.
fn processor_time() -> f64 {
    /// The number of Linux's ticks per second.
    const TICKS: f64 = 100.0;
    let Ok(entries) = fs::read_dir("/proc") else {
        return 0.0;
    };
    // The id of a process, that of its parent, and its ticks.
    let programs: Vec<(u32, u32, f64)> = entries
        .flatten()
        .filter_map(|entry| {
            let number = entry.file_name().to_str()?.parse().ok()?;
            let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
            // A name may contain spaces; the fields after it do not.
            let (_, fields) = stat.rsplit_once(')')?;
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

/// Runs a program on an interpreter that has already run one.
fn again(page: &Page, series: &str) -> f64 {
    let runs: Vec<(f64, f64)> = page.script(RUN, vec![json!([series])]);
    runs[0].1
}
