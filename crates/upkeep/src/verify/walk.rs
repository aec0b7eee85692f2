//! Extracts text from a typed tree. The entry point is [`text`].

use document::{Block, Inline, Position, plain_text};

/// The text of blocks, including code.
pub(super) fn text(blocks: &[Block]) -> String {
    let mut out = String::new();
    push_text(blocks, &mut out);
    out
}

fn push_text(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => push_line(content, out),
            Block::Claim { text, evidence, .. } => {
                push_line(text, out);
                push_line(evidence, out);
            }
            Block::Code { text, .. } => {
                out.push_str(text);
                out.push('\n');
            }
            Block::Quote(blocks) => push_text(blocks, out),
            Block::List { items, .. } => items.iter().for_each(|item| push_text(item, out)),
            Block::Table { head, rows } => {
                let cells = std::iter::once(head).chain(rows).flatten();
                cells.for_each(|cell| push_line(cell, out));
            }
            Block::Repair(_) | Block::Rule => {}
        }
    }
}

fn push_line(content: &[Inline], out: &mut String) {
    out.push_str(&plain_text(content));
    out.push('\n');
}

/// The position of the first line that begins with these words, or the first line if none does.
pub(super) fn position_starting(text: &str, words: &str) -> Position {
    let mut lines = (1..).zip(text.lines());
    let found = lines.find(|(_, line)| line.starts_with(words));
    found.map_or(Position::START, |(line, _)| Position::line(line))
}
