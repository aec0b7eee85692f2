//! Splits the text of the search box at its spaces. The entry point is [`chunks`].

use std::ops::Range;

/// A part of a query without spaces, or in quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chunk<'a> {
    /// The text without the minus and the quotes.
    pub text: &'a str,
    /// The position in the query, including the minus and the quotes, in bytes.
    pub span: Range<usize>,
    pub kind: ChunkKind,
    /// Whether there is a minus before it.
    pub is_excluded: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ChunkKind {
    Plain,
    /// Words in quotes.
    Phrase,
    /// The word `OR`.
    Or,
}

/// The chunks of a query in order. A quote that is not closed, as during typing, is an
/// ordinary character.
pub(super) fn chunks(query: &str) -> impl Iterator<Item = Chunk<'_>> {
    let mut position = 0;
    std::iter::from_fn(move || {
        let rest = query.get(position..)?;
        let begin = position + rest.find(|c: char| !c.is_whitespace())?;
        let chunk = chunk_at(query, begin)?;
        position = chunk.span.end;
        Some(chunk)
    })
}

/// The chunk that begins at a position.
fn chunk_at(query: &str, begin: usize) -> Option<Chunk<'_>> {
    let rest = query.get(begin..)?;
    let (is_excluded, body) = match rest.strip_prefix('-') {
        Some(body) if excludes(body) => (true, body),
        _ => (false, rest),
    };
    let start = begin + rest.len() - body.len();
    if let Some((phrase, _)) = body.strip_prefix('"').and_then(|body| body.split_once('"'))
        && !phrase.trim().is_empty()
    {
        return Some(Chunk {
            text: phrase,
            span: begin..start + phrase.len() + 2,
            kind: ChunkKind::Phrase,
            is_excluded,
        });
    }
    let length = body.find(char::is_whitespace).unwrap_or(body.len());
    let text = body.get(..length)?;
    let is_or = text == "OR" && !is_excluded;
    Some(Chunk {
        text,
        span: begin..start + length,
        kind: if is_or {
            ChunkKind::Or
        } else {
            ChunkKind::Plain
        },
        is_excluded,
    })
}

/// Whether a minus before `body` excludes it. It does not in `-X`, an option of Python, in
/// `-1`, a number, and in `->`, an operator.
fn excludes(body: &str) -> bool {
    let mut chars = body.chars();
    let first = chars.next();
    let second = chars.next();
    first == Some('"')
        || first.is_some_and(char::is_alphabetic)
            && second.is_some_and(|c| c.is_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn described(query: &str) -> Vec<String> {
        let described = chunks(query).map(|chunk| {
            assert!(query.get(chunk.span.clone()).is_some(), "{chunk:?}");
            let minus = if chunk.is_excluded { "-" } else { "" };
            format!("{minus}{:?} {}", chunk.kind, chunk.text)
        });
        described.collect()
    }

    #[test]
    fn phrases_exclusions_and_alternatives_are_distinguished() {
        assert_eq!(
            described("  walrus -\"a b\" OR -match \"x y\"z -X -> or"),
            [
                "Plain walrus",
                "-Phrase a b",
                "Or OR",
                "-Plain match",
                "Phrase x y",
                "Plain z",
                "Plain -X",
                "Plain ->",
                "Plain or",
            ]
        );
    }

    #[test]
    fn an_unclosed_quote_is_an_ordinary_character() {
        assert_eq!(
            described("t\"\" \"a b"),
            ["Plain t\"\"", "Plain \"a", "Plain b"]
        );
        assert_eq!(
            described("\"\" - \" é"),
            ["Plain \"\"", "Plain -", "Plain \"", "Plain é"]
        );
        assert_eq!(described(" \u{a0}\n"), [""; 0]);
    }
}
