//! `docs/data.md` is the contract: it names every published file, and no others.

use super::{ANYWHERE, LIBRARY, SOMEWHERE, TABLE};
use publish::MARKDOWN;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use terms::{Area, Kind};

/// The files in the site's root, and the file in the folder of every page.
const OTHERS: [&str; 3] = ["opensearch.xml", "llms.txt", "<page>/index.md"];

/// Every path in backticks that begins with one of the folders, or is one of the others.
fn documented() -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/data.md");
    let text = fs::read_to_string(path).expect("the contract");
    let words = text.split('`').skip(1).step_by(2);
    let folders = ["api/", "feeds/", "calendar/", "badge/", "card/"];
    let is_path = |word: &&str| {
        let is_below = folders.iter().any(|folder| word.starts_with(folder));
        OTHERS.contains(word) || is_below && word.contains('.')
    };
    words.filter(is_path).map(str::to_owned).collect()
}

/// The folders with files for modules or names.
const NAMES: [&str; 3] = ["api/v1/names", "badge/name", "feeds/module"];

/// Whether the table or a feature has a module.
fn is_module(name: &str) -> bool {
    let mut features = LIBRARY.catalogue.features.iter();
    TABLE.module(name).is_some() || features.any(|one| one.module.as_deref() == Some(name))
}

/// A published path with its variable parts replaced by placeholders.
fn pattern(path: &str) -> String {
    if path.ends_with(MARKDOWN) {
        return format!("<page>/{MARKDOWN}");
    }
    let Some((folder, file)) = path.rsplit_once('/') else {
        return path.to_owned();
    };
    let (name, ending) = file.rsplit_once('.').expect("an ending");
    let name = if folder == "feeds/kind" && name.parse::<Kind>().is_ok() {
        "<kind>"
    } else if folder == "feeds/area" && name.parse::<Area>().is_ok() {
        "<area>"
    } else if LIBRARY.catalogue.feature(name).is_some() {
        "<slug>"
    } else if NAMES.contains(&folder) && is_module(name) {
        "<module>"
    } else if folder == "badge/name" && TABLE.row(name).is_some() {
        "<name>"
    } else if folder == "api/v1/diff" {
        "3.N-3.M"
    } else if name.starts_with("3.") {
        "3.N"
    } else {
        name
    };
    format!("{folder}/{name}.{ending}")
}

#[test]
fn what_is_published_is_documented_and_the_other_way_round() {
    let paths = ANYWHERE.0.keys().chain(SOMEWHERE.0.keys());
    let published: BTreeSet<String> = paths.map(|path| pattern(path)).collect();
    assert_eq!(documented(), published);
}
