//! Features that are stated at headings with attributes.

mod attributes;
mod outcome;

use super::{Stated, kind, references::References, section_of};
use crate::attribute::key_and_value;
use crate::{
    Attribute, Block, Code, Diagnostic, Inline, Placement, Position, Repair, StatedFeature,
    WrittenAttribute,
    builder::{HeadingPlace, Tree},
    headings, one_line, plain_text,
};
use attributes::Attributes;
use outcome::Outcome;

/// The heading of a feature with the blocks below it.
struct Region {
    start: usize,
    end: usize,
    /// The index of the enclosing feature's region.
    parent: Option<usize>,
    level: u8,
    feature: StatedFeature,
}

/// The features stated with attributes, each with the claims below its heading;
/// other claims belong to the document.
pub(super) fn stated(
    tree: &Tree,
    source: Option<&str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Stated {
    let mut regions = regions(tree, source, diagnostics);
    let mut claims = Vec::new();
    for (block, claim) in &tree.claims {
        match innermost(&regions, *block).and_then(|index| regions.get_mut(index)) {
            Some(region) => region.feature.claims.push(claim.clone()),
            None => claims.push(claim.clone()),
        }
    }
    let extents: Vec<(usize, usize)> = regions.iter().map(|r| (r.start, r.end)).collect();
    for region in &mut regions {
        let mut summary = summary(tree, region.start, region.end, &extents);
        let Outcome {
            instead,
            history,
            repair,
        } = Outcome::take(&mut summary, std::mem::take(&mut region.feature.repair));
        region.feature.summary = summary;
        region.feature.instead = instead;
        region.feature.history = history;
        region.feature.repair = repair;
    }
    Stated {
        features: regions.into_iter().map(|region| region.feature).collect(),
        claims,
    }
}

/// The index of the innermost region that contains a block.
fn innermost(regions: &[Region], block: usize) -> Option<usize> {
    let started = regions.partition_point(|region| region.start <= block);
    let mut candidate = started.checked_sub(1);
    while let Some(region) = candidate.and_then(|index| regions.get(index)) {
        if block < region.end {
            return candidate;
        }
        candidate = region.parent;
    }
    None
}

fn regions(tree: &Tree, source: Option<&str>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Region> {
    let mut regions: Vec<Region> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (place, level, content) in headings(tree) {
        while let Some(region) = open.last().and_then(|index| regions.get_mut(*index)) {
            if region.level < level {
                break;
            }
            region.end = place.block;
            open.pop();
        }
        if let Some(feature) = feature(tree, place, content, source, diagnostics) {
            let parent = open.last().copied();
            open.push(regions.len());
            regions.push(Region {
                start: place.block,
                end: tree.blocks.len(),
                parent,
                level,
                feature,
            });
        }
    }
    regions
}

/// The feature of a heading that has a slug and an attribute, or a slug that
/// names a PEP or an issue.
fn feature(
    tree: &Tree,
    place: &HeadingPlace,
    content: &[Inline],
    source: Option<&str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<StatedFeature> {
    let attributes = Attributes::read(&place.attributes, source, diagnostics);
    let named = place.id.as_deref().and_then(References::of_slug);
    let Some(id) = &place.id else {
        if attributes.recognised > 0 {
            let message = "the heading has attributes but no slug";
            diagnostics.push(
                Diagnostic::new(Code::Slug, place.start, message)
                    .with_help("add one such as `#pep-758`"),
            );
        }
        return None;
    };
    let unindented = unindented(tree, place);
    diagnostics.extend(unindented.first().map(report_unindented));
    if attributes.recognised == 0 && named.is_none() {
        return None;
    }
    let mut written = attributes.written;
    written.extend(unindented);
    let mut references = named.unwrap_or_default();
    references.add(attributes.references);
    let title = one_line(&plain_text(content), usize::MAX);
    Some(StatedFeature {
        id: Some(id.clone()),
        kind: attributes.kind.unwrap_or_else(|| kind::of_text(&title)),
        heading: content.to_vec(),
        title,
        peps: references.peps,
        issues: references.issues,
        status: attributes.status,
        created: attributes.created,
        url: attributes.url,
        area: attributes.area,
        module: attributes.module,
        names: attributes.names,
        aliases: attributes.aliases,
        series: attributes.series,
        removed: attributes.removed,
        removal: attributes.removal,
        deprecated: attributes.deprecated,
        impact: attributes.impact,
        related: attributes.related,
        repair: Repair {
            breaks: attributes.breaks,
            backports: attributes.backports,
            fixes: attributes.fixes,
            untested: attributes.untested,
            ..Repair::default()
        },
        instead: Vec::new(),
        history: Vec::new(),
        summary: Vec::new(),
        claims: Vec::new(),
        placement: Placement {
            start: place.start,
            slug: place.id_position,
            attributes: written,
        },
        section: section_of(tree, place.block),
    })
}

/// Lines such as `area: language` directly below a heading. Without
/// indentation, which is easily forgotten, they are a paragraph.
fn unindented(tree: &Tree, heading: &HeadingPlace) -> Vec<WrittenAttribute> {
    let below = heading.block.saturating_add(1);
    let first = heading.start.line.saturating_add(1);
    let is_directly_below = tree.places.get(below).is_some_and(|at| at.line == first);
    let Some(Block::Paragraph(content)) = tree.blocks.get(below).filter(|_| is_directly_below)
    else {
        return Vec::new();
    };
    let Some(Inline::Text(text)) = content.first() else {
        return Vec::new();
    };
    let attributes = (first..).zip(text.lines()).map_while(|(line, text)| {
        let (key, _) = key_and_value(text)?;
        Some(WrittenAttribute {
            attribute: Attribute::of_key(key)?,
            position: Position::line(line),
            words: Vec::new(),
        })
    });
    attributes.collect()
}

fn report_unindented(written: &WrittenAttribute) -> Diagnostic {
    let message = format!("`{}:` is text here", written.attribute.key());
    Diagnostic::new(Code::Attribute, written.position, message)
        .with_help("indent attributes by four spaces")
}

/// The blocks below a heading, without claims and nested features.
fn summary(tree: &Tree, start: usize, end: usize, extents: &[(usize, usize)]) -> Vec<Block> {
    let mut summary = Vec::new();
    let mut at = start + 1;
    while at < end {
        if let Ok(index) = extents.binary_search_by_key(&at, |(start, _)| *start)
            && let Some((_, nested_end)) = extents.get(index)
        {
            at = *nested_end;
            continue;
        }
        summary.extend(tree.blocks.get(at).and_then(without_claims));
        at += 1;
    }
    summary
}

fn without_claims(block: &Block) -> Option<Block> {
    match block {
        Block::Claim { .. } => None,
        Block::List { start, items } => {
            let items: Vec<Vec<Block>> = items
                .iter()
                .map(|item| item.iter().filter_map(without_claims).collect())
                .filter(|item: &Vec<Block>| !item.is_empty())
                .collect();
            let start = *start;
            (!items.is_empty()).then_some(Block::List { start, items })
        }
        Block::Quote(blocks) => {
            let blocks: Vec<Block> = blocks.iter().filter_map(without_claims).collect();
            (!blocks.is_empty()).then_some(Block::Quote(blocks))
        }
        other => Some(other.clone()),
    }
}
