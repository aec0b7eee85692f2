//! The file for launchers: every page can be found in it, and it stays small.

use super::{ANYWHERE, LIBRARY, PAGES, SITE, SOMEWHERE, TABLE};
use query::Route;
use serde_json::Value;
use std::collections::BTreeSet;

const PATH: &str = "api/v1/launcher.json";

fn items(file: &Value) -> &[Value] {
    file["items"].as_array().expect("a list")
}

#[test]
fn every_version_feature_pep_and_module_is_in_it_once() {
    for (published, base) in [(&ANYWHERE, "../../"), (&SOMEWHERE, SITE)] {
        let file = published.json(PATH);
        let mut listed = BTreeSet::new();
        for item in items(&file) {
            let url = item["url"].as_str().expect("an address");
            let folder = url.strip_prefix(base).unwrap_or_else(|| panic!("{url}"));
            assert!(listed.insert(folder.to_owned()), "{folder} is listed twice");
        }
        let lists = ["", "check/", "errors/", "releases/", "documents/"];
        let pages = PAGES.iter().filter(|folder| {
            !lists.contains(&folder.as_str()) && !folder.starts_with("documents/")
        });
        let modules = TABLE.modules();
        let modules = modules.filter_map(|(module, _)| Route::page_of_module(module).folder());
        let expected: BTreeSet<String> = pages.cloned().chain(modules).collect();
        assert_eq!(listed, expected);
    }
}

#[test]
fn a_feature_is_found_by_its_names_and_is_told_from_others() {
    let file = ANYWHERE.json(PATH);
    for (feature, names) in LIBRARY.named() {
        let end = format!("/feature/{}/", feature.slug);
        let mut items = items(&file).iter();
        let item = items.find(|item| item["url"].as_str().is_some_and(|url| url.ends_with(&end)));
        let item = item.unwrap_or_else(|| panic!("no {end}"));
        let words = [&item["title"], &item["keywords"]]
            .map(Value::to_string)
            .join(" ");
        for name in names.qualified.iter().chain(&names.aliases) {
            assert!(words.contains(name.as_str()), "{end}: {name}");
        }
        let when = format!("{} in {}", feature.kind.label(), feature.series);
        assert!(
            item["subtitle"]
                .as_str()
                .is_some_and(|text| text.starts_with(&when))
        );
    }
}

#[test]
fn it_is_small() {
    let size = SOMEWHERE.text(PATH).len();
    assert!(size < 600_000, "{size} bytes");
}
