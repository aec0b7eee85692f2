//! Short ways to make blocks and inline elements.

use document::{Block, Inline};

pub(super) fn text(text: impl Into<String>) -> Inline {
    Inline::Text(text.into())
}

pub(super) fn code(text: impl Into<String>) -> Inline {
    Inline::Code(text.into())
}

pub(super) fn strong(label: impl Into<String>) -> Inline {
    Inline::Strong(vec![text(label)])
}

/// A link with a plain text.
pub(super) fn link(url: impl Into<String>, label: impl Into<String>) -> Inline {
    link_around(url, vec![text(label)])
}

pub(super) fn link_around(url: impl Into<String>, content: Vec<Inline>) -> Inline {
    let url = url.into();
    Inline::Link { url, content }
}

pub(super) fn heading(level: u8, content: Vec<Inline>) -> Block {
    Block::Heading {
        level,
        id: None,
        content,
    }
}

pub(super) fn title(level: u8, label: impl Into<String>) -> Block {
    heading(level, vec![text(label)])
}

pub(super) fn paragraph(content: Vec<Inline>) -> Block {
    Block::Paragraph(content)
}

/// A list with an item for each line; no list if there is none.
pub(super) fn bullets(lines: impl IntoIterator<Item = Vec<Inline>>) -> Vec<Block> {
    let items: Vec<Vec<Block>> = lines
        .into_iter()
        .map(|line| vec![paragraph(line)])
        .collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::List { start: None, items }]
}

/// Elements with commas between them.
pub(super) fn joined(items: impl IntoIterator<Item = Inline>) -> Vec<Inline> {
    let mut joined = Vec::new();
    for item in items {
        if !joined.is_empty() {
            joined.push(text(", "));
        }
        joined.push(item);
    }
    joined
}

/// A label and what it says.
pub(super) fn fact(label: &str, value: Vec<Inline>) -> Vec<Inline> {
    let mut line = vec![text(format!("{label}: "))];
    line.extend(value);
    line
}

/// A plain sentence with names between backticks, which become code.
pub(super) fn with_names(sentence: &str) -> Vec<Inline> {
    let parts = sentence.split('`').enumerate();
    let parts = parts.filter(|(_, part)| !part.is_empty());
    parts
        .map(|(index, part)| match index % 2 {
            0 => text(part),
            _ => code(part),
        })
        .collect()
}
