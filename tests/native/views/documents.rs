//! The list of documents, and the text of one.

use super::{Shown, text};

#[test]
fn every_document_is_listed_with_its_source_and_verdicts() {
    let shown = Shown::at("#?view=documents");
    assert_eq!(text(shown.one("main h1")), "Fact checks");
    let entries = shown.texts(".document-list > li");
    let links = shown.links("main h3 a");
    assert_eq!(entries.len(), links.len());
    assert!(entries.len() >= 5, "{} documents", entries.len());
    let entry = |title: &str| {
        let found = entries.iter().find(|entry| entry.starts_with(title));
        found.unwrap_or_else(|| panic!("no document {title:?} in {entries:#?}"))
    };
    let kloubot = entry("Python 3.14 Alpha Release");
    for part in ["Kloubot", "Article", "29 Mar 2026", "contradicted"] {
        assert!(kloubot.contains(part), "{part}: {kloubot}");
    }
    let alpha = entry("Python 3.14.0 alpha 1");
    for part in ["Hugo van Kemenade", "15 Oct 2024, updated 16 Oct 2024"] {
        assert!(alpha.contains(part), "{part}: {alpha}");
    }
    let known = "#?view=documents&document=cloudsmith-314";
    assert!(links.contains(&known), "{links:?}");
}

#[test]
fn the_least_reliable_article_comes_first_with_what_does_not_hold() {
    let shown = Shown::at("#?view=documents");
    let counts = |verdict: &str| -> Vec<usize> {
        let entries = 1..=shown.count(".document-list:not(.official) > li");
        let count = |entry| {
            let entry = format!(".document-list:not(.official) > li:nth-child({entry})");
            let counted = format!("{entry} > .verdicts > .{verdict}");
            let is_there = shown.count(&counted) > 0;
            is_there
                .then(|| shown.number(&counted))
                .flatten()
                .unwrap_or(0)
        };
        entries.map(count).collect()
    };
    let contradicted = counts("contradicted");
    assert!(
        contradicted.len() > 2 && contradicted.is_sorted_by(|a, b| a >= b),
        "{contradicted:?}"
    );
    let first = "#?view=documents&document=kloubot-314-migration";
    assert_eq!(shown.links("main h3 a").first(), Some(&first));
    let claims = ".document-list:not(.official) > li:first-child .claim";
    assert_eq!(shown.count(claims), 3, "the others are in the document");
    assert_eq!(shown.count(&format!("{claims} .verdict.contradicted")), 3);
    assert_eq!(shown.count(".official .claim"), 0);
    let whole = Shown::at(first);
    let all = whole.count(".disputed-claims .verdict.contradicted");
    assert_eq!(contradicted.first(), Some(&all));
}

#[test]
fn a_document_is_shown_whole_with_its_verdicts() {
    let shown = Shown::at("#?view=documents&document=cloudsmith-314");
    assert!(text(shown.one("main h1")).contains("What you need to know"));
    assert!(shown.links("main a").contains(&"#?view=documents"));
    let read = text(shown.one(".reader .prose"));
    for part in [
        "PGP",
        "Zstandard",
        "finally",
        "Syntax highlighting in the interactive shell",
        "Nigel Douglas",
    ] {
        assert!(read.contains(part), "{part} is missing");
    }
    assert!(shown.count(".reader .prose table") > 0);
    assert!(
        shown.count(".reader .prose pre .k") > 0,
        "Python is coloured"
    );
    for verdict in ["confirmed", "outdated", "contradicted", "unverified"] {
        let marked = shown.count(&format!(".reader .prose .claim .verdict.{verdict}"));
        // The header also counts statuses and dates in the document that are not in a
        // paragraph of their own.
        let stated = shown.number(&format!(".reader > header .verdict.{verdict}"));
        let stated = stated.unwrap_or(0);
        assert!(
            0 < marked && marked <= stated,
            "{marked} of {stated} are {verdict}"
        );
    }
}

#[test]
fn links_go_to_the_original_and_to_nothing_else_than_pages() {
    let shown = Shown::at("#?view=documents&document=python-3140a1");
    assert_eq!(
        shown.links(".reader header a[rel=noreferrer]"),
        ["https://blog.python.org/2024/10/python-3140-alpha-1-is-now-available.html"]
    );
    let links = shown.links("a");
    let is_page = |link: &&str| {
        ["https://", "http://", "#", "./"]
            .iter()
            .any(|start| link.starts_with(start))
    };
    assert!(links.iter().all(is_page), "{links:?}");
}
