//! The title of a feature. The entry points are [`flat`] and [`of_text`].

use super::references;
use crate::{Inline, one_line};
use std::borrow::Cow;

/// The longest title, in characters; the summary contains the rest.
const MAX_LENGTH: usize = 240;

/// How much of a text is searched for a title, in characters.
const READ_LENGTH: usize = 2000;

/// The text of inline content, with a space between adjacent links, whose
/// separator was lost with the markup.
pub(super) fn flat(content: &[Inline]) -> String {
    let mut text = String::new();
    push(content, &mut text);
    one_line(&text, usize::MAX)
}

fn push(content: &[Inline], out: &mut String) {
    let mut after_mark = false;
    for inline in content {
        let start = out.len();
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => {
                push(inner, out);
            }
            Inline::Link { content, .. } => push(content, out),
            Inline::Break => out.push(' '),
        }
        let is_link = matches!(inline, Inline::Link { .. });
        if is_link && after_mark && touches(out, start) {
            out.insert(start, ' ');
        }
        after_mark = is_link || matches!(inline, Inline::Emphasis(_) | Inline::Strong(_));
    }
}

fn touches(text: &str, at: usize) -> bool {
    text.split_at_checked(at).is_some_and(|(before, after)| {
        before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)
    })
}

/// The title in a feature's text: its first sentence, without PEPs or issues at
/// either end, leftover markup or a full stop. Empty if there is no other text.
pub(super) fn of_text(text: &str) -> String {
    // The title is at the start of the paragraph.
    let end = text.char_indices().nth(READ_LENGTH).map(|(end, _)| end);
    let text = end.and_then(|end| text.get(..end)).unwrap_or(text);
    let mut text = Cow::Borrowed(text);
    for (mark, instead) in [("`", ""), ("**", ""), (" ,", ",")] {
        if text.contains(mark) {
            text = Cow::Owned(text.replace(mark, instead));
        }
    }
    let text = without_prefix(text.trim()).unwrap_or(&text);
    let sentence = without_stop(first_sentence(text));
    let title = without_stop(without_suffix(sentence));
    let title = if has_letters(title) { title } else { sentence };
    if has_letters(title) {
        one_line(title, MAX_LENGTH)
    } else {
        String::new()
    }
}

fn has_letters(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

fn without_stop(text: &str) -> &str {
    // An ellipsis does not end a sentence, and neither does "etc.".
    let trimmed = text.trim().trim_end_matches([';', ':', ',', ' ']);
    match trimmed.strip_suffix('.') {
        Some(rest) if !rest.ends_with('.') => rest.trim_end(),
        _ => trimmed,
    }
}

/// The text after the references at its start, if there are any. It has to
/// follow a colon, a comma or a dash, or begin with a capital letter: "PEP 594
/// scheduled removals" is a sentence and stays whole.
pub(super) fn without_prefix(text: &str) -> Option<&str> {
    let mut rest = text;
    let mut title = None;
    while let Some(after) = without_first_references(rest) {
        title = Some(after);
        rest = after;
    }
    title
}

fn without_first_references(text: &str) -> Option<&str> {
    let mut rest = text.trim_start_matches(['(', '[']);
    let (_, length) = references::leading(rest)?;
    rest = rest.get(length..)?;
    // Skip further references.
    loop {
        let joint = rest.trim_start_matches([' ', ',', '/', '&', '(', ')', '[', ']', '+']);
        let joint = joint.strip_prefix("and ").unwrap_or(joint);
        match references::leading(joint) {
            Some((_, length)) => rest = joint.get(length..)?,
            None => break,
        }
    }
    let rest = rest.trim_start_matches([')', ']', ' ']);
    let dashes = [':', ',', ';', '.', '-', '–', '—'];
    let separated = rest.starts_with(dashes);
    let rest = rest.trim_start_matches(|c| dashes.contains(&c) || c == ' ');
    (separated || rest.is_empty() || rest.starts_with(char::is_uppercase)).then_some(rest)
}

/// Removes references at the end of a text: "(PEP 695)", "(see PEP 594 and PEP
/// 632)", ", per PEP 623". The parenthesis may be unclosed.
fn without_suffix(text: &str) -> &str {
    let bracket = text.rfind('(').filter(|at| {
        text.get(at + 1..).is_some_and(|inner| {
            let inner = inner.strip_suffix(')').unwrap_or(inner);
            !inner.contains(')') && only_references(inner)
        })
    });
    let per = text
        .rfind(", per ")
        .filter(|at| text.get(at + 2..).is_some_and(only_references));
    bracket
        .or(per)
        .and_then(|at| text.get(..at))
        .map_or(text, str::trim_end)
}

/// Whether a text consists of references only.
fn only_references(text: &str) -> bool {
    let mut rest = text;
    let mut found = false;
    loop {
        rest = rest.trim_start_matches([' ', ',', ';', ':', '.', '/', '&']);
        if let Some((_, length)) = references::leading(rest) {
            found = true;
            rest = rest.get(length..).unwrap_or_default();
            continue;
        }
        let joint = ["see ", "see: ", "also ", "and ", "per ", "via "]
            .iter()
            .find_map(|word| rest.strip_prefix(word));
        match joint {
            Some(after) => rest = after,
            None => return found && rest.is_empty(),
        }
    }
}

/// The first sentence: up to a full stop outside of parentheses, followed by a
/// capital letter, a bracket or a quotation mark.
pub(super) fn first_sentence(text: &str) -> &str {
    let mut depth = 0usize;
    let mut marks = text.char_indices().peekable();
    while let Some((at, mark)) = marks.next() {
        match mark {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '.' | '!' | '?' => {
                let ends = marks.peek().is_some_and(|(_, next)| next.is_whitespace());
                let after = text.get(at + 1..).unwrap_or_default().trim_start();
                if ends
                    && starts_sentence(after)
                    && !is_abbreviation(text, at)
                    && (depth == 0 || !closes(after))
                {
                    return text.get(..=at).unwrap_or(text);
                }
            }
            _ => {}
        }
    }
    text
}

/// Whether a parenthesis that was opened before a text is closed in it. An
/// unclosed one is ignored.
fn closes(text: &str) -> bool {
    let mut depth = 0usize;
    for mark in text.chars().take(READ_LENGTH) {
        match mark {
            '(' => depth += 1,
            ')' if depth == 0 => return true,
            ')' => depth -= 1,
            _ => {}
        }
    }
    false
}

fn starts_sentence(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || matches!(c, '(' | '"' | '“' | '`' | '['))
}

