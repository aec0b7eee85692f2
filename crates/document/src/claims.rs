//! Recognises claims: list items with a verdict in a nested list. The entry
//! point is [`recognise`].

use super::{Block, Inline, plain_text, spelling};
use terms::Verdict;

/// The interpretation of a list item.
pub(super) enum Reading {
    Claim {
        text: Vec<Inline>,
        verdict: Verdict,
        evidence: Vec<Inline>,
    },
    /// An ordinary item that looks like a claim: the word in place of the
    /// verdict, and the verdict that was probably meant.
    Misspelt {
        word: String,
        meant: &'static str,
    },
    Ordinary,
}

/// Interprets a list item as a claim: a paragraph, followed by a list of one
/// item that begins with a verdict in bold, such as `**Confirmed.**`.
///
/// The blocks are moved out only if they are a claim.
pub(super) fn recognise(item: &mut Vec<Block>) -> Reading {
    let [Block::Paragraph(text), Block::List { items, .. }] = item.as_mut_slice() else {
        return Reading::Ordinary;
    };
    let [nested] = items.as_mut_slice() else {
        return Reading::Ordinary;
    };
    let Some(Block::Paragraph(first)) = nested.first() else {
        return Reading::Ordinary;
    };
    let Some(Inline::Strong(word)) = first.first() else {
        return Reading::Ordinary;
    };
    let word = plain_text(word);
    let word = word.trim().trim_end_matches(['.', ':']);
    let Ok(verdict) = word.parse() else {
        let labels = Verdict::ALL.iter().map(|verdict| verdict.label());
        return match spelling::nearest(word, labels) {
            Some(meant) => Reading::Misspelt {
                word: word.to_owned(),
                meant,
            },
            None => Reading::Ordinary,
        };
    };
    // A claim is shown on one line; evidence with code or a list would not fit,
    // so the item stays an ordinary one.
    if !nested
        .iter()
        .all(|block| matches!(block, Block::Paragraph(_)))
    {
        return Reading::Ordinary;
    }
    let text = std::mem::take(text);
    let evidence = evidence(std::mem::take(nested));
    item.clear();
    Reading::Claim {
        text,
        verdict,
        evidence,
    }
}

/// The text after the verdict, with breaks between paragraphs.
fn evidence(paragraphs: Vec<Block>) -> Vec<Inline> {
    let mut evidence = Vec::new();
    for block in paragraphs {
        if let Block::Paragraph(content) = block {
            if !evidence.is_empty() {
                evidence.push(Inline::Break);
            }
            evidence.extend(content);
        }
    }
    evidence.remove(0);
    if let Some(Inline::Text(text)) = evidence.first_mut() {
        *text = text.trim_start().to_owned();
    }
    evidence.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
    evidence
}
