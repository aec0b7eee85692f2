//! The most informative link of a feature. The entry point is [`most_informative`].

use super::references;
use crate::{Inline, links};

/// The first link to the release notes, else to an issue, else to another page,
/// else to the PEP, whose address follows from its number.
pub(super) fn most_informative(content: &[Inline]) -> Option<String> {
    let mut best = None;
    collect(content, &mut best);
    best.map(|(_, url)| url.to_owned())
}

fn collect<'a>(content: &'a [Inline], best: &mut Option<(u8, &'a str)>) {
    for inline in content {
        match inline {
            Inline::Link { url, content } => {
                if links::is_absolute(url) {
                    let rank = rank(url);
                    if best.is_none_or(|(known, _)| rank < known) {
                        *best = Some((rank, url));
                    }
                }
                collect(content, best);
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                collect(inner, best);
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
        }
    }
}

fn rank(url: &str) -> u8 {
    if url.starts_with("https://docs.python.org/") || url.starts_with("http://docs.python.org/") {
        return 0;
    }
    match references::of_url(url) {
        Some(references::Reference::Issue(_)) => 1,
        None => 2,
        Some(references::Reference::Pep(_)) => 3,
    }
}
