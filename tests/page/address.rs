//! The address follows the route: links, Back, Forward, reload, and invalid links.

use harness::{Page, explore};

/// A link with a part for every filter and an open feature.
const WHOLE: &str = "#?version=3.12..3.14&in=3.14&pep=649,758&status=final&kind=changed\
                     &area=language&doc=cloudsmith-314&q=parentheses&feature=pep-758";

/// Fails unless the controls and the view show [`WHOLE`].
#[track_caller]
fn assert_whole(page: &Page) {
    assert_eq!(page.value("#introduced-from"), "3.12");
    assert_eq!(page.value("#introduced-to"), "3.14");
    assert_eq!(page.value("#usable-in"), "3.14");
    assert_eq!(
        page.value("#search"),
        "version:3.12..3.14 in:3.14 pep:649,758 status:final kind:changed area:language \
         doc:cloudsmith-314 parentheses"
    );
    for id in [
        "status-final",
        "kind-changed",
        "area-language",
        "doc-cloudsmith-314",
    ] {
        assert!(page.is_checked(id), "{id}");
    }
    assert_eq!(
        page.count(".filters :checked:not(.my-versions *)"),
        4 + 3,
        "boxes and chosen options"
    );
    assert_eq!(page.chips().len(), 9, "{:?}", page.chips());
    assert_eq!(page.rows(), ["pep-758"]);
    assert!(page.text("#detail-title").contains("without parentheses"));
    assert_eq!(
        page.attribute("#row-pep-758", "aria-current").as_deref(),
        Some("true")
    );
}

#[test]
fn a_link_restores_everything_and_survives_a_reload() {
    explore(WHOLE, |page| {
        assert_whole(page);
        page.reload().wait_for_explorer();
        assert_whole(page);
        // Closing and opening the feature leads back to the same link.
        page.click(".detail [aria-label='Close']");
        page.wait_for("the feature to close", |page| page.count(".detail") == 0);
        page.click("#row-pep-758");
        page.wait_for("the feature", |page| page.count(".detail") == 1);
        assert_eq!(page.fragment(), WHOLE);
        assert_eq!(page.count(".notices"), 0);
    });
}

#[test]
fn the_address_follows_what_the_reader_does() {
    explore("", |page| {
        page.click("#kind-removed");
        page.wait_for("the kind", |page| page.fragment() == "#?kind=removed");
        page.choose("#usable-in", "3.9");
        page.wait_for("the series", |page| {
            page.fragment() == "#?in=3.9&kind=removed"
        });
        page.type_text("#search", "é & co=1");
        page.wait_for("the words", |page| {
            page.fragment() == "#?in=3.9&kind=removed&q=%C3%A9+%26+co%3D1"
        });
        page.reload().wait_for_explorer();
        assert_eq!(page.value("#search"), "in:3.9 kind:removed é & co=1");
        page.click_text("nav[aria-label='Views'] a", "Fact checks");
        page.wait_for("the documents", |page| {
            page.text("main h1") == "Fact checks"
        });
        assert!(
            page.fragment()
                .starts_with("#?view=documents&in=3.9&kind=removed")
        );
        page.click_text("nav[aria-label='Views'] a", "Explore");
        page.wait_for("the filters as they were", |page| page.chips().len() == 3);
    });
}

#[test]
fn back_and_forward_repeat_what_the_reader_did() {
    explore("", |page| {
        let all = page.total().expect("a number of features");
        page.click("#kind-removed");
        page.wait_for("the kind", |page| page.chips() == ["Removed"]);
        let removed = page.total().expect("a number of features");
        page.click(".results a.row");
        page.wait_for("the feature", |page| page.count("#detail-title") == 1);
        let title = page.text("#detail-title");
        page.wait_for("its title", |page| page.title().contains(&title));
        page.click_text("nav[aria-label='Views'] a", "Releases");
        page.wait_for("the releases", |page| {
            page.text("main h1").starts_with("Python 3.")
        });
        page.wait_for("their title", |page| page.title().starts_with("Releases"));

        page.back();
        page.wait_for("the feature again", |page| {
            page.count("#detail-title") == 1 && page.text("#detail-title") == title
        });
        page.back();
        page.wait_for("the list again", |page| page.count(".detail") == 0);
        assert_eq!(page.total(), Some(removed));
        assert!(page.is_checked("kind-removed"));
        page.back().wait_for_total(all);
        assert!(!page.is_checked("kind-removed"));
        page.forward().wait_for_total(removed);
        assert!(page.is_checked("kind-removed"));
    });
}

