//! Measures how long a returning reader waits without a connection, in a headless browser: from
//! the reload to the first paint, and to the explorer's own list. The site is kept by its
//! service worker, and its server is stopped.
//!
//! `cargo xtask bench offline` builds the site, sets the environment of the page tests, and
//! parses the output: a line for each figure, with its value, unit and budget.

#![allow(
    clippy::expect_used,
    reason = "a measurement that cannot be made has nothing to print"
)]

use harness::{Page, Site};

/// The number of measurements, of which the median is reported.
const TIMES: usize = 9;

/// The time of the first paint, in milliseconds since the reload.
const PAINTED: &str =
    "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null";

/// Records when the first row of the list was shown, in milliseconds since the reload.
const LISTED: &str = "
return new Promise((done) => {
  const look = () => document.querySelector('.results a.row')
    ? done(performance.now()) : requestAnimationFrame(look);
  look();
});
";

fn main() {
    let site = Site::changed(|_| Ok(())).kept();
    let page = Page::new(&site);
    page.open("").wait_for_explorer();
    page.wait_for("the explorer to be kept", |page| {
        page.text("offline-state").contains("Kept")
    });
    drop(site);
    let (mut painted, mut listed) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        page.reload();
        listed.push(page.script::<f64>(LISTED, Vec::new()));
        page.wait_for("the first paint", |page| {
            let time: Option<f64> = page.script(PAINTED, Vec::new());
            painted.extend(time);
            time.is_some()
        });
    }
    page.assert_no_errors();
    print(
        "offline: reload to first paint, median",
        &mut painted,
        "<300",
    );
    print("offline: reload to the list, median", &mut listed, "-");
}

fn print(name: &str, values: &mut [f64], budget: &str) {
    values.sort_by(f64::total_cmp);
    println!("{name}\t{:.1}\tms\t{budget}", values[values.len() / 2]);
}
