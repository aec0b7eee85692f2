//! Snippets that embed a view of the explorer in another page. The entry point is
//! [`snippets`].

use crate::embed::Request;
use std::borrow::Cow;

/// The initial limit of rows: a page rarely needs hundreds.
const LIMIT: &str = "10";

const TITLE: &str = "What’s new in Python";

/// A snippet that embeds a view, and a note on what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Snippet {
    pub(super) name: &'static str,
    pub(super) note: &'static str,
    pub(super) text: String,
}

/// The data of the open feature.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Described {
    pub(super) title: Option<String>,
    /// Its card in plain HTML, if the site has one.
    pub(super) card: Option<String>,
}

/// The snippets for a view: `view` is its fragment, `site` the address of the explorer,
/// which ends with a slash.
pub(super) fn snippets(view: &str, site: &str, described: &Described) -> Vec<Snippet> {
    let view = view.trim_start_matches(['#', '?']);
    let asked = attributes(view);
    let title = escaped(described.title.as_deref().unwrap_or(TITLE));
    let link = escaped(&format!("{site}#?{view}")).into_owned();
    let mut found = vec![
        element(&asked, &escaped(site), &link, &title),
        frame(&asked, site, &title),
    ];
    let feature = asked.iter().find(|(key, _)| key == "feature");
    if let (Some((_, slug)), Some(card)) = (feature, &described.card) {
        let picture = format!("{site}card/{slug}.svg");
        let picture = escaped(&picture);
        found.push(Snippet {
            name: "Picture",
            note: "A card of this change, without any script.",
            text: format!(r#"<a href="{link}"><img src="{picture}" alt="{title}"></a>"#),
        });
        found.push(Snippet {
            name: "HTML",
            note: "The card as plain HTML, without any script.",
            text: absolute(card.trim(), &escaped(site)),
        });
    }
    found
}

/// Attributes of an element, by name.
type Attributes = Vec<(String, String)>;

/// The attributes that show a view. A list gets a limit.
fn attributes(view: &str) -> Attributes {
    let given = || form_urlencoded::parse(view.as_bytes()).into_owned();
    // Filters do not apply to an open feature.
    if let Some(feature) = given().find(|(key, _)| key == "feature") {
        return vec![feature];
    }
    let known = given().filter(|(key, _)| key != "limit" && Request::knows(key));
    known
        .chain([("limit".to_owned(), LIMIT.to_owned())])
        .collect()
}

fn element(asked: &Attributes, site: &str, link: &str, title: &str) -> Snippet {
    let written: String = asked
        .iter()
        .map(|(key, value)| format!(r#" {key}="{}""#, escaped(value)))
        .collect();
    Snippet {
        name: "Web component",
        note: "Styled by your page; falls back to a link.",
        text: format!(
            "<script src=\"{site}embed.js\" async></script>\n<whats-new{written}>\n  \
             <a href=\"{link}\">{title}</a>\n</whats-new>"
        ),
    }
}

fn frame(asked: &Attributes, site: &str, title: &str) -> Snippet {
    let asked = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(asked)
        .finish();
    let address = format!("{site}embed.html#?{asked}");
    let address = escaped(&address);
    Snippet {
        name: "iframe",
        note: "For pages that block third-party scripts.",
        text: format!(
            r#"<iframe src="{address}" title="{title}" loading="lazy" width="100%" height="480"></iframe>"#
        ),
    }
}

/// Makes the links of a card absolute; they are relative to the site's folder `card`.
fn absolute(html: &str, site: &str) -> String {
    const HREF: &str = " href=\"";
    let mut pieces = html.split(HREF);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        text.push_str(HREF);
        if let Some(link) = piece.strip_prefix("../") {
            text.push_str(site);
            text.push_str(link);
        } else {
            text.push_str(piece);
        }
    }
    text
}

fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"']) {
        return Cow::Borrowed(text);
    }
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    Cow::Owned(text.replace('>', "&gt;").replace('"', "&quot;"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: &str = "https://example.org/new/";

    fn text_of(name: &str, view: &str, described: &Described) -> Option<String> {
        let found = snippets(view, SITE, described);
        let named = found.into_iter().find(|snippet| snippet.name == name);
        named.map(|snippet| snippet.text)
    }

    #[track_caller]
    fn text(name: &str, view: &str) -> String {
        text_of(name, view, &Described::default()).expect("a snippet of that name")
    }

    #[track_caller]
    fn assert_contains(text: &str, part: &str) {
        assert!(text.contains(part), "no {part} in {text}");
    }

    #[test]
    fn a_list_is_embedded_with_its_filters_and_a_limit() {
        let view = "#?version=3.12..3.14&kind=removed";
        let element = text("Web component", view);
        let script = r#"<script src="https://example.org/new/embed.js" async></script>"#;
        assert_contains(&element, script);
        let tag = r#"<whats-new version="3.12..3.14" kind="removed" limit="10">"#;
        assert_contains(&element, tag);
        let link = r#"<a href="https://example.org/new/#?version=3.12..3.14&amp;kind=removed">"#;
        assert_contains(&element, link);
        let address = "embed.html#?version=3.12..3.14&amp;kind=removed&amp;limit=10\"";
        assert_contains(&text("iframe", view), address);
        assert_eq!(snippets(view, SITE, &Described::default()).len(), 2);
    }

    #[test]
    fn an_upgrade_is_embedded_by_its_two_ends() {
        let element = text("Web component", "#?view=upgrade&from=3.11&to=3.14");
        assert_contains(&element, r#"<whats-new from="3.11" to="3.14" limit="10">"#);
    }

    #[test]
    fn an_open_feature_is_embedded_alone_as_a_card_too_where_there_is_one() {
        let view = "#?q=x&feature=pep-758";
        let described = Described {
            title: Some("Bare <except>".to_owned()),
            card: Some(
                "<p><a href=\"../#?a=1&amp;b=2\">…</a> <a href=\"https://peps.python.org/\">…</a></p>\n"
                    .to_owned(),
            ),
        };
        let of = |name| text_of(name, view, &described).expect("a snippet of that name");
        assert_contains(&of("Web component"), r#"<whats-new feature="pep-758">"#);
        let picture =
            r#"<img src="https://example.org/new/card/pep-758.svg" alt="Bare &lt;except&gt;">"#;
        assert_contains(&of("Picture"), picture);
        assert_eq!(
            of("HTML"),
            "<p><a href=\"https://example.org/new/#?a=1&amp;b=2\">…</a> <a href=\"https://peps.python.org/\">…</a></p>"
        );
        assert_eq!(text_of("Picture", view, &Described::default()), None);
    }

    #[test]
    fn what_a_reader_searched_for_is_text_whatever_it_holds() {
        let mut view = form_urlencoded::Serializer::new("#?".to_owned());
        view.append_pair("q", "\"><script>x</script>");
        let element = text("Web component", &view.finish());
        assert_contains(&element, r#"q="&quot;&gt;&lt;script&gt;x&lt;/script&gt;""#);
    }
}
