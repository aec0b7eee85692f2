//! Lists, list items and quotations: blocks that contain blocks.

use super::{Builder, MAX_DEPTH};
use crate::{Block, Code, Diagnostic, StatedClaim, claims};
use std::ops::Range;

/// An open list, list item or quotation.
pub(super) struct Container {
    kind: ContainerKind,
    pub blocks: Vec<Block>,
}

/// The kind of a container, with its data other than blocks.
pub(super) enum ContainerKind {
    Quote,
    List {
        start: Option<u64>,
        items: Vec<Vec<Block>>,
    },
    /// An item, by its index among the items of its top-level block.
    Item(usize),
}

impl Builder<'_> {
    /// Opens a container if the depth allows `levels` more; if not, its content
    /// joins the innermost open container.
    pub(super) fn open(&mut self, kind: ContainerKind, levels: usize, range: &Range<usize>) {
        if self.skipped > 0 || self.containers.len() + levels > MAX_DEPTH {
            if self.skipped == 0 && !self.tree.flattened {
                self.tree.flattened = true;
                self.diagnostics.push(Diagnostic::new(
                    Code::Nesting,
                    self.lines.position(range.start),
                    format!("lists and quotations deeper than {MAX_DEPTH} levels were flattened"),
                ));
            }
            self.skipped += 1;
            return;
        }
        let blocks = Vec::new();
        self.containers.push(Container { kind, blocks });
    }

    /// Closes the innermost container, whether it was kept or not.
    pub(super) fn close(&mut self) {
        self.end_leaf();
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let Some(Container { kind, blocks }) = self.containers.pop() else {
            return;
        };
        match kind {
            ContainerKind::Quote if blocks.is_empty() => {}
            ContainerKind::Quote => self.push(Block::Quote(blocks)),
            ContainerKind::List { items, .. } if items.is_empty() => {}
            ContainerKind::List { start, items } => self.push(Block::List { start, items }),
            ContainerKind::Item(index) => self.close_item(index, blocks),
        }
    }

    fn close_item(&mut self, index: usize, mut blocks: Vec<Block>) {
        if blocks.is_empty() {
            self.item_starts.truncate(index);
            return;
        }
        let start = self.item_starts.get(index).copied().unwrap_or_default();
        match claims::recognise(&mut blocks) {
            claims::Reading::Ordinary => {}
            claims::Reading::Misspelt { word, meant } => {
                let nested = self.item_starts.get(index + 1).copied().unwrap_or(start);
                let text = self.source.get(nested..).unwrap_or_default();
                let at = nested + text.find(&word).unwrap_or_default();
                let message = format!("`{word}` is not a valid verdict");
                self.diagnostics.push(
                    Diagnostic::new(Code::Verdict, self.lines.position(at), message)
                        .with_help(format!("did you mean `{meant}`?")),
                );
            }
            claims::Reading::Claim {
                text,
                verdict,
                evidence,
            } => {
                // The evidence was counted as an item.
                self.item_starts.truncate(index + 1);
                let claim = StatedClaim {
                    text: text.clone(),
                    verdict,
                    evidence: evidence.clone(),
                    line: self.lines.line(start),
                };
                self.tree.claims.push((self.root.len(), claim));
                blocks.push(Block::Claim {
                    text,
                    verdict,
                    evidence,
                });
            }
        }
        if let Some(Container {
            kind: ContainerKind::List { items, .. },
            ..
        }) = self.containers.last_mut()
        {
            items.push(blocks);
        }
    }
}
