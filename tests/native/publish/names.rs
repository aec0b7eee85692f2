//! The names of the standard library as data: JSON, badges and feeds.

use super::{ANYWHERE, TABLE};
use roxmltree::Document;
use serde_json::{Value, json};

/// A name in the file of its module.
#[track_caller]
fn name(module: &str, name: &str) -> Value {
    let file = ANYWHERE.json(&format!("api/v1/names/{module}.json"));
    let names = file["names"].as_array().expect("names").clone();
    let found = names.into_iter().find(|one| one["name"] == name);
    found.unwrap_or_else(|| panic!("no {name}"))
}

#[test]
fn a_module_has_a_file_with_all_its_names() {
    let modules = ANYWHERE.json("api/v1/modules.json");
    let modules = modules["modules"].as_array().expect("modules");
    assert_eq!(modules.len(), TABLE.modules().count());
    for module in modules {
        let path = format!(
            "api/v1/names/{}.json",
            module["module"].as_str().expect("a name")
        );
        let names = ANYWHERE.json(&path)["names"].as_array().map(Vec::len);
        assert_eq!(
            names.map(|count| json!(count)),
            Some(module["names"].clone())
        );
    }
}

#[test]
fn a_name_has_the_features_that_concern_it() {
    let total = name("collections", "collections.Counter.total");
    assert_eq!(total["added"], "3.10");
    assert_eq!(total["kind"], "method");
    let distutils = name("distutils", "distutils");
    assert_eq!(distutils["removed"], "3.12");
    let changes = distutils["changes"].as_array().expect("slugs");
    assert!(changes.contains(&json!("pep-632")), "{changes:?}");
}

#[test]
fn neighbouring_versions_are_compared() {
    let difference = ANYWHERE.json("api/v1/diff/3.8-3.9.json");
    let has = |list: &str, name: &str| {
        let names = difference[list].as_array().expect("names");
        names.contains(&json!(name))
    };
    assert!(has("added", "functools.cache"));
    assert!(!has("removed", "functools.cache"));
    assert_eq!(
        ANYWHERE.below("api/v1/diff/", ".json").len(),
        TABLE.survey().releases.len() - 1
    );
}

#[test]
fn a_badge_shows_the_life_of_a_name() {
    let shown = |name: &str| {
        let document = Document::parse(ANYWHERE.text(&format!("badge/name/{name}.svg")));
        let document = document.expect("XML");
        let mut texts = document
            .descendants()
            .filter(|node| node.has_tag_name("text"));
        texts
            .next_back()
            .and_then(|text| text.text())
            .map(str::to_owned)
    };
    assert_eq!(shown("functools.cache").as_deref(), Some("≥ 3.9"));
    assert_eq!(shown("distutils").as_deref(), Some("< 3.12"));
    // Every surveyed version has it, so there is no badge.
    assert!(!ANYWHERE.0.contains_key("badge/name/functools.reduce.svg"));
}

#[test]
fn a_feed_lists_the_changes_in_a_module_by_version() {
    let feed = ANYWHERE.text("feeds/module/functools.xml");
    let feed = feed_rs::parser::parse(feed.as_bytes()).expect("a feed");
    let titles: Vec<_> = feed
        .entries
        .iter()
        .filter_map(|entry| Some(entry.title.as_ref()?.content.as_str()))
        .collect();
    assert!(titles.contains(&"functools in Python 3.9"), "{titles:?}");
    let entry = feed
        .entries
        .iter()
        .find(|entry| entry.id.ends_with("module/functools/3.9"));
    let html = entry
        .and_then(|entry| entry.content.as_ref()?.body.clone())
        .expect("content");
    assert!(
        html.contains("<p>Added</p>") && html.contains("<code>functools.cache</code>"),
        "{html}"
    );
}
