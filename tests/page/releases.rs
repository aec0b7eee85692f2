//! The releases of a series: the picture and the table say the same.

use harness::{Page, explore};

/// Every release as `3.14.0, released 7 Oct 2025`: as the marks of the
/// timeline say it, and as the table does.
fn marks_and_rows(page: &Page) -> (Vec<String>, Vec<String>) {
    let marks = page.script(
        "return [...document.querySelectorAll('.timeline circle title')]
           .map((title) => title.textContent)",
        Vec::new(),
    );
    let rows = page.script(
        "return [...document.querySelectorAll('.series-shown tbody tr')].map((row) => {
           const [number, , date, state] = [...row.cells].map((cell) => cell.textContent);
           return `${number}, ${state} ${date}`;
         })",
        Vec::new(),
    );
    (marks, rows)
}

/// How far from the left the mark of a release is, in units of the picture.
fn place(page: &Page, release: &str) -> f64 {
    page.script(
        "const mark = [...document.querySelectorAll('.timeline circle')]
           .find((mark) => mark.textContent.startsWith(`${arguments[0]},`));
         return Number(mark.getAttribute('cx'))",
        vec![release.into()],
    )
}

#[test]
fn the_timeline_and_the_table_tell_the_same_releases() {
    explore("#?view=releases&series=3.14", |page| {
        for series in ["3.14", "3.15", "3.16", "3.0"] {
            page.go(&format!("#?view=releases&series={series}"));
            page.wait_for("the series", |page| {
                page.text("h1") == format!("Python {series}")
            });
            let (marks, rows) = marks_and_rows(page);
            assert!(marks.len() > 2, "{series}");
            assert_eq!(marks, rows, "{series}");
            let drawn = |state: &str| page.count(&format!(".timeline circle.{state}"));
            let told = |word: &str| marks.iter().filter(|mark| mark.contains(word)).count();
            assert_eq!(drawn("actual"), told("released"), "{series}");
            assert_eq!(drawn("expected"), told("expected"), "{series}");
        }
        page.go("#?view=releases&series=3.14");
        page.wait_for("the series", |page| page.text("h1") == "Python 3.14");
        let (marks, _) = marks_and_rows(page);
        assert!(
            marks.contains(&"3.14.0a1, released 15 Oct 2024".to_owned()),
            "{marks:?}"
        );
        assert!(
            marks.contains(&"3.14.0, released 7 Oct 2025".to_owned()),
            "{marks:?}"
        );
    });
}

#[test]
fn expected_releases_are_drawn_otherwise_than_actual_ones() {
    explore("#?view=releases&series=3.15", |page| {
        let actual = page.style(".timeline circle.actual", "fill");
        let expected = page.style(".timeline circle.expected", "fill");
        assert_ne!(actual, expected);
        let (marks, _) = marks_and_rows(page);
        assert!(
            marks.contains(&"3.15.0a1, released 14 Oct 2025".to_owned()),
            "{marks:?}"
        );
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
                .contains("1 Aug 2025, is after all this")
        });
        assert_eq!(page.count(".timeline g.now"), 0);
    });
}

#[test]
fn a_series_tells_its_phase_and_dates_and_leads_to_its_features() {
    explore("#?view=releases&series=3.14", |page| {
        let text = page.text(".series-shown");
        for part in ["PEP 745", "First final release\n7 Oct 2025", "as of"] {
            assert!(text.contains(part), "{part:?} is not in {text}");
        }
        let promised = page.number(".phase-line a[href*='version=']");
        page.click(".phase-line a[href*='version=']");
        page.wait_for("the features of the series", |page| {
            page.chips() == ["Introduced in 3.14"]
        });
        assert_eq!(page.total(), promised);
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
