//! Events within a line to inline content. The entry point is
//! [`InlineBuilder`].

use crate::{Inline, links, markdown, plain_text};
use pulldown_cmark::Tag;

/// How many marks may stand inside each other; the text of deeper ones is kept
/// without them.
const MAX_DEPTH: usize = 16;

/// The content of one heading, paragraph or table cell while it is being read.
#[derive(Default)]
pub(super) struct InlineBuilder {
    content: Vec<Inline>,
    open: Vec<Span>,
    /// How many marks are open that lie too deep to be kept.
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
    /// A link that must not be followed: its text only.
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

    /// Begins a mark; gives the address of a link that may not be followed.
    pub(super) fn start(&mut self, tag: Tag<'_>) -> Option<String> {
        if self.skipped > 0 || self.open.len() >= MAX_DEPTH {
            self.skipped += 1;
            return None;
        }
        let mut refused = None;
        let mark = match tag {
            Tag::Emphasis => Mark::Emphasis,
            Tag::Strong => Mark::Strong,
            Tag::Strikethrough => Mark::Strikethrough,
            Tag::Link { dest_url, .. } => match links::allowed(&dest_url) {
                Some(url) => Mark::Link(url.to_owned()),
                None => {
                    refused = Some(shortened(&dest_url));
                    Mark::None
                }
            },
            Tag::Image { dest_url, .. } => {
                // A link around the image leads somewhere already.
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
        refused.filter(|url| !url.trim().is_empty())
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
            // A link or a mark around nothing shows nothing.
            _ if content.is_empty() => {}
            Mark::None => self.splice(content),
            Mark::Emphasis => self.push(Inline::Emphasis(content)),
            Mark::Strong => self.push(Inline::Strong(content)),
            Mark::Strikethrough => self.push(Inline::Strikethrough(content)),
            Mark::Link(url) => self.push(Inline::Link { url, content }),
        }
    }

    /// Ends the line and gives its content.
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

    /// An image is shown as a link to it, or as its description where it cannot
    /// be linked to: a file next to the document, or inside another link.
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

/// An address as a message has it.
fn shortened(url: &str) -> String {
    url.chars().filter(|c| !c.is_control()).take(60).collect()
}
