//! Measures how long the page takes to check an archive of many programs, in a headless browser:
//! from choosing the file to the first finding, and to the verdict.
//!
//! `cargo xtask bench check` builds the site, sets the environment of the page tests and
//! `WHATS_NEW_PROGRAMS`, the archive, and parses the output: a line for each figure, with its
//! value, unit and budget.

#![allow(
    clippy::expect_used,
    reason = "a measurement that cannot be made has nothing to print"
)]

use harness::{Page, Site};

/// The number of measurements, of which the median is reported.
const TIMES: usize = 3;

/// Records the seconds from choosing files to the first finding and to the verdict.
const WATCH: &str = "
window.check = {};
document.querySelector('#check-files').addEventListener('change', () => {
  const start = performance.now();
  const look = () => {
    const after = (performance.now() - start) / 1000;
    const verdict = document.querySelector('.check .verdict')?.innerText ?? '';
    if (document.querySelector('.found li')) check.first ??= after;
    const isWhole = verdict && !verdict.startsWith('So far');
    if (isWhole && !document.querySelector('#check progress')) check.all ??= after;
    if (!check.all) requestAnimationFrame(look);
  };
  look();
}, { capture: true, once: true });
";

fn main() {
    let archive = std::env::var("WHATS_NEW_PROGRAMS").expect("the archive to check");
    let (mut first, mut all) = (Vec::new(), Vec::new());
    for _ in 0..TIMES {
        let site = Site::built();
        let page = Page::new(&site);
        page.open("#?view=check&from=3.6").wait_for_explorer();
        page.wait_for("the input", |page| page.count("#check-files") == 1);
        page.script::<()>(WATCH, Vec::new());
        page.choose_file("#check-files", &archive);
        page.wait_for("the verdict", |page| {
            let seconds: (Option<f64>, Option<f64>) = page.script(
                "return [check.first ?? null, check.all ?? null]",
                Vec::new(),
            );
            first.extend(seconds.1.and(seconds.0));
            all.extend(seconds.1);
            seconds.1.is_some()
        });
        page.assert_no_errors();
    }
    print("check: file to first finding, median", &mut first, "<1");
    print("check: file to the verdict, median", &mut all, "<6");
}

fn print(name: &str, values: &mut [f64], budget: &str) {
    values.sort_by(f64::total_cmp);
    println!("{name}\t{:.2}\ts\t{budget}", values[values.len() / 2]);
}
