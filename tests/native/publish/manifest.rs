//! The manifest of the installed explorer: what it offers is there. What it is opened with is
//! tested in `tests/scripts/launch.test.mjs`.

use query::{Route, View};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/offline")
}

fn manifest() -> Value {
    let path = folder().join("manifest.webmanifest");
    let text = fs::read_to_string(path).expect("the manifest");
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn every_shortcut_opens_the_view_that_it_names() {
    let manifest = manifest();
    let shortcuts = manifest["shortcuts"].as_array().expect("shortcuts");
    let views: Vec<View> = shortcuts
        .iter()
        .map(|shortcut| {
            let url = shortcut["url"].as_str().expect("an address");
            let fragment = url.strip_prefix("./").expect("within the site");
            let (route, notices) = Route::from_fragment(fragment);
            assert_eq!(notices, [], "{url}");
            assert_eq!(shortcut["name"], route.view.label(), "{url}");
            route.view
        })
        .collect();
    assert_eq!(views, [View::Upgrade, View::Check, View::Errors, View::Try]);
}

#[test]
fn every_address_in_it_is_of_the_site_and_every_icon_is_there() {
    let manifest = manifest();
    for icon in manifest["icons"].as_array().expect("icons") {
        let name = icon["src"].as_str().expect("a file");
        assert!(folder().join(name).is_file(), "{name}");
    }
    let handlers = manifest["file_handlers"].as_array().expect("handlers");
    for opened in handlers.iter().chain([&manifest["share_target"]]) {
        // The home page is kept by the service worker, whatever its query is.
        assert_eq!(opened["action"], manifest["scope"], "{opened}");
    }
}
