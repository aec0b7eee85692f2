//! Truncates documents that are too large for a page, and removes anchors that
//! could clash with ids of the page. The entry point is [`clip`].
//!
//! Such documents are not written on purpose: ten megabytes are a hundred times
//! the largest known document, and as elements of a page they would freeze the
//! browser.

use document::{
    Block, Code, Diagnostic, Document, Inline, Position, Repair, RepairPart, StatedClaim,
    StatedFeature,
};

/// The budget in bytes, once for the body of a document and once for the texts
/// of its features together. Every block or inline costs its text and
/// [`NODE_COST`].
const MAX_TEXT: usize = 1 << 20;

/// The cost of a block or an inline in addition to its text, in bytes.
const NODE_COST: usize = 64;

/// The most features that one document may state.
const MAX_FEATURES: usize = 2_000;

/// The most links between features that are checked.
const MAX_LINKS: usize = 10_000;

/// The most characters of a title or a name.
const MAX_LINE: usize = 500;

/// The most names, PEPs and the like that one feature may have.
const MAX_NAMES: usize = 50;

/// Cuts what exceeds the limits and reports it in the diagnostics.
pub(super) fn clip(document: &mut Document) {
    let mut reported = Vec::new();
    let mut body = Budget::new();
    body.blocks(&mut document.body);
    if body.is_spent() {
        reported.push((
            Position::START,
            "the document is too long; only its beginning is shown",
        ));
        document
            .body
            .push(Block::Paragraph(vec![Inline::Emphasis(vec![
                Inline::Text("The rest is too long to be shown here.".to_owned()),
            ])]));
    }
    if let Some(first) = document.features.get(MAX_FEATURES) {
        reported.push((
            first.placement.start,
            "there are too many features; the rest was left out",
        ));
        document.features.truncate(MAX_FEATURES);
    }
    let mut texts = Budget::new();
    document
        .features
        .iter_mut()
        .for_each(|feature| texts.feature(feature));
    texts.claims(&mut document.claims);
    if texts.is_spent() && !body.is_spent() {
        reported.push((
            Position::START,
            "the texts of the features are too long; only their beginnings are shown",
        ));
    }
    let metadata = &mut document.metadata;
    line(&mut metadata.title);
    metadata.author.iter_mut().for_each(line);
    metadata.description.iter_mut().for_each(line);
    metadata.tags.truncate(MAX_NAMES);
    if let Some(source) = &mut metadata.source {
        line(&mut source.name);
        source.url = source.url.take().filter(|url| url.len() <= MAX_LINE);
    }
    let diagnostics = reported
        .into_iter()
        .map(|(position, message)| Diagnostic::new(Code::Limit, position, message));
    document.diagnostics.splice(0..0, diagnostics);
    document.diagnostics.sort_by_key(Diagnostic::position);
    document.local_links.truncate(MAX_LINKS);
}

/// Truncates a line that is too long.
fn line(text: &mut String) {
    if let Some((end, _)) = text.char_indices().nth(MAX_LINE) {
        text.truncate(end);
        text.push('…');
    }
}

/// Whether an anchor has the form of a feature's slug. Any other could clash
/// with an element of the page that is looked up by its id.
fn is_of_features(id: &str) -> bool {
    let begins = ["pep-", "gh-", "bpo-"];
    id.starts_with(|first: char| first.is_ascii_digit())
        || begins.iter().any(|begin| id.starts_with(begin))
}

/// The bytes that may still be kept.
struct Budget {
    left: usize,
}

impl Budget {
    fn new() -> Self {
        Self { left: MAX_TEXT }
    }

    fn is_spent(&self) -> bool {
        self.left == 0
    }

    fn spend(&mut self, bytes: usize) {
        self.left = self.left.saturating_sub(bytes);
    }

    /// Keeps as many items as the budget allows, each cut by `clip`.
    fn keep<T>(&mut self, pieces: &mut Vec<T>, mut clip: impl FnMut(&mut Self, &mut T)) {
        let mut kept = 0;
        for piece in pieces.iter_mut() {
            if self.is_spent() {
                break;
            }
            self.spend(NODE_COST);
            clip(self, piece);
            kept += 1;
        }
        pieces.truncate(kept);
    }

