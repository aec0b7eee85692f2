//! Parses documents: Markdown with YAML front matter in, one [`Document`] out.
//!
//! The entry point is [`parse`]; [`prose`] returns the prose of a document for
//! spell checking. The crate does no I/O and handles each document on its own.
//! It is the only one that reads Markdown.

mod attribute;
mod builder;
mod claims;
mod decode;
mod diagnostic;
mod features;
mod front_matter;
mod highlights;
mod lines;
mod links;
mod markdown;
mod model;
mod prose;
mod release;
mod repair;
mod spelling;
mod split;
#[cfg(test)]
mod tests;
mod tree;

pub use attribute::{Attribute, Word};
pub use decode::MAX_BYTES;
pub use diagnostic::{Code, Diagnostic, Position, Severity};
pub use highlights::MAX_HIGHLIGHTS;
pub use model::{
    Document, DocumentError, HistoryEntry, INSTEAD, LocalLink, Metadata, Placement, Section,
    Source, StatedClaim, StatedFeature, WrittenAttribute,
};
pub use prose::{Run, RunKind, prose};
pub use repair::{Repair, RepairPart};
pub use spelling::{nearest, suggestion};
pub use tree::{Block, Inline, Listing, plain_text, text_with_code};

use builder::Tree;
use terms::{ReleaseNumber, Series, SourceKind};

/// Parses a document. No text is lost: whatever cannot be interpreted is kept
/// as text and reported in [`Document::diagnostics`].
///
/// # Errors
///
/// [`DocumentError::TooLarge`] if it has more than [`MAX_BYTES`] bytes.
pub fn parse(source: &[u8]) -> Result<Document, DocumentError> {
    let mut diagnostics = Vec::new();
    let text = decode::decode(source, &mut diagnostics)?;
    let damaged = diagnostics.len();
    let parts = split::split(&text, &mut diagnostics);
    let unclosed = diagnostics.len() > damaged;
    let front_matter::Reading { mut metadata, kept } = match parts.front_matter {
        Some(yaml) => front_matter::read(yaml, &mut diagnostics),
        None if unclosed => front_matter::Reading {
            metadata: front_matter::read_unclosed(parts.body, &mut diagnostics),
            kept: None,
        },
        None => front_matter::Reading::default(),
    };
    let tree = builder::build(parts.body, parts.body_line, kept, &mut diagnostics);
    if metadata.title.is_empty() {
        metadata.title = title_of(&tree);
    }
    if tree.blocks.is_empty() {
        let message = "the document has no text";
        diagnostics.push(Diagnostic::new(Code::Empty, Position::START, message));
    }
    let release = metadata.release.or_else(|| announced(&metadata, &tree));
    let series = metadata
        .series
        .or_else(|| series_of(&metadata, release, &tree));
    let outline = outline(&tree);
    let source = metadata.source.as_ref();
    let source = source.and_then(|source| source.url.as_deref());
    let stated = features::stated(&tree, series, source, &mut diagnostics);
    highlights::check(&mut metadata, &stated.features, &mut diagnostics);
    diagnostics.sort_by_key(Diagnostic::position);
    cap(&mut diagnostics);
    Ok(Document {
        metadata,
        release,
        series,
        outline,
        features: stated.features,
        claims: stated.claims,
        local_links: tree.local_links,
        body: tree.blocks,
        diagnostics,
    })
}

/// The most diagnostics that are reported for a document.
const MAX_DIAGNOSTICS: usize = 200;

/// Replaces the diagnostics beyond the limit by one with their number.
fn cap(diagnostics: &mut Vec<Diagnostic>) {
    let more = diagnostics.len().saturating_sub(MAX_DIAGNOSTICS);
    if let Some(first) = diagnostics.get(MAX_DIAGNOSTICS).map(Diagnostic::position) {
        diagnostics.truncate(MAX_DIAGNOSTICS);
        let message = format!("{more} more are not listed");
        diagnostics.push(Diagnostic::new(Code::Limit, first, message));
    }
}

