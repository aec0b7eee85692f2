//! The prerendered pages of the shipped library: each is complete, no link within the site is
//! broken, and the sitemap lists all of them. `tests/page/prerender.rs` tests them in a
//! browser.

mod site;

use prerender::SITEMAP;
use query::Route;
use site::{Rendered, rendered};
use std::collections::{BTreeMap, BTreeSet};

/// The largest size of a feature's page without the surrounding parts, in bytes: of the few
/// features with many samples and statements, and of all others.
const FEATURE: [usize; 2] = [25_000, 15_000];

/// How many of a thousand features may be larger than the others.
const LONG: usize = 5;

/// Fails if a value that must be unique is the same on two pages.
#[track_caller]
fn assert_unique(what: &str, of: fn(&Rendered) -> &str) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for page in rendered().pages() {
        let text = of(page);
        assert!(!text.trim().is_empty(), "{}: no {what}", page.folder);
        if let Some(other) = seen.insert(text, &page.folder) {
            panic!("{} and {other} have the same {what}: {text}", page.folder);
        }
    }
}

#[test]
fn every_title_is_there_and_of_one_page_only() {
    assert_unique("title", |page| &page.title);
}

#[test]
fn every_description_is_there_and_of_one_page_only() {
    assert_unique("description", |page| &page.description);
    for page in rendered().pages() {
        let length = page.description.chars().count();
        assert!((20..=160).contains(&length), "{}: {length}", page.folder);
    }
}

#[test]
fn every_link_leads_to_a_file() {
    let mut missing = BTreeSet::new();
    for page in rendered().pages() {
        for target in page.targets() {
            if !rendered().has(&target) {
                missing.insert(format!("{} to {target}", page.folder));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_page_is_reached_from_the_first() {
    let mut reached = BTreeSet::from([String::new()]);
    let mut next = vec![String::new()];
    while let Some(folder) = next.pop() {
        let page = rendered().page(&folder).expect("a reached page");
        for target in page.targets() {
            let is_page = rendered().page(&target).is_some();
            if is_page && reached.insert(target.clone()) {
                next.push(target);
            }
        }
    }
    let all = rendered().pages().map(|page| page.folder.as_str());
    let lost: Vec<&str> = all.filter(|folder| !reached.contains(*folder)).collect();
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn every_page_says_which_place_it_shows() {
    for page in rendered().pages() {
        let (route, notices) = Route::from_fragment(&page.query);
        assert!(notices.is_empty(), "{}: {notices:?}", page.folder);
        assert_eq!(route.folder().as_deref(), Some(page.folder.as_str()));
        // Documents contain headings of their own.
        let headings = page.html.matches("<h1").count();
        let expected = if page.folder.starts_with("documents/") {
            1..=99
        } else {
            1..=1
        };
        assert!(expected.contains(&headings), "{}: {headings}", page.folder);
    }
}

#[test]
fn a_feature_is_light_and_whole() {
    let (mut features, mut long) = (0, 0);
    for page in rendered().pages() {
        if !page.folder.starts_with("feature/") {
            continue;
        }
        features += 1;
        let own = page.main().len();
        assert!(own < FEATURE[0], "{} has {own} bytes", page.folder);
        long += usize::from(own > FEATURE[1]);
        assert!(
            !page.main().contains("skeleton"),
            "{} waits for something",
            page.folder
        );
        assert!(
            page.main().contains("class=\"prose\""),
            "{} has no text",
            page.folder
        );
    }
    assert!(features > 1_000, "{features}");
    assert!(long * 1_000 <= features * LONG, "{long} of {features}");
}

#[test]
fn the_sitemap_lists_every_page() {
    let text = rendered().file(SITEMAP);
    let sitemap = roxmltree::Document::parse(&text).expect("well-formed XML");
    let places = sitemap
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")));
    let listed: BTreeSet<&str> = places.filter_map(|node| node.text()).collect();
    let all = rendered().pages();
    let all: BTreeSet<String> = all.map(|page| format!("./{}", page.folder)).collect();
    assert_eq!(listed, all.iter().map(String::as_str).collect());
}
