//! The data that `whatsnew publish` writes: validated against its schemas, read with
//! independent parsers, and compared with the catalogue.

mod badges;
mod calendar;
mod deprecations;
mod docset;
mod documented;
mod feeds;
mod fragments;
mod hostile;
mod launcher;
mod manifest;
mod markdown;
mod names;
mod opensearch;
mod pictures;
mod schemas;

use api::Table;
use catalogue::{Library, sources};
use publish::{Site, publish};
use query::{Route, pages};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use upkeep::survey::read_table;

/// The shipped library.
static LIBRARY: LazyLock<Library> =
    LazyLock::new(|| sources::read(&assets()).unwrap_or_else(|error| panic!("{error}")));

/// The shipped table of names.
static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let table = read_table(&assets()).unwrap_or_else(|error| panic!("{error}"));
    table.expect("a table of names")
});

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets")
}

/// The files published for a site at any address.
static ANYWHERE: LazyLock<Published> = LazyLock::new(|| Published::new(&LIBRARY, Some(&TABLE), ""));

/// The files published for a site with a known address.
static SOMEWHERE: LazyLock<Published> =
    LazyLock::new(|| Published::new(&LIBRARY, Some(&TABLE), SITE));

const SITE: &str = "https://example.org/python/";

/// Every published file by its path.
struct Published(BTreeMap<String, Vec<u8>>);

impl Published {
    /// `site` is an address, or empty.
    #[track_caller]
    fn new(library: &Library, table: Option<&Table>, site: &str) -> Self {
        let site = match site {
            "" => Site::default(),
            address => address.parse().expect("an address"),
        };
        let files = publish(library, table, &site).unwrap_or_else(|error| panic!("{error}"));
        let mut found = BTreeMap::new();
        for file in files.into_iter().flat_map(|(_, files)| files) {
            let twice = found.insert(file.path.clone(), file.bytes);
            assert_eq!(twice, None, "{} is written twice", file.path);
        }
        Self(found)
    }

    #[track_caller]
    fn text(&self, path: &str) -> &str {
        let bytes = self.0.get(path).unwrap_or_else(|| panic!("no {path}"));
        std::str::from_utf8(bytes).expect("UTF-8")
    }

    #[track_caller]
    fn json(&self, path: &str) -> Value {
        serde_json::from_str(self.text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The files in a folder that have an extension.
    fn below(&self, folder: &str, ending: &str) -> Vec<(&str, &str)> {
        let files = self.0.keys();
        let chosen = files.filter(|path| path.starts_with(folder) && path.ends_with(ending));
        let found: Vec<_> = chosen
            .map(|path| (path.as_str(), self.text(path)))
            .collect();
        assert!(!found.is_empty(), "nothing like {folder}*{ending}");
        found
    }
}

/// The folders of the prerendered pages.
static PAGES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let pages = pages(&LIBRARY.catalogue);
    pages.iter().filter_map(Route::folder).collect()
});

/// Fails unless a link begins with `base`, the address of the site's root, and leads to a
/// prerendered page other than the home page.
#[track_caller]
fn leads_to_a_page(link: &str, base: &str) {
    let folder = link.strip_prefix(base);
    let folder = folder.unwrap_or_else(|| panic!("{link} does not begin with {base}"));
    assert!(!folder.is_empty() && PAGES.contains(folder), "{link}");
}
