//! The page on paper.

use harness::{Page, explore};

/// Tells the page that it is about to be printed, or that it has been.
fn tell(page: &Page, event: &str) {
    page.script::<()>("dispatchEvent(new Event(arguments[0]))", vec![event.into()]);
}

#[test]
fn a_list_is_printed_whole_with_address_and_day() {
    explore("#?kind=deprecated", |page| {
        let total = page.total().expect("a number of results");
        assert!(page.count(".results a.row") < total, "a virtual list");
        tell(page, "beforeprint");
        page.print_media();
        page.wait_for("all rows", |page| page.count(".results a.row") == total);
        assert_eq!(page.count(".results .space"), 0);
        let signed = page.attribute("body", "data-printed").unwrap_or_default();
        assert!(signed.contains("#?kind=deprecated · "), "{signed}");
        for hidden in [".top", ".filter-panel", "footer", ".embed-view", ".clear"] {
            assert!(!page.is_visible(hidden), "{hidden}");
        }
        assert_eq!(page.style("section.series > h2", "position"), "static");
        tell(page, "afterprint");
        page.wait_for("the rows near the viewport", |page| {
            page.count(".results a.row") < total
        });
    });
}

#[test]
fn a_checklist_is_printed_as_it_is_open() {
    explore("#?view=upgrade&from=3.13&to=3.14", |page| {
        page.wait_for("the list", |page| page.count("#breaks .steps") > 0);
        tell(page, "beforeprint");
        page.print_media();
        assert!(page.is_visible("#breaks .steps li"));
        for hidden in ["#new", ".contents", ".ends", ".tools-bar button"] {
            assert!(!page.is_visible(hidden), "{hidden}");
        }
        assert!(page.is_visible(".progress"));
    });
}
