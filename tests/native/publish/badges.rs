//! Badges say which versions of Python have a feature.

use super::{ANYWHERE, LIBRARY};
use roxmltree::Document;

/// The text of a badge.
#[track_caller]
fn shown(slug: &str) -> String {
    let document = Document::parse(ANYWHERE.text(&format!("badge/{slug}.svg")));
    let document = document.expect("XML");
    let texts = document
        .descendants()
        .filter(|node| node.has_tag_name("text"));
    let texts: Vec<&str> = texts.filter_map(|node| node.text()).collect();
    texts.join(" | ")
}

#[test]
fn every_kind_has_its_words() {
    assert_eq!(shown("pep-572"), "Python | ≥ 3.8");
    assert_eq!(shown("pep-758"), "Python | changed in 3.14");
    assert_eq!(shown("3.14-asyncio-child-watchers"), "Python | < 3.14");
    assert_eq!(
        shown("3.14-incremental-gc"),
        "Python | changed in 3.14, undone in 3.14.5"
    );
    assert_eq!(shown("3.9-pidfd-child-watcher"), "Python | ≥ 3.9, < 3.14");
    assert_eq!(
        shown("3.15-pth-encoding"),
        "Python | deprecated in 3.15, removal in 3.20"
    );
}

#[test]
fn every_feature_has_a_badge_whose_text_fits() {
    for feature in &LIBRARY.catalogue.features {
        let path = format!("badge/{}.svg", feature.slug);
        let document = Document::parse(ANYWHERE.text(&path)).expect("XML");
        let number = |node: &roxmltree::Node, name: &str| -> u32 {
            let value = node.attribute(name).unwrap_or_default();
            value
                .parse()
                .unwrap_or_else(|_| panic!("{path}: {name}={value:?}"))
        };
        let mut end = 0;
        for text in document
            .descendants()
            .filter(|node| node.has_tag_name("text"))
        {
            assert!(number(&text, "x") >= end, "{path}: two texts in one place");
            end = number(&text, "x") + number(&text, "textLength");
        }
        assert!(end < number(&document.root_element(), "width"), "{path}");
    }
}
