//! Splits paragraphs of announcements into lines and items.

use crate::{Inline, features::references};

/// Bullets of lists that are not Markdown lists.
pub(super) const BULLETS: [char; 8] = ['•', '·', '‣', '◦', '▪', '●', '∙', '⁃'];

/// Whether a paragraph is a single line of at most `longest` bytes of text.
pub(super) fn is_short_line(content: &[Inline], longest: usize) -> bool {
    let mut length = 0;
    content.iter().all(|inline| match inline {
        Inline::Break => false,
        Inline::Text(text) => {
            length += text.len();
            length <= longest && !text.contains('\n')
        }
        _ => true,
    })
}

/// Whether a line of a paragraph may be an item: it begins with a bullet, a PEP
/// or an issue, or with markup that may contain one. This rejects most
/// paragraphs without splitting them.
pub(super) fn may_have_items(content: &[Inline]) -> bool {
    let mut at_start = true;
    content.iter().any(|inline| match inline {
        Inline::Break => {
            at_start = true;
            false
        }
        Inline::Text(text) => {
            let first = std::mem::replace(&mut at_start, text.ends_with('\n'));
            let mut lines = text.split('\n');
            let rest = lines.next();
            (first && rest.is_some_and(may_be_item)) || lines.any(may_be_item)
        }
        _ => std::mem::replace(&mut at_start, false),
    })
}

fn may_be_item(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t', '(', '[']);
    line.starts_with(BULLETS) || line.starts_with('<') || references::leading(line).is_some()
}

/// Splits a paragraph at soft and hard breaks.
pub(super) fn lines(content: &[Inline]) -> Vec<Vec<Inline>> {
    let mut lines = vec![Vec::new()];
    for inline in content {
        match inline {
            Inline::Break => lines.push(Vec::new()),
            Inline::Text(text) => {
                for (at, part) in text.split('\n').enumerate() {
                    if at > 0 {
                        lines.push(Vec::new());
                    }
                    if !part.is_empty()
                        && let Some(line) = lines.last_mut()
                    {
                        line.push(Inline::Text(part.to_owned()));
                    }
                }
            }
            other => {
                if let Some(line) = lines.last_mut() {
                    line.push(other.clone());
                }
            }
        }
    }
    lines
}

/// Removes the remains of a tag before a line's first link, such as `<h1 id=)`,
/// which conversions leave behind.
pub(super) fn without_leftovers(line: &[Inline]) -> Vec<Inline> {
    match line {
        [Inline::Text(text), rest @ ..]
            if text.trim_start().starts_with('<')
                && matches!(rest.first(), Some(Inline::Link { .. })) =>
        {
            rest.to_vec()
        }
        line => line.to_vec(),
    }
}

/// Removes the bullet at the start of a line; returns whether there was one.
pub(super) fn without_bullet(line: &[Inline]) -> (bool, Vec<Inline>) {
    let mut line = line.to_vec();
    let Some(Inline::Text(text)) = line.first_mut() else {
        return (false, line);
    };
    let Some(rest) = text.trim_start().strip_prefix(BULLETS) else {
        return (false, line);
    };
    *text = rest.trim_start().to_owned();
    (true, line)
}

/// Whether a sentence states what has changed in which Python.
pub(super) fn tells_a_change(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let changed = [
        "changed",
        "reverted",
        "replaced",
        "removed",
        "added",
        "rewritten",
    ];
    let perfect = changed.iter().any(|word| {
        ["has", "have", "has been", "have been"]
            .iter()
            .any(|auxiliary| lower.contains(&format!("{auxiliary} {word}")))
    });
    let here = lower.contains("in python 3") || lower.contains("in 3.");
    perfect && here && !lower.contains("installer")
}

/// Removes an introductory adverb from a sentence.
pub(super) fn without_opening(sentence: &str) -> String {
    let rest = ["Notably, ", "Most notably, ", "Also, ", "In addition, "]
        .iter()
        .find_map(|opening| sentence.strip_prefix(opening));
    let Some(rest) = rest else {
        return sentence.to_owned();
    };
    let mut letters = rest.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
