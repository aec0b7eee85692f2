//! Extracts the outcome of a feature from its text: what to use instead, and
//! later changes. The entry point is [`Outcome::take`].

use crate::{Block, HistoryEntry, INSTEAD, Inline, plain_text};

/// The parts of a text that are stored separately in a feature.
#[derive(Default)]
pub(super) struct Outcome {
    pub instead: Vec<Inline>,
    pub history: Vec<HistoryEntry>,
}

impl Outcome {
    /// Takes out of a text the paragraphs that begin with `**Instead:**` and
    /// the lists whose items all begin with a release in bold.
    pub(super) fn take(summary: &mut Vec<Block>) -> Self {
        let mut outcome = Self::default();
        summary.retain(|block| !outcome.recognise(block));
        outcome
    }

    fn recognise(&mut self, block: &Block) -> bool {
        match block {
            Block::Paragraph(content) => {
                let Some(instead) = instead(content) else {
                    return false;
                };
                if !self.instead.is_empty() {
                    self.instead.push(Inline::Break);
                }
                self.instead.extend(instead);
                true
            }
            Block::List { start: None, items } => {
                let entries: Option<Vec<_>> = items.iter().map(|item| entry(item)).collect();
                let found = entries.is_some();
                self.history.extend(entries.into_iter().flatten());
                found
            }
            _ => false,
        }
    }
}

fn instead(content: &[Inline]) -> Option<Vec<Inline>> {
    let (label, rest) = labelled(content)?;
    (label == INSTEAD).then_some(rest)
}

fn entry(item: &[Block]) -> Option<HistoryEntry> {
    let [Block::Paragraph(content)] = item else {
        return None;
    };
    let (label, text) = labelled(content)?;
    let moment = label.strip_suffix('.')?.parse().ok()?;
    Some(HistoryEntry { moment, text })
}

/// Splits a paragraph into its label in bold and the rest.
fn labelled(content: &[Inline]) -> Option<(String, Vec<Inline>)> {
    let (Inline::Strong(label), rest) = content.split_first()? else {
        return None;
    };
    let mut rest = rest.to_vec();
    if let Some(Inline::Text(text)) = rest.first_mut() {
        *text = text.trim_start().to_owned();
    }
    rest.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
    Some((plain_text(label).trim().to_owned(), rest))
}
