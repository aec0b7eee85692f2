//! Parsing of documents: fixtures, malicious and random input, and no word is lost.
mod authored;
mod examples;
mod hostile;
mod random;
mod words;

use document::{Block, Document, Inline, Listing, RepairPart};

/// The whole text of a document's body.
fn text_of(document: &Document) -> String {
    let mut text = String::new();
    blocks(&document.body, &mut text);
    text
}

fn blocks(all: &[Block], out: &mut String) {
    for block in all {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => inlines(content, out),
            Block::List { items, .. } => items.iter().for_each(|item| blocks(item, out)),
            Block::Claim {
                text,
                verdict,
                evidence,
            } => {
                inlines(text, out);
                out.push_str(verdict.label());
                out.push(' ');
                inlines(evidence, out);
            }
            Block::Code { language, text } => {
                out.push_str(language);
                out.push('\n');
                out.push_str(text);
            }
            Block::Repair(RepairPart::Before(code)) => listing(code, out),
            Block::Repair(RepairPart::Seen(seen)) => out.push_str(&seen.value),
            Block::Repair(RepairPart::After(after)) => listing(&after.value, out),
            Block::Quote(inner) => blocks(inner, out),
            Block::Table { head, rows } => {
                for cell in std::iter::once(head).chain(rows).flatten() {
                    inlines(cell, out);
                }
            }
            Block::Rule => {}
        }
        out.push('\n');
    }
}

fn listing(code: &Listing, out: &mut String) {
    out.push_str(&code.language);
    out.push('\n');
    out.push_str(&code.text);
}

fn inlines(all: &[Inline], out: &mut String) {
    for inline in all {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                inlines(inner, out);
            }
            Inline::Link { content, .. } => inlines(content, out),
            Inline::Break => out.push('\n'),
        }
    }
    out.push(' ');
}

/// The depth to which blocks and inlines are nested.
fn depth(all: &[Block]) -> usize {
    let of_block = |block: &Block| match block {
        Block::List { items, .. } => items.iter().map(|item| depth(item)).max().unwrap_or(0) + 1,
        Block::Quote(inner) => depth(inner),
        Block::Heading { content, .. } | Block::Paragraph(content) => inline_depth(content),
        _ => 0,
    };
    all.iter().map(of_block).max().unwrap_or(0) + 1
}

fn inline_depth(all: &[Inline]) -> usize {
    let of_inline = |inline: &Inline| match inline {
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
            inline_depth(inner)
        }
        Inline::Link { content, .. } => inline_depth(content),
        _ => 0,
    };
    all.iter().map(of_inline).max().unwrap_or(0) + 1
}
