//! [`Page`]: the interface of tests to a page.

mod accessibility;
mod act;
mod explorer;
mod look;
mod python;
mod state;

pub use python::RunLog;

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::error::WebDriverResult;
use xtask::server::TestHooks;

use crate::log::{Entry, Log};
use crate::pool::Lease;
use crate::project::kept_file;
use crate::site::{self, COLLECT, Site};

/// How long a condition may take to become true. It is generous because it only
/// costs time in tests that fail.
const DEADLINE: Duration = Duration::from_secs(60);

/// The least number of polls before a condition times out. On a busy machine,
/// where polls and the page itself are slower, this extends the deadline.
const MIN_POLLS: u32 = 1_200;

/// When a condition times out regardless of the number of polls: a page that
/// does not respond at all is not just slow.
const LAST_DEADLINE: Duration = Duration::from_secs(300);

/// How long a script of a test may take. A run of Python on a busy machine,
/// including the start of the runtime, takes longest.
const SCRIPT_DEADLINE: Duration = Duration::from_secs(90);

/// The interval between polls.
const INTERVAL: Duration = Duration::from_millis(20);

/// How much text of the page a failure shows, in characters.
const SHOWN: usize = 2_000;

/// Returns the errors collected since the last call, if the page contains
/// [`COLLECT`].
const COLLECTED: &str = "return window.harnessLog?.() ?? []";

/// A page in a browser that no other test uses at the same time.
///
/// Elements are identified by CSS selectors, which select the first match in
/// the document.
pub struct Page {
    browser: Lease,
    address: String,
    server: Arc<TestHooks>,
    log: RefCell<Log>,
}

impl Page {
    /// An empty page in a browser that is shared with other tests.
    #[track_caller]
    pub fn new(site: &Site) -> Self {
        Self::within(Lease::shared(site.url()), site)
    }

    /// An empty page in a new browser with its own profile.
    #[track_caller]
    pub fn in_own_browser(site: &Site) -> Self {
        Self::within(Lease::own(site.url()), site)
    }

    #[track_caller]
    fn within(browser: Lease, site: &Site) -> Self {
        // Discard what an earlier test on the same thread has left.
        site::take_not_found();
        let page = Self {
            browser,
            address: site.url(),
            server: Arc::clone(site.test_hooks()),
            log: RefCell::default(),
        };
        page.call("set how long a script may take", async |session| {
            session.set_script_timeout(SCRIPT_DEADLINE).await
        });
        page
    }

    /// Loads the page at `fragment`, which is empty or begins with `#`.
    #[track_caller]
    pub fn open(&self, fragment: &str) -> &Self {
        self.collect_log();
        let target = format!("{}{fragment}", self.address);
        // A browser does not load a page again if only the fragment differs.
        self.call("open the page", async |session| {
            session.goto("about:blank").await?;
            session.goto(target).await
        });
        self
    }

    /// Opens a file from the disk at `fragment`.
    #[track_caller]
    pub fn open_file(&self, file: &Path, fragment: &str) -> &Self {
        self.collect_log();
        let target = format!(
            "file://{}{fragment}",
            Self::with_collector_on_disk(file).display()
        );
        self.call("open a file", async |session| session.goto(target).await);
        self
    }

    /// Waits until `condition` holds. A failure reports `what` was awaited and
    /// what the page showed instead.
    #[track_caller]
    pub fn wait_for(&self, what: &str, mut condition: impl FnMut(&Self) -> bool) -> &Self {
        self.wait(what, |page| condition(page).then_some(()));
        self
    }

    /// Goes back in the history.
    #[track_caller]
    pub fn back(&self) -> &Self {
        self.done("go back", self.browser.back());
        self
    }

    /// Goes forward in the history.
    #[track_caller]
    pub fn forward(&self) -> &Self {
        self.call("go forward", async |session| session.forward().await);
        self
    }

    /// Reloads the page.
    #[track_caller]
    pub fn reload(&self) -> &Self {
        self.collect_log();
        self.done("reload", self.browser.reload());
        self
    }

    /// Expects an error that contains `text`.
    pub fn expect_error(&self, text: &str) -> &Self {
        self.log.borrow_mut().expect(text);
        self
    }

    /// Whether the browser reports to a worker which directive of the security
    /// policy it violates.
    pub fn reports_violations_to_workers(&self) -> bool {
        self.browser.reports_violations_to_workers()
    }

    /// Ignores errors that contain `text`.
    pub fn allow_error(&self, text: &'static str) -> &Self {
        self.log.borrow_mut().allow(text);
        self
    }

