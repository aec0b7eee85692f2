//! The words of a text without its code, names and marks, each with its line.
//! The entry points are [`of_markdown`], [`of_notes`] and [`of_line`].

mod markdown;
mod notes;

pub(super) use markdown::of_markdown;
pub(super) use notes::of_notes;

/// A piece of prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Word(String),
    /// Code or another name, whatever it says.
    Name,
}

/// A piece and the line it stands on, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub piece: Piece,
    pub line: u32,
}

/// The words of one line of Markdown that stands on its own, such as a title.
pub(super) fn of_line(text: &str, line: u32) -> Vec<Token> {
    let mut tokens = Vec::new();
    push_words(&markdown::unmarked(text), line, &mut tokens);
    tokens
}

/// Stands in unmarked text for a name that was there.
const NAME: char = '\u{0}';

/// Adds the words of a text that has no marks any more. Line feeds in it count.
fn push_words(text: &str, first: u32, tokens: &mut Vec<Token>) {
    for (line, text) in (first..).zip(text.split('\n')) {
        for part in text.split_inclusive(NAME) {
            let words = part.split(|c: char| !is_of_word(c));
            let words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
            for word in words.filter(|word| !word.is_empty()) {
                let piece = Piece::Word(word.replace('’', "'"));
                tokens.push(Token { piece, line });
            }
            if part.ends_with(NAME) {
                let piece = Piece::Name;
                tokens.push(Token { piece, line });
            }
        }
    }
}

/// What may stand within a word: letters, digits, and what joins them in
/// `don't`, `re-raise`, `3.14` and `snake_case`.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '.' | '_')
}

/// Puts something in the place of a passage that is no prose, with as many
/// line feeds as the passage has, so that what follows keeps its line.
fn replace(passage: &str, by: char, out: &mut String) {
    out.push(by);
    out.extend(passage.matches('\n'));
}

#[cfg(test)]
fn shown(tokens: &[Token]) -> String {
    let pieces = tokens.iter().map(|token| match &token.piece {
        Piece::Word(word) => format!("{word}:{}", token.line),
        Piece::Name => format!("§:{}", token.line),
    });
    pieces.collect::<Vec<_>>().join(" ")
}
