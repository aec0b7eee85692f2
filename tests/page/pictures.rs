//! The charts of the Releases view: each shows the same as its table.

use harness::{Page, explore};

/// The labels of a chart's bars, and the texts of its table's cells.
fn bars_and_cells(page: &Page, picture: &str) -> (Vec<String>, Vec<String>) {
    let texts = |css: &str| {
        page.script(
            "return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)",
            vec![format!(".chart.{picture} {css}").into()],
        )
    };
    (texts("rect title"), texts("td li"))
}

/// The labels of a chart's bars. Fails if its table differs, or if there are fewer than
/// `least`.
#[track_caller]
fn assert_same(page: &Page, picture: &str, least: usize) -> Vec<String> {
    page.wait_for(picture, |page| {
        page.count(&format!(".chart.{picture} svg")) == 1
    });
    let (bars, cells) = bars_and_cells(page, picture);
    assert!(bars.len() >= least, "{picture}: {bars:?}");
    assert_eq!(bars, cells, "{picture}");
    bars
}

#[test]
fn support_windows_are_drawn_with_today() {
    explore("", |page| {
        page.pretend_today("2026-03-01")
            .arrive("#?view=releases&series=3.14");
        let bars = assert_same(page, "windows", 30);
        let support = "Bug fixes 7 Oct 2025 to 7 Oct 2027";
        assert!(bars.iter().any(|bar| bar == support), "{bars:?}");
        let now = ".chart.windows line.now";
        page.wait_for("today", |page| page.count(now) == 1);
        let place: f64 = page.script(
            "const number = (element, name) => Number(element.getAttribute(name));
             const title = [...document.querySelectorAll('.chart.windows rect title')]
               .find((title) => title.textContent === arguments[0]);
             const bar = title.parentElement;
             const now = number(document.querySelector('.chart.windows line.now'), 'x1');
             return (now - number(bar, 'x')) / number(bar, 'width')",
            vec![support.into()],
        );
        assert!((0.1..0.4).contains(&place), "{place}");
    });
}

#[test]
fn bars_reach_from_deprecation_to_removal() {
    explore("#?view=releases&series=3.14", |page| {
        let bars = assert_same(page, "endings", 3);
        let shown = "deprecated in 3.12, gone in 3.14";
        assert!(bars.iter().any(|bar| bar == shown), "{bars:?}");
        assert!(
            page.count(".chart.endings .open") > 0,
            "plans are drawn too"
        );
        let style = |css: &str| page.style(css, "stroke-dasharray");
        assert_ne!(
            style(".chart.endings .open rect"),
            style(".chart.endings g:not(.open) > rect"),
            "not shown by colour alone"
        );
    });
}
