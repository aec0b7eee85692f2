//! Finds the features that a document states. The entry point is [`stated`].
//!
//! A document of this project states them explicitly, with attributes at its
//! headings ([`authored`]); in an announcement they are extracted from lists,
//! headings and prose ([`announced`]).

mod announced;
mod authored;
mod item;
mod kind;
mod references;
mod sections;
mod sheet;
mod status;
mod title;
mod url;

use super::{Diagnostic, StatedClaim, StatedFeature, builder::Tree};
use terms::Series;

/// The features and claims of a document.
pub(super) struct Stated {
    pub features: Vec<StatedFeature>,
    /// The claims that belong to no feature.
    pub claims: Vec<StatedClaim>,
}

/// Finds the features and claims of a document. `series` is that of its
/// features and `source` the address of its source, if known.
pub(super) fn stated(
    tree: &Tree,
    series: Option<Series>,
    source: Option<&str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Stated {
    let authored = authored::stated(tree, source, diagnostics);
    if !authored.features.is_empty() {
        return authored;
    }
    Stated {
        features: announced::features(tree, series),
        claims: authored.claims,
    }
}

/// The section of a block, as an index into the outline.
fn section_of(tree: &Tree, block: usize) -> Option<u32> {
    let before = tree.headings.partition_point(|place| place.block <= block);
    u32::try_from(before.checked_sub(1)?).ok()
}
