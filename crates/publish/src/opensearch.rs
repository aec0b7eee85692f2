//! The OpenSearch description, by which browsers offer to search the site. The entry point
//! is [`file`].

use super::markup::Element;
use super::{File, Site};

/// The path of the description, which is only there if the site's address is known.
pub const OPENSEARCH: &str = "opensearch.xml";

/// A name of at most 16 characters, as the format demands.
const SHORT_NAME: &str = "Python changes";

/// The icon, which is a file of the built site.
const ICON: &str = "icon.svg";

/// The description in the format of OpenSearch 1.1; `None` if the site's address is not
/// known, since all addresses in it have to be absolute.
pub(super) fn file(site: &Site) -> Option<File> {
    if !site.is_known() {
        return None;
    }
    let link = |to: &str| site.link(OPENSEARCH, to);
    let text = |name: &'static str, text: &str| Element::new(name).text(text);
    let url = |mime_type: &str, rel: &str, template: String| {
        Element::new("Url")
            .with("type", mime_type)
            .with("rel", rel)
            .with("template", template)
    };
    let description = Element::new("OpenSearchDescription")
        .with("xmlns", "http://a9.com/-/spec/opensearch/1.1/")
        .child(text("ShortName", SHORT_NAME))
        .child(text("LongName", super::TITLE))
        .child(text(
            "Description",
            "What Python versions added, changed, deprecated and removed, and what explains an error.",
        ))
        // The fragment of a search in the explorer; braces in it are not escaped.
        .child(url("text/html", "results", link("#?q={searchTerms}")))
        .child(url(
            "application/opensearchdescription+xml",
            "self",
            link(OPENSEARCH),
        ))
        .child(Element::new("Image").with("type", "image/svg+xml").text(link(ICON)))
        .child(text("Language", "en"))
        .child(text("InputEncoding", "UTF-8"));
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n",
        description.to_xml()
    );
    Some(File {
        path: OPENSEARCH.to_owned(),
        bytes: xml.into_bytes(),
    })
}
