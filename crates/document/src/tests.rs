//! Tests of whole documents: what only an announcement states, and links around pictures.

use super::{Block, Document, Inline, parse};
use terms::Status;

fn parsed(text: &str) -> Document {
    parse(text.as_bytes()).expect("a short document")
}

#[test]
fn only_an_announcement_announces_the_release_of_its_title() {
    let release = |kind: &str| {
        let text = format!(
            "---\ntitle: Python 3.14.0 alpha 1\nsource:\n  name: A\n  kind: {kind}\n---\n\nText."
        );
        parsed(&text).release.map(|release| release.to_string())
    };
    assert_eq!(release("announcement").as_deref(), Some("3.14.0a1"));
    for kind in ["article", "reference", "guide"] {
        assert_eq!(release(kind), None, "{kind}");
    }
    let plain = parsed("# Python 3.14.0 alpha 1\n\nText.");
    assert_eq!(
        plain.release.map(|release| release.to_string()).as_deref(),
        Some("3.14.0a1")
    );
}

#[test]
fn a_heading_with_a_pep_is_a_feature_and_so_is_the_title_of_a_sheet() {
    let document = parsed(
        "# Python 3.14.0 alpha 1\n\n## PEP 758: except without parentheses\n\nThey go.\n\n\
         ## New features\n\nA shelf for books\n\nStatus: Final\nCreated: 2023-11-06\n",
    );
    let features = document.features.iter();
    let stated: Vec<_> = features
        .map(|feature| (feature.peps.first().map(|pep| pep.0), feature.status))
        .collect();
    assert_eq!(stated, [(Some(758), None), (None, Some(Status::Final))]);
}

/// The addresses of the links in the only paragraph of a document, those within links first.
fn links(text: &str) -> Vec<String> {
    fn collect(content: &[Inline], found: &mut Vec<String>) {
        for inline in content {
            if let Inline::Link { url, content } = inline {
                collect(content, found);
                found.push(url.clone());
            }
        }
    }
    let document = parsed(text);
    let [Block::Paragraph(content)] = &document.body[..] else {
        panic!("one paragraph: {:?}", document.body);
    };
    let mut found = Vec::new();
    collect(content, &mut found);
    found
}

#[test]
fn a_picture_is_a_link_if_it_is_on_the_web_and_not_within_a_link() {
    assert_eq!(
        links("![a picture](https://example.org/a.png)"),
        ["https://example.org/a.png"]
    );
    assert_eq!(links("![a picture](a.png)"), [""; 0]);
    assert_eq!(
        links("[![a picture](https://example.org/a.png)](https://example.org/)"),
        ["https://example.org/"]
    );
}
