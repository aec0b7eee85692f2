//! When the element loads, what several elements share, and the fallback.

use crate::host::{POLICY, explorer, is_ready, loaded, visit, visit_with, wait_until_ready};
use harness::{Page, Site};
use std::fs;
use std::path::Path;

const FAR: &str = "<svg width=\"1\" height=\"6000\" aria-hidden=\"true\"></svg>";

#[test]
fn several_elements_share_one_program_and_one_bundle() {
    let body = "<whats-new id=\"a\" version=\"3.14\" limit=\"2\"></whats-new>\
                <whats-new id=\"b\" kind=\"removed\" limit=\"2\"></whats-new>\
                <whats-new id=\"c\" pep=\"649\"></whats-new>";
    visit(body, |page| {
        for id in ["#a", "#b", "#c"] {
            wait_until_ready(page, id);
        }
        for part in [
            "embedded_bg.wasm",
            "embedded.js",
            "catalogue.bin",
            "excerpts.bin",
        ] {
            assert_eq!(loaded(page, part), 1, "{part}");
        }
    });
}

#[test]
fn nothing_is_loaded_before_an_element_is_near() {
    let body = format!(
        "<whats-new id=\"near\" compact limit=\"1\"></whats-new>{FAR}\
         <whats-new id=\"far\" limit=\"1\">Fallback</whats-new>"
    );
    visit(&body, |page| {
        wait_until_ready(page, "#near");
        assert!(!is_ready(page, "#far"));
        assert_eq!(loaded(page, "excerpts.bin"), 0);
        page.script::<()>("document.querySelector('#far').scrollIntoView()", vec![]);
        wait_until_ready(page, "#far");
        assert_eq!(loaded(page, "excerpts.bin"), 1);
    });
}

#[test]
fn a_page_loads_the_script_alone_while_no_element_is_near() {
    visit(&format!("{FAR}<whats-new></whats-new>"), |page| {
        page.wait_for("the element to be known", |page| {
            page.script(
                "return !!document.querySelector('whats-new').shadowRoot",
                vec![],
            )
        });
        // The observer has reported the element by the second frame.
        let body = "requestAnimationFrame(() => requestAnimationFrame(() => window.later = true))";
        page.script::<()>(body, vec![]);
        page.wait_for("two frames", |page| {
            page.script("return !!window.later", vec![])
        });
        assert_eq!(loaded(page, ".wasm") + loaded(page, ".bin"), 0);
    });
}

/// The content between the tags is shown, and the page gets an event with the reason.
#[track_caller]
fn assert_fallback(page: &Page) {
    page.wait_for("the failure", |page| {
        page.script("return document.body.dataset.failure === 'true'", vec![])
    });
    assert!(!is_ready(page, "whats-new"));
    assert!(page.is_visible("whats-new a"));
    assert_eq!(page.text("whats-new"), "What is new");
}

const FALLBACK: &str = "<div id=\"place\"></div>";

/// Adds an element whose failure is recorded to the page.
const FAILING: &str = "const element = document.createElement('whats-new');\
    element.append(Object.assign(document.createElement('a'), \
      { href: 'https://example.org/', textContent: 'What is new' }));\
    element.addEventListener('error', ({ detail }) => {\
      document.body.dataset.failure = detail.fatal && detail.message.length > 0 });\
    document.querySelector('#place').append(element);";

fn remove(directory: &Path, ending: &str) -> std::io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            remove(&path, ending)?;
        } else if path.to_string_lossy().ends_with(ending) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

#[test]
fn the_content_between_the_tags_remains_without_the_program() {
    let site = Site::changed(|dist| remove(dist, "embedded_bg.wasm"));
    visit_with(&site, POLICY, FALLBACK, |page| {
        page.expect_error("404 (Not Found)")
            .expect_error("failed to fetch Wasm");
        page.script::<()>(FAILING, vec![]);
        assert_fallback(page);
    });
}

#[test]
fn the_content_between_the_tags_remains_without_the_catalogue() {
    let site = Site::changed(|dist| remove(dist, "catalogue.bin"));
    visit_with(&site, POLICY, FALLBACK, |page| {
        page.expect_error("404").expect_error("catalogue.bin");
        page.script::<()>(FAILING, vec![]);
        assert_fallback(page);
    });
}

#[test]
fn a_list_is_a_list_without_the_first_lines() {
    let site = Site::changed(|dist| remove(dist, "excerpts.bin"));
    visit_with(
        &site,
        POLICY,
        "<whats-new limit=\"1\"></whats-new>",
        |page| {
            page.expect_error("404");
            wait_until_ready(page, "whats-new");
        },
    );
}

/// Every part of the policy in the documentation is needed.
#[test]
fn a_page_whose_policy_refuses_it_keeps_the_content_between_the_tags() {
    let without_wasm = POLICY.replace(" 'wasm-unsafe-eval'", "");
    let without_data = POLICY.replace("connect-src https://example.org; ", "");
    let explorer = explorer();
    for (policy, refused, cause) in [
        (without_wasm, "script-src", "CompileError"),
        (without_data, "connect-src", "TypeError"),
    ] {
        visit_with(&explorer, &policy, FALLBACK, |page| {
            page.expect_error(refused).expect_error(cause);
            page.expect_error("Security policy");
            page.script::<()>(FAILING, vec![]);
            assert_fallback(page);
        });
    }
}
