//! The words of release notes in reStructuredText: roles and literals are
//! names. The entry point is [`of_notes`].

use super::{NAME, Token, push_words};
use document::Position;

/// The words of the notes, with names in place of roles and literals.
pub(crate) fn of_notes(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    push_words(&unmarked(text), Position::START, &mut tokens);
    tokens
}

fn unmarked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('`') {
        let (before, mark) = rest.split_at(at);
        let role = without_role(before);
        let is_role = role.len() < before.len();
        out.push_str(role);
        let (fence, by) = if mark.starts_with("``") {
            ("``", Some(NAME))
        } else {
            ("`", is_role.then_some(NAME))
        };
        let inner = mark.get(fence.len()..).unwrap_or_default();
        let Some((inner, after)) = inner.split_once(fence) else {
            rest = inner;
            continue;
        };
        match by {
            Some(by) => replace(inner, by, &mut out),
            // The text of a link is prose, its target is not.
            None => out.push_str(inner.split('<').next().unwrap_or_default()),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Replaces a passage that is not prose by a character and the line feeds of the passage, so
/// that the following lines keep their numbers.
fn replace(passage: &str, by: char, out: &mut String) {
    out.push(by);
    out.extend(passage.matches('\n'));
}

/// A text without the role that it ends with, such as `:func:`.
fn without_role(text: &str) -> &str {
    let name = |c: char| c.is_ascii_alphabetic() || matches!(c, ':' | '-');
    if text.ends_with(':') {
        text.trim_end_matches(name)
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    #[test]
    fn roles_and_literals_are_names() {
        let text =
            "Add :func:`os.x` and ``y``.\n\nSee `the guide <a-label_>`_ in :c:func:`!Z` too.";
        assert_eq!(
            shown(&of_notes(text)),
            "Add:1 §:1 and:1 §:1 See:3 the:3 guide:3 in:3 §:3 too:3"
        );
    }
}
