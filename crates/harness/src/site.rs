//! The site under test and its server. [`Site::built`] and [`Site::changed`]
//! are the entry points.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use xtask::files::copy_folder_where;
use xtask::server::{Server, TestHooks};

use crate::log::Entry;
use crate::project::root;

/// The script that is injected at the start of each page to collect errors in
/// every browser.
pub(crate) const COLLECT: &str = include_str!("collect.js");

/// Says, as the button on the page does, that nothing of the site be kept. The service worker
/// would request and store all files with every visit, which takes longer than most tests.
const NOT_KEPT: &str = "try { localStorage.setItem('offline refused /sub/path/', '') } catch {}";

thread_local! {
    /// The servers that were started by the test on this thread.
    static SERVERS: RefCell<Vec<Arc<TestHooks>>> = RefCell::default();
}

/// The path below which the site is served, as on a shared host, so that
/// absolute references in the site fail tests.
const BASE: &str = "/sub/path/";

/// The folders with a file for each feature, PEP, module or name. Copying thousands of
/// files takes longer than most tests.
const EACH: &[&str] = &[
    "api/v1/features",
    "api/v1/names",
    "badge",
    "badge/name",
    "card",
    "feature",
    "feeds/module",
    "module",
    "pep",
];

/// Those whose files are copied nevertheless.
const COPIED: &[&str] = &["pep-649", "pep-758", "649", "758", "functools"];

/// The whole site once more, for download.
const ARCHIVE: &str = "dist.zip";

/// A function that starts a server.
type Bind = fn(&Path, &str, u16) -> io::Result<Server>;

/// A served copy of the site.
pub struct Site {
    server: Server,
    directory: PathBuf,
    /// Dropped after the server, which still needs the files.
    _copy: Option<TemporaryDirectory>,
}

/// A temporary directory that is removed on drop.
struct TemporaryDirectory(PathBuf);

/// The requests for missing files since the last call, on all servers of this
/// test. Not every browser reports them itself.
pub(crate) fn take_not_found() -> Vec<Entry> {
    SERVERS.with_borrow_mut(|servers| {
        let entries = servers.iter().flat_map(|one| one.take_not_found());
        let entries = entries.map(|path| Entry::new(true, format!("{path}: 404 (Not Found)")));
        let entries = entries.collect();
        // Forget servers that have stopped.
        servers.retain(|one| Arc::strong_count(one) > 1);
        entries
    })
}

impl Site {
    /// Serves the site as built.
    #[track_caller]
    pub fn built() -> Self {
        Self::serve(Server::bind, &dist(), None)
    }

    /// Serves a copy of the built site after `change` has modified it, for
    /// example with damage that the page has to report. Of the files for each
    /// feature, it has those of PEP 649 and PEP 758 only.
    #[track_caller]
    pub fn changed(change: impl FnOnce(&Path) -> io::Result<()>) -> Self {
        let copy = copy(change);
        Self::serve(Server::bind, &copy.clone(), Some(copy))
    }

    /// Like [`Site::changed`], with a server that allows browsers to cache.
    #[track_caller]
    pub fn cached(change: impl FnOnce(&Path) -> io::Result<()>) -> Self {
        let copy = copy(change);
        Self::serve(Server::bind_cached, &copy.clone(), Some(copy))
    }

    /// Serves the files that `build` writes to an empty directory.
    #[track_caller]
    pub fn made(build: impl FnOnce(&Path) -> io::Result<()>) -> Self {
        let directory = directory();
        fs::create_dir_all(&directory)
            .and_then(|()| build(&directory))
            .unwrap_or_else(|error| panic!("nothing in {}: {error}", directory.display()));
        Self::serve(Server::bind, &directory.clone(), Some(directory))
    }

    /// Serves the site as built without runtimes.
    #[track_caller]
    pub fn without_runtimes() -> Self {
        let site = site(
            "WHATS_NEW_DIST_WITHOUT_RUNTIMES",
            "target/site-without-runtimes",
        );
        Self::serve(Server::bind, &site, None)
    }

    /// Lets the browser keep the site for use without a network, as it does for readers.
    #[must_use]
    pub fn kept(self) -> Self {
        self.test_hooks().inject_script(COLLECT);
        self
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://{}{BASE}", self.server.address())
    }

    /// The test hooks of its server.
    pub fn test_hooks(&self) -> &Arc<TestHooks> {
        self.server.test_hooks()
    }

    /// The directory of its files. Those of a copy may be changed further.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    #[track_caller]
    fn serve(bind: Bind, directory: &Path, copy: Option<PathBuf>) -> Self {
        let server = on_new_origin(|| bind(directory, BASE, 0))
            .unwrap_or_else(|error| panic!("no server for {}: {error}", directory.display()));
        let script = format!("{NOT_KEPT}\n{COLLECT}");
        server.test_hooks().inject_script(&script);
        SERVERS.with_borrow_mut(|servers| servers.push(Arc::clone(server.test_hooks())));
        Self {
            server,
            directory: directory.to_owned(),
            _copy: copy.map(TemporaryDirectory),
        }
    }
}

/// Binds a server to a port that this program has not used before: a browser
/// may have stored data of another site on that origin.
fn on_new_origin(bind: impl Fn() -> io::Result<Server>) -> io::Result<Server> {
    static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    // Held until the end, because the system does not assign ports in use.
    let mut others = Vec::new();
    loop {
        let server = bind()?;
        let mut used = USED.lock().unwrap_or_else(PoisonError::into_inner);
        if used.insert(server.address().port()) {
            return Ok(server);
        }
        others.push(server);
    }
}

impl Drop for TemporaryDirectory {
    fn drop(&mut self) {
        // A copy that remains in the temporary directory is harmless.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Copies the built site and applies `change` to the copy.
#[track_caller]
fn copy(change: impl FnOnce(&Path) -> io::Result<()>) -> PathBuf {
    let copy = directory();
    copy_folder_where(&dist(), &copy, &is_copied)
        .and_then(|()| change(&copy))
        .unwrap_or_else(|error| panic!("the copy in {} failed: {error}", copy.display()));
    copy
}

/// Whether a path of the site is copied.
fn is_copied(place: &Path) -> bool {
    let is_one_of_many = |parent: &Path| EACH.iter().any(|each| parent == Path::new(each));
    let name = place.file_stem().and_then(|name| name.to_str());
    let is_left_out = place.parent().is_some_and(is_one_of_many) || place == Path::new(ARCHIVE);
    !is_left_out || name.is_some_and(|name| COPIED.contains(&name))
}

/// A unique path for a directory.
fn directory() -> PathBuf {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    env::temp_dir().join(format!(
        "whats-new-site-{}-{}",
        std::process::id(),
        NUMBER.fetch_add(1, Ordering::Relaxed)
    ))
}

/// The directory of the built site.
#[track_caller]
fn dist() -> PathBuf {
    site("WHATS_NEW_DIST", "dist")
}

/// The directory of a site: from an environment variable, else the default.
#[track_caller]
fn site(variable: &str, usual: &str) -> PathBuf {
    let directory = env::var_os(variable).map_or_else(|| root().join(usual), PathBuf::from);
    assert!(
        directory.join("index.html").is_file(),
        "There is no built site in {}. Run `cargo xtask test page`, which builds it first.",
        directory.display()
    );
    directory
}
