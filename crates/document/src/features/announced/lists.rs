//! Extracts features from the lists of announcements.

use super::{Reader, leads_with_reference};
use crate::{
    Block,
    features::{
        item::{Statement, states_something},
        references::{self, References},
        section_of,
        sections::{self, Topic},
        title,
    },
};

/// The start lines of a list's items, in order.
type ItemLines<'a> = std::iter::Copied<std::slice::Iter<'a, u32>>;

impl<'a> Reader<'a> {
    /// Reads a list if its section, the sentence before it or its items show
    /// that it contains features or fixes.
    pub(super) fn list(&mut self, index: usize, items: &'a [Vec<Block>]) {
        let topic = self
            .scopes
            .topic()
            .or_else(|| self.lead_in(index))
            .or_else(|| topic_of_items(items));
        if let Some(topic) = topic.filter(|topic| *topic != Topic::Aside && !self.detailed)
            && let Some(place) = self.tree.places.get(index)
        {
            self.items(index, topic, items, &mut place.item_lines.iter().copied());
        }
    }

    /// The topic in the paragraph directly before a list.
    fn lead_in(&self, index: usize) -> Option<Topic> {
        let before = index.checked_sub(1)?;
        match self.tree.blocks.get(before)? {
            Block::Paragraph(content) => sections::lead_in(&title::flat(content)),
            _ => None,
        }
    }

    fn items(
        &mut self,
        index: usize,
        topic: Topic,
        items: &'a [Vec<Block>],
        lines: &mut ItemLines<'_>,
    ) {
        for item in items {
            let line = lines.next().unwrap_or(1);
            let Some((Block::Paragraph(content) | Block::Heading { content, .. }, rest)) =
                item.split_first()
            else {
                skip(item, lines);
                continue;
            };
            let text = title::flat(content);
            if is_group(&text, rest) {
                let topic = sections::topic_of(&text).unwrap_or(topic);
                self.nested(index, topic, rest, lines, |_| topic != Topic::Aside);
                continue;
            }
            if states_something(&text) {
                let statement = Statement {
                    text: &text,
                    content,
                    summary: item.clone(),
                    references: bare_references(rest),
                    topic,
                    series: self.other_series(),
                    line,
                    section: section_of(self.tree, index),
                };
                self.state(index, statement);
            }
            self.nested(index, topic, rest, lines, |item| {
                text_of(item).is_some_and(|text| leads_with_reference(&text) && !is_bare(&text))
            });
        }
    }

    /// Reads the lists within an item whose items are all `wanted`.
    fn nested(
        &mut self,
        index: usize,
        topic: Topic,
        blocks: &'a [Block],
        lines: &mut ItemLines<'_>,
        wanted: impl Fn(&[Block]) -> bool,
    ) {
        for block in blocks {
            match block {
                Block::List { items, .. } if items.iter().all(|item| wanted(item)) => {
                    self.items(index, topic, items, lines);
                }
                block => skip(std::slice::from_ref(block), lines),
            }
        }
    }
}

/// Skips the lines of all items within blocks.
fn skip(blocks: &[Block], lines: &mut ItemLines<'_>) {
    for block in blocks {
        match block {
            Block::List { items, .. } => {
                for item in items {
                    lines.next();
                    skip(item, lines);
                }
            }
            Block::Quote(blocks) => skip(blocks, lines),
            _ => {}
        }
    }
}

/// Whether an item only groups the items below it: "Typing changes:".
fn is_group(text: &str, rest: &[Block]) -> bool {
    rest.iter().any(|block| matches!(block, Block::List { .. }))
        && (text.ends_with(':') || !states_something(text))
        && !leads_with_reference(text)
}

/// The topic of a list without an introduction: at least half of its items have
/// to start with a PEP, an issue or a CVE.
fn topic_of_items(items: &[Vec<Block>]) -> Option<Topic> {
    let mut peps = 0;
    let mut fixes = 0;
    for text in items.iter().filter_map(|item| text_of(item)) {
        let text = text.trim_start_matches(['(', '[', ' ']);
        if !states_something(text) {
            continue;
        }
        match references::leading(text).map(|(found, _)| found) {
            Some(found) if matches!(found.first(), Some(references::Reference::Pep(_))) => {
                peps += 1
            }
            Some(_) => fixes += 1,
            None if text.starts_with("CVE-") => fixes += 1,
            None => {}
        }
    }
    if peps + fixes == 0 || (peps + fixes) * 2 < items.len() {
        None
    } else if peps >= fixes {
        Some(Topic::Features(None))
    } else {
        Some(Topic::Fixes)
    }
}

fn text_of(item: &[Block]) -> Option<String> {
    match item.first()? {
        Block::Paragraph(content) | Block::Heading { content, .. } => Some(title::flat(content)),
        _ => None,
    }
}

/// Whether a text consists of references only.
fn is_bare(text: &str) -> bool {
    title::of_text(text).is_empty() && !References::of_text(text).is_empty()
}

/// The references in items below a feature that consist of nothing else.
fn bare_references(blocks: &[Block]) -> References {
    let mut references = References::default();
    for block in blocks {
        let Block::List { items, .. } = block else {
            continue;
        };
        for item in items {
            if let Some(Block::Paragraph(content)) = item.first()
                && is_bare(&title::flat(content))
            {
                references.add(References::of_content(content));
            }
        }
    }
    references
}
