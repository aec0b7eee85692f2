//! The words of a text without code, names and markup, each with its place.
//! The entry points are [`of_markdown`], [`of_value`] and [`of_notes`].

mod notes;

use document::{Position, Run, RunKind, prose};

pub(super) use notes::of_notes;

/// A piece of prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Word(String),
    /// Code or another name.
    Name,
}

/// A piece with its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub piece: Piece,
    pub position: Position,
}

/// The words of a document, including the title and the description in its front matter.
pub(super) fn of_markdown(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for Run {
        kind,
        text,
        position,
    } in prose(text)
    {
        match kind {
            RunKind::Text => push_words(&without_addresses(&text), position, &mut tokens),
            RunKind::Emphasis if !is_parameter(&text) => {
                push_words(&text, position, &mut tokens);
            }
            RunKind::Code | RunKind::Emphasis => tokens.push(Token {
                piece: Piece::Name,
                position,
            }),
        }
    }
    tokens
}

/// The words of a line of Markdown that is the value of a key in a file, with their positions
/// in the file as far as they are found there.
pub(super) fn of_value(file: &str, key: &str, value: &str) -> Vec<Token> {
    let mut at = file.find(key).unwrap_or_default();
    let mut tokens = of_markdown(value);
    for token in &mut tokens {
        if let Piece::Word(word) = &token.piece
            && let Some(found) = file.get(at..).and_then(|rest| rest.find(word.as_str()))
        {
            at += found;
        }
        token.position = Position::of(file, at);
    }
    tokens
}

/// Whether words in emphasis are the name of a parameter, as in `*key*`.
fn is_parameter(text: &str) -> bool {
    let is_of_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    !text.is_empty() && text.chars().all(is_of_name)
}

/// The text with all addresses replaced by spaces.
fn without_addresses(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = address(rest) {
        let (before, address) = rest.split_at(at);
        let end = address.find(|c: char| c.is_whitespace() || c == ')');
        let (address, after) = address.split_at(end.unwrap_or(address.len()));
        out.push_str(before);
        out.extend(address.chars().map(|_| ' '));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The byte offset of the first address in a text.
fn address(text: &str) -> Option<usize> {
    let mut found = text.match_indices("http");
    let found = found.find(|(at, _)| {
        let (before, after) = text.split_at(*at);
        let is_url = after.starts_with("http://") || after.starts_with("https://");
        is_url && !before.ends_with(char::is_alphanumeric)
    });
    found.map(|(at, _)| at)
}

/// Replaces names in text without markup.
const NAME: char = '\u{0}';

/// Adds the words of a text without markup that begins at a position. Line feeds in it are
/// counted.
fn push_words(text: &str, start: Position, tokens: &mut Vec<Token>) {
    let mut position = start;
    let mut word = String::new();
    let mut first = start;
    for c in text.chars().chain([' ']) {
        if is_of_word(c) {
            if word.is_empty() {
                first = position;
            }
            word.push(c);
        } else {
            push_word(&word, first, tokens);
            word.clear();
            if c == NAME {
                let piece = Piece::Name;
                tokens.push(Token { piece, position });
            }
        }
        position = match c {
            '\n' => Position::line(position.line.saturating_add(1)),
            _ => Position {
                column: position.column.saturating_add(1),
                ..position
            },
        };
    }
}

/// Adds a word without the punctuation around it.
fn push_word(word: &str, mut position: Position, tokens: &mut Vec<Token>) {
    let inner = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let before = word.chars().count() - inner.chars().count();
    let before = u32::try_from(before).unwrap_or_default();
    position.column = position.column.saturating_add(before);
    let inner = inner.trim_end_matches(|c: char| !c.is_alphanumeric());
    if !inner.is_empty() {
        let piece = Piece::Word(inner.replace('’', "'"));
        tokens.push(Token { piece, position });
    }
}

/// Whether a character can be part of a word: a letter, a digit, or a character that joins them
/// as in `don't`, `re-raise`, `3.14` and `snake_case`.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '.' | '_')
}

#[cfg(test)]
fn shown(tokens: &[Token]) -> String {
    let pieces = tokens.iter().map(|token| match &token.piece {
        Piece::Word(word) => format!("{word}:{}", token.position.line),
        Piece::Name => format!("§:{}", token.position.line),
    });
    pieces.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_prose_is_left() {
        let text = "---\ntitle: A title\nseries: '3.14'\n---\n\n\
            ## Use `a.b` now {#gh-1 added}\n    area: library\n\nDon’t `split\nhere` re-raise [it](https://x.org/a).\n\
            \n```python\nno = words\n```\nSee https://x.org/b, then ``a ` b`` end.\n";
        assert_eq!(
            shown(&of_markdown(text)),
            "A:2 title:2 Use:6 §:6 now:6 §:7 Don't:9 §:9 re-raise:10 it:10 §:12 See:15 then:15 §:15 end:15"
        );
    }

    #[test]
    fn marks_that_nothing_closes_are_text() {
        assert_eq!(
            shown(&of_markdown("a ` b <c> [d](e\n")),
            "a:1 b:1 c:1 d:1 e:1"
        );
    }

    #[test]
    fn words_know_their_columns() {
        let columns = |tokens: Vec<Token>| -> Vec<(u32, u32)> {
            let places = tokens.into_iter().map(|token| token.position);
            places.map(|place| (place.line, place.column)).collect()
        };
        let text = "Wörter (https://x.org/a) *and* “more”.";
        assert_eq!(columns(of_markdown(text)), [(1, 1), (1, 27), (1, 33)]);
        let file = "# title = \"An array\"\n# note = \"An array again\"\n";
        assert_eq!(
            columns(of_value(file, "# note", "An array again")),
            [(2, 11), (2, 14), (2, 20)]
        );
    }
}
