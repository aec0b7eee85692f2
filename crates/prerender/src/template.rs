//! The built `index.html` as the template of every page. The entry points are
//! [`Template::new`] and [`Template::fill`].

use super::Page;
use super::escape::escape;
use super::head::Head;
use publish::Site;
use query::View;

/// The element that the page's content goes into.
const APP: &str = "<div id=\"app\"></div>";

/// The placeholder that the built page has instead of a title. A page's title, metadata
/// and links replace it.
const HEAD: &str = "<!-- head -->";

/// The start of every reference in the built page. All of them are relative.
const REFERENCE: &str = "=\"./";

/// Why a file cannot be used as the template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// The placeholder is missing.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// A page has already been rendered into the file.
    #[error("a page has already been rendered into it")]
    Rendered,
}

/// The contents of one page.
pub(crate) struct Content<'a> {
    pub head: &'a Head,
    /// The content of the app element, as HTML.
    pub body: &'a str,
    /// The parts of the bundle that the explorer needs to draw this page, separated by
    /// spaces.
    pub parts: &'a str,
}

/// The built page, split at the placeholders.
pub(crate) struct Template {
    before_head: String,
    before_app: String,
    after_app: String,
}

impl Template {
    /// Splits the built page at its placeholders.
    ///
    /// # Errors
    ///
    /// If a placeholder is missing, or if a page has already been rendered into it.
    pub(crate) fn new(html: &str) -> Result<Self, TemplateError> {
        if html.contains("data-query=") {
            return Err(TemplateError::Rendered);
        }
        let (before_head, rest) = html.split_once(HEAD).ok_or(TemplateError::Missing(HEAD))?;
        let (before_app, after_app) = rest.split_once(APP).ok_or(TemplateError::Missing(APP))?;
        Ok(Self {
            before_head: before_head.to_owned(),
            before_app: before_app.to_owned(),
            after_app: after_app.to_owned(),
        })
    }

    /// The complete HTML file of a page.
    pub(crate) fn fill(&self, page: &Page, content: &Content, site: &Site) -> String {
        let depth = page.depth();
        let relocate = |part: &str| match depth {
            0 => part.to_owned(),
            depth => part.replace(REFERENCE, &format!("=\"{}", "../".repeat(depth))),
        };
        let Content { head, body, parts } = content;
        // A page about a single thing is complete without the explorer, so the browser
        // need not hurry to load it.
        let rest = match page.route.view {
            View::Page => without_preloads(&self.before_app),
            _ => self.before_app.clone(),
        };
        let head = head.html(page, site);
        let app = format!(
            "<div id=\"app\" class=\"prerendered\" data-parts=\"{}\">{body}</div>",
            escape(parts)
        );
        [
            relocate(&self.before_head),
            head,
            relocate(&rest),
            app,
            relocate(&self.after_app),
        ]
        .concat()
    }
}

/// The attribute that makes the start-up script load the explorer's largest file early.
const EARLY: &str = " data-early=\"\"";

/// Removes everything from the head that loads files of the explorer before its scripts
/// do.
fn without_preloads(head: &str) -> String {
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
