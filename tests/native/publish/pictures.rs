//! Badges and cards as pictures: they are well-formed, have a text alternative, and contain
//! nothing that runs or is loaded.

use super::ANYWHERE;
use roxmltree::{Document, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// The elements that badges and cards consist of.
const ELEMENTS: [&str; 9] = [
    "svg", "title", "desc", "style", "g", "rect", "path", "text", "tspan",
];

/// The largest sizes in bytes, as a page may show many of them.
const LARGEST: [(&str, usize); 2] = [("badge/", 1_000), ("card/", 4_500)];

/// Fails on anything that a picture must not contain.
#[track_caller]
pub(super) fn is_harmless(path: &str, text: &str) {
    let document = Document::parse(text).unwrap_or_else(|error| panic!("{path}: {error}"));
    let root = document.root_element();
    assert!(root.has_tag_name((SVG, "svg")), "{path}");
    assert_eq!(root.attribute("role"), Some("img"), "{path}");
    let title = root.first_element_child().expect("a first element");
    assert!(title.has_tag_name((SVG, "title")), "{path}");
    let words = title.text().unwrap_or_default();
    assert!(!words.trim().is_empty(), "{path}: no title");
    assert_eq!(root.attribute("aria-label"), Some(words), "{path}");
    for node in root.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        assert!(ELEMENTS.contains(&name), "{path}: <{name}>");
        assert_eq!(node.tag_name().namespace(), Some(SVG), "{path}: <{name}>");
        for attribute in node.attributes() {
            let name = attribute.name();
            assert!(
                !name.starts_with("on") && !name.contains("href"),
                "{path}: {name}"
            );
            assert!(name != "style", "{path}: {name}");
            if name != "aria-label" {
                assert!(!attribute.value().contains("url("), "{path}: {name}");
            }
        }
        if name == "style" {
            let style = node.text().unwrap_or_default();
            let loads = ["url(", "@import", "@font-face"];
            assert!(
                !loads.iter().any(|word| style.contains(word)),
                "{path}: {style}"
            );
        }
    }
}

#[test]
fn no_picture_runs_or_loads_anything() {
    for (folder, largest) in LARGEST {
        for (path, text) in ANYWHERE.below(folder, ".svg") {
            is_harmless(path, text);
            assert!(text.len() <= largest, "{path} has {} bytes", text.len());
        }
    }
}

#[test]
fn what_runs_or_loads_is_noticed() {
    let start = "<svg xmlns='http://www.w3.org/2000/svg' role='img' aria-label='A'>\
                 <title>A</title>";
    is_harmless("harmless", &format!("{start}</svg>"));
    for wrong in [
        "<script/>",
        "<foreignObject/>",
        "<image href='a.png'/>",
        "<rect onload='a()'/>",
        "<rect fill='url(https://example.org/)'/>",
        "<style>@import 'a'</style>",
        "<rect>",
    ] {
        let text = format!("{start}{wrong}</svg>");
        let outcome = std::panic::catch_unwind(|| is_harmless("wrong", &text));
        assert!(outcome.is_err(), "{wrong}");
    }
}

#[test]
fn a_card_says_what_the_strip_shows() {
    let text = ANYWHERE.text("card/3.14-asyncio-child-watchers.svg");
    let document = Document::parse(text).expect("XML");
    let words: String = document
        .descendants()
        .filter(|node| node.has_tag_name("desc"))
        .filter_map(|node| node.text())
        .collect();
    for part in [
        "3.9 to 3.11: available",
        "3.12 to 3.13: deprecated",
        "3.14 to 3.16: removed",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
    let series = document
        .descendants()
        .filter(|node| node.has_tag_name("tspan"));
    let series: Vec<&str> = series.filter_map(|node| node.text()).collect();
    assert_eq!(
        (series.first(), series.last()),
        (Some(&"3.0"), Some(&"3.16"))
    );
}