/// Whether the full stop at an offset belongs to "e.g.", "vs." or an initial.
fn is_abbreviation(text: &str, at: usize) -> bool {
    let word = text
        .get(..at)
        .and_then(|before| before.rsplit([' ', '(']).next())
        .unwrap_or_default();
    matches!(
        word,
        "e.g" | "i.e" | "vs" | "cf" | "approx" | "St" | "Dr" | "Mr" | "Ms"
    ) || (word.chars().count() == 1 && word.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_plain() {
        for (text, title) in [
            ("PEP 649: deferred evaluation", "deferred evaluation"),
            (
                "PEP 584, Union Operators in dict",
                "Union Operators in dict",
            ),
            ("PEP 623 -- Deprecate the member.", "Deprecate the member"),
            ("PEP 634, PEP 635 and PEP 636: Matching", "Matching"),
            ("PEPs 634, 635, 636 – Matching", "Matching"),
            ("PEP 649 (PEP 749): Deferred", "Deferred"),
            ("PEP 634 Matching", "Matching"),
            ("[gh-1]: Fix it;", "Fix it"),
            ("GH-1: [bpo-2] - Fix it", "Fix it"),
            ("PEP 594 scheduled removals", "PEP 594 scheduled removals"),
            ("New syntax (PEP 695).", "New syntax"),
            ("It went, per PEP 623.", "It went"),
            (
                "Both went (see PEP 594 and PEP 632. The rest stays.",
                "Both went",
            ),
            (
                "Both went (see PEP 594 and PEP 632). It (mostly) stays.",
                "Both went",
            ),
            (
                "Both went (see PEP 594 and PEP 632. It (mostly) stays.",
                "Both went",
            ),
            (
                "It went (for good. Really.) from here.",
                "It went (for good. Really.) from here",
            ),
            ("Faster (like PEP 709)", "Faster (like PEP 709)"),
            ("A `new` thing. Opt-in for now, e.g. Here.", "A new thing"),
            (
                "Runs on e.g. Windows, from 3.14. Good.",
                "Runs on e.g. Windows, from 3.14",
            ),
            ("PEP 8", ""),
            ("...", ""),
        ] {
            assert_eq!(of_text(text), title, "{text}");
        }
    }

    #[test]
    fn touching_links_are_parted() {
        let link = |text: &str| Inline::Link {
            url: "#".to_owned(),
            content: vec![Inline::Text(text.to_owned())],
        };
        let text = |text: &str| Inline::Text(text.to_owned());
        assert_eq!(
            flat(&[text("an"), text(" "), link("old"), link("car")]),
            "an old car"
        );
        assert_eq!(
            flat(&[link("pre"), text("fix\nand  more")]),
            "prefix and more"
        );
    }
}
