//! The text of documents as text for people. The entry point is [`write()`].

use crate::page::{Page, strong};
use document::{Block, plain_text};

/// Writes blocks, `indent` columns from the left. Repair sheets are left out: they have a
/// place of their own.
pub(crate) fn write(blocks: &[Block], indent: usize, page: &mut Page) {
    for block in blocks {
        match block {
            Block::Heading { content, .. } => page.line(indent, &strong(plain_text(content))),
            Block::Paragraph(content) => page.line(indent, &plain_text(content)),
            Block::List { start, items } => write_list(*start, items, indent, page),
            Block::Claim { text, verdict, .. } => {
                page.item(indent, "- ", &format!("{} ({verdict})", plain_text(text)));
            }
            Block::Code { text, .. } => page.code(indent + 4, text),
            Block::Quote(inner) => write(inner, indent + 2, page),
            Block::Table { head, rows } => {
                for row in std::iter::once(head).chain(rows) {
                    let cells: Vec<String> = row.iter().map(|cell| plain_text(cell)).collect();
                    page.line(indent, &cells.join(" | "));
                }
            }
            Block::Repair(_) | Block::Rule => {}
        }
    }
}

fn write_list(start: Option<u64>, items: &[Vec<Block>], indent: usize, page: &mut Page) {
    for (item, number) in items.iter().zip(start.unwrap_or_default()..) {
        let marker = match start {
            Some(_) => format!("{number}. "),
            None => "- ".to_owned(),
        };
        let rest = match item.split_first() {
            Some((Block::Paragraph(content), rest)) => {
                page.item(indent, &marker, &plain_text(content));
                rest
            }
            _ => item,
        };
        write(rest, indent + marker.len(), page);
    }
}
