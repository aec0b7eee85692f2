//! The list of documents, and one read whole.

use harness::{Page, explore};

const CLOUDSMITH: &str = "#?view=documents&document=cloudsmith-314";

/// Opens the document and waits for its text, which is loaded by itself.
fn read(fragment: &str, test: impl FnOnce(&Page)) {
    explore(fragment, |page| {
        page.wait_for("the text of the document", |page| {
            page.count(".reader .prose") == 1
        });
        test(page);
    });
}

#[test]
fn every_document_is_listed_with_its_source_and_verdicts() {
    explore("#?view=documents", |page| {
        let entries = page.texts(".document-list > li");
        assert_eq!(entries.len(), page.count("main h2 a"));
        assert!(entries.len() >= 5, "{} documents", entries.len());
        let entry = |title: &str| {
            entries
                .iter()
                .find(|entry| entry.starts_with(title))
                .unwrap_or_else(|| panic!("no document {title:?} in {entries:#?}"))
        };
        let kloubot = entry("Python 3.14 Alpha Release");
        assert!(
            kloubot.contains("Kloubot") && kloubot.contains("Article"),
            "{kloubot}"
        );
        assert!(kloubot.contains("29 Mar 2026"), "{kloubot}");
        assert!(kloubot.contains("contradicted"), "{kloubot}");
        let alpha = entry("Python 3.14.0 alpha 1");
        assert!(alpha.contains("Hugo van Kemenade"), "{alpha}");
        assert!(
            alpha.contains("15 Oct 2024, updated 16 Oct 2024"),
            "{alpha}"
        );
        page.click_text("main h2 a", "What you need to know");
        page.wait_for("the document", |page| {
            page.text("main h1").contains("What you need to know")
        });
        assert_eq!(page.fragment(), CLOUDSMITH);
        page.click_text("main a", "All documents");
        page.wait_for("the list", |page| page.text("main h1") == "Documents");
    });
}

#[test]
fn a_document_is_shown_whole_with_its_verdicts() {
    read(CLOUDSMITH, |page| {
        let text = page.text(".reader .prose");
        for part in [
            "PGP",
            "Zstandard",
            "finally",
            "Colors in the interactive shell",
            "Nigel Douglas",
        ] {
            assert!(text.contains(part), "{part} is missing");
        }
        assert!(page.count(".reader .prose table") > 0);
        assert!(
            page.count(".reader .prose pre .k") > 0,
            "Python is coloured"
        );
        for verdict in ["confirmed", "outdated", "contradicted", "unverified"] {
            let shown = page.count(&format!(".reader .claim .verdict.{verdict}"));
            let told = page.number(&format!(".reader > header .verdict.{verdict}"));
            // The header also counts the statuses and dates that the document
            // gives, which stand in no paragraph of their own.
            let told = told.unwrap_or(0);
            assert!(
                0 < shown && shown <= told,
                "{shown} of {told} are {verdict}"
            );
        }
        assert!(page.title().starts_with("Python 3.14"), "{}", page.title());
    });
}

#[test]
fn the_outline_scrolls_to_its_headings() {
    read(CLOUDSMITH, |page| {
        let entries = page.texts("nav[aria-label='In this document'] button");
        assert!(entries.len() > 10, "{entries:?}");
        let wanted = "An interpreter built on tail calls";
        assert!(!page.is_in_sight("[id='gh-128563']"));
        page.click_text("nav[aria-label='In this document'] button", wanted);
        page.wait_for("the heading", |page| page.is_in_sight("[id='gh-128563']"));
        assert!(page.text("[id='gh-128563']").starts_with(wanted));
        assert_eq!(page.fragment(), CLOUDSMITH, "the address stays");
    });
}

#[test]
fn documents_and_features_lead_to_each_other() {
    read(CLOUDSMITH, |page| {
        page.click("[id='pep-758'] a");
        page.wait_for("the feature", |page| page.fragment() == "#?feature=pep-758");
        page.wait_for("its documents", |page| page.count(".detail h4 a") > 1);
        page.click_text(".detail h4 a", "What you need to know");
        page.wait_for("the document", |page| page.count(".reader .prose") == 1);
        assert_eq!(page.fragment(), CLOUDSMITH);
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
        let last = format!("{} h2 a", ".document-list > li:last-child");
        page.click(&last);
        page.wait_for("the document", |page| page.count(".reader") == 1);
        page.wait_for("its title", |page| page.is_in_sight(".reader h1"));
    });
}

#[test]
fn links_go_to_the_original_and_to_nothing_else_than_pages() {
    read("#?view=documents&document=python-3140a1", |page| {
        let original = page.attribute(".reader header a[rel=noreferrer]", "href");
        assert_eq!(
            original.as_deref(),
            Some("https://blog.python.org/2024/10/python-3140-alpha-1-is-now-available.html")
        );
        let schemes: Vec<String> = page.script(
            "return [...new Set([...document.links].map((link) => link.protocol))]",
            Vec::new(),
        );
        assert!(
            schemes
                .iter()
                .all(|scheme| ["http:", "https:"].contains(&scheme.as_str())),
            "{schemes:?}"
        );
    });
}
