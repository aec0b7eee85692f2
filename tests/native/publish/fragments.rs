//! Cards as HTML fragments.

use super::{ANYWHERE, SITE, SOMEWHERE, leads_to_a_page};
use roxmltree::{Document, Node};

const ELEMENTS: [&str; 6] = ["article", "h2", "p", "ul", "li", "a"];

/// The addresses of the links in a fragment. Fails on anything that a fragment must not
/// contain.
#[track_caller]
pub(super) fn is_plain<'d>(path: &str, document: &'d Document) -> Vec<&'d str> {
    let root = document.root_element();
    assert!(root.has_tag_name("article"), "{path}");
    let mut links = Vec::new();
    for node in root.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        assert!(ELEMENTS.contains(&name), "{path}: <{name}>");
        // An empty element would be written with a slash, which HTML ignores.
        assert!(node.has_children(), "{path}: <{name}> is empty");
        for attribute in node.attributes() {
            match attribute.name() {
                "href" => links.push(attribute.value()),
                "lang" => {}
                other => panic!("{path}: {other}"),
            }
        }
    }
    links
}

#[test]
fn every_fragment_is_self_contained() {
    for (published, base) in [(&ANYWHERE, "../"), (&SOMEWHERE, SITE)] {
        for (path, text) in published.below("card/", ".html") {
            assert!(text.is_ascii(), "{path} depends on an encoding");
            let document = Document::parse(text).unwrap_or_else(|error| panic!("{path}: {error}"));
            let mut links = is_plain(path, &document).into_iter();
            leads_to_a_page(links.next().expect("a link"), base);
            assert!(links.all(|link| link.starts_with("https://")), "{path}");
        }
    }
}

#[test]
fn a_piece_says_what_a_card_should() {
    let text = ANYWHERE.text("card/pep-758.html");
    for part in [
        "<a href=\"../feature/pep-758/\">except and except* without parentheses</a>",
        "Changed in Python 3.14 (PEP 758, Final; as of ",
        "<li>3.0 to 3.13: old behaviour</li>",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}
