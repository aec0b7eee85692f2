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

/// Calls something with the address of every link.
pub fn for_each_link<'t>(blocks: &'t [Block], found: &mut impl FnMut(&'t str)) {
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => in_line(content, found),
            Block::Claim { text, evidence, .. } => {
                in_line(text, found);
                in_line(evidence, found);
            }
            Block::Quote(blocks) => for_each_link(blocks, found),
            Block::List { items, .. } => {
                for item in items {
                    for_each_link(item, found);
                }
            }
            Block::Table { head, rows } => {
                for cell in std::iter::once(head).chain(rows).flatten() {
                    in_line(cell, found);
                }
            }
            Block::Code { .. } | Block::Rule => {}
        }
    }
}

fn in_line<'t>(content: &'t [Inline], found: &mut impl FnMut(&'t str)) {
    for inline in content {
        match inline {
            Inline::Link { url, content } => {
                found(url);
                in_line(content, found);
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                in_line(inner, found);
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
        }
    }
}
