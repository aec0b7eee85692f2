//! The frame, for pages that do not load scripts from other sites.

use crate::host::{POLICY, explorer, inside, visit, visit_with, wait_until_ready};
use harness::Page;
use serde_json::{Value, json};

/// Adds a frame to the page, after a listener for its messages.
const FRAMED: &str = "addEventListener('message', ({ data }) => { window.message = data });\
    const frame = document.createElement('iframe');\
    frame.title = 'Frame'; frame.src = arguments[0];\
    document.querySelector('#place').append(frame);";

#[test]
fn a_frame_reports_its_height() {
    let refusing = POLICY.replace(
        "script-src https://example.org 'wasm-unsafe-eval'",
        "script-src 'none'",
    );
    let explorer = explorer();
    let address = format!("{}embed.html#?pep=758", explorer.url());
    visit_with(&explorer, &refusing, "<div id=\"place\"></div>", |page| {
        page.expect_error("embed.js");
        page.script::<()>(FRAMED, vec![json!(address)]);
        page.wait_for("the height of a list", |page| {
            let message: Value = page.script("return window.message ?? null", vec![]);
            let height = message["height"].as_f64();
            message["type"] == "whats-new:height" && height.is_some_and(|height| height > 80.0)
        });
    });
}

#[test]
fn a_page_with_the_script_gives_frames_their_height() {
    let frame = "<iframe src=\"https://example.org/whats-new/embed.html#?pep=758\" \
                 title=\"What’s new in Python\" width=\"600\" height=\"40\"></iframe>";
    visit(frame, |page| {
        let height = "return document.querySelector('iframe').clientHeight";
        page.wait_for("the frame to grow", |page| {
            page.script::<f64>(height, vec![]) > 80.0
        });
    });
}

#[test]
fn a_frame_says_why_it_shows_nothing() {
    let site = explorer();
    let page = Page::new(&site);
    // WebKit requests one if the document is opened as a page.
    page.allow_error("favicon.ico");
    page.open("embed.html#?feature=no-such-feature");
    page.wait_for("the reason", |page| {
        page.text("whats-new").contains("no-such-feature")
    });
    page.script::<()>("location.hash = '#?pep=758&colour=red'", vec![]);
    wait_until_ready(&page, "whats-new");
    let notice = "$.querySelector('.notice').innerText";
    assert!(inside::<String>(&page, "whats-new", notice).contains("colour"));
    page.assert_accessible();
    page.assert_no_errors();
}
