//! Rust source as the few tokens that paths are made of. The entry point is
//! [`tokens`].

/// A name, `::`, or one other character, and the line it is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    pub text: &'a str,
    /// Counted from 1.
    pub line: usize,
}

/// Splits source into tokens; spaces, comments and the insides of literals are
/// left out.
pub fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = source;
    let mut line = 1;
    while let Some(first) = rest.chars().next() {
        let (length, is_token) = match skipped(rest) {
            Some(length) => (length, false),
            None if rest.starts_with("::") => (2, true),
            None if is_name(first) => (name_length(rest), true),
            None => (first.len_utf8(), !first.is_whitespace()),
        };
        let (text, after) = rest.split_at(length);
        if is_token {
            tokens.push(Token { text, line });
        }
        line += text.matches('\n').count();
        rest = after;
    }
    tokens
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn name_length(text: &str) -> usize {
    text.find(|c: char| !is_name(c)).unwrap_or(text.len())
}

/// How long the comment or literal is that a text begins with, if it does.
fn skipped(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    if text.starts_with("/*") {
        return Some(block_comment(text));
    }
    if text.starts_with('"') {
        return Some(quoted(text, '"'));
    }
    if text.starts_with('\'') {
        return Some(character_or_lifetime(text));
    }
    let prefix = name_length(text);
    let (name, after) = text.split_at(prefix);
    match name {
        "r" | "br" | "cr" => raw(after).map(|length| prefix + length),
        "b" | "c" if after.starts_with('"') => Some(prefix + quoted(after, '"')),
        "b" if after.starts_with('\'') => Some(prefix + quoted(after, '\'')),
        _ => None,
    }
}

/// Block comments nest.
fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest.starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// A literal in which a backslash keeps the next character from ending it.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (index, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return index + 1,
            _ => {}
        }
    }
    text.len()
}

/// A lifetime is its quote alone, so that its name is read as a name.
fn character_or_lifetime(text: &str) -> usize {
    let mut chars = text.chars().skip(1);
    match (chars.next(), chars.next()) {
        (Some('\\'), _) | (Some(_), Some('\'')) => quoted(text, '\''),
        _ => 1,
    }
}

fn raw(text: &str) -> Option<usize> {
    let hashes = text.find(|c| c != '#')?;
    let body = text.get(hashes..)?.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let length = body.find(&end)?;
    Some(hashes + 1 + length + end.len())
}

#[test]
fn comments_and_literals_are_no_tokens() {
    let source = "a /* b /* c */ d */ e // f\n\"g \\\" h\" r#\"i \" j\"# b'k' '\\'' '\"' l'm n";
    let texts: Vec<_> = tokens(source).iter().map(|token| token.text).collect();
    assert_eq!(texts, ["a", "e", "l", "m", "n"]);
    let lines: Vec<_> = tokens("a\n\"\n\"\nb")
        .iter()
        .map(|token| token.line)
        .collect();
    assert_eq!(lines, [1, 4]);
}
