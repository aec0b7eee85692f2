//! Measures the page in a headless browser: the time from a key to the painted result and, in
//! the browser's WebAssembly, a query, an explanation and the table of names.
//!
//! Each key is a trusted event from the browser's driver. The time begins with the event's own
//! time stamp. The page waits for the frame in which the results of everything typed so far are
//! in the page, and posts a message from that frame, which arrives once the frame has been laid
//! out and painted. The delay of a screen is not included.
//!
//! Much of that time is spent by the browser: delivering the key, editing the field, and waiting
//! for the next of 60 frames per second. So the same keys are typed into an empty page with a
//! single field that shows its own content, and the budgets are for the time that the explorer
//! takes in addition to that page.
//!
//! Where caniuse.rs takes 8.6 ms in the median, the explorer is to take 4. Typed into
//! in the same way on 2026-11-28, on two cores, caniuse.rs (its commit cecee03) took
//! 22.9 ms in the median and 94.6 in the 95th percentile, the explorer 10.0 and 20.4,
//! and the empty page 4.9 and 14.1. Beyond the empty page that peer took 18 ms, and 4
//! to 8.6 as 8.4 to 18: the budget of the median. That of the 95th percentile is the
//! length of a frame.
//!
//! `cargo xtask bench typing` builds the site and the search alone, sets the environment of the
//! page tests, and parses the output: a line for each figure, with its value, unit and budget.

#![allow(
    clippy::expect_used,
    reason = "a measurement that cannot be made has nothing to print"
)]

mod engine;
#[path = "../speed/tracebacks.rs"]
mod tracebacks;
#[path = "../speed/typed.rs"]
mod typed;

use harness::{Page, Site};
use serde_json::json;
use std::path::PathBuf;
use std::{env, fs};

/// The words, each of which is typed into an empty field.
const WORDS: [&str; 10] = [
    "annotations",
    "asyncio",
    "walrus",
    "dict union",
    "match",
    "taskgroup",
    "removed modules",
    "pep 649",
    "zstd",
    "f-string",
];

/// How often each word is typed.
const TIMES: usize = 4;

/// Records the milliseconds that each key took. The arguments are a selector of the element with
/// the result, and the text before and after the typed one in it.
const LISTEN: &str = "
const [selector, before, after] = arguments;
window.painted = [];
addEventListener('keydown', (event) => {
  const look = () => requestAnimationFrame(() => {
    const typed = document.getElementById('search').value.trim();
    const shown = document.querySelector(selector)?.firstChild?.textContent;
    if (shown !== before + typed + after) return look();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.painted.push(performance.now() - event.timeStamp);
    port2.postMessage(0);
  });
  look();
}, true);
";

/// A page that does as little as possible for a key.
const EMPTY: &str = "<!doctype html>
<meta charset=\"utf-8\"><title>One field</title>
<link rel=\"icon\" href=\"data:,\">
<input id=\"search\"><p></p>
<script>
document.getElementById('search').addEventListener('input', ({ target }) => {
  document.querySelector('p').textContent = target.value.trim();
});
</script>
";

fn main() {
    let engine = env::var_os("WHATS_NEW_ENGINE").map(PathBuf::from);
    let Some(engine) = engine else {
        eprintln!("WHATS_NEW_ENGINE names no file. Run `cargo xtask bench typing`.");
        std::process::exit(1);
    };
    let site = Site::changed(|directory| {
        fs::copy(&engine, directory.join("engine.wasm"))?;
        fs::write(directory.join("empty.html"), EMPTY)
    });
    let page = Page::new(&site);
    typing(&page);
    engine::measure(&page);
}

/// The milliseconds from each key to its painted result.
#[derive(Default)]
struct Typed {
    all: Vec<f64>,
    first: Vec<f64>,
}

fn typing(page: &Page) {
    page.open("empty.html");
    page.script::<()>(LISTEN, vec![json!("p"), json!(""), json!("")]);
    let mut least = keys(page, |page| {
        page.script("document.getElementById('search').value = ''", Vec::new())
    });
    page.arrive("");
    // Wait for everything that is loaded after the list, so that it does not affect the keys.
    page.wait_for("the first lines", |page| {
        !page.text(".row .lead").is_empty()
    });
    let chip = [".chips .chip", "“", "”"].map(|text| json!(text));
    page.script::<()>(LISTEN, chip.to_vec());
    let mut explorer = keys(page, |page| {
        page.go("#?");
        page.wait_for("an empty field", |page| {
            page.chips().is_empty() && page.value("#search").is_empty()
        });
    });
    for (what, share, budget) in [("median", 0.5, "<8.4"), ("95th percentile", 0.95, "<16")] {
        let [took, least] = [&mut explorer, &mut least].map(|typed| at(&mut typed.all, share));
        let name = |what_of| format!("typing: {what_of}, {what}");
        print(&name("key to painted result"), took, "-");
        print(&name("the same in an empty page"), least, "-");
        print(&name("what the explorer adds"), took - least, budget);
    }
    let first = at(&mut explorer.first, 0.5);
    print("typing: the first key, median", first, "-");
}

/// Types every word, each letter once the previous one has been painted.
fn keys(page: &Page, empty: impl Fn(&Page)) -> Typed {
    let mut typed = Typed::default();
    for word in WORDS.iter().cycle().take(WORDS.len() * TIMES) {
        empty(page);
        page.focus("#search");
        page.script::<()>("window.painted = []", Vec::new());
        for (before, letter) in word.chars().enumerate() {
            page.keys(letter.to_string());
            page.wait_for("a painted result", |page| painted(page).len() > before);
        }
        let times = painted(page);
        typed.first.extend(times.first().copied());
        typed.all.extend(times);
    }
    typed
}

fn painted(page: &Page) -> Vec<f64> {
    page.script("return window.painted", Vec::new())
}

/// The quantile of the values.
fn at(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    values[((values.len() - 1) as f64 * share).round() as usize]
}

fn print(name: &str, value: f64, budget: &str) {
    println!("{name}\t{value:.3}\tms\t{budget}");
}
