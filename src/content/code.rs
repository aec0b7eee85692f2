//! Code with syntax highlighting. The entry points are [`code_block`] and [`highlighted`].
//!
//! The highlighter knows just enough of Python to colour keywords, strings, numbers and
//! comments. It accepts any text and keeps every character.

use yew::prelude::*;

/// A block of code, highlighted if it is Python. `language` is the info string of the code
/// fence, or empty.
pub fn code_block(language: &str, text: &str) -> Html {
    let python = matches!(language, "python" | "py" | "python3" | "pycon");
    let code = if python {
        highlighted(text)
    } else {
        html! { text }
    };
    let label = if language.is_empty() {
        "Code"
    } else {
        language
    };
    // A block that scrolls has to be focusable. It is a group rather than a landmark because
    // a text may have many blocks with the same name.
    html! {
        <pre class="code" tabindex="0" role="group" aria-label={format!("{label} code")}>
            <code>{ code }</code>
        </pre>
    }
}

/// Python source with syntax highlighting.
pub fn highlighted(source: &str) -> Html {
    Lexer { rest: source }
        .map(|(class, text)| match class {
            Class::Plain => html! { text },
            class => html! { <span class={class.name()}>{ text }</span> },
        })
        .collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Plain,
    Keyword,
    Text,
    Comment,
    Number,
    Decorator,
}

impl Class {
    const fn name(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Keyword => "k",
            Self::Text => "s",
            Self::Comment => "c",
            Self::Number => "n",
            Self::Decorator => "d",
        }
    }
}

const KEYWORDS: [&str; 39] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "case", "class",
    "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if",
    "import", "in", "is", "lambda", "lazy", "match", "nonlocal", "not", "or", "pass", "raise",
    "return", "try", "type", "while", "with", "yield",
];

/// The letters of string prefixes.
const PREFIXES: &str = "rRbBuUfFtT";

struct Lexer<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Lexer<'a> {
    type Item = (Class, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let first = self.rest.chars().next()?;
        let (class, length) = match first {
            '#' => (Class::Comment, until(self.rest, |c| c == '\n')),
            '"' | '\'' => (Class::Text, string_length(self.rest)),
            '@' => (
                Class::Decorator,
                1 + until(&self.rest[1..], |c| !is_word(c) && c != '.'),
            ),
            c if c.is_ascii_digit() => {
                (Class::Number, until(self.rest, |c| !is_word(c) && c != '.'))
            }
            c if is_word(c) => self.word(),
            _ => {
                let starts_token = |c: char| is_word(c) || "#\"'@".contains(c);
                (Class::Plain, until(self.rest, starts_token))
            }
        };
        let (token, rest) = self.rest.split_at(length);
        self.rest = rest;
        Some((class, token))
    }
}

impl Lexer<'_> {
    fn word(&self) -> (Class, usize) {
        let length = until(self.rest, |c| !is_word(c));
        let (word, after) = self.rest.split_at(length);
        let is_prefix = length <= 2 && word.chars().all(|c| PREFIXES.contains(c));
        if is_prefix && after.starts_with(['"', '\'']) {
            (Class::Text, length + string_length(after))
        } else if KEYWORDS.contains(&word) {
            (Class::Keyword, length)
        } else {
            (Class::Plain, length)
        }
    }
}

/// Whether a character is part of a word. All characters other than ASCII count as letters,
/// which makes no difference to the colours.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii()
}

/// The length in bytes of the text before the first character for which `ends` is true.
fn until(text: &str, ends: impl Fn(char) -> bool) -> usize {
    text.find(ends).unwrap_or(text.len())
}

/// The length in bytes of the string literal at the beginning of a text. An unclosed string
/// that is not triple-quoted ends with its line.
fn string_length(text: &str) -> usize {
    let Some(quote) = text.chars().next() else {
        return 0;
    };
    let triple: String = [quote; 3].iter().collect();
    let (opening, long) = if text.starts_with(&triple) {
        (3, true)
    } else {
        (1, false)
    };
    let mut escaped = false;
    for (index, c) in text.char_indices().skip(opening) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' if !long => return index,
            c if c == quote && !long => return index + 1,
            c if c == quote && text[index..].starts_with(&triple) => return index + 3,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(source: &str) -> Vec<(Class, &str)> {
        Lexer { rest: source }
            .filter(|(class, _)| *class != Class::Plain)
            .collect()
    }

    #[test]
    fn the_parts_of_a_line_are_classified() {
        assert_eq!(
            classes("@cache\nasync def f(x=0x1F): # why\n    return rb'it\\'s'"),
            [
                (Class::Decorator, "@cache"),
                (Class::Keyword, "async"),
                (Class::Keyword, "def"),
                (Class::Number, "0x1F"),
                (Class::Comment, "# why"),
                (Class::Keyword, "return"),
                (Class::Text, "rb'it\\'s'"),
            ]
        );
    }

    #[test]
    fn every_character_is_kept() {
        for source in [
            "",
            "'",
            "\"\"\"open",
            "'a\n'b",
            "é'ü\\",
            "@",
            "f\"{x}\" t''",
            "\u{0}#\u{0}",
        ] {
            let text: String = Lexer { rest: source }.map(|(_, text)| text).collect();
            assert_eq!(text, source);
        }
    }
}
