//! The features that a document states. The entry point is [`stated`].
//!
//! A document of this project says them outright, with attributes at
//! its headings ([`authored`]); in an announcement they have to be found among
//! lists, headings and prose ([`announced`]).

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

/// What a document states.
pub(super) struct Stated {
    pub features: Vec<StatedFeature>,
    /// The claims that belong to no feature.
    pub claims: Vec<StatedClaim>,
}

/// Finds the features and claims of a document whose features belong to a
/// series, as far as that is known, and whose source has an address.
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

/// The section, as its index in the outline, that a block lies in.
fn section_of(tree: &Tree, block: usize) -> Option<u32> {
    let before = tree.headings.partition_point(|place| place.block <= block);
    u32::try_from(before.checked_sub(1)?).ok()
}