#[test]
fn a_typed_word_is_one_entry_of_the_history() {
    explore("#?kind=added", |page| {
        let added = page.total().expect("a number of features");
        page.type_text("#search", "zstd");
        page.wait_for("the word", |page| page.fragment() == "#?kind=added&q=zstd");
        page.back().wait_for_total(added);
        assert_eq!(page.value("#search"), "kind:added ");
        assert_eq!(page.fragment(), "#?kind=added");
    });
}

/// The address is debounced while typing, but Back still returns to the last query after a
/// link is followed.
#[test]
fn back_returns_to_what_was_typed() {
    explore("", |page| {
        page.click("#search").keys("zstd");
        page.click_text("nav[aria-label='Views'] a", "Releases");
        page.wait_for("the releases", |page| page.count(".releases") == 1);
        page.back();
        page.wait_for("the words", |page| page.fragment() == "#?q=zstd");
        assert_eq!(page.value("#search").trim(), "zstd");
    });
}

#[test]
fn broken_parts_of_a_link_are_named_and_the_rest_is_kept() {
    let broken = "#?version=banana&status=final,finished&colour=red&kind=changed&q=%zz%ff";
    explore(broken, |page| {
        let shown = page.text("[role=status].notices");
        for part in ["banana", "finished", "colour"] {
            assert!(shown.contains(part), "{shown}");
        }
        assert!(page.is_checked("status-final") && page.is_checked("kind-changed"));
        assert!(
            page.chips().contains(&"Status: Final".to_owned()),
            "{:?}",
            page.chips()
        );
        assert!(page.is_in_viewport(".notices"));
        page.click_text(".notices button", "Dismiss");
        page.wait_for("the notices to go", |page| page.count(".notices") == 0);
        assert!(page.is_checked("status-final"));
        // Another invalid link shows another notice.
        page.go("#?kind=sideways");
        page.wait_for("the notice", |page| {
            page.text(".notices").contains("sideways")
        });
        page.click("#kind-added");
        page.wait_for("a sound address", |page| page.fragment() == "#?kind=added");
        assert_eq!(page.count(".notices"), 0);
    });
}

#[test]
fn links_to_missing_things_say_so() {
    explore("#?feature=pep-1234567&kind=added", |page| {
        assert!(page.text(".failure[role=alert]").contains("pep-1234567"));
        assert!(
            page.total().is_some_and(|total| total > 0),
            "the list is there all the same"
        );
        page.go("#?view=documents&document=lost-scroll");
        page.wait_for("the message", |page| {
            page.text(".failure[role=alert]").contains("lost-scroll")
        });
        assert!(
            page.count("main h3 a") > 5,
            "the other documents are listed"
        );
        page.go("#?view=releases&series=3.99");
        page.wait_for("the message", |page| {
            page.text(".failure[role=alert]").contains("3.99")
        });
        assert!(
            page.count("nav[aria-label='Versions'] a") > 5,
            "the other series are offered"
        );
        page.go("#?view=try&sample=pep-758/vanished");
        page.wait_for("the message", |page| {
            page.text(".failure[role=alert]").contains("vanished")
        });
        assert!(
            page.count("nav[aria-label='Samples'] a") > 5,
            "the other samples are offered"
        );
        page.go("#?view=nowhere");
        page.wait_for("the notice", |page| {
            page.text(".notices").contains("nowhere")
        });
        assert!(
            page.total().is_some_and(|total| total > 0),
            "the first view is shown instead"
        );
    });
}
