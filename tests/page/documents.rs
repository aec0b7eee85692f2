//! The list of documents, and the text of one.

use harness::{Page, explore};

const CLOUDSMITH: &str = "#?view=documents&document=cloudsmith-314";

/// Opens a document and waits for its text, which is loaded separately.
fn read(fragment: &str, test: impl FnOnce(&Page)) {
    explore(fragment, |page| {
        page.wait_for("the text of the document", |page| {
            page.count(".reader .prose") == 1
        });
        test(page);
    });
}

#[test]
fn the_outline_scrolls_to_its_headings() {
    read(CLOUDSMITH, |page| {
        let entries = page.texts("nav[aria-label='In this document'] button");
        assert!(entries.len() > 10, "{entries:?}");
        let wanted = "Interpreter that uses tail calls";
        assert!(!page.is_in_viewport("[id='gh-128563']"));
        page.click_text("nav[aria-label='In this document'] button", wanted);
        page.wait_for("the heading", |page| {
            page.is_in_viewport("[id='gh-128563']")
        });
        assert!(page.text("[id='gh-128563']").starts_with(wanted));
        assert_eq!(page.fragment(), CLOUDSMITH, "the address stays");
    });
}

#[test]
fn documents_and_features_link_to_each_other() {
    read(CLOUDSMITH, |page| {
        page.click("[id='pep-758'] a");
        page.wait_for("the feature", |page| page.fragment() == "#?feature=pep-758");
        page.wait_for("its documents", |page| page.count(".detail h4 a") > 1);
        page.click_text(".detail h4 a", "What you need to know");
        page.wait_for("the document", |page| page.count(".reader .prose") == 1);
        assert_eq!(page.fragment(), CLOUDSMITH);
        assert!(page.title().starts_with("Python 3.14"), "{}", page.title());
        let promised = page.number(".reader header a[href*='doc=']");
        page.click(".reader header a[href*='doc=']");
        page.wait_for("the features of the document", |page| {
            page.is_checked("doc-cloudsmith-314")
        });
        assert_eq!(page.total(), promised);
    });
}

#[test]
fn a_document_begins_at_its_top() {
    explore("#?view=documents", |page| {
        page.script::<()>("scrollTo(0, document.body.scrollHeight)", Vec::new());
        let last = format!("{} h3 a", ".official > li:last-child");
        page.click(&last);
        page.wait_for("the document", |page| page.count(".reader") == 1);
        page.wait_for("its title", |page| page.is_in_viewport(".reader h1"));
    });
}
