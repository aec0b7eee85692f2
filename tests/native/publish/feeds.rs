//! The feeds: checked against RFC 4287, with a feed parser, and against the fact table.

use super::{ANYWHERE, LIBRARY, Published, SITE, SOMEWHERE, leads_to_a_page};
use catalogue::{Release, ReleaseState};
use roxmltree::{Document, Node};
use std::collections::BTreeSet;

const ATOM: &str = "http://www.w3.org/2005/Atom";

fn children<'a>(node: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children()
        .filter(move |child| child.has_tag_name((ATOM, name)))
}

/// The text of the only child with a name.
#[track_caller]
fn one<'a>(node: Node<'a, 'a>, name: &'a str) -> &'a str {
    let found: Vec<_> = children(node, name).collect();
    assert_eq!(found.len(), 1, "{} of {name}", found.len());
    found[0].text().unwrap_or_default()
}

/// The address of the link with a relation.
#[track_caller]
fn link<'a>(node: Node<'a, 'a>, rel: &str) -> &'a str {
    let mut links = children(node, "link").filter(|link| link.attribute("rel") == Some(rel));
    let link = links.next().unwrap_or_else(|| panic!("no link {rel}"));
    assert!(links.next().is_none(), "two links {rel}");
    link.attribute("href").expect("a link leads somewhere")
}

/// The entries of a feed. Fails on anything that RFC 4287 forbids.
#[track_caller]
pub(super) fn is_atom<'a>(path: &str, document: &'a Document<'a>) -> Vec<Node<'a, 'a>> {
    let feed = document.root_element();
    assert!(feed.has_tag_name((ATOM, "feed")), "{path}");
    let mut ids = BTreeSet::new();
    let entries: Vec<Node> = children(feed, "entry").collect();
    for node in entries.iter().copied().chain([feed]) {
        let id = one(node, "id");
        assert!(ids.insert(id), "{path}: {id} is listed twice");
        let specific = id.strip_prefix("tag:whats-new-explorer.invalid,2026:");
        assert!(specific.is_some_and(|id| !id.is_empty()), "{path}: {id}");
        assert!(!one(node, "title").is_empty(), "{path}");
        let updated = one(node, "updated");
        assert!(updated.ends_with("T00:00:00+00:00"), "{path}: {updated}");
        assert!(!link(node, "alternate").is_empty());
    }
    // Entries without an author inherit that of the feed.
    let author = children(feed, "author").next().expect("an author");
    assert!(!one(author, "name").is_empty(), "{path}");
    entries
}

#[test]
fn every_feed_is_what_readers_expect() {
    for (published, base) in [(&ANYWHERE, "../"), (&SOMEWHERE, SITE)] {
        for (path, text) in published.below("feeds/", ".xml") {
            let document = Document::parse(text).unwrap_or_else(|error| panic!("{path}: {error}"));
            let entries = is_atom(path, &document);
            let parsed = feed_rs::parser::Builder::new()
                .base_uri(Some(format!("{SITE}{path}")))
                .build()
                .parse(text.as_bytes())
                .unwrap_or_else(|error| panic!("{path}: {error}"));
            assert_eq!(parsed.entries.len(), entries.len(), "{path}");
            let alternate = link(document.root_element(), "alternate");
            if let Some(module) = path.strip_prefix("feeds/module/") {
                let module = module.trim_end_matches(".xml");
                assert!(alternate.starts_with(base), "{alternate}");
                assert!(
                    alternate.ends_with(&format!("/#?module={module}")),
                    "{alternate}"
                );
            } else {
                leads_to_a_page(alternate, base);
            }
            // Links resolve to the same address whether or not the site's address is known.
            for link in parsed
                .links
                .iter()
                .filter(|link| link.rel.as_deref() == Some("self"))
            {
                assert_eq!(link.href, format!("{SITE}{path}"));
            }
            for entry in &parsed.entries {
                let link = entry.links.first().expect("a link");
                if !path.starts_with("feeds/module/") {
                    leads_to_a_page(&link.href, SITE);
                }
                assert!(
                    entry
                        .published
                        .is_some_and(|date| Some(date) == entry.updated)
                );
            }
        }
    }
}

