//! Everything can be done without a mouse, and the focus is never lost.

use harness::{Key, Page, Site, explore, visit_site};

/// Presses Tab and returns what has the focus then.
fn tab(page: &Page) -> String {
    page.keys(Key::Tab).focused()
}

#[test]
fn search_open_close_and_clear_without_a_mouse() {
    explore("", |page| {
        let all = page.total();
        page.keys("/");
        page.wait_for("the search", |page| page.has_focus("#search"));
        assert_eq!(page.value("#search"), "", "the key itself is not typed");
        page.keys("asyncio");
        page.wait_for("results", |page| page.chips() == ["“asyncio”"]);
        let rows = page.rows();
        let row = |index: usize| format!("row-{}", rows[index]);

        page.keys(Key::Down);
        assert_eq!(page.focused(), row(0));
        page.keys(Key::Down).keys(Key::Down);
        assert_eq!(page.focused(), row(2));
        page.keys(Key::Up);
        assert_eq!(page.focused(), row(1));
        page.keys(Key::Enter);
        page.wait_for("the focus on the title", |page| {
            page.focused() == "detail-title"
        });
        assert!(page.fragment().ends_with(&format!("feature={}", rows[1])));

        page.keys(Key::Escape);
        page.wait_for("the feature to close", |page| page.count(".detail") == 0);
        assert_eq!(page.focused(), row(1), "the focus returns to the row");
        page.keys(Key::Up).keys(Key::Up);
        assert_eq!(
            page.focused(),
            "search",
            "above the first row is the search"
        );
        page.keys(Key::Escape);
        page.wait_for("the search to clear", |page| page.chips().is_empty());
        assert_eq!(page.value("#search"), "");
        assert_eq!(page.total(), all);
    });
}

#[test]
fn enter_in_the_search_opens_the_best_result() {
    explore("", |page| {
        page.keys("/").keys("pep 758");
        page.wait_for("results", |page| page.chips() == ["“pep 758”"]);
        assert_eq!(page.rows().first().map(String::as_str), Some("pep-758"));
        page.keys(Key::Enter);
        page.wait_for("the feature", |page| page.focused() == "detail-title");
        assert!(
            page.fragment().ends_with("feature=pep-758"),
            "{}",
            page.fragment()
        );
    });
}

#[test]
fn enter_waits_for_a_search_that_is_still_loading() {
    let site = Site::built();
    site.test_hooks().hold("/index.bin");
    visit_site(&site, "", |page| {
        page.wait_for_explorer().keys("/").keys("zstd");
        page.keys(Key::Enter);
        page.wait_for("the words", |page| page.chips() == ["“zstd”"]);
        assert_eq!(page.count(".detail"), 0);
        site.test_hooks().release();
        page.wait_for("the feature", |page| page.focused() == "detail-title");
        assert!(page.fragment().ends_with("feature=pep-784"));
    });
}

#[test]
fn arrows_stay_inside_the_results() {
    explore("#?pep=758,649", |page| {
        let rows = page.rows();
        let last = format!("row-{}", rows.last().expect("results"));
        page.keys("/");
        for _ in 0..rows.len() + 2 {
            page.keys(Key::Down);
        }
        assert_eq!(page.focused(), last, "after the last row there is nothing");
        assert!(page.is_in_viewport(&format!("[id='{last}']")));
    });
}

#[test]
fn closing_a_feature_that_is_filtered_out_keeps_the_focus() {
    explore("#?kind=removed&feature=pep-758", |page| {
        page.wait_for("the feature", |page| page.focused() == "detail-title");
        page.keys(Key::Escape);
        page.wait_for("the feature to close", |page| page.count(".detail") == 0);
        assert_eq!(page.focused(), "main");
    });
}

