//! What a test of the page is written with. [`visit`] is the entry point; a
//! test is given a [`Page`] and speaks to it in blocking calls, each of which
//! blames the test's own line when it fails.
//!
//! A browser goes from test to test. A test for which that is not enough asks for
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

pub use page::{Page, Told};
pub use site::Site;
pub use thirtyfour::Key;

/// Opens the built site at `fragment` (such as `#?pep=758`, or nothing), runs
/// `test`, and fails if the page has reported an error or broken its security
/// policy meanwhile.
#[track_caller]
pub fn visit(fragment: &str, test: impl FnOnce(&Page)) {
    visit_site(&Site::built(), fragment, test);
}

/// As [`visit`], but of one file of the built site, opened from the disk. All such
/// files may have one origin, so it is a browser of its own that opens it.
#[track_caller]
pub fn visit_file(name: &str, fragment: &str, test: impl FnOnce(&Page)) {
    let site = Site::built();
    let page = Page::in_own_browser(&site);
    page.open_file(&site.directory().join(name), fragment);
    test(&page);
    page.assert_no_errors();
}

/// As [`visit`], but the explorer has taken the place of what loads by the time
/// that `test` begins.
#[track_caller]
pub fn explore(fragment: &str, test: impl FnOnce(&Page)) {
    visit(fragment, |page| {
        page.wait_for_explorer();
        test(page);
    });
}

/// As [`visit`], but of a changed copy of the site, as [`Site::changed`] makes it.
#[track_caller]
pub fn visit_site(site: &Site, fragment: &str, test: impl FnOnce(&Page)) {
    let page = Page::new(site);
    page.open(fragment);
    test(&page);
    page.assert_no_errors();
}
