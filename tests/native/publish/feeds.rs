//! The feeds: checked against RFC 4287, with a feed parser, and against the fact table.

use super::{ANYWHERE, LIBRARY, Published, SITE, SOMEWHERE, TABLE, leads_to_a_page};
use catalogue::fixture::Shelf;
use catalogue::{Feature, Release, ReleaseState};
use document::plain_text;
use roxmltree::{Document, Node};
use std::collections::BTreeSet;
use terms::{Area, Kind};

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
            let filters = ["module", "kind", "area"];
            let filter = filters.iter().find_map(|filter| {
                let value = path.strip_prefix(&format!("feeds/{filter}/"))?;
                Some(format!("#?{filter}={}", value.trim_end_matches(".xml")))
            });
            if let Some(fragment) = &filter {
                let link = alternate.trim_start_matches("../").trim_start_matches(SITE);
                assert_eq!(link, fragment, "{alternate}");
                assert!(alternate.starts_with(base), "{alternate}");
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

/// The feed of a kind or area as its features should make it: whole versions that have had a
/// release, until there are 50 entries.
fn expected(passes: impl Fn(&Feature) -> bool) -> Vec<String> {
    let mut entries = Vec::new();
    for calendar in LIBRARY.catalogue.calendars.iter().rev() {
        let actual = calendar.releases.iter();
        let actual = actual.filter(|release| release.state == ReleaseState::Actual);
        let first = actual.clone().find(|release| {
            release.number.micro == 0 && release.number.to_string().ends_with(".0")
        });
        let Some(told) = first.or_else(|| actual.max_by_key(|release| release.date)) else {
            continue;
        };
        if entries.len() >= 50 {
            break;
        }
        let features = LIBRARY.catalogue.features.iter();
        let passing =
            features.filter(|feature| feature.series == calendar.series && passes(feature));
        entries.extend(passing.map(|feature| {
            let title = plain_text(&feature.title);
            format!(
                "Python {}: {title} {}T00:00:00+00:00",
                feature.series, told.date
            )
        }));
    }
    entries
}

#[test]
fn a_kind_and_an_area_have_their_changes() {
    for kind in Kind::ALL {
        let entries = feed_entries(&ANYWHERE, &format!("kind/{kind}"));
        assert_eq!(entries, expected(|feature| feature.kind == *kind), "{kind}");
        assert!(entries.len() >= 50, "{kind}");
    }
    for area in Area::ALL {
        let entries = feed_entries(&ANYWHERE, &format!("area/{area}"));
        assert_eq!(
            entries,
            expected(|feature| feature.area == Some(*area)),
            "{area}"
        );
    }
}

#[test]
fn a_change_is_told_with_what_to_use_instead() {
    let feed = ANYWHERE.text("feeds/kind/removed.xml");
    let feed = feed_rs::parser::parse(feed.as_bytes()).expect("a feed");
    for entry in &feed.entries {
        let slug = entry.id.rsplit('/').next().expect("a slug");
        let feature = LIBRARY.catalogue.feature(slug).expect("a feature");
        let content = entry
            .content
            .as_ref()
            .and_then(|content| content.body.clone());
        let content = content.expect("content");
        assert!(content.contains(&format!("Removed in Python {}.", feature.series)));
        let texts = &LIBRARY.feature_texts[&feature.series];
        let text = texts.iter().find(|text| text.slug == slug).expect("a text");
        let is_replaced = !text.instead.is_empty();
        assert_eq!(
            content.contains("<p>Instead: "),
            is_replaced,
            "{slug}: {content}"
        );
    }
}

#[test]
fn feeds_have_entries_and_are_offered_if_they_are_there() {
    let filtered = ["feeds/kind/", "feeds/area/", "feeds/module/"];
    let written: BTreeSet<&str> = filtered
        .iter()
        .flat_map(|folder| ANYWHERE.below(folder, ".xml"))
        .map(|(path, text)| {
            assert!(text.contains("<entry>"), "{path} is empty");
            path
        })
        .collect();
    let offered = publish::feeds(&LIBRARY, Some(&TABLE));
    let offered: BTreeSet<&str> = offered.iter().map(|feed| feed.path.as_str()).collect();
    assert_eq!(offered, written);
    // A library without removals has no feed of them.
    let library = Shelf::empty()
        .reference("notes", "## A {#3.14-a added}\n\nx")
        .library();
    let small = Published::new(&library, None, "");
    assert!(small.0.contains_key("feeds/kind/added.xml"));
    assert!(!small.0.contains_key("feeds/kind/removed.xml"));
    assert!(!small.0.keys().any(|path| path.starts_with("feeds/area/")));
}

#[test]
fn a_feed_of_a_module_has_its_features_too() {
    let html = content(&ANYWHERE, "module/functools", "functools in Python 3.9");
    let link = "<a href=\"../../feature/3.9-functools-cache/\">";
    assert!(
        html.contains("<p>Changes</p>") && html.contains(link),
        "{html}"
    );
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
