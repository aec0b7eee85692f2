//! Serves pages that embed the explorer from an origin of their own. The entry points are
//! [`visit`] and [`visit_built`].

use harness::{Page, Site};
use serde_json::json;
use std::fs;
use std::io;
use std::path::Path;

/// The address of the explorer in the examples and the documentation.
const EXAMPLE: &str = "https://example.org/whats-new/";

/// The policy that a page needs according to `docs/embedding.md`, which allows nothing else.
pub(crate) const POLICY: &str = "default-src 'none'; style-src 'self'; img-src data:; \
    script-src https://example.org 'wasm-unsafe-eval'; connect-src https://example.org; \
    frame-src https://example.org";

/// Opens a page with `body` that loads `embed.js`, under [`POLICY`].
#[track_caller]
pub(crate) fn visit(body: &str, test: impl FnOnce(&Page)) {
    visit_with(&explorer(), POLICY, body, test);
}

/// As [`visit`], with the given explorer and policy.
#[track_caller]
pub(crate) fn visit_with(explorer: &Site, policy: &str, body: &str, test: impl FnOnce(&Page)) {
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>\
         <meta name=\"viewport\" content=\"width=device-width\">\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
         <link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"host.css\">\
         <script src=\"{EXAMPLE}embed.js\" async></script></head>\
         <body><main><h1>Host</h1>{body}</main></body></html>"
    );
    visit_built("", test, |directory| {
        fs::write(directory.join("host.css"), "body { margin: 1rem }")?;
        fs::write(directory.join("index.html"), here(explorer, &html))
    });
}

/// Opens `path` in the directory that `build` fills.
#[track_caller]
pub(crate) fn visit_built(
    path: &str,
    test: impl FnOnce(&Page),
    build: impl FnOnce(&Path) -> io::Result<()>,
) {
    let host = Site::made(build);
    let page = Page::new(&host);
    page.open(path);
    test(&page);
    page.assert_no_errors();
}

/// The explorer as built.
#[track_caller]
pub(crate) fn explorer() -> Site {
    Site::built()
}

/// The text of an example with the address of the test's explorer.
pub(crate) fn here(explorer: &Site, text: &str) -> String {
    let site = explorer.url();
    let origin = site.split('/').take(3).collect::<Vec<_>>().join("/");
    text.replace(EXAMPLE, &site)
        .replace("https://example.org", &origin)
}

/// The value of an expression in which `$` is the shadow root of the element that matches
/// `css`; false if there is none.
#[track_caller]
pub(crate) fn inside<T: serde::de::DeserializeOwned>(
    page: &Page,
    css: &str,
    expression: &str,
) -> T {
    let body =
        format!("const $ = document.querySelector(arguments[0]).shadowRoot; return {expression}");
    page.script(&body, vec![json!(css)])
}

/// Waits until an element shows its own content.
#[track_caller]
pub(crate) fn wait_until_ready(page: &Page, css: &str) {
    page.wait_for(&format!("`{css}` to be ready"), |page| is_ready(page, css));
}

/// Whether an element shows its own content rather than that between its tags.
#[track_caller]
pub(crate) fn is_ready(page: &Page, css: &str) -> bool {
    let body = "return !!document.querySelector(arguments[0])?.shadowRoot?.querySelector('.root')";
    page.script(body, vec![json!(css)])
}

/// The number of files that the page has loaded from addresses that contain `part`.
#[track_caller]
pub(crate) fn loaded(page: &Page, part: &str) -> usize {
    let body = "return performance.getEntriesByType('resource')\
                .filter(({ name }) => name.includes(arguments[0])).length";
    page.script(body, vec![json!(part)])
}
