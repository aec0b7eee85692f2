//! The page on narrow screens.

use harness::{Page, explore};

/// A route for every view and state with a layout of its own.
const PLACES: &[&str] = &[
    "",
    "#?kind=removed&status=final&in=3.14&q=type",
    "#?feature=pep-649",
    "#?kind=removed&feature=pep-649",
    "#?pep=758&kind=removed",
    "#?version=banana&kind=sideways",
    "#?view=upgrade&from=3.10&to=3.14",
    "#?view=upgrade&from=3.14&to=3.11",
    "#?view=releases&series=3.14",
    "#?view=documents",
    "#?view=documents&document=cloudsmith-314",
    "#?view=try&sample=pep-758/bare",
    "#?view=try&sample=pep-649/forward-reference",
];

/// Waits until everything that is loaded lazily is there.
fn settle(page: &Page) {
    page.wait_for("all of the place", |page| {
        let analysed = page.count("#code") == 0 || page.count(".strip") == 1;
        let shown = page.count(".detail") == 0 || page.count(".detail h4") > 0;
        let read = page.count(".reader") == 0 || page.count(".reader .prose") == 1;
        analysed && shown && read && page.count(".skeleton") == 0
    });
}

/// The elements that extend beyond the right edge of the screen, for the failure message.
fn beyond_the_edge(page: &Page) -> Vec<String> {
    page.script(
        "const edge = document.documentElement.clientWidth;
         return [...document.querySelectorAll('body *')]
           .filter((element) => element.getBoundingClientRect().right > edge + 1)
           .filter((element) => {
             // Content of a scrolling element does not make the page wider.
             for (let frame = element.parentElement; frame; frame = frame.parentElement) {
               if (frame !== document.body && getComputedStyle(frame).overflowX !== 'visible'
                   && frame.getBoundingClientRect().right <= edge + 1) return false;
             }
             return true;
           })
           .map((element) => `${element.tagName}.${element.className}`)
           .slice(0, 12)",
        Vec::new(),
    )
}

/// The smallest phone, a tablet, and a window from whose width the header is one row: the
/// narrowest of each layout.
const WIDTHS: [u32; 3] = [320, 768, 1024];

#[track_caller]
fn assert_fits(page: &Page, place: &str) {
    for width in WIDTHS {
        page.viewport(width, 740);
        settle(page);
        // The explorer follows the new width a moment later.
        page.wait_for(&format!("{place} to fit into {width} pixels"), |page| {
            let is_wider = page.scrolls_sideways();
            if is_wider {
                eprintln!("{place} at {width}: {:?}", beyond_the_edge(page));
            }
            !is_wider
        });
    }
}

#[test]
fn nothing_is_wider_than_the_window() {
    explore("", |page| {
        for place in PLACES {
            page.arrive(place);
            assert_fits(page, place);
        }
        page.arrive("#?view=check&from=3.10");
        page.fill("#check-code", "import cgi\nimport tomllib\n");
        page.wait_for("the verdict", |page| page.count(".check .verdict") == 1);
        assert_fits(page, "the result of a check");
        page.arrive("").click("[aria-label='Keyboard and help']");
        page.wait_for("the help", |page| page.is_visible("dialog"));
        assert_fits(page, "the help");
    });
}

#[test]
fn a_feature_opens_below_its_row() {
    explore("", |page| {
        page.viewport(360, 740).arrive("#?pep=649,758");
        page.click("#row-pep-758");
        page.wait_for("the feature", |page| page.has_focus("#detail-title"));
        let below: bool = page.script(
            "const row = document.querySelector('#row-pep-758');
             const detail = document.querySelector('.detail');
             return row.closest('[role=listitem]').contains(detail)
               && detail.getBoundingClientRect().top >= row.getBoundingClientRect().bottom",
            Vec::new(),
        );
        assert!(below);
        assert_eq!(page.count(".detail"), 1);
        page.wait_for("its title in the viewport", |page| {
            page.is_in_viewport("#detail-title")
        });
        page.click(".detail [aria-label='Close']");
        page.wait_for("the feature to close", |page| page.count(".detail") == 0);
        assert_eq!(page.focused(), "row-pep-758");
        assert!(page.is_in_viewport("#row-pep-758"));
    });
}

#[test]
fn the_filters_begin_closed_and_stay_open_while_they_are_used() {
    explore("", |page| {
        page.viewport(360, 740).arrive("");
        page.wait_for("closed filters", |page| {
            page.is_visible("details.filter-panel:not([open])")
        });
        assert!(!page.is_visible("#kind-removed"));
        page.click(".filter-panel summary");
        page.wait_for("open filters", |page| page.is_visible("#kind-removed"));
        page.click("#kind-removed");
        page.wait_for("the kind", |page| page.chips() == ["Removed"]);
        assert!(page.is_visible("#kind-removed"), "they stay open");
        assert_eq!(
            page.number(".filter-panel summary"),
            Some(1),
            "and say how many are in force"
        );
        page.viewport(1280, 900);
        page.wait_for("the filters beside the results", |page| {
            page.is_visible("#kind-removed") && !page.is_visible(".filter-panel summary")
        });
        assert!(page.is_checked("kind-removed"));
    });
}

#[test]
fn the_filters_are_a_sheet_that_says_how_much_it_would_show() {
    explore("", |page| {
        page.viewport(360, 740).arrive("");
        page.click(".filter-panel summary");
        page.wait_for("the sheet", |page| page.is_visible("#kind-removed"));
        page.click("#kind-removed");
        page.wait_for("the kind", |page| page.chips() == ["Removed"]);
        let total = page.total().expect("a number of results");
        page.wait_for("the number", |page| {
            page.text(".filter-panel .show") == format!("Show {total} results")
        });
        assert!(page.is_in_viewport(".filter-panel .show"));
        page.assert_accessible();
        page.click(".filter-panel .show");
        page.wait_for("the results", |page| !page.is_visible("#kind-removed"));
        assert!(page.is_in_viewport(".results .count"));
    });
}

#[test]
fn an_open_feature_is_at_the_top() {
    explore("", |page| {
        page.viewport(360, 740).arrive("#?version=3.13");
        let row = page.rows().get(4).cloned().expect("a fifth row");
        page.click(&format!("[id='row-{row}']"));
        page.wait_for("the row at the top", |page| {
            page.count(".detail h4") > 0
                && page.script(
                    "return document.querySelector('.row[aria-current]').getBoundingClientRect().top < 160",
                    Vec::new(),
                )
        });
    });
}

#[test]
fn charts_are_legible_and_have_all_bars_in_view() {
    explore("", |page| {
        for width in [360, 600, 700, 768, 1024] {
            page.viewport(width, 740)
                .arrive("#?view=releases&series=3.14");
            page.wait_for("the charts", |page| page.count(".chart svg") == 4);
            let (letters, beyond): (f64, u32) = page.script(
                "const edge = document.documentElement.clientWidth;
                 const drawings = [...document.querySelectorAll('.chart svg')];
                 const letters = drawings.map((svg) => parseFloat(getComputedStyle(svg).fontSize)
                   * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width);
                 const bars = drawings.flatMap((svg) => [...svg.querySelectorAll('rect')]);
                 const beyond = bars.filter((bar) => bar.getBoundingClientRect().right > edge);
                 return [Math.min(...letters), beyond.length]",
                Vec::new(),
            );
            assert!(letters >= 11.0, "{letters} pixels at {width}");
            assert_eq!(beyond, 0, "bars beyond the edge at {width}");
        }
    });
}
