//! The single-file build, opened from disk: everything but Python is in it.

use std::fs;

use crate::own_documents::{POST, drop_files, wait_for_titles};
use harness::{Page, Site, visit_file};

/// Opens the file and waits for the explorer.
#[track_caller]
fn open(fragment: &str, test: impl FnOnce(&Page)) {
    visit_file("whats-new.html", fragment, |page| {
        page.wait_for_explorer();
        test(page);
    });
}

#[test]
fn the_file_lists_searches_and_explains_without_a_request() {
    open("", |page| {
        page.wait_for("the list", |page| page.total().is_some_and(|n| n > 1_000));
        page.fill("#search", "walrus");
        page.wait_for("the best match", |page| {
            page.rows().first().map(String::as_str) == Some("pep-572")
        });
        for (place, awaited) in [
            ("#?feature=pep-649", ".detail h4"),
            ("#?feature=pep-380", ".detail h4"),
            ("#?view=upgrade&from=3.11&to=3.14", "#main h2"),
            ("#?view=releases", ".timeline"),
            ("#?view=documents&document=cloudsmith-314", ".reader .prose"),
        ] {
            page.go(place);
            page.wait_for(place, |page| page.count(awaited) > 0);
        }
        let loaded = page.loaded();
        let elsewhere: Vec<_> = loaded
            .iter()
            .filter(|url| !url.starts_with("blob:") && !url.starts_with("data:"))
            .collect();
        assert!(elsewhere.is_empty(), "{elsewhere:?}");
    });
}

#[test]
fn code_is_analysed_and_edited_but_not_run() {
    open("#?view=try&sample=pep-758/bare", |page| {
        page.wait_for("the findings", |page| {
            page.text(".strip").contains("SyntaxError")
        });
        page.edit();
        assert!(page.in_editor(".cm-line").len() > 1);
        page.wait_for("what it says of runs", |page| {
            page.text("run-panel").contains("cannot run code")
        });
    });
}

#[test]
fn documents_of_the_readers_own_are_read_and_merged() {
    open("", |page| {
        drop_files(page, &[("post.md", POST)]);
        wait_for_titles(page, &["Python 3.14.0 quokka 1"]);
        page.go("#?q=quokka");
        page.wait_for_total(2);
        assert_eq!(
            page.count(".rows .own-mark"),
            1,
            "one is only in own documents"
        );
        assert!(page.rows().contains(&"pep-758".to_owned()));

        page.go("#?view=documents");
        page.send_paste(&["body"], "# Pasted\n\nAbout wombats.");
        wait_for_titles(page, &["Python 3.14.0 quokka 1", "Pasted"]);
        let fixture = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/fixtures/documents/ok/alpha.md"
        );
        page.choose_file("#own-files", fixture);
        let chosen = "Python 3.15.0 alpha 2 is ready to try";
        wait_for_titles(page, &["Python 3.14.0 quokka 1", "Pasted", chosen]);
        page.go("#?doc=own%2Falpha");
        page.wait_for("its features", |page| {
            page.rows().contains(&"pep-799".to_owned())
        });
    });
}

#[test]
fn the_file_says_what_it_lacks() {
    open("", |page| {
        assert!(!page.is_visible("button[data-view]"), "nothing to embed");
        assert_eq!(page.text("offline-state"), "");
    });
}

#[test]
fn a_file_that_was_cut_short_says_so() {
    let site = Site::changed(|directory| {
        let file = directory.join("whats-new.html");
        let mut bytes = fs::read(&file)?;
        // Some characters of the packed text, two bytes each.
        let middle = bytes.len() / 2;
        bytes.drain(middle..middle + 2_000);
        fs::write(file, bytes)
    });
    let page = Page::in_own_browser(&site);
    page.open_file(&site.directory().join("whats-new.html"), "");
    page.expect_error("");
    page.wait_for("what says so", |page| {
        page.text("#boot-message").contains("may be incomplete")
    });
}
