//! Loading the page, and the messages if that fails.

use std::fs;

use harness::{Site, explore, visit, visit_site};

#[test]
fn the_page_loads_and_hides_the_loading_message() {
    visit("", |page| {
        page.wait_for_explorer();
        assert!(!page.is_visible("#boot-message"));
        assert!(page.title().contains("What's New"), "{}", page.title());
    });
}

#[test]
fn a_page_whose_code_is_missing_says_so_and_offers_to_reload() {
    let site = Site::changed(|directory| {
        for entry in fs::read_dir(directory)? {
            let code = entry?.path().join("explorer_bg.wasm");
            if code.exists() {
                fs::remove_file(code)?;
            }
        }
        Ok(())
    });
    visit_site(&site, "", |page| {
        page.expect_error(".wasm");
        page.wait_for("the message that loading failed", |page| {
            page.text("#boot-message").contains("could not be loaded")
        });
        page.script::<()>("window.before = true", Vec::new());
        page.click("#boot-message button");
        page.wait_for("the message of a page that was loaded anew", |page| {
            page.script("return !window.before", Vec::new())
                && page.is_visible("#boot-message button")
        });
    });
}

#[test]
fn the_page_says_when_the_explorer_has_crashed() {
    let site = Site::changed(|directory| {
        let page = directory.join("index.html");
        let html = fs::read_to_string(&page)?;
        let tag = "<script type=\"module\" src=\"./stop.js\"></script></body>";
        fs::write(page, html.replace("</body>", tag))?;
        fs::write(
            directory.join("stop.js"),
            "addEventListener('hashchange', () => { throw new WebAssembly.RuntimeError('unreachable') });",
        )
    });
    visit_site(&site, "", |page| {
        page.wait_for_explorer();
        page.expect_error("unreachable");
        page.script::<()>("location.hash = '#stop'", Vec::new());
        page.wait_for("the message that it stopped", |page| {
            page.text("#boot-message").contains("stopped")
                && page.is_visible("#boot-message button")
        });
    });
}

#[test]
fn no_request_leaves_the_site() {
    explore("", |page| {
        let address = page.url();
        let site = address.split('#').next().unwrap_or_default();
        for (place, awaited) in [
            ("#?feature=pep-649", ".detail h4"),
            ("#?view=releases", ".timeline"),
            ("#?view=documents&document=cloudsmith-314", ".reader .prose"),
            ("#?view=try&sample=pep-758/bare", ".strip"),
        ] {
            page.go(place);
            page.wait_for(place, |page| page.count(awaited) > 0);
        }
        let loaded = page.loaded();
        assert!(loaded.len() > 8, "{loaded:?}");
        let elsewhere: Vec<_> = loaded
            .iter()
            .filter(|url| !url.starts_with(site) && !url.starts_with("data:"))
            .collect();
        assert!(elsewhere.is_empty(), "{elsewhere:?}");
    });
}
