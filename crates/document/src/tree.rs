//! The syntax tree of Markdown. It contains no HTML, so displaying it cannot
//! run scripts.

use super::RepairPart;
use serde::{Deserialize, Serialize};
use terms::Verdict;

/// A block element.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A heading, at any depth.
    Heading {
        /// The level, 1 to 6.
        level: u8,
        /// The anchor, if the document states one.
        id: Option<String>,
        /// Its text, without attributes.
        content: Vec<Inline>,
    },
    /// Text, including that of a tight list item.
    Paragraph(Vec<Inline>),
    /// A list, ordered or not.
    List {
        /// The first number, if the list is ordered.
        start: Option<u64>,
        /// The blocks of each item; no item is empty.
        items: Vec<Vec<Block>>,
    },
    /// A list item with a claim and a verdict.
    Claim {
        /// The claim.
        text: Vec<Inline>,
        /// Whether it holds.
        verdict: Verdict,
        /// What the verdict rests on, with a break between paragraphs.
        evidence: Vec<Inline>,
    },
    /// A code block, fenced or indented, or front matter that could not be parsed.
    Code {
        /// The first word after the fence; empty if there is none.
        language: String,
        /// Its lines, each with a line feed.
        text: String,
    },
    /// A code block of a repair sheet.
    Repair(RepairPart),
    /// A quotation.
    Quote(Vec<Block>),
    /// A table. Rows have as many cells as the head, plus one for the rest if
    /// the source has more.
    Table {
        /// The cells of the first row.
        head: Vec<Vec<Inline>>,
        /// The cells of each other row.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A thematic break.
    Rule,
}

/// A piece of code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// The first word after the fence.
    pub language: String,
    /// Its lines, each with a line feed.
    pub text: String,
}

/// An inline element.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    /// Text, in which soft line breaks are kept as `\n`.
    Text(String),
    /// Inline code.
    Code(String),
    /// Text in emphasis.
    Emphasis(Vec<Inline>),
    /// Text in strong emphasis.
    Strong(Vec<Inline>),
    /// Struck-out text.
    Strikethrough(Vec<Inline>),
    /// A link, or an image, which is shown as a link.
    Link {
        /// `http`, `https`, `mailto`, a fragment or a relative path; other
        /// links are replaced by their text.
        url: String,
        /// The text of the link; never empty.
        content: Vec<Inline>,
    },
    /// A hard line break.
    Break,
}

/// The text of inline content without markup, on one line.
pub fn plain_text(content: &[Inline]) -> String {
    on_one_line(content, "")
}

/// As [`plain_text`], with code between backticks, and no others.
pub fn text_with_code(content: &[Inline]) -> String {
    on_one_line(content, "`")
}

fn on_one_line(content: &[Inline], fence: &str) -> String {
    let mut text = String::new();
    push_plain_text(content, fence, &mut text);
    if text.contains('\n') {
        text = text.replace('\n', " ");
    }
    text
}

fn push_plain_text(content: &[Inline], fence: &str, out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) if fence.is_empty() => out.push_str(text),
            Inline::Text(text) => out.push_str(&text.replace(fence, "")),
            Inline::Code(text) => {
                let text = text.replace(fence, "");
                out.extend([fence, &text, fence]);
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                push_plain_text(inner, fence, out);
            }
            Inline::Link { content, .. } => push_plain_text(content, fence, out),
            Inline::Break => out.push(' '),
        }
    }
}
