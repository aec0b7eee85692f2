//! The harness for browser tests of the page. [`visit`] is the entry point; a
//! test gets a [`Page`] and controls it with blocking calls, which report a
//! failure at the line of the test.
//!
//! Tests share browsers. A test that needs its own uses
//! [`Page::in_own_browser`].

#![allow(
    clippy::expect_used,
    reason = "only tests use it, and they may fail with what was expected"
)]

mod browser;
mod log;
mod page;
mod pool;
mod project;
mod site;

pub use page::{Page, RunLog};
pub use site::Site;
pub use thirtyfour::Key;

/// Opens the built site at `fragment` (such as `#?pep=758`, or empty), runs
/// `test`, and fails if the page reports an error or violates its security
/// policy.
#[track_caller]
pub fn visit(fragment: &str, test: impl FnOnce(&Page)) {
    visit_site(&Site::built(), fragment, test);
}

/// Like [`visit`], for a file of the built site that is opened from the disk.
/// All such files may share an origin, so this uses a new browser.
#[track_caller]
pub fn visit_file(name: &str, fragment: &str, test: impl FnOnce(&Page)) {
    let site = Site::built();
    let page = Page::in_own_browser(&site);
    page.open_file(&site.directory().join(name), fragment);
    test(&page);
    page.assert_no_errors();
}

/// Like [`visit`], but waits until the explorer runs before `test` begins.
#[track_caller]
pub fn explore(fragment: &str, test: impl FnOnce(&Page)) {
    visit(fragment, |page| {
        page.wait_for_explorer();
        test(page);
    });
}

/// Like [`visit`], for another site, such as one of [`Site::changed`].
#[track_caller]
pub fn visit_site(site: &Site, fragment: &str, test: impl FnOnce(&Page)) {
    let page = Page::new(site);
    page.open(fragment);
    test(&page);
    page.assert_no_errors();
}