/// The releases that have happened, the newest first.
fn releases<'a>(releases: impl Iterator<Item = &'a Release>) -> Vec<String> {
    let mut actual: Vec<_> = releases
        .filter(|release| release.state == ReleaseState::Actual)
        .collect();
    actual.sort_by_key(|release| std::cmp::Reverse((release.date, release.number)));
    let lines = actual.iter();
    lines
        .map(|release| format!("Python {} {}T00:00:00+00:00", release.number, release.date))
        .collect()
}

fn feed_entries(published: &Published, name: &str) -> Vec<String> {
    let document = Document::parse(published.text(&format!("feeds/{name}.xml"))).expect("XML");
    let entries = children(document.root_element(), "entry");
    entries
        .map(|entry| format!("{} {}", one(entry, "title"), one(entry, "published")))
        .collect()
}

#[test]
fn a_feed_has_the_releases_of_its_series() {
    let calendars = &LIBRARY.catalogue.calendars;
    for calendar in calendars {
        let expected = releases(calendar.releases.iter());
        assert_eq!(
            feed_entries(&ANYWHERE, &calendar.series.to_string()),
            expected
        );
    }
    let mut all = releases(calendars.iter().flat_map(|calendar| &calendar.releases));
    all.truncate(50);
    assert_eq!(feed_entries(&ANYWHERE, "all"), all);
}

/// The HTML content of an entry.
fn content(published: &Published, feed: &str, title: &str) -> String {
    let document = Document::parse(published.text(&format!("feeds/{feed}.xml"))).expect("XML");
    let mut entries = children(document.root_element(), "entry");
    let entry = entries.find(|entry| one(*entry, "title") == title);
    one(entry.unwrap_or_else(|| panic!("no {title}")), "content").to_owned()
}

#[test]
fn a_first_release_lists_the_features_of_its_series() {
    for (published, base) in [(&ANYWHERE, "../"), (&SOMEWHERE, SITE)] {
        let html = format!("<div>{}</div>", content(published, "3.14", "Python 3.14.0"));
        let document = Document::parse(&html).expect("well-formed HTML");
        let links = document
            .descendants()
            .filter_map(|node| node.attribute("href"));
        let links: Vec<&str> = links.collect();
        links.iter().for_each(|link| leads_to_a_page(link, base));
        let features = LIBRARY.catalogue.features.iter();
        let of_series = features.filter(|feature| feature.series.to_string() == "3.14");
        for feature in of_series {
            let slug = format!("/feature/{}/", feature.slug);
            assert!(links.iter().any(|link| link.ends_with(&slug)), "{slug}");
        }
    }
}

#[test]
fn other_releases_list_features_history_and_notes() {
    let alpha = content(&ANYWHERE, "3.14", "Python 3.14.0a1");
    let release = "3.14.0a1".parse().ok();
    let mut documents = LIBRARY.catalogue.documents.iter();
    let announcement = documents.find(|entry| entry.release == release);
    let announcement = announcement.expect("the announcement");
    assert!(!announcement.features.is_empty());
    assert_eq!(
        alpha.matches("<li>").count(),
        announcement.features.len(),
        "{alpha}"
    );
    let taken_back = content(&ANYWHERE, "3.14", "Python 3.14.5");
    assert!(taken_back.contains("3.14-incremental-gc"), "{taken_back}");
    let hotfix = content(&ANYWHERE, "3.13", "Python 3.13.5");
    assert!(hotfix.contains("(hotfix)"), "{hotfix}");
}

#[test]
fn an_entry_is_the_same_in_both_of_its_feeds() {
    let newest = &feed_entries(&ANYWHERE, "all")[0];
    let (title, _) = newest.rsplit_once(' ').expect("a title and a date");
    let series = title.trim_start_matches("Python ");
    let (series, _) = series.rsplit_once('.').expect("a release");
    let both = ["all", series].map(|feed| content(&ANYWHERE, feed, title));
    assert_eq!(both[0], both[1]);
}
