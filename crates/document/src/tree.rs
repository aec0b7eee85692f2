//! The typed tree that Markdown becomes: nothing in it is HTML, so whoever
//! shows it cannot be made to run anything.

use serde::{Deserialize, Serialize};
use terms::Verdict;

/// A piece of a document that stands on lines of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    Heading {
        /// 1 to 6, as in HTML.
        level: u8,
        /// The anchor, where the document gives one.
        id: Option<String>,
        content: Vec<Inline>,
    },
    Paragraph(Vec<Inline>),
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    /// A list item that states a claim and carries a verdict on it.
    Claim {
        text: Vec<Inline>,
        verdict: Verdict,
        evidence: Vec<Inline>,
    },
    Code {
        /// The first word after the fence; empty where there is none.
        language: String,
        text: String,
    },
    Quote(Vec<Block>),
    Table {
        head: Vec<Vec<Inline>>,
        rows: Vec<Vec<Vec<Inline>>>,
    },
    Rule,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    /// A line break of the source that means nothing stays in it as `\n`.
    Text(String),
    Code(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Strikethrough(Vec<Inline>),
    Link {
        /// `http`, `https`, `mailto`, a fragment or a relative path; a link to
        /// anything else has become its text.
        url: String,
        content: Vec<Inline>,
    },
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
