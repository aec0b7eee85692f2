//! Snippets that embed a view of the explorer in another page. The entry point is
//! [`snippets`].

use crate::embed::Request;
use std::borrow::Cow;

/// The initial limit of rows: a page rarely needs hundreds.
const LIMIT: &str = "10";

const TITLE: &str = "What’s new in Python";

/// What a page is made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tool {
    Html,
    Sphinx,
    MkDocs,
    MdBook,
}

impl Tool {
    pub(super) const ALL: [Self; 4] = [Self::Html, Self::Sphinx, Self::MkDocs, Self::MdBook];

    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Html => "HTML",
            Self::Sphinx => "Sphinx",
            Self::MkDocs => "MkDocs",
            Self::MdBook => "mdBook",
        }
    }
}

/// A snippet that embeds a view, and a note on what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Snippet {
    pub(super) tool: Tool,
    pub(super) name: &'static str,
    pub(super) note: &'static str,
    pub(super) text: String,
    /// What the Content-Security-Policy of the page has to allow; empty if nothing.
    pub(super) policy: String,
}

impl Snippet {
    fn new(tool: Tool, name: &'static str, note: &'static str, text: String) -> Self {
        let policy = String::new();
        Self {
            tool,
            name,
            note,
            text,
            policy,
        }
    }
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
    let host = site.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
    let allowed_frame = format!("frame-src {host}");
    let title = escaped(described.title.as_deref().unwrap_or(TITLE));
    let link = escaped(&format!("{site}#?{view}")).into_owned();
    if is_sample(view) {
        let text = format!(
            r#"<iframe src="{link}" title="Python code to run" loading="lazy" width="100%" height="640"></iframe>"#
        );
        let frame = Snippet {
            policy: allowed_frame,
            ..Snippet::new(
                Tool::Html,
                "iframe",
                "The sample with its editor and Run.",
                text,
            )
        };
        let tools = in_tools(&[], &frame);
        return std::iter::once(frame).chain(tools).collect();
    }
    let site_text = escaped(site);
    let script = format!(r#"<script src="{site_text}embed.js" async></script>"#);
    let tag = element(&asked, &link, &title);
    let page = Snippet {
        policy: format!("script-src {host} 'wasm-unsafe-eval'; connect-src {host}"),
        ..Snippet::new(
            Tool::Html,
            "Web component",
            "Styled by your page; falls back to a link.",
            tag,
        )
    };
    let mut found = vec![
        Snippet {
            text: format!("{script}\n{}", page.text),
            ..page.clone()
        },
        Snippet {
            policy: allowed_frame,
            ..frame(&asked, site, &title)
        },
    ];
    let feature = asked.iter().find(|(key, _)| key == "feature");
    if let (Some((_, slug)), Some(card)) = (feature, &described.card) {
        let picture = format!("{site}card/{slug}.svg");
        let picture = escaped(&picture);
        let text = format!(r#"<a href="{link}"><img src="{picture}" alt="{title}"></a>"#);
        let note = "A card of this change, without any script.";
        found.push(Snippet {
            policy: format!("img-src {host}"),
            ..Snippet::new(Tool::Html, "Picture", note, text)
        });
        let note = "The card as plain HTML, without any script.";
        let text = absolute(card.trim(), &site_text);
        found.push(Snippet::new(Tool::Html, "HTML", note, text));
    }
    found.extend(in_tools(&settings(site, &script), &page));
    found
}

/// Whether a view is a sample or the scratch page.
fn is_sample(view: &str) -> bool {
    form_urlencoded::parse(view.as_bytes()).any(|(key, value)| key == "view" && value == "try")
}

/// What makes each tool load the script.
fn settings(site: &str, script: &str) -> [Snippet; 3] {
    let note = "Loads the script in every page.";
    let sphinx =
        format!("html_js_files = [\n    (\"{site}embed.js\", {{\"async\": \"async\"}}),\n]");
    let mkdocs = format!("extra_javascript:\n  - path: {site}embed.js\n    async: true");
    [
        Snippet::new(Tool::Sphinx, "conf.py", note, sphinx),
        Snippet::new(Tool::MkDocs, "mkdocs.yml", note, mkdocs),
        Snippet::new(Tool::MdBook, "theme/head.hbs", note, script.to_owned()),
    ]
}

/// The settings of each tool, and what goes into its pages: the HTML of `page` in the form
/// that the tool leaves alone.
fn in_tools(settings: &[Snippet], page: &Snippet) -> Vec<Snippet> {
    let indented = |spaces: &str| page.text.replace('\n', &format!("\n{spaces}"));
    let written = [
        (
            Tool::Sphinx,
            "Page in reStructuredText",
            format!(".. raw:: html\n\n   {}", indented("   ")),
        ),
        (
            Tool::MkDocs,
            "Page in Markdown",
            format!("<div>\n  {}\n</div>", indented("  ")),
        ),
        (Tool::MdBook, "Page in Markdown", page.text.clone()),
    ];
    let pages = written.map(|(tool, name, text)| Snippet {
        policy: page.policy.clone(),
        ..Snippet::new(tool, name, page.note, text)
    });
    settings.iter().cloned().chain(pages).collect()
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

fn element(asked: &Attributes, link: &str, title: &str) -> String {
    let written: String = asked
        .iter()
        .map(|(key, value)| format!(r#" {key}="{}""#, escaped(value)))
        .collect();
    format!("<whats-new{written}>\n  <a href=\"{link}\">{title}</a>\n</whats-new>")
}

/// The address of a view in a frame, relative to the explorer; `None` if that takes the whole
/// explorer.
pub(super) fn frame_of(view: &str) -> Option<String> {
    let view = view.trim_start_matches(['#', '?']);
    (!is_sample(view)).then(|| frame_address(&attributes(view)))
}

fn frame_address(asked: &Attributes) -> String {
    let asked = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(asked)
        .finish();
    format!("embed.html#?{asked}")
}

fn frame(asked: &Attributes, site: &str, title: &str) -> Snippet {
    let address = format!("{site}{}", frame_address(asked));
    let address = escaped(&address);
    let text = format!(
        r#"<iframe src="{address}" title="{title}" loading="lazy" width="100%" height="480"></iframe>"#
    );
    let note = "For pages that block third-party scripts.";
    Snippet::new(Tool::Html, "iframe", note, text)
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
        let found = snippets(view, SITE, &Described::default());
        let html = found.iter().filter(|snippet| snippet.tool == Tool::Html);
        assert_eq!(html.count(), 2);
    }

    #[test]
    fn each_tool_gets_its_settings_and_the_form_that_it_leaves_alone() {
        let found = snippets("#?version=3.14", SITE, &Described::default());
        let of = |tool: Tool| {
            let texts = found.iter().filter(|snippet| snippet.tool == tool);
            let texts: Vec<&str> = texts.map(|snippet| snippet.text.as_str()).collect();
            texts.join("\n--\n")
        };
        let tag = "<whats-new version=\"3.14\" limit=\"10\">";
        let script = "https://example.org/new/embed.js";
        for (tool, page) in [
            (Tool::Sphinx, format!(".. raw:: html\n\n   {tag}\n     <a ")),
            (Tool::MkDocs, format!("<div>\n  {tag}\n    <a ")),
            (Tool::MdBook, format!("--\n{tag}\n  <a ")),
        ] {
            assert_contains(&of(tool), script);
            assert_contains(&of(tool), &page);
        }
    }

    #[test]
    fn a_policy_names_the_host_and_what_is_needed() {
        let found = snippets("#?version=3.14", SITE, &Described::default());
        let policies: Vec<&str> = found[..2].iter().map(|it| it.policy.as_str()).collect();
        assert_eq!(
            policies,
            [
                "script-src https://example.org 'wasm-unsafe-eval'; connect-src https://example.org",
                "frame-src https://example.org"
            ]
        );
    }

    #[test]
    fn a_sample_is_embedded_with_the_explorer_that_runs_it() {
        let view = "#?view=try&sample=pep-758/bare&run=3.14";
        let found = snippets(view, SITE, &Described::default());
        assert_eq!(found.len(), 4, "one for each tool");
        let address = "https://example.org/new/#?view=try&amp;sample=pep-758/bare&amp;run=3.14\"";
        assert!(found.iter().all(|snippet| snippet.text.contains(address)));
        assert_eq!(frame_of(view), None);
        let list = frame_of("#?kind=removed");
        assert_eq!(list.as_deref(), Some("embed.html#?kind=removed&limit=10"));
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
