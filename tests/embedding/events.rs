//! The events of the element.

use crate::host::{is_ready, visit, wait_until_ready};
use serde_json::Value;

/// Adds an element whose events are recorded to the page.
const WATCHED: &str = "window.recorded = [];\
    const element = document.createElement('whats-new');\
    for (const [name, value] of Object.entries(arguments[0])) element.setAttribute(name, value);\
    for (const type of ['ready', 'error', 'select']) {\
      element.addEventListener(type, (event) => {\
        window.recorded.push([type, event.detail]);\
        if (type === 'select') event.preventDefault();\
      });\
    }\
    document.querySelector('#place').append(element);";

const PLACE: &str = "<div id=\"place\"></div>";

#[test]
fn it_reports_when_it_is_ready_and_what_is_chosen() {
    visit(PLACE, |page| {
        let attributes = serde_json::json!({ "pep": "758", "limit": "1" });
        page.script::<()>(WATCHED, vec![attributes]);
        wait_until_ready(page, "whats-new");
        let address = page.url();
        page.script::<()>(
            "document.querySelector('whats-new').shadowRoot.querySelector('.row .title').click()",
            vec![],
        );
        let events: Value = page.script("return window.recorded", vec![]);
        assert_eq!(events[0][0], "ready", "{events}");
        assert_eq!(events[0][1], serde_json::json!({ "total": 1, "shown": 1 }));
        assert_eq!(events[1][0], "select", "{events}");
        let chosen = &events[1][1];
        assert_eq!(chosen["slug"], "pep-758");
        assert!(
            chosen["title"]
                .as_str()
                .is_some_and(|title| title.contains("except"))
        );
        let url = chosen["url"].as_str().unwrap_or_default();
        assert!(url.ends_with("/#?pep=758&feature=pep-758"), "{url}");
        assert_eq!(
            page.url(),
            address,
            "the page kept the link from being followed"
        );
    });
}

#[test]
fn it_reports_invalid_attributes() {
    visit(PLACE, |page| {
        let attributes = serde_json::json!({ "status": "finished", "pep": "758" });
        page.script::<()>(WATCHED, vec![attributes]);
        wait_until_ready(page, "whats-new");
        let events: Value = page.script("return window.recorded", vec![]);
        assert_eq!(events[0][0], "error", "{events}");
        assert_eq!(events[0][1]["fatal"], false);
        assert!(
            events[0][1]["message"]
                .as_str()
                .is_some_and(|text| text.contains("finished"))
        );
        assert_eq!(events[1][1]["total"], 1, "{events}");
        let notice = "return document.querySelector('whats-new').shadowRoot\
                      .querySelector('.notice').innerText";
        assert!(page.script::<String>(notice, vec![]).contains("finished"));
    });
}

#[test]
fn an_unknown_feature_is_reported_to_the_page_and_its_author() {
    visit(PLACE, |page| {
        // The page's author sees the console.
        page.script::<()>(
            "window.warned = []; console.warn = (...said) => window.warned.push(String(said[0]));",
            vec![],
        );
        let attributes = serde_json::json!({ "feature": "pep758" });
        page.script::<()>(WATCHED, vec![attributes]);
        page.wait_for("the failure", |page| {
            page.script("return window.recorded.length === 1", vec![])
        });
        let events: Value = page.script("return window.recorded", vec![]);
        assert_eq!(events[0][1]["fatal"], true, "{events}");
        let warned: Vec<String> = page.script("return window.warned", vec![]);
        assert_eq!(warned.len(), 1, "{warned:?}");
        for said in [
            "<whats-new>",
            "feature=\"pep758\"",
            "\"pep-758\"",
            "between the tags",
        ] {
            assert!(warned[0].contains(said), "no {said} in {warned:?}");
        }
        assert!(!is_ready(page, "whats-new"));
        page.script::<()>(
            "document.querySelector('whats-new').setAttribute('feature', 'pep-758')",
            vec![],
        );
        wait_until_ready(page, "whats-new");
    });
}
