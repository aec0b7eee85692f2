//! What the builder knows beside the tree itself: where everything stands.

use crate::attribute::{Form, RawAttribute};
use crate::{Block, StatedClaim};
use pulldown_cmark::CowStr;

/// A document's body and where its parts stand.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub blocks: Vec<Block>,
    /// One for each of the blocks.
    pub places: Vec<Place>,
    /// The outermost headings.
    pub headings: Vec<HeadingPlace>,
    /// The claims, each with the index of the block it stands in.
    pub claims: Vec<(usize, StatedClaim)>,
    pub flattened: bool,
}

/// Where an outermost block stands.
#[derive(Debug)]
pub(crate) struct Place {
    pub line: u32,
    /// The lines of all list items within it, in the order in which they start.
    pub item_lines: Vec<u32>,
}

/// Where an outermost heading stands and what its attributes say.
#[derive(Debug)]
pub(crate) struct HeadingPlace {
    /// Its index among the blocks.
    pub block: usize,
    pub line: u32,
    pub id: Option<String>,
    /// The words in braces except the id, then the lines of the block below it.
    pub attributes: Vec<RawAttribute>,
}

/// The words in a heading's braces; a class keeps its dot, so that it can be
/// told as unknown the way it was written.
pub(super) fn attributes(
    classes: &[CowStr<'_>],
    attributes: &[(CowStr<'_>, Option<CowStr<'_>>)],
    line: u32,
) -> Vec<RawAttribute> {
    let classes = classes.iter().map(|class| (format!(".{class}"), None));
    let attributes = attributes.iter().map(|(key, value)| {
        let value = value.as_ref().map(ToString::to_string);
        (key.to_string(), value)
    });
    let raw = |(key, value)| RawAttribute {
        key,
        value,
        line,
        form: Form::Braces,
    };
    classes.chain(attributes).map(raw).collect()
}