#[test]
fn the_help_takes_the_focus_and_returns_it() {
    explore("#?feature=pep-758", |page| {
        page.focus(".detail [aria-label='Close']").keys("?");
        page.wait_for("the help", |page| page.is_visible("dialog[open]"));
        assert!(page.has_focus("dialog"));
        for _ in 0..4 {
            page.keys(Key::Tab);
            assert!(!page.has_focus("main") && !page.has_focus("header.top"));
        }
        // The page's shortcuts are off while the help is open, wherever it was clicked.
        page.click("#help-title").keys("/").keys(Key::Escape);
        page.wait_for("the help to close", |page| !page.is_visible("dialog"));
        assert_eq!(page.count(".detail"), 1, "only the help has closed");
        assert_eq!(page.focused(), "Close", "the focus is back where it was");
        page.click("[aria-label='Keyboard and help']");
        page.wait_for("the help", |page| page.is_visible("dialog[open]"));
        page.click_text("dialog button", "Close");
        page.wait_for("the help to close", |page| !page.is_visible("dialog"));
    });
}

#[test]
fn keys_in_fields_are_text_and_the_browser_keeps_its_shortcuts() {
    explore("", |page| {
        page.keys("/").keys("a/b?");
        page.wait_for("the text", |page| page.value("#search") == "a/b?");
        assert!(!page.is_visible("dialog"));
        page.fill("#pep", "1/2?");
        assert_eq!(page.value("#pep"), "1/2?");
        assert!(!page.is_visible("dialog"));
        page.focus("#kind-added").keys("/");
        assert!(page.has_focus("#search"), "a checkbox is not a text field");
        page.focus("#kind-added").keys_with(Key::Control, "/");
        assert!(page.has_focus("#kind-added"));
    });
}

#[test]
fn tab_goes_through_the_page_in_reading_order() {
    explore("#?pep=758", |page| {
        assert_eq!(tab(page), "Skip to the content");
        page.wait_for("what the focus makes visible", |page| {
            page.is_in_viewport(".skip")
        });
        assert!(tab(page).starts_with("3.x"), "the name of the page");
        assert_eq!(tab(page), "search");
        for view in [
            "Explore",
            "Upgrade",
            "Check",
            "Errors",
            "Releases",
            "Fact checks",
            "Try",
        ] {
            assert_eq!(tab(page), view);
        }
        tab(page);
        assert!(page.has_focus(".theme select"));
        assert_eq!(tab(page), "Keyboard and help");
        tab(page);
        assert!(page.has_focus(".filters *"), "then the filters");
        page.focus(".filters [id^='doc-']");
        let mut after = Vec::new();
        while page.count(".filters :focus") == 1 {
            after.push(tab(page));
        }
        assert_eq!(
            page.focused(),
            "Remove the filter PEP 758",
            "then what is in force"
        );
        assert_eq!(tab(page), "Clear all");
        assert_eq!(tab(page), "Embed this view");
        assert_eq!(tab(page), "Python 3.14");
        assert_eq!(tab(page), "row-pep-758", "then the results");
    });
}

#[test]
fn the_skip_link_leads_to_the_content() {
    explore("#?view=documents", |page| {
        page.keys(Key::Tab).keys(Key::Enter);
        page.wait_for("the focus on the content", |page| page.focused() == "main");
        page.keys(Key::Tab);
        assert!(
            page.has_focus("main :is(a, button)"),
            "the next stop is inside it"
        );
    });
}

#[test]
fn filters_can_be_set_without_a_mouse() {
    explore("", |page| {
        page.focus("#kind-removed").keys(" ");
        page.wait_for("the kind", |page| page.chips() == ["Removed"]);
        assert_eq!(page.focused(), "kind-removed", "the focus stays");
        page.focus("#usable-in").keys("3.1");
        page.wait_for("the series", |page| {
            page.value("#usable-in").starts_with("3.1")
        });
        page.focus("[aria-label='Remove the filter Removed']")
            .keys(Key::Enter);
        page.wait_for("the chip to go", |page| {
            !page.chips().contains(&"Removed".to_owned())
        });
    });
}
