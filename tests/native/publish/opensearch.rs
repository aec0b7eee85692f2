//! The OpenSearch description, and what a search by it opens.

use super::{ANYWHERE, SITE, SOMEWHERE};
use publish::OPENSEARCH;
use query::{Query, Route};
use roxmltree::{Document, Node};

const NAMESPACE: &str = "http://a9.com/-/spec/opensearch/1.1/";

/// The address of a search, as a browser makes it: the words are percent-encoded.
#[track_caller]
fn address(template: &str, words: &str) -> String {
    let encoded: String = form_urlencoded::byte_serialize(words.as_bytes()).collect();
    assert_eq!(template.matches("{searchTerms}").count(), 1, "{template}");
    let address = template.replace("{searchTerms}", &encoded.replace('+', "%20"));
    assert!(!address.contains(['{', '}']), "{template}");
    address
}

#[test]
fn a_search_by_the_description_opens_the_list_with_the_words() {
    let document = Document::parse(SOMEWHERE.text(OPENSEARCH)).expect("XML");
    let template = |rel: &str| {
        let mut nodes = document.descendants();
        let url = nodes.find(|node| {
            node.has_tag_name((NAMESPACE, "Url")) && node.attribute("rel") == Some(rel)
        });
        url.and_then(|url| url.attribute("template").map(str::to_owned))
    };
    let results = template("results").expect("a template");
    for words in ["asyncio", "str.removeprefix & co", "ümlaut #? %41 +"] {
        let address = address(&results, words);
        let fragment = address.strip_prefix(SITE).expect("the site");
        let (route, notices) = Route::from_fragment(fragment);
        assert_eq!(notices, []);
        let query = Query {
            text: words.to_owned(),
            ..Query::default()
        };
        assert_eq!(route, Route::default().with_query(query), "{address}");
    }
    let own = template("self").expect("its own address");
    assert_eq!(own, format!("{SITE}{OPENSEARCH}"));
}

#[test]
fn the_description_has_what_the_format_demands() {
    let document = Document::parse(SOMEWHERE.text(OPENSEARCH)).expect("XML");
    let root = document.root_element();
    assert!(root.has_tag_name((NAMESPACE, "OpenSearchDescription")));
    let text = |name: &str| {
        let node = root
            .children()
            .find(|node| node.has_tag_name((NAMESPACE, name)));
        node.as_ref().and_then(Node::text).map(str::to_owned)
    };
    for (name, limit) in [("ShortName", 16), ("LongName", 48), ("Description", 1024)] {
        let length = text(name).map(|text| text.chars().count());
        assert!(
            length.is_some_and(|length| (1..=limit).contains(&length)),
            "{name}"
        );
    }
    assert!(text("Image").is_some_and(|image| image.starts_with(SITE)));
}

#[test]
fn a_site_at_an_unknown_address_has_no_description() {
    assert!(!ANYWHERE.0.contains_key(OPENSEARCH));
}
