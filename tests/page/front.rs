//! The first screen: the explorer keeps what was prerendered of it.

use harness::explore;

#[test]
fn a_phone_shows_the_first_highlights_without_scrolling() {
    explore("", |page| {
        page.viewport(360, 740).arrive("");
        page.wait_for("the highlights", |page| page.count(".highlights > li") >= 5);
        for place in [1, 2] {
            assert!(page.is_in_viewport(&format!(".highlights > li:nth-child({place}) h2")));
        }
        assert!(!page.is_visible(".highlights pre"), "code is folded");
        page.click(".highlights summary");
        page.wait_for("its code", |page| page.is_visible(".highlights pre"));
        assert!(!page.scrolls_sideways());
    });
}

#[test]
fn a_highlight_opens_in_the_explorer_and_the_first_screen_comes_back() {
    explore("", |page| {
        assert_eq!(page.text("h1"), "What’s new in Python 3.15");
        page.script::<()>(
            "document.querySelector('#front').dataset.kept = ''",
            Vec::new(),
        );
        page.click(".highlights h2 a");
        page.wait_for("the feature", |page| page.is_visible("#detail-title"));
        assert!(page.url().contains("#?feature=pep-810"), "{}", page.url());
        assert_eq!(page.count("#front"), 0);
        page.click(".detail [aria-label='Close']");
        page.wait_for("the first screen", |page| page.is_visible("#front"));
        assert_eq!(page.count("#front[data-kept]"), 1, "it is not drawn again");
    });
}

#[test]
fn it_is_drawn_where_it_was_not_prerendered() {
    explore("", |page| {
        page.open("releases/").wait_for_explorer();
        assert_eq!(page.count("#front"), 0);
        page.click_text("nav a", "Explore");
        page.wait_for("the highlights", |page| {
            page.count(".highlights > li pre") >= 5
        });
        assert_eq!(page.texts("h1"), ["What’s new in Python 3.15"]);
    });
}
