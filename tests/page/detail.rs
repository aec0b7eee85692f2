//! Opening and reading a feature. Its content is tested in `tests/native/views`.

use harness::{Page, explore};

/// Waits for the texts of the open feature, which are loaded when it opens.
fn wait_for_text(page: &Page) {
    page.wait_for("what the documents say", |page| {
        page.count(".detail h4") > 0
    });
}

#[test]
fn related_features_and_documents_are_a_click_away() {
    explore("#?pep=758&feature=pep-758", |page| {
        wait_for_text(page);
        let related = page.texts(".detail .related a");
        assert!(
            related
                .iter()
                .any(|title| title.contains("xception groups")),
            "{related:?}"
        );
        page.click_text(".detail .related a", "xception groups");
        page.wait_for("the related feature", |page| {
            page.fragment().ends_with("feature=pep-654")
        });
        page.wait_for("its title", |page| {
            page.text("#detail-title").contains("xception groups")
        });
        assert_eq!(page.focused(), "detail-title");
        assert_eq!(page.chips(), ["PEP 758"], "the filters stay");
        page.back();
        page.wait_for("the first feature", |page| {
            page.text("#detail-title").contains("parentheses")
        });
        wait_for_text(page);
        page.click_text(".detail h4 a", "What you need to know");
        page.wait_for("the document", |page| {
            page.text("main h1").contains("What you need to know")
        });
    });
}

#[test]
fn the_row_of_a_linked_feature_is_scrolled_into_the_viewport() {
    for (width, height) in [(1440, 900), (1280, 700)] {
        // The features of an old series are below a thousand rows, most of which are not
        // rendered.
        explore("", |page| {
            page.viewport(width, height);
            for slug in ["pep-380", "pep-572", "pep-3102"] {
                page.arrive(&format!("#?feature={slug}"));
                wait_for_text(page);
                let row = format!("#row-{slug}");
                let mut steady = 0;
                page.wait_for("the row to rest in the viewport", |page| {
                    steady = if page.is_in_viewport(&row) {
                        steady + 1
                    } else {
                        0
                    };
                    steady == 20
                });
            }
        });
    }
}

#[test]
fn the_page_is_named_after_what_is_open() {
    explore("#?feature=pep-758", |page| {
        let named = page.title();
        assert!(
            named.starts_with("except and except* without parentheses"),
            "{named}"
        );
        page.click(".detail [aria-label='Close']");
        page.wait_for("the name of the view", |page| {
            page.title().starts_with("What's New in Python")
        });
        assert_eq!(page.focused(), "row-pep-758");
    });
}

#[test]
fn a_removal_shows_what_is_seen_and_what_to_write_instead() {
    explore("#?feature=3.13-cgi", |page| {
        wait_for_text(page);
        let sheet = page.text(".detail .repair");
        for part in [
            "No module named 'cgi'",
            "Before",
            "After",
            "legacy-cgi",
            "PEP 594",
        ] {
            assert!(sheet.contains(part), "{part}: {sheet}");
        }
    });
}

#[test]
fn a_new_search_closes_what_it_does_not_find() {
    explore("#?feature=pep-758", |page| {
        wait_for_text(page);
        page.fill("#search", "except");
        page.wait_for("a search that finds it", |page| {
            page.fragment().starts_with("#?q=except")
        });
        assert_eq!(page.count(".detail"), 1);
        page.fill("#search", "zoneinfo");
        page.wait_for("the list alone", |page| page.count(".detail") == 0);
        page.wait_for("the address", |page| page.fragment() == "#?q=zoneinfo");
    });
}
