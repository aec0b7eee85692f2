//! Packs the pages of a built site into a docset, which Dash and Zeal search and show without
//! a connection. The entry point is [`write`].
//!
//! A docset is a folder with the pages, a property list and an SQLite database of what can be
//! searched for; <https://kapeli.com/docsets> describes it. Native only.

mod archive;
mod entries;
mod feed;
mod index;
mod page;
mod plist;

use api::Table;
use archive::Archive;
use catalogue::Library;
use page::{Pages, STYLE};
use publish::Site;
use query::{Route, View, pages};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The docset in the site's root.
pub const ARCHIVE: &str = "whats-new-in-python.tgz";

/// The feed from which Dash updates the docset.
pub const FEED: &str = "whats-new-in-python.xml";

/// The docset's folder in the archive.
const FOLDER: &str = "whats-new-in-python.docset";

/// The page of the docset that is opened first.
const HOME: &str = "index.html";

/// The icon of the built site, which a docset may have.
const ICON: &str = "icon-192.png";

/// What has been written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// The number of pages.
    pub pages: usize,
    /// The number of names to search for.
    pub entries: usize,
    /// The size of the archive.
    pub bytes: usize,
}

/// Why a docset cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum DocsetError {
    /// A file of the site cannot be read, or the docset cannot be written.
    #[error("{}: {source}; build the site first, and check that the folder can be written to", path.display())]
    File {
        /// The path of the file.
        path: PathBuf,
        /// The error of the operating system.
        source: io::Error,
    },
    /// A page of the site is not HTML as the build writes it.
    #[error("{path} cannot be rewritten: {error}; build the site again")]
    Page {
        /// The path of the page in the site.
        path: String,
        /// The error of the rewriter.
        error: lol_html::errors::RewritingError,
    },
    /// The database cannot be made.
    #[error("the index of the docset cannot be made: {0}; check that there is enough memory")]
    Index(#[from] rusqlite::Error),
    /// The archive cannot be made.
    #[error("the docset cannot be packed: {0}; check that there is enough memory")]
    Archive(io::Error),
}

/// Packs the pages of the site in `dist` into [`ARCHIVE`] beside them and, if the site's
/// address is known, writes [`FEED`]. The same site gives the same bytes.
///
/// The home page and that for errors are left out, since they need scripts.
///
/// # Errors
///
/// If a page is missing, or a file cannot be read or written.
pub fn write(
    library: &Library,
    table: Option<&Table>,
    dist: &Path,
    site: &Site,
) -> Result<Written, DocsetError> {
    let routes = routes(library, table);
    let folders: BTreeSet<String> = routes.iter().filter_map(Route::folder).collect();
    let pages = Pages::new(&folders, site);
    let mut archive = Archive::new(FOLDER);
    let mut style = None;
    archive.add("Contents/Info.plist", plist::text(site).as_bytes())?;
    let entries = entries::entries(library, table);
    archive.add(
        "Contents/Resources/docSet.dsidx",
        &index::database(&entries)?,
    )?;
    let document = |path: &str| format!("Contents/Resources/Documents/{path}");
    archive.add(&document(HOME), page::home(library).as_bytes())?;
    for folder in &folders {
        let path = format!("{folder}index.html");
        let text = read(dist, &path)?;
        let text = String::from_utf8_lossy(&text);
        let page = pages.rewrite(folder, &text)?;
        archive.add(&document(&path), page.html.as_bytes())?;
        style = style.or(page.style);
    }
    if let Some(path) = style {
        archive.add(&document(STYLE), &read(dist, &path)?)?;
    }
    // Sites that are not built by `cargo xtask build` may have none.
    if let Ok(icon) = fs::read(dist.join(ICON)) {
        archive.add("icon.png", &icon)?;
    }
    let bytes = archive.finish()?;
    save(dist, ARCHIVE, &bytes)?;
    if site.is_known() {
        let day = library.catalogue.newest_day();
        save(dist, FEED, feed::text(site, day, &bytes).as_bytes())?;
    }
    Ok(Written {
        pages: folders.len() + 1,
        entries: entries.len(),
        bytes: bytes.len(),
    })
}

/// The routes of the pages in the docset.
fn routes(library: &Library, table: Option<&Table>) -> Vec<Route> {
    let needs_scripts = |route: &Route| {
        let is = |view| *route == Route::default().in_view(view);
        is(View::Explore) || is(View::Check) || is(View::Errors)
    };
    let modules = table.into_iter().flat_map(Table::modules);
    let modules = modules.map(|(module, _)| Route::page_of_module(module));
    let routes = pages(&library.catalogue).into_iter().chain(modules);
    routes.filter(|route| !needs_scripts(route)).collect()
}

fn read(dist: &Path, path: &str) -> Result<Vec<u8>, DocsetError> {
    let path = dist.join(path);
    fs::read(&path).map_err(|source| DocsetError::File { path, source })
}

fn save(dist: &Path, path: &str, bytes: &[u8]) -> Result<(), DocsetError> {
    let path = dist.join(path);
    fs::write(&path, bytes).map_err(|source| DocsetError::File { path, source })
}
