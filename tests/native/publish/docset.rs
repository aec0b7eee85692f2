//! A docset of a small library, unpacked and queried as Dash and Zeal do.

use super::{SITE, TABLE};
use api::Table;
use catalogue::Library;
use catalogue::fixture::Shelf;
use docset::{ARCHIVE, FEED};
use flate2::read::GzDecoder;
use publish::Site;
use roxmltree::{Document, ParsingOptions};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// A page as built by Trunk and the later steps.
const BUILT: &str = "<!doctype html><html lang=\"en\"><head><!-- head -->\
    <link rel=\"stylesheet\" href=\"./style-1/style.css\">\
    <script type=\"module\" src=\"./boot.js\"></script></head>\
    <body><div id=\"app\"></div></body></html>";

const FOLDER: &str = "whats-new-in-python.docset/Contents/";

fn library() -> Library {
    Shelf::empty()
        .reference(
            "notes",
            "## Bare `except` {#pep-758 kind=changed pep=758 alias=parentheses}\n\nText.\n\n\
             ## Faster {#gh-128563 kind=removed module=functools}\n\nText.",
        )
        .library()
}

/// The table with a single module.
fn table() -> Table {
    let rows = TABLE.module("functools").expect("the module");
    let modules = vec![("functools".to_owned(), rows.to_vec())];
    Table::new(TABLE.survey().clone(), modules)
}

/// A folder that is removed on drop.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("docset-{name}"));
        // Left behind by a run that failed.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a temporary folder");
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The bytes of the archive, the files in it, and the feed.
struct Packed {
    name: String,
    bytes: Vec<u8>,
    files: BTreeMap<String, Vec<u8>>,
    feed: Option<String>,
}

impl Packed {
    /// The docset of a site that is built for it. `site` is an address, or empty.
    fn new(name: &str, site: &str) -> Self {
        let folder = Folder::new(name);
        let dist = &folder.0;
        fs::write(dist.join("index.html"), BUILT).expect("a template");
        fs::create_dir(dist.join("style-1")).expect("a folder");
        fs::write(dist.join("style-1/style.css"), "main {}").expect("a style");
        let (library, table) = (library(), table());
        let address = (!site.is_empty()).then_some(site);
        let site = address.map_or_else(Site::default, |text| text.parse().expect("an address"));
        let pages = prerender::write(&library, Some(&table), dist, &site).expect("the pages");
        let written = docset::write(&library, Some(&table), dist, &site).expect("a docset");
        assert_eq!(
            written.pages,
            pages - 2,
            "all but those for code and errors"
        );
        let bytes = fs::read(dist.join(ARCHIVE)).expect("the archive");
        let mut files = BTreeMap::new();
        let mut archive = tar::Archive::new(GzDecoder::new(bytes.as_slice()));
        for entry in archive.entries().expect("entries") {
            let mut entry = entry.expect("an entry");
            assert_eq!(entry.header().mtime().ok(), Some(0), "the day is in it");
            let path = entry.path().expect("a path").to_string_lossy().into_owned();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).expect("the content");
            let twice = files.insert(path.clone(), content);
            assert_eq!(twice, None, "{path} is packed twice");
        }
        let feed = fs::read_to_string(dist.join(FEED)).ok();
        Self {
            name: name.to_owned(),
            bytes,
            files,
            feed,
        }
    }

    /// The text of a file below `Contents`.
    #[track_caller]
    fn text(&self, path: &str) -> &str {
        let path = format!("{FOLDER}{path}");
        let bytes = self.files.get(&path).unwrap_or_else(|| panic!("no {path}"));
        std::str::from_utf8(bytes).expect("UTF-8")
    }

    #[track_caller]
    fn page(&self, path: &str) -> &str {
        self.text(&format!("Resources/Documents/{path}"))
    }

    /// The rows of the index that an SQL condition chooses, as names, types and paths.
    #[track_caller]
    fn query(&self, condition: &str) -> Vec<[String; 3]> {
        let database = &self.files[&format!("{FOLDER}Resources/docSet.dsidx")];
        let folder = Folder::new(&format!("query-{}", self.name));
        let path = folder.0.join("docSet.dsidx");
        fs::write(&path, database).expect("a database");
        let connection = Connection::open(path).expect("a database");
        let sql = format!("SELECT name, type, path FROM searchIndex WHERE {condition} ORDER BY id");
        let mut statement = connection.prepare(&sql).expect("a table");
        let rows = statement.query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]));
        let rows = rows.expect("rows").collect::<Result<_, _>>();
        // As the form demands, a name is not twice at a place.
        let again = "INSERT INTO searchIndex(name, type, path) \
                     SELECT name, type, path FROM searchIndex LIMIT 1";
        assert!(
            connection.execute(again, []).is_err(),
            "the index is not unique"
        );
        rows.expect("rows of text")
    }
}

