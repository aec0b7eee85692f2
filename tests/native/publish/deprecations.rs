//! Deprecations and removals, compared with the catalogue.

use super::{ANYWHERE, LIBRARY};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use terms::Kind;

fn departures() -> BTreeMap<String, Value> {
    let file = ANYWHERE.json("api/v1/deprecations.json");
    let entries = file["deprecations"].as_array().expect("a list").clone();
    let count = entries.len();
    let by_slug: BTreeMap<String, Value> = entries
        .into_iter()
        .map(|entry| (entry["slug"].as_str().expect("a slug").to_owned(), entry))
        .collect();
    assert_eq!(by_slug.len(), count, "each is listed once");
    by_slug
}

#[test]
fn every_deprecation_is_listed_by_itself_or_with_its_removal() {
    let departures = departures();
    let catalogue = &LIBRARY.catalogue;
    let mut pending = 0;
    for (place, feature) in catalogue.features.iter().enumerate() {
        let entry = departures.get(&feature.slug);
        let removals: Vec<_> = catalogue.sequels_of(place).collect();
        match feature.kind {
            Kind::Added | Kind::Changed => assert_eq!(entry, None, "{}", feature.slug),
            Kind::Removed => {
                let entry = entry.unwrap_or_else(|| panic!("no {}", feature.slug));
                assert_eq!(entry["state"], "removed", "{}", feature.slug);
            }
            Kind::Deprecated if removals.is_empty() => {
                let entry = entry.unwrap_or_else(|| panic!("no {}", feature.slug));
                let state = if feature.removal.is_some() {
                    "pending"
                } else {
                    "open"
                };
                pending += usize::from(feature.removal.is_some());
                assert_eq!(entry["state"], state, "{}", feature.slug);
                assert_eq!(entry["removal"], json!(feature.removal), "{}", feature.slug);
                assert_eq!(
                    entry["deprecated"],
                    json!(feature.series),
                    "{}",
                    feature.slug
                );
            }
            Kind::Deprecated => {
                assert_eq!(entry, None, "{} is listed twice", feature.slug);
                let removal = removals.first().expect("one of them");
                let listed = departures.get(&removal.slug);
                assert!(listed.is_some(), "{} is lost", feature.slug);
            }
        }
    }
    assert!(pending > 0);
    let listed = departures
        .values()
        .filter(|entry| entry["state"] == "pending");
    assert_eq!(listed.count(), pending, "each pending removal once");
}

#[test]
fn a_removal_says_since_when_and_what_to_use_instead() {
    let departures = departures();
    let watchers = &departures["3.14-asyncio-child-watchers"];
    assert_eq!(watchers["deprecated"], "3.12");
    assert_eq!(watchers["removed"], "3.14");
    let replaced = departures
        .values()
        .filter(|entry| entry["instead"].is_string());
    assert!(
        replaced.count() > departures.len() / 3,
        "much has a replacement"
    );
}
