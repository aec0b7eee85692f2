//! The releases of a series: how they are drawn, with today's date among them.

use harness::{Page, explore};

/// The distance of a release's mark from the left, in units of the chart.
fn place(page: &Page, release: &str) -> f64 {
    page.script(
        "const mark = [...document.querySelectorAll('.timeline circle')]
           .find((mark) => mark.textContent.startsWith(`${arguments[0]},`));
         return Number(mark.getAttribute('cx'))",
        vec![release.into()],
    )
}

#[test]
fn expected_releases_are_drawn_otherwise_than_actual_ones() {
    explore("#?view=releases&series=3.15", |page| {
        let actual = page.style(".timeline circle.actual", "fill");
        let expected = page.style(".timeline circle.expected", "fill");
        assert_ne!(actual, expected);
    });
}

#[test]
fn today_stands_between_what_was_and_what_comes() {
    explore("", |page| {
        page.pretend_today("2025-08-01")
            .arrive("#?view=releases&series=3.14");
        page.wait_for("the day", |page| {
            page.text("figcaption").contains("today, 1 Aug 2025")
        });
        let today: f64 = page.script(
            "return Number(document.querySelector('.timeline g.now line').getAttribute('x1'))",
            Vec::new(),
        );
        let (before, after) = (place(page, "3.14.0rc1"), place(page, "3.14.0rc2"));
        assert!(before < today && today < after, "{before} {today} {after}");

        page.go("#?view=releases&series=3.8");
        page.wait_for("a series that has ended", |page| {
            page.text("figcaption")
                .contains("1 Aug 2025, is after this period")
        });
        assert_eq!(page.count(".timeline g.now"), 0);
    });
}

#[test]
fn the_series_are_switched_by_their_list() {
    explore("#?view=releases", |page| {
        let current = "nav[aria-label='Series'] a[aria-current]";
        let series = page.texts("nav[aria-label='Series'] strong");
        assert_eq!(
            series.first().map(String::as_str),
            Some("3.16"),
            "{series:?}"
        );
        assert_eq!(
            page.text("h1"),
            format!("Python {}", page.text(&format!("{current} strong")))
        );
        page.click_text("nav[aria-label='Series'] a", "3.12");
        page.wait_for("the series", |page| page.text("h1") == "Python 3.12");
        assert_eq!(page.text(&format!("{current} strong")), "3.12");
        assert_eq!(page.fragment(), "#?view=releases&series=3.12");
        page.back();
        page.wait_for("the series before", |page| page.text("h1") != "Python 3.12");
    });
}
