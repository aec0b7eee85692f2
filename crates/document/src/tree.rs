//! The typed tree that Markdown becomes. Nothing in it is HTML, so showing it
//! cannot run anything.

use serde::{Deserialize, Serialize};
use terms::Verdict;

/// A piece of a document that stands on lines of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A heading, wherever it stands.
    Heading {
        /// 1 to 6, as in HTML.
        level: u8,
        /// The anchor, where the document gives one.
        id: Option<String>,
        /// Its text, without attributes.
        content: Vec<Inline>,
    },
    /// Text, also that of a list item without blocks.
    Paragraph(Vec<Inline>),
    /// A list, ordered or not.
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
        /// The blocks of each item; no item is empty.
        items: Vec<Vec<Block>>,
    },
    /// A list item that states a claim and carries a verdict on it.
    Claim {
        /// What is claimed.
        text: Vec<Inline>,
        /// Whether it holds.
        verdict: Verdict,
        /// Why, with a break between paragraphs.
        evidence: Vec<Inline>,
    },
    /// A code block, fenced or indented, or front matter that is not YAML.
    Code {
        /// The first word after the fence; empty where there is none.
        language: String,
        /// Its lines, each with its line feed.
        text: String,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A table. A row has a cell for each of the head's, and one more where
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

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    /// A line break of the source that means nothing stays in it as `\n`.
    Text(String),
    /// Code, as it is written.
    Code(String),
    /// Text in emphasis.
    Emphasis(Vec<Inline>),
    /// Text in strong emphasis.
    Strong(Vec<Inline>),
    /// Struck-out text.
    Strikethrough(Vec<Inline>),
    /// A link, or an image, which is shown as a link to it.
    Link {
        /// `http`, `https`, `mailto`, a fragment or a relative path; a link to
        /// anything else has become its text.
        url: String,
        /// What is shown of it; never empty.
        content: Vec<Inline>,
    },
    /// A line break that is meant.
    Break,
}

/// The words of a line without their markup, on one line.
pub fn plain_text(content: &[Inline]) -> String {
    let mut text = String::new();
    push_plain_text(content, &mut text);
    if text.contains('\n') {
        text = text.replace('\n', " ");
    }
    text
}

fn push_plain_text(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                push_plain_text(inner, out);
            }
            Inline::Link { content, .. } => push_plain_text(content, out),
            Inline::Break => out.push(' '),
        }
    }
}
