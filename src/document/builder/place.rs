//! What the builder knows beside the tree itself: where everything stands.

use crate::document::{Block, StatedClaim};
use pulldown_cmark::CowStr;

/// A document's body and where its parts stand.
#[derive(Debug, Default)]
pub(in crate::document) struct Tree {
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
pub(in crate::document) struct Place {
    pub line: u32,
    /// The lines of all list items within it, in the order in which they start.
    pub item_lines: Vec<u32>,
}

/// Where an outermost heading stands and what the braces at its end say.
#[derive(Debug)]
pub(in crate::document) struct HeadingPlace {
    /// Its index among the blocks.
    pub block: usize,
    pub line: u32,
    pub id: Option<String>,
    /// The words in braces except the id, as `(key, value)`.
    pub attributes: Vec<(String, Option<String>)>,
}

/// The words in a heading's braces; a class keeps its dot, so that it can be
/// told as unknown the way it was written.
pub(super) fn attributes(
    classes: &[CowStr<'_>],
    attributes: &[(CowStr<'_>, Option<CowStr<'_>>)],
) -> Vec<(String, Option<String>)> {
    let classes = classes.iter().map(|class| (format!(".{class}"), None));
    let attributes = attributes.iter().map(|(key, value)| {
        let value = value.as_ref().map(ToString::to_string);
        (key.to_string(), value)
    });
    classes.chain(attributes).collect()
}

/// Whether the source of a fenced code block ends with a fence. Markdown closes
/// an open fence silently at the end of the text or of the list item.
pub(super) fn is_fence_closed(source: &str) -> bool {
    let fence: String = source
        .chars()
        .take_while(|c| matches!(c, '`' | '~'))
        .collect();
    let Some((_, rest)) = source.split_once('\n') else {
        return false;
    };
    rest.trim_end()
        .lines()
        .next_back()
        .map(|line| line.trim_start_matches([' ', '\t', '>']))
        .is_some_and(|line| {
            line.starts_with(&fence) && line.trim_start_matches(['`', '~']).is_empty()
        })
}

#[cfg(test)]
mod tests {
    use super::is_fence_closed;

    #[test]
    fn a_fence_is_closed_by_its_like() {
        assert!(is_fence_closed("```python\nx\n```\n"));
        assert!(is_fence_closed("~~~~\nx\n> ~~~~~  "));
        assert!(is_fence_closed("```\n```"));
        for open in ["```", "```\nx\n", "````\nx\n```\n", "```\nx\n~~~", "```\n"] {
            assert!(!is_fence_closed(open), "{open:?}");
        }
    }
}
