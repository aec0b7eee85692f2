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
fn expected_releases_look_unlike_published_ones() {
    explore("", |page| {
        page.pretend_today("2026-09-01")
            .arrive("#?view=releases&series=3.15");
        let released = page.style(".timeline circle.released", "fill");
        let expected = page.style(".timeline circle.expected", "fill");
        assert_ne!(released, expected);
    });
}

/// What the views say of versions on a day before 3.15, on one after it, and on one that no
/// calendar here knows.
#[test]
fn phases_depend_on_the_date_of_the_reader() {
    explore("", |page| {
        for (today, phases, line, first) in [
            (
                "2026-09-01",
                ["Pre-release", "Bug fixes", "Security fixes"],
                "Pre-release · expected 9 Oct 2026, as of 1 Sep 2026",
                "3.10",
            ),
            (
                "2026-11-15",
                ["Bug fixes", "Security fixes", "End of life"],
                "Bug fixes · ",
                "3.11",
            ),
            (
                "2029-11-15",
                ["Security fixes", "End of life", "End of life"],
                "Security fixes · ",
                "3.14",
            ),
        ] {
            page.pretend_today(today)
                .arrive("#?view=releases&series=3.15");
            let phase = |series: &str| {
                let link = format!("nav[aria-label='Versions'] a[href$='series={series}'] .phase");
                page.text(&link)
            };
            assert_eq!(["3.15", "3.13", "3.10"].map(phase), phases, "{today}");
            assert!(page.text(".phase-line").starts_with(line), "{today}");
            page.go("#?view=upgrade");
            page.wait_for("the oldest supported version", |page| {
                page.value("#upgrade-from") == first
            });
        }
        // Nobody knows here whether 3.16 came.
        page.go("#?view=releases&series=3.16");
        page.wait_for("what is not known", |page| {
            page.text(".phase-line")
                .contains("expected 5 Oct 2027, as of 22 Aug 2026")
        });
    });
}

#[test]
fn today_separates_past_releases_from_expected_ones() {
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
fn the_list_of_versions_switches_between_them() {
    explore("#?view=releases", |page| {
        let current = "nav[aria-label='Versions'] a[aria-current]";
        let series = page.texts("nav[aria-label='Versions'] strong");
        assert_eq!(
            series.first().map(String::as_str),
            Some("3.16"),
            "{series:?}"
        );
        assert_eq!(
            page.text("h1"),
            format!("Python {}", page.text(&format!("{current} strong")))
        );
        page.click_text("nav[aria-label='Versions'] a", "3.12");
        page.wait_for("the series", |page| page.text("h1") == "Python 3.12");
        assert_eq!(page.text(&format!("{current} strong")), "3.12");
        assert_eq!(page.fragment(), "#?view=releases&series=3.12");
        page.back();
        page.wait_for("the series before", |page| page.text("h1") != "Python 3.12");
    });
}
