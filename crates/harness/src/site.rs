//! The site that is tested and the server it comes from. [`built`] and
//! [`Site::changed`] are the entry points.

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

/// What stands ahead of everything in each page, so that it is heard what goes
/// wrong there, in every browser.
pub(crate) const COLLECT: &str = include_str!("collect.js");

thread_local! {
    /// The servers that the test of this thread has started.
    static OVERSEEN: RefCell<Vec<Arc<TestHooks>>> = RefCell::default();
}

/// Where the site is served: below a path, as on a shared host, so that no
/// test passes with an absolute reference in the site.
const BASE: &str = "/sub/path/";

/// What has a file for each feature or PEP. Copying thousands takes longer than
/// most tests.
const EACH: &[&str] = &["api/v1/features", "badge", "card", "feature", "pep"];

/// The features and PEPs whose files a copy of the site has all the same.
const COPIED: &[&str] = &["pep-649", "pep-758", "649", "758"];

/// How a server is started.
type Bind = fn(&Path, &str, u16) -> io::Result<Server>;

/// A served copy of the site.
pub struct Site {
    server: Server,
    directory: PathBuf,
    /// A directory that goes after the server, which must not miss anything in it.
    _copy: Option<Passing>,
}

/// A directory that goes with this.
struct Passing(PathBuf);

/// The requests that the servers of this test had no file for since this was
/// last called. Not every browser says so itself.
pub(crate) fn missed() -> Vec<Entry> {
    OVERSEEN.with_borrow_mut(|overseen| {
        let missed = overseen.iter().flat_map(|one| one.take_not_found());
        let missed = missed.map(|path| Entry::new(true, format!("{path}: 404 (Not Found)")));
        let missed = missed.collect();
        // Whose server has stopped hears no more.
        overseen.retain(|one| Arc::strong_count(one) > 1);
        missed
    })
}

impl Site {
    /// The site as built, from a server of its own.
    #[track_caller]
    pub fn built() -> Self {
        Self::serve(Server::bind, &dist(), None)
    }

    /// Serves a copy of the built site after `change` has been made to its
    /// directory, such as damage that the page has to report. Of what there is for
    /// each feature it has that of PEP 649 and PEP 758 alone.
    #[track_caller]
    pub fn changed(change: impl FnOnce(&Path) -> io::Result<()>) -> Self {
        let copy = copy(change);
        Self::serve(Server::bind, &copy.clone(), Some(copy))
    }

    /// As [`Site::changed`], from a server that lets browsers keep what they
    /// have loaded.
    #[track_caller]
    pub fn cached(change: impl FnOnce(&Path) -> io::Result<()>) -> Self {
        let copy = copy(change);
        Self::serve(Server::bind_cached, &copy.clone(), Some(copy))
    }

    /// Serves what `build` leaves in an empty directory.
    #[track_caller]
    pub fn made(build: impl FnOnce(&Path) -> io::Result<()>) -> Self {
        let directory = directory();
        fs::create_dir_all(&directory)
            .and_then(|()| build(&directory))
            .unwrap_or_else(|error| panic!("nothing in {}: {error}", directory.display()));
        Self::serve(Server::bind, &directory.clone(), Some(directory))
    }

    /// The site as it is built without runtimes.
    #[track_caller]
    pub fn without_runtimes() -> Self {
        let site = site(
            "WHATS_NEW_DIST_WITHOUT_RUNTIMES",
            "target/site-without-runtimes",
        );
        Self::serve(Server::bind, &site, None)
    }

    /// The address of the page.
    pub fn url(&self) -> String {
        format!("http://{}{BASE}", self.server.address())
    }

    /// The test hooks of its server.
    pub fn test_hooks(&self) -> &Arc<TestHooks> {
        self.server.test_hooks()
    }

    /// Where its files are. Those of a changed copy may be changed further.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    #[track_caller]
    fn serve(bind: Bind, directory: &Path, copy: Option<PathBuf>) -> Self {
        let server = on_new_origin(|| bind(directory, BASE, 0))
            .unwrap_or_else(|error| panic!("no server for {}: {error}", directory.display()));
        server.test_hooks().inject_script(COLLECT);
        OVERSEEN.with_borrow_mut(|overseen| overseen.push(Arc::clone(server.test_hooks())));
        Self {
            server,
            directory: directory.to_owned(),
            _copy: copy.map(Passing),
        }
    }
}

/// A server on a port that no other of this program has had: a browser that has opened
/// another site there may have kept some of it.
fn on_new_origin(bind: impl Fn() -> io::Result<Server>) -> io::Result<Server> {
    static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    // The system gives out no port that is still in use.
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

impl Drop for Passing {
    fn drop(&mut self) {
        // A copy that stays in the temporary directory harms nothing.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A copy of the built site, after `change` has been made to it.
#[track_caller]
fn copy(change: impl FnOnce(&Path) -> io::Result<()>) -> PathBuf {
    let copy = directory();
    copy_folder_where(&dist(), &copy, &is_copied)
        .and_then(|()| change(&copy))
        .unwrap_or_else(|error| panic!("the copy in {} failed: {error}", copy.display()));
    copy
}

/// Whether a copy has what is at a place of the site.
fn is_copied(place: &Path) -> bool {
    let is_one_of_many = |parent: &Path| EACH.iter().any(|each| parent == Path::new(each));
    let name = place.file_stem().and_then(|name| name.to_str());
    !place.parent().is_some_and(is_one_of_many) || name.is_some_and(|name| COPIED.contains(&name))
}

/// A place for a directory that nothing else uses.
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

/// The directory of a site, which a variable names, or the usual one.
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
