//! Extracts the outcome of a feature from its text: what to use instead, later changes
//! and the code of its repair sheet. The entry point is [`Outcome::take`].

use crate::{Block, HistoryEntry, INSTEAD, Inline, Repair, plain_text};

/// The parts of a text that are stored separately in a feature.
#[derive(Default)]
pub(super) struct Outcome {
    pub instead: Vec<Inline>,
    pub history: Vec<HistoryEntry>,
    pub repair: Repair,
}

impl Outcome {
    /// Takes out of a text the paragraphs that begin with `**Instead:**`, the lists whose
    /// items all begin with a release in bold, and the code of a repair sheet, of which
    /// `repair` has the attributes. A part that the sheet has already stays in the text.
    pub(super) fn take(summary: &mut Vec<Block>, repair: Repair) -> Self {
        let mut outcome = Self {
            repair,
            ..Self::default()
        };
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
            Block::Repair(part) => self.repair.take(part),
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