#[test]
fn what_is_searched_for_is_found() {
    let packed = Packed::new("search", "");
    let row = |name: &str, kind: &str, path: &str| [name, kind, path].map(str::to_owned);
    for (name, expected) in [
        (
            "Bare except",
            row("Bare except", "Entry", "feature/pep-758/index.html"),
        ),
        (
            "parentheses",
            row("parentheses", "Entry", "feature/pep-758/index.html"),
        ),
        (
            "Python 3.14",
            row("Python 3.14", "Guide", "3.14/index.html"),
        ),
        (
            "functools",
            row("functools", "Module", "module/functools/index.html"),
        ),
        (
            "functools.cache",
            row(
                "functools.cache",
                "Function",
                "module/functools/index.html#functools.cache",
            ),
        ),
        (
            "PEP 758: Allow except without parentheses",
            row(
                "PEP 758: Allow except without parentheses",
                "Section",
                "pep/758/index.html",
            ),
        ),
    ] {
        assert_eq!(packed.query(&format!("name = '{name}'")), [expected]);
    }
    let prefixed = packed.query("name LIKE 'functools.c%' AND type = 'Function'");
    assert!(prefixed.len() > 1, "{prefixed:?}");
}

#[test]
fn every_entry_leads_to_a_place_on_a_page() {
    let packed = Packed::new("places", "");
    let entries = packed.query("1 = 1");
    assert!(entries.len() > 30, "{}", entries.len());
    for [name, _, path] in entries {
        let (file, anchor) = path.split_once('#').unwrap_or((&path, ""));
        let html = packed.page(file);
        assert!(html.contains("<main"), "{file}");
        if !anchor.is_empty() {
            assert!(html.contains(&format!("id=\"{anchor}\"")), "{name}: {path}");
        }
    }
}

#[test]
fn pages_need_nothing_that_is_not_in_the_docset() {
    for (name, site) in [("links", ""), ("links-known", SITE)] {
        let packed = Packed::new(name, site);
        let start = format!("{FOLDER}Resources/Documents/");
        let mut links = 0;
        for (path, content) in &packed.files {
            let Some(page) = path
                .strip_prefix(&start)
                .filter(|page| page.ends_with(".html"))
            else {
                continue;
            };
            let html = std::str::from_utf8(content).expect("UTF-8");
            for part in ["<script", "<button", "id=\"search\"", "<footer"] {
                assert!(!html.contains(part), "{page}: {part}");
            }
            for reference in html.split("href=\"").skip(1) {
                let reference = reference.split('"').next().expect("a value");
                if reference.starts_with("https://") || reference.starts_with("data:") {
                    continue;
                }
                let (file, _) = reference.split_once('#').unwrap_or((reference, ""));
                let mut folders: Vec<&str> = page.split('/').collect();
                folders.pop();
                let mut rest = file;
                while let Some(after) = rest.strip_prefix("../") {
                    assert!(folders.pop().is_some(), "{page}: {reference}");
                    rest = after;
                }
                let target = [folders.as_slice(), &[rest]].concat().join("/");
                let is_here =
                    file.is_empty() || packed.files.contains_key(&(start.clone() + &target));
                assert!(is_here, "{page}: {reference}");
                links += 1;
            }
        }
        assert!(links > 50, "{links}");
        assert_eq!(packed.page("style.css"), "main {}");
    }
}

#[test]
fn the_property_list_and_the_feed_say_where_it_is() {
    let value = |packed: &Packed, key: &str| {
        let options = ParsingOptions {
            allow_dtd: true,
            ..ParsingOptions::default()
        };
        let document = Document::parse_with_options(packed.text("Info.plist"), options);
        let document = document.expect("XML");
        let mut nodes = document.descendants();
        let key = nodes.find(|node| node.has_tag_name("key") && node.text() == Some(key))?;
        let value = key.next_sibling_element()?;
        Some(value.text().unwrap_or(value.tag_name().name()).to_owned())
    };
    let nowhere = Packed::new("nowhere", "");
    assert_eq!(value(&nowhere, "isDashDocset").as_deref(), Some("true"));
    let home = value(&nowhere, "dashIndexFilePath").expect("a first page");
    assert!(nowhere.page(&home).contains("href=\"3.14/index.html\""));
    assert_eq!(value(&nowhere, "DashDocSetFallbackURL"), None);
    assert_eq!(nowhere.feed, None);
    let somewhere = Packed::new("somewhere", SITE);
    let fallback = value(&somewhere, "DashDocSetFallbackURL");
    assert_eq!(fallback.as_deref(), Some(SITE));
    let feed = somewhere.feed.as_deref().expect("a feed");
    let feed = Document::parse(feed).expect("XML");
    let mut urls = feed.descendants().filter(|node| node.has_tag_name("url"));
    let url = urls.next().and_then(|url| url.text());
    assert_eq!(url, Some(format!("{SITE}{ARCHIVE}").as_str()));
}

#[test]
fn the_same_site_gives_the_same_docset() {
    let [one, other] = ["one", "other"].map(|name| Packed::new(name, SITE));
    assert!(one.bytes == other.bytes, "the archives differ");
    assert_eq!(one.feed, other.feed);
}

#[test]
fn a_site_without_pages_is_named() {
    let folder = Folder::new("missing");
    let error = docset::write(&library(), None, &folder.0, &Site::default());
    let error = error.expect_err("no pages").to_string();
    assert!(
        error.contains("index.html") && error.contains("build the site first"),
        "{error}"
    );
}
