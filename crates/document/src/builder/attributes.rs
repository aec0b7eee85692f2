//! Attribute blocks: indented lines directly below a heading, which are code
//! blocks in Markdown.

use super::Builder;
use super::code::CodeBuilder;
use crate::attribute::read_block;
use crate::{Block, Code, Diagnostic};

impl Builder<'_> {
    /// Moves the attributes in a code block to the heading above it; the rest
    /// of the block stays a code block.
    pub(super) fn without_attributes(&mut self, code: CodeBuilder) -> Option<Block> {
        let may_be_attributes = code.is_indented && self.containers.is_empty();
        let block = code.finish();
        let heading = self.tree.headings.last_mut().filter(|heading| {
            let is_directly_above = heading.block.saturating_add(1) == self.root.len()
                && heading.start.line.saturating_add(1) == self.block_line;
            let is_marked = heading.id.is_some() || !heading.attributes.is_empty();
            may_be_attributes && is_directly_above && is_marked
        });
        let (Some(heading), Block::Code { language, text }) = (heading, &block) else {
            return Some(block);
        };
        let indentation = |line, text: &str| {
            let source = self.lines.text(line).trim_end();
            source.chars().count().saturating_sub(text.chars().count())
        };
        let states_feature = !heading.attributes.is_empty();
        let Some(read) = read_block(text, self.block_line, states_feature, indentation) else {
            return Some(block);
        };
        heading.attributes.extend(read.attributes);
        for (position, text) in read.malformed {
            let text: String = text.chars().take(60).collect();
            let message = format!("`{text}` is not an attribute");
            self.diagnostics.push(
                Diagnostic::new(Code::Attribute, position, message)
                    .with_help("write it like `area: language`, or leave a line empty before it"),
            );
        }
        let (line, rest) = read.rest?;
        self.block_line = line;
        Some(Block::Code {
            language: language.clone(),
            text: rest.to_owned(),
        })
    }
}