    fn text(&mut self, text: &mut String) {
        if text.len() > self.left {
            let mut end = self.left;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            text.truncate(end);
            text.push('…');
        }
        self.spend(text.len());
    }

    fn blocks(&mut self, blocks: &mut Vec<Block>) {
        self.keep(blocks, Self::block);
    }

    fn block(&mut self, block: &mut Block) {
        match block {
            Block::Heading { id, content, .. } => {
                *id = id.take().filter(|id| is_of_features(id));
                self.inlines(content);
            }
            Block::Paragraph(content) => self.inlines(content),
            Block::List { items, .. } => self.keep(items, Self::blocks),
            Block::Claim { text, evidence, .. } => {
                self.inlines(text);
                self.inlines(evidence);
            }
            Block::Code { text, .. } => self.text(text),
            Block::Repair(part) => self.repair_part(part),
            Block::Quote(inner) => self.blocks(inner),
            Block::Table { head, rows } => {
                self.keep(head, Self::inlines);
                self.keep(rows, |budget, row| budget.keep(row, Self::inlines));
            }
            Block::Rule => {}
        }
    }

    fn repair_part(&mut self, part: &mut RepairPart) {
        match part {
            RepairPart::Before(listing) => self.text(&mut listing.text),
            RepairPart::Seen(seen) => self.text(&mut seen.value),
            RepairPart::After(after) => self.text(&mut after.value.text),
        }
    }

    fn repair(&mut self, repair: &mut Repair) {
        repair.backports.truncate(MAX_NAMES);
        repair.backports.iter_mut().for_each(line);
        repair.fixes.truncate(MAX_NAMES);
        repair.seen.truncate(MAX_NAMES);
        let seen = repair.seen.iter_mut().map(|seen| &mut seen.value);
        let after = repair.after.iter_mut().map(|after| &mut after.value.text);
        let before = repair.before.iter_mut().map(|before| &mut before.text);
        seen.chain(after)
            .chain(before)
            .chain(&mut repair.untested)
            .for_each(|text| self.text(text));
    }

    fn inlines(&mut self, content: &mut Vec<Inline>) {
        self.keep(content, Self::inline);
    }

    fn inline(&mut self, inline: &mut Inline) {
        match inline {
            Inline::Text(text) | Inline::Code(text) => self.text(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                self.inlines(inner);
            }
            Inline::Link { url, content } => {
                self.spend(url.len());
                self.inlines(content);
            }
            Inline::Break => {}
        }
    }

    fn claims(&mut self, claims: &mut Vec<StatedClaim>) {
        self.keep(claims, |budget, claim| {
            budget.inlines(&mut claim.text);
            budget.inlines(&mut claim.evidence);
        });
    }

    fn feature(&mut self, feature: &mut StatedFeature) {
        line(&mut feature.title);
        let mut heading = Self { left: 4 * MAX_LINE };
        heading.inlines(&mut feature.heading);
        self.blocks(&mut feature.summary);
        self.repair(&mut feature.repair);
        self.inlines(&mut feature.instead);
        self.keep(&mut feature.history, |budget, entry| {
            budget.inlines(&mut entry.text)
        });
        self.claims(&mut feature.claims);
        feature.module.iter_mut().for_each(line);
        feature.id = feature.id.take().filter(|id| id.len() <= MAX_LINE);
        feature.url = feature.url.take().filter(|url| url.len() <= 4 * MAX_LINE);
        for names in [
            &mut feature.names,
            &mut feature.aliases,
            &mut feature.related,
        ] {
            names.truncate(MAX_NAMES);
            names.iter_mut().for_each(line);
        }
        for attribute in &mut feature.placement.attributes {
            attribute.words.truncate(MAX_NAMES);
            attribute.words.retain(|word| word.text.len() <= MAX_LINE);
        }
        feature.peps.truncate(MAX_NAMES);
        feature.issues.truncate(MAX_NAMES);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_only_where_the_budget_is_smaller() {
        // The letters ö and ß have two bytes each.
        for (left, expected) in [(5, "grö…"), (6, "größ…"), (7, "größe"), (8, "größe")] {
            let mut text = "größe".to_owned();
            Budget { left }.text(&mut text);
            assert_eq!(text, expected, "{left}");
        }
    }
}
