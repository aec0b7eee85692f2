//! The styles of the page and the element do not affect each other, and both themes can be
//! read.

use crate::host::{explorer, inside, visit, visit_built, wait_until_ready};
use harness::{Page, Site};
use std::fs;

/// Rules that would change every element that they apply to.
pub(crate) const HOSTILE: &str = "* { color: rgb(255, 0, 0) !important; font-size: 31px !important; \
    letter-spacing: 9px } a, li, p { display: none !important } html { font-size: 3px } \
    .rows, .lead, .title { display: none }\n";

/// Fails if rules of the page apply inside an element, or those of the element outside of it.
/// The page has [`HOSTILE`] and an element for each of our selectors.
#[track_caller]
pub(crate) fn assert_apart(page: &Page, css: &str) {
    let style = |of: &str, property: &str| -> String {
        let expression = format!("getComputedStyle($.querySelector('{of}')).{property}");
        inside(page, css, &expression)
    };
    assert_eq!(style(".row", "display"), "grid");
    assert_eq!(style(".rows > li", "display"), "list-item");
    assert_ne!(style(".title", "color"), "rgb(255, 0, 0)");
    assert_eq!(style(".title", "fontSize"), "16px");
    assert_eq!(style(".title", "letterSpacing"), "normal");
    let outside = |class: &str, property: &str| -> String {
        let body = format!(
            "const own = document.createElement('div'); own.className = '{class}';\
             document.body.append(own); const value = getComputedStyle(own).{property};\
             own.remove(); return value"
        );
        page.script(&body, vec![])
    };
    assert_eq!(outside("prose", "maxWidth"), "none");
    assert_eq!(outside("notice", "color"), "rgb(255, 0, 0)");
    let adopted = "return document.adoptedStyleSheets.length";
    assert_eq!(page.script::<usize>(adopted, vec![]), 0);
}

/// Opens an embedding page with a style sheet.
#[track_caller]
fn visit_styled(explorer: &Site, style: &str, body: &str, test: impl FnOnce(&Page)) {
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>\
         <link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"host.css\">\
         <script src=\"{}embed.js\"></script></head><body>{body}</body></html>",
        explorer.url()
    );
    visit_built("", test, |directory| {
        fs::write(directory.join("host.css"), style)?;
        fs::write(directory.join("index.html"), html)
    });
}

#[test]
fn no_rule_leaks_in_or_out() {
    let body = "<whats-new version=\"3.14\" limit=\"2\"></whats-new>";
    visit_styled(&explorer(), HOSTILE, body, |page| {
        wait_until_ready(page, "whats-new");
        assert_apart(page, "whats-new");
    });
}

#[test]
fn custom_properties_reach_in() {
    let style = "whats-new { --whats-new-accent: rgb(1, 2, 3); --whats-new-size: 20px }\
                 whats-new::part(footer) { display: none }";
    let body = "<whats-new limit=\"1\"></whats-new>";
    visit_styled(&explorer(), style, body, |page| {
        wait_until_ready(page, "whats-new");
        let link = "getComputedStyle($.querySelector('.footer a'))";
        assert_eq!(
            inside::<String>(page, "whats-new", &format!("{link}.color")),
            "rgb(1, 2, 3)"
        );
        let root = "getComputedStyle($.querySelector('.root')).fontSize";
        assert_eq!(inside::<String>(page, "whats-new", root), "20px");
        let footer = "getComputedStyle($.querySelector('.footer')).display";
        assert_eq!(inside::<String>(page, "whats-new", footer), "none");
    });
}

#[test]
fn every_form_can_be_used_by_everyone() {
    for theme in ["light", "dark"] {
        let body = format!(
            "<whats-new id=\"list\" theme=\"{theme}\" q=\"annotations\" limit=\"4\"></whats-new>\
             <whats-new id=\"feature\" theme=\"{theme}\" feature=\"pep-758\"></whats-new>\
             <whats-new id=\"move\" theme=\"{theme}\" from=\"3.12\" to=\"3.14\" limit=\"4\"></whats-new>\
             <whats-new id=\"notice\" theme=\"{theme}\" compact limit=\"2\" status=\"x\"></whats-new>"
        );
        visit(&body, |page| {
            for id in ["#list", "#feature", "#move", "#notice"] {
                let reveal = format!("document.querySelector('{id}').scrollIntoView()");
                page.script::<()>(&reveal, vec![]);
                wait_until_ready(page, id);
            }
            page.assert_accessible();
        });
    }
}
