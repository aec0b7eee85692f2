//! Takes from a document what no page could show, and anchors that the page has
//! a use for itself. The entry point is [`clip`].
//!
//! Nobody writes such a document on purpose. One of ten megabytes has a hundred
//! times more text than any that is known, and as elements of a page it would
//! freeze the browser.

use document::{Block, Code, Diagnostic, Document, Inline, Position, StatedClaim, StatedFeature};

/// How much text and how many pieces of it are kept: of the document as it is
/// read whole, and of the texts of its features together. The unit is a byte; a
/// piece costs [`PIECE`] besides its text.
const MOST_TEXT: usize = 1 << 20;

/// What a block or an inline costs besides its text.
const PIECE: usize = 64;

/// The most features that one document may state.
const MOST_FEATURES: usize = 2_000;

/// The most links between features that are checked.
const MOST_LINKS: usize = 10_000;

/// The most characters of a title or a name.
const LONGEST_LINE: usize = 500;

/// The most names, PEPs and the like that one feature may have.
const MOST_NAMES: usize = 50;

/// Cuts whatever is beyond the limits and says so in its diagnostics.
pub(super) fn clip(document: &mut Document) {
    let mut reported = Vec::new();
    let mut body = Budget::new();
    body.blocks(&mut document.body);
    if body.is_spent() {
        reported.push((
            Position::START,
            "the document is too long to be shown whole; its beginning is",
        ));
        document
            .body
            .push(Block::Paragraph(vec![Inline::Emphasis(vec![
                Inline::Text("The rest is too long to be shown here.".to_owned()),
            ])]));
    }
    if let Some(first) = document.features.get(MOST_FEATURES) {
        reported.push((
            first.placement.start,
            "there are more features than are taken from one document",
        ));
        document.features.truncate(MOST_FEATURES);
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
            "the texts of the features are too long to be shown whole",
        ));
    }
    let metadata = &mut document.metadata;
    line(&mut metadata.title);
    metadata.author.iter_mut().for_each(line);
    metadata.description.iter_mut().for_each(line);
    metadata.tags.truncate(MOST_NAMES);
    if let Some(source) = &mut metadata.source {
        line(&mut source.name);
        source.url = source.url.take().filter(|url| url.len() <= LONGEST_LINE);
    }
    let diagnostics = reported
        .into_iter()
        .map(|(position, message)| Diagnostic::new(Code::Limit, position, message));
    document.diagnostics.splice(0..0, diagnostics);
    document.diagnostics.sort_by_key(Diagnostic::position);
    document.local_links.truncate(MOST_LINKS);
}

/// Cuts a line that is too long.
fn line(text: &mut String) {
    if let Some((end, _)) = text.char_indices().nth(LONGEST_LINE) {
        text.truncate(end);
        text.push('…');
    }
}

/// Whether an anchor is one that the page gives to nothing of its own. Another
/// could stand in for a part of the page that is found by its id.
fn is_of_features(id: &str) -> bool {
    let begins = ["pep-", "gh-", "bpo-"];
    id.starts_with(|first: char| first.is_ascii_digit())
        || begins.iter().any(|begin| id.starts_with(begin))
}

/// What may still be kept.
struct Budget {
    left: usize,
}

impl Budget {
    fn new() -> Self {
        Self { left: MOST_TEXT }
    }

    fn is_spent(&self) -> bool {
        self.left == 0
    }

    fn spend(&mut self, bytes: usize) {
        self.left = self.left.saturating_sub(bytes);
    }

    /// Keeps the pieces that the budget allows, each cut by `clip`.
    fn keep<T>(&mut self, pieces: &mut Vec<T>, mut clip: impl FnMut(&mut Self, &mut T)) {
        let mut kept = 0;
        for piece in pieces.iter_mut() {
            if self.is_spent() {
                break;
            }
            self.spend(PIECE);
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
            Block::Quote(inner) => self.blocks(inner),
            Block::Table { head, rows } => {
                self.keep(head, Self::inlines);
                self.keep(rows, |budget, row| budget.keep(row, Self::inlines));
            }
            Block::Rule => {}
        }
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
        let mut heading = Self {
            left: 4 * LONGEST_LINE,
        };
        heading.inlines(&mut feature.heading);
        self.blocks(&mut feature.summary);
        self.inlines(&mut feature.instead);
        self.keep(&mut feature.history, |budget, entry| {
            budget.inlines(&mut entry.text)
        });
        self.claims(&mut feature.claims);
        feature.module.iter_mut().for_each(line);
        feature.id = feature.id.take().filter(|id| id.len() <= LONGEST_LINE);
        feature.url = feature
            .url
            .take()
            .filter(|url| url.len() <= 4 * LONGEST_LINE);
        for names in [
            &mut feature.names,
            &mut feature.aliases,
            &mut feature.related,
        ] {
            names.truncate(MOST_NAMES);
            names.iter_mut().for_each(line);
        }
        for attribute in &mut feature.placement.attributes {
            attribute.words.truncate(MOST_NAMES);
            attribute
                .words
                .retain(|word| word.text.len() <= LONGEST_LINE);
        }
        feature.peps.truncate(MOST_NAMES);
        feature.issues.truncate(MOST_NAMES);
    }
}
