//! The built page as the template of all. The entry points are [`Template::new`]
//! and [`Template::fill`].

use super::Page;
use super::escape::escape;
use super::head::Head;
use query::View;

/// Where the explorer goes.
const APP: &str = "<div id=\"app\"></div>";

/// Where a page's own head goes; the build's page has it in place of a title.
const HEAD: &str = "<!-- head -->";

/// How an address in the built page begins. All of them are relative to it.
const REFERENCE: &str = "=\"./";

/// Why a text is no template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// It has no such place to fill.
    #[error("there is no `{0}` in it")]
    Lacks(&'static str),
    /// A page was rendered into it before.
    #[error("it has been rendered already")]
    Rendered,
}

/// What a page has of its own.
pub(crate) struct Content<'a> {
    pub head: &'a Head,
    /// HTML.
    pub body: &'a str,
    /// The files of the bundle that the explorer draws the same from, with spaces
    /// between.
    pub parts: &'a str,
}

/// The built page, cut where each page differs.
pub(crate) struct Template {
    before_head: String,
    before_app: String,
    after_app: String,
}

impl Template {
    /// Cuts the built page.
    ///
    /// # Errors
    /// Where it has no place for a page's head or content.
    pub(crate) fn new(html: &str) -> Result<Self, TemplateError> {
        if html.contains("data-query=") {
            return Err(TemplateError::Rendered);
        }
        let (before_head, rest) = html
            .split_once(HEAD)
            .ok_or(TemplateError::Lacks("<!-- head -->"))?;
        let (before_app, after_app) = rest
            .split_once(APP)
            .ok_or(TemplateError::Lacks("<div id=\"app\"></div>"))?;
        Ok(Self {
            before_head: before_head.to_owned(),
            before_app: before_app.to_owned(),
            after_app: after_app.to_owned(),
        })
    }

    /// The whole file of a page.
    pub(crate) fn fill(&self, page: &Page, content: &Content, site: Option<&str>) -> String {
        let depth = page.depth();
        let sink = |part: &str| match depth {
            0 => part.to_owned(),
            depth => part.replace(REFERENCE, &format!("=\"{}", "../".repeat(depth))),
        };
        let Content { head, body, parts } = content;
        // What shows one thing can be read as it is; the explorer comes when the
        // browser has nothing else to do.
        let rest = match page.route.view {
            View::Page => without_haste(&self.before_app),
            _ => self.before_app.clone(),
        };
        let head = head.html(page, site);
        let app = format!(
            "<div id=\"app\" class=\"prerendered\" data-parts=\"{}\">{body}</div>",
            escape(parts)
        );
        [
            sink(&self.before_head),
            head,
            sink(&rest),
            app,
            sink(&self.after_app),
        ]
        .concat()
    }
}

/// What lets the explorer's largest file set out with the page.
const EARLY: &str = " data-early=\"\"";

/// A head without what asks for files of the explorer before its scripts do.
fn without_haste(head: &str) -> String {
    const PRELOAD: &str = "rel=\"modulepreload\"";
    let head = head.replacen(EARLY, "", 1);
    let mut kept = String::with_capacity(head.len());
    let mut rest = head.as_str();
    while let Some((before, link)) = rest.split_once("<link ") {
        kept.push_str(before);
        let end = link.find('>').map_or(link.len(), |end| end + 1);
        let (element, after) = link.split_at(end);
        if !element.contains(PRELOAD) {
            kept.push_str("<link ");
            kept.push_str(element);
        }
        rest = after;
    }
    kept + rest
}
