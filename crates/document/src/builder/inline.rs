//! Builds inline content from Markdown events. The entry point is
//! [`InlineBuilder`].

use crate::{Inline, links, markdown, plain_text};
use pulldown_cmark::Tag;

/// How deep inline markup may be nested; deeper text is kept without its
/// markup.
const MAX_DEPTH: usize = 16;

/// Collects the content of one heading, paragraph or table cell.
#[derive(Default)]
pub(super) struct InlineBuilder {
    content: Vec<Inline>,
    open: Vec<Span>,
    /// The number of open elements that are nested too deep to be kept.
    skipped: usize,
}

struct Span {
    mark: Mark,
    content: Vec<Inline>,
}

enum Mark {
    Emphasis,
    Strong,
    Strikethrough,
    Link(String),
    Image(Option<String>),
    /// A link that is not allowed: only its text is kept.
    None,
}

impl InlineBuilder {
    pub(super) fn text(&mut self, text: &str) {
        let text = markdown::with_html(text);
        let content = self.current();
        match content.last_mut() {
            Some(Inline::Text(before)) => before.push_str(&text),
            _ => content.push(Inline::Text(text.into_owned())),
        }
    }

    pub(super) fn code(&mut self, code: &str) {
        let code = markdown::with_html(code).into_owned();
        self.push(Inline::Code(code));
    }

    pub(super) fn push(&mut self, inline: Inline) {
        self.current().push(inline);
    }

    /// Begins inline markup; returns the address of a link that is not allowed.
    pub(super) fn start(&mut self, tag: Tag<'_>) -> Option<String> {
        if self.skipped > 0 || self.open.len() >= MAX_DEPTH {
            self.skipped += 1;
            return None;
        }
        let mut rejected = None;
        let mark = match tag {
            Tag::Emphasis => Mark::Emphasis,
            Tag::Strong => Mark::Strong,
            Tag::Strikethrough => Mark::Strikethrough,
            Tag::Link { dest_url, .. } => match links::allowed(&dest_url) {
                Some(url) => Mark::Link(url.to_owned()),
                None => {
                    rejected = Some(shortened(&dest_url));
                    Mark::None
                }
            },
            Tag::Image { dest_url, .. } => {
                // Links cannot be nested.
                let linked = self
                    .open
                    .iter()
                    .any(|span| matches!(span.mark, Mark::Link(_)));
                let url = links::allowed(&dest_url)
                    .filter(|url| !linked && links::is_absolute(url))
                    .map(ToOwned::to_owned);
                Mark::Image(url)
            }
            _ => Mark::None,
        };
        let content = Vec::new();
        self.open.push(Span { mark, content });
        rejected.filter(|url| !url.trim().is_empty())
    }

    pub(super) fn end(&mut self) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let Some(Span { mark, content }) = self.open.pop() else {
            return;
        };
        match mark {
            Mark::Image(url) => self.image(url, &content),
            // Empty links and markup are dropped.
            _ if content.is_empty() => {}
            Mark::None => self.splice(content),
            Mark::Emphasis => self.push(Inline::Emphasis(content)),
            Mark::Strong => self.push(Inline::Strong(content)),
            Mark::Strikethrough => self.push(Inline::Strikethrough(content)),
            Mark::Link(url) => self.push(Inline::Link { url, content }),
        }
    }

    /// Closes what is open and returns the content.
    pub(super) fn finish(&mut self) -> Vec<Inline> {
        while !self.open.is_empty() || self.skipped > 0 {
            self.end();
        }
        let content = std::mem::take(&mut self.content);
        let blank = content.iter().all(|inline| match inline {
            Inline::Text(text) => text.trim().is_empty(),
            Inline::Break => true,
            _ => false,
        });
        if blank { Vec::new() } else { content }
    }

    /// An image becomes a link to it, or its description if it cannot be
    /// linked: if it is a file next to the document, or inside another link.
    fn image(&mut self, url: Option<String>, description: &[Inline]) {
        let description = plain_text(description);
        match url {
            Some(url) => {
                let text = if description.is_empty() {
                    url.clone()
                } else {
                    description
                };
                let content = vec![Inline::Text(text)];
                self.push(Inline::Link { url, content });
            }
            None if description.is_empty() => {}
            None => self.text(&description),
        }
    }

    fn splice(&mut self, content: Vec<Inline>) {
        for inline in content {
            match inline {
                Inline::Text(text) => self.text(&text),
                other => self.push(other),
            }
        }
    }

    fn current(&mut self) -> &mut Vec<Inline> {
        match self.open.last_mut() {
            Some(span) => &mut span.content,
            None => &mut self.content,
        }
    }
}

/// An address, shortened for a message.
fn shortened(url: &str) -> String {
    url.chars().filter(|c| !c.is_control()).take(60).collect()
}