    /// Fails if the page has reported an unexpected error, or has not reported
    /// an expected one.
    #[track_caller]
    pub fn assert_no_errors(&self) {
        self.collect_log();
        let log = self.log.borrow();
        let (errors, missing) = (log.errors(), log.missing());
        assert!(
            errors.is_empty(),
            "the page reported errors:\n  {}",
            errors.join("\n  ")
        );
        assert!(
            missing.is_empty(),
            "the page should have reported: {}",
            missing.join(", ")
        );
    }

    /// Runs the body of a JavaScript function in the page and returns its value.
    #[track_caller]
    pub fn script<T: DeserializeOwned>(&self, body: &str, arguments: Vec<Value>) -> T {
        self.call("run a script", async |session| {
            session.execute(body, arguments).await?.convert()
        })
    }

    #[track_caller]
    fn wait<T>(&self, what: &str, look: impl FnMut(&Self) -> Option<T>) -> T {
        // No closure, because failures in closures are reported at a line of
        // this file.
        match self.try_for(look) {
            Some(seen) => seen,
            None => self.give_up(what),
        }
    }

    /// Polls until `look` returns a value or the time is up.
    fn try_for<T>(&self, mut look: impl FnMut(&Self) -> Option<T>) -> Option<T> {
        let start = Instant::now();
        for looks in 1.. {
            if let Some(seen) = look(self) {
                return Some(seen);
            }
            let waited = start.elapsed();
            if (waited > DEADLINE && looks >= MIN_POLLS) || waited > LAST_DEADLINE {
                break;
            }
            thread::park_timeout(INTERVAL);
        }
        None
    }

    #[track_caller]
    fn give_up(&self, what: &str) -> ! {
        let text: String = self.text("body").chars().take(SHOWN).collect();
        panic!(
            "waited {} s or longer for {what}\nat {}\nThe page showed:\n{text}",
            DEADLINE.as_secs(),
            self.url()
        )
    }

    #[track_caller]
    fn call<T>(
        &self,
        purpose: &str,
        call: impl AsyncFnOnce(&thirtyfour::WebDriver) -> WebDriverResult<T>,
    ) -> T {
        match self.try_call(call) {
            Ok(value) => value,
            Err(error) => panic!("could not {purpose}: {error}"),
        }
    }

    fn try_call<T>(
        &self,
        call: impl AsyncFnOnce(&thirtyfour::WebDriver) -> WebDriverResult<T>,
    ) -> WebDriverResult<T> {
        self.browser.run(call)
    }

    /// Fails if an action on the browser has failed.
    #[track_caller]
    fn done(&self, purpose: &str, outcome: Result<(), String>) -> &Self {
        if let Err(error) = outcome {
            panic!("could not {purpose}: {error}");
        }
        self
    }

    /// Collects the errors of the page, the browser and the servers. Errors of
    /// a page that does not answer are collected with those of the next one.
    fn collect_log(&self) {
        let collected = self.try_call(async |session| {
            session
                .execute(COLLECTED, Vec::new())
                .await?
                .convert::<Vec<String>>()
        });
        let collected = collected.unwrap_or_default();
        let mut log = self.log.borrow_mut();
        log.extend(collected.into_iter().map(|text| Entry::new(true, text)));
        log.extend(self.browser.log());
        log.extend(site::take_not_found());
    }

    /// A copy of a page on the disk that collects errors.
    #[track_caller]
    fn with_collector_on_disk(file: &Path) -> PathBuf {
        let copy = kept_file(&format!("opened-{}.html", Self::test()));
        fs::read(file)
            .and_then(|page| fs::write(&copy, with_collector(page)))
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        copy
    }

    /// The name of the running test, in a form suitable for file names.
    fn test() -> String {
        let thread = thread::current();
        thread.name().unwrap_or("page").replace("::", "-")
    }

    /// The path of the screenshot called `name`.
    #[track_caller]
    fn picture(name: &str) -> PathBuf {
        kept_file(&format!("{name}.png"))
    }
}

impl Drop for Page {
    /// After a failure, prints the log and saves a screenshot.
    fn drop(&mut self) {
        if !thread::panicking() {
            return;
        }
        self.collect_log();
        eprintln!("The browser logged:\n{}", self.log.borrow());
        let picture = Self::picture(&format!("failed-{}", Self::test()));
        let drawn = self.try_call(async |session| session.screenshot_as_png().await);
        if let Ok(png) = drawn
            && fs::write(&picture, png).is_ok()
        {
            eprintln!("What it looked like: {}", picture.display());
        }
    }
}

/// Inserts [`COLLECT`] at the start of the head of a page in UTF-16, which the
/// single-file explorer is. Unpaired surrogates are preserved.
fn with_collector(mut page: Vec<u8>) -> Vec<u8> {
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let head = wide("<head>");
    let start = page.windows(head.len()).position(|part| part == head);
    let at = start.map_or(0, |start| start + head.len());
    page.splice(at..at, wide(&format!("<script>{COLLECT}</script>")));
    page
}