/// Only announcements announce a release; other documents just mention some.
fn announced(metadata: &Metadata, tree: &Tree) -> Option<ReleaseNumber> {
    let kind = metadata.source.as_ref().map(|source| source.kind);
    match kind {
        None | Some(SourceKind::Announcement) => release::announced(&metadata.title, &tree.blocks),
        Some(SourceKind::Reference | SourceKind::Article | SourceKind::Guide) => None,
    }
}

fn series_of(metadata: &Metadata, release: Option<ReleaseNumber>, tree: &Tree) -> Option<Series> {
    release
        .map(|release| release.series)
        .or_else(|| release::first_series(&metadata.title))
        .or_else(|| {
            headings(tree).find_map(|(_, _, content)| release::first_series(&plain_text(content)))
        })
}

/// The first heading, unless it is far down, else the first line.
fn title_of(tree: &Tree) -> String {
    const FIRST_BLOCKS: usize = 12;
    let heading = headings(tree)
        .next()
        .filter(|(place, _, _)| place.block < FIRST_BLOCKS)
        .map(|(_, _, content)| plain_text(content));
    let title = heading.or_else(|| tree.blocks.iter().find_map(first_line));
    one_line(&title.unwrap_or_default(), 200)
}

/// The first non-empty line of a block.
fn first_line(block: &Block) -> Option<String> {
    match block {
        Block::Heading { content, .. } | Block::Paragraph(content) => content
            .split(|inline| matches!(inline, Inline::Break))
            .map(|line| match line {
                [Inline::Text(text)] => text.clone(),
                line => plain_text(line),
            })
            .find_map(|text| first_filled(&text)),
        Block::Claim { text, .. } => first_filled(&plain_text(text)),
        Block::Code { text, .. } => first_filled(text),
        Block::Quote(blocks) => blocks.iter().find_map(first_line),
        Block::List { items, .. } => items.iter().flatten().find_map(first_line),
        Block::Table { head, rows } => std::iter::once(head)
            .chain(rows)
            .flatten()
            .find_map(|cell| first_filled(&plain_text(cell))),
        Block::Repair(_) | Block::Rule => None,
    }
}

fn first_filled(text: &str) -> Option<String> {
    text.lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .map(ToOwned::to_owned)
}

/// A text on one line, truncated to `limit` characters.
fn one_line(text: &str, limit: usize) -> String {
    if text.len() <= limit && is_tidy(text) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len().min(limit.saturating_mul(4)));
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        // No character is shorter than a byte, and bytes are cheaper to count.
        if line.len() > limit {
            break;
        }
    }
    if line.len() > limit
        && let Some((end, _)) = line.char_indices().nth(limit)
    {
        line.truncate(end);
        if let Some((end, _)) = line.rmatch_indices(' ').next() {
            line.truncate(end);
        }
        line.push('…');
    }
    line
}

/// Whether a text is ASCII with no whitespace other than single spaces between
/// words, as nearly all texts are.
fn is_tidy(text: &str) -> bool {
    // Without an early exit, the compiler can vectorize the loop.
    let plain = text
        .bytes()
        .fold(true, |plain, byte| plain & (0x20..0x80).contains(&byte));
    plain && !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ")
}

/// The top-level headings with position, level and content.
fn headings(tree: &Tree) -> impl Iterator<Item = (&builder::HeadingPlace, u8, &[Inline])> {
    tree.headings
        .iter()
        .filter_map(|place| match tree.blocks.get(place.block)? {
            Block::Heading { level, content, .. } => Some((place, *level, content.as_slice())),
            _ => None,
        })
}

fn outline(tree: &Tree) -> Vec<Section> {
    headings(tree)
        .map(|(place, level, content)| Section {
            level,
            title: one_line(&plain_text(content), usize::MAX),
            id: place.id.clone(),
            line: place.start.line,
        })
        .collect()
}
