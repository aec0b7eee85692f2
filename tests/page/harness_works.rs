//! The harness notices what it should. Each test serves a small page in place of the explorer.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

use harness::{Key, Page, Site, visit_site};
use serde_json::{Value, json};

const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
                      script-src 'self'; style-src 'self'; img-src data:\">";

/// The built site with another page, one script and one style sheet.
fn site(body: &str, script: &str, style: &str) -> Site {
    let html = format!(
        "<!doctype html><html lang=en><meta charset=utf-8>{POLICY}<title>Small</title>\
         <link rel=icon href=\"data:,\"><link rel=stylesheet href=small.css>\
         <script type=module src=small.js></script>\
         <body><main><h1>Small</h1>{body}</main>"
    );
    Site::made(|directory| {
        fs::write(directory.join("index.html"), html)?;
        fs::write(directory.join("small.js"), script)?;
        fs::write(directory.join("small.css"), style)
    })
}

/// The message with which `test` fails.
fn failure(test: impl FnOnce()) -> String {
    let payload = catch_unwind(AssertUnwindSafe(test)).expect_err("the harness saw nothing wrong");
    payload
        .downcast_ref::<String>()
        .cloned()
        .unwrap_or_default()
}

#[test]
fn a_thrown_error_fails_the_test() {
    let site = site(
        "",
        "setTimeout(() => { throw new Error('spilt milk') });",
        "",
    );
    let message = failure(|| {
        visit_site(&site, "", |page| {
            page.wait_for("the page", |page| page.count("h1") == 1);
        });
    });
    assert!(message.contains("spilt milk"), "{message}");
}

#[test]
fn a_refusal_by_the_security_policy_fails_the_test() {
    let site = site("<p style=\"color:red\">text</p>", "", "");
    let message = failure(|| visit_site(&site, "", |_| ()));
    assert!(message.contains("style-src"), "{message}");
}

#[test]
fn an_expected_error_that_does_not_occur_fails_the_test() {
    let site = site("", "", "");
    let message = failure(|| {
        visit_site(&site, "", |page| {
            page.expect_error("a damaged bundle");
        });
    });
    assert!(message.contains("a damaged bundle"), "{message}");
}

#[test]
fn an_inaccessible_element_is_named() {
    let site = site("<img src=\"data:,\" class=bare>", "", "");
    visit_site(&site, "", |page| {
        let message = failure(|| {
            page.assert_accessible();
        });
        assert!(message.contains("image-alt"), "{message}");
        assert!(message.contains("img"), "{message}");
    });
}

#[test]
fn a_page_can_be_used_and_read() {
    let site = site(
        "<label>Name <input id=name value=old></label>
         <button hidden>Late</button><ul><li>one<li>two</ul><p id=said></p>",
        "const name = document.getElementById('name');
         const button = document.querySelector('button');
         name.addEventListener('input', () => button.hidden = false);
         button.addEventListener('click', () => {
           location.hash = name.value;
           document.getElementById('said').textContent = `said ${name.value}`;
         });",
        "",
    );
    visit_site(&site, "#start", |page| {
        page.assert_accessible();
        assert_eq!(page.fragment(), "#start");
        assert_eq!(page.texts("li"), ["one", "two"]);
        assert!(!page.is_visible("button"));
        page.fill("#name", "new").type_text("#name", "er");
        assert_eq!(page.value("#name"), "newer");
        assert!(page.has_focus("label"));
        page.click_text("button", "Late");
        page.wait_for("the answer", |page| page.text("#said") == "said newer");
        assert_eq!(page.fragment(), "#newer");
        page.back();
        page.wait_for("the fragment before", |page| page.fragment() == "#start");
        page.forward();
        page.wait_for("the fragment after", |page| page.fragment() == "#newer");
        page.click("#name").keys(Key::Tab);
        assert!(page.has_focus("button"));
        page.reload();
        assert_eq!(page.value("#name"), "old");
        assert_eq!(page.attribute("#name", "value").as_deref(), Some("old"));
        assert_eq!(page.attribute("#name", "title"), None);
        assert_eq!(page.text("#missing"), "");
    });
}

#[test]
fn a_page_can_be_visited_in_another_size_theme_and_motion() {
    let site = site(
        "<p>text</p><div></div>",
        "",
        "p { color: rgb(1, 1, 1); transition: color 1s }
         div { width: 500px; height: 1px }
         @media (prefers-color-scheme: dark) { p { color: rgb(2, 2, 2); transition: none } }
         @media (prefers-reduced-motion: reduce) { p { color: rgb(3, 3, 3) } }",
    );
    let color = |page: &Page| page.style("p", "color");
    visit_site(&site, "", |page| {
        page.viewport(1440, 900).system_theme("light");
        assert_eq!(color(page), "rgb(1, 1, 1)");
        assert!(!page.scrolls_sideways());
        page.viewport(320, 600).system_theme("dark");
        page.wait_for("the dark theme", |page| color(page) == "rgb(2, 2, 2)");
        assert!(page.scrolls_sideways());
        page.reduced_motion();
        page.wait_for("less motion", |page| color(page) == "rgb(3, 3, 3)");
        let picture = page.screenshot("harness");
        assert!(
            fs::read(picture)
                .expect("a picture")
                .starts_with(b"\x89PNG")
        );
    });
}

/// Leaves as much state in a browser as a test can.
const LEAVE: &str = "
localStorage.setItem('left', '1');
sessionStorage.setItem('left', '1');
window.name = 'left';
open('about:blank');
for (let entry = 0; entry < 6; entry += 1) history.pushState(null, '', `#${entry}`);
return caches.open('left').then(() => true);
";

/// Which of that state is there.
const FOUND: &str = "
return caches.keys().then((caches) => ({
  stored: localStorage.length + sessionStorage.length + caches.length,
  name: window.name,
  history: history.length > 6,
  width: innerWidth,
  media: ['prefers-color-scheme: dark', 'prefers-reduced-motion: reduce']
    .filter((feature) => matchMedia(`(${feature})`).matches),
}));
";

#[test]
fn a_test_finds_nothing_left_by_an_earlier_one() {
    let first = site("", "", "").kept();
    visit_site(&first, "", |page| {
        page.viewport(400, 600)
            .system_theme("dark")
            .reduced_motion();
        assert!(page.script::<bool>(LEAVE, Vec::new()));
    });
    let second = site("", "", "").kept();
    assert_ne!(first.url(), second.url());
    visit_site(&second, "", |page| {
        let found: Value = page.script(FOUND, Vec::new());
        let nothing = json!({
            "stored": 0, "name": "", "history": false, "width": 1280, "media": [],
        });
        assert_eq!(found, nothing);
    });
}
