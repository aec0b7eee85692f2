//! Splits text into the words that are looked for. The entry point is
//! [`lexemes`]; [`Lexeme::segments`] gives what a word is made of.
//!
//! The builder of the index and the search use the same rules, so that
//! `TaskGroup`, `task_group`, `task-group` and `taskgroup` meet in one word.

/// A stretch of text that is looked for as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lexeme<'a> {
    /// As it is written, letter case kept.
    pub text: &'a str,
    /// Where it stands, in bytes.
    pub start: usize,
    /// What sort of stretch it is, which decides how it is looked for.
    pub shape: Shape,
}

/// What sort of stretch a lexeme is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `asyncio.TaskGroup`, `free-threaded`, `3.12`.
    Word,
    /// A word with a star behind it, such as `except*`.
    Starred,
    /// The prefix of a string and its quote, such as `t"`.
    Prefix,
    /// An operator, such as `:=`.
    Symbol,
}

/// One name of a qualified name: the words that it is made of, and all of
/// them written as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// In lower case, without what joins its parts: `taskgroup`.
    pub whole: String,
    /// In lower case and in order; empty where the whole is one word.
    pub parts: Vec<String>,
}

/// What operators are written with.
const SYMBOLS: &str = ":=|*/@<>-+!%&^~.";
/// Signs that mean too much to be looked for, outside of longer operators.
const COMMON: [&str; 11] = ["=", "-", "+", "<", ">", ".", ":", "!", "--", "..", "::"];

/// The lexemes of a text in order.
pub fn lexemes(text: &str) -> impl Iterator<Item = Lexeme<'_>> {
    let mut position = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(position..)?;
            let first = rest.chars().next()?;
            let length = if is_word(first) {
                word_length(rest)
            } else {
                symbol_length(rest)
            };
            let start = position;
            position += length.max(first.len_utf8());
            let Some(found) = rest.get(..length).filter(|found| !found.is_empty()) else {
                continue;
            };
            let after = rest.get(length..).unwrap_or_default();
            let shape = match after.as_bytes().first() {
                _ if !is_word(first) => Shape::Symbol,
                Some(b'"' | b'\'') if is_string_prefix(found) => Shape::Prefix,
                Some(b'*') if !after.get(1..)?.starts_with(|c| is_word(c) || c == '*') => {
                    Shape::Starred
                }
                _ => Shape::Word,
            };
            if shape == Shape::Symbol && COMMON.contains(&found) {
                continue;
            }
            if matches!(shape, Shape::Prefix | Shape::Starred) {
                position += 1;
            }
            let text = text.get(start..position.min(text.len()))?;
            return Some(Lexeme { text, start, shape });
        }
    })
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii() && !is_punctuation(c)
}

/// The signs beyond ASCII that the documents and their readers write.
fn is_punctuation(c: char) -> bool {
    "“”‘’…–—→×·«»\u{a0}\u{200b}\u{feff}".contains(c)
}

fn is_string_prefix(word: &str) -> bool {
    let letters = word.bytes().all(|b| b"bBfFrRtTuU".contains(&b));
    letters && word.len() <= 2
}

/// How far a word goes: a dot, a hyphen or a slash joins what stands on both
/// sides of it.
fn word_length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((index, c)) = chars.next() {
        let next_is_word = chars.peek().is_some_and(|(_, next)| is_word(*next));
        let joins = matches!(c, '.' | '-' | '/') && next_is_word;
        if !is_word(c) && !joins {
            return index;
        }
    }
    text.len()
}

fn symbol_length(text: &str) -> usize {
    let end = text.find(|c| !SYMBOLS.contains(c));
    end.unwrap_or(text.len())
}

impl Lexeme<'_> {
    /// Calls back with every word that it is looked for by: the parts of each
    /// segment and then the segment as a whole.
    pub(super) fn each_word(&self, found: &mut dyn FnMut(&str, bool)) {
        // Most words are one segment as they stand, and need no copy.
        if self.shape == Shape::Word && self.text.bytes().all(|b| b.is_ascii_lowercase()) {
            return found(self.text, true);
        }
        for segment in self.segments() {
            segment.parts.iter().for_each(|part| found(part, false));
            if !segment.whole.is_empty() {
                found(&segment.whole, true);
            }
        }
    }

    /// What has to be looked for: one segment for a plain word, several for a
    /// qualified name, each to be found in what answers the whole.
    pub fn segments(&self) -> Vec<Segment> {
        let text = self.text;
        match self.shape {
            Shape::Symbol => vec![Segment::plain(text.to_owned())],
            Shape::Starred => vec![Segment::plain(text.to_ascii_lowercase())],
            // Quotes of both sorts mean the same.
            Shape::Prefix => vec![Segment::plain(
                text.to_ascii_lowercase().replace('\'', "\""),
            )],
            Shape::Word => word_segments(text),
        }
    }
}

impl Segment {
    fn plain(whole: String) -> Self {
        let parts = Vec::new();
        Self { whole, parts }
    }

    /// One name between the dots of a qualified name.
    fn of_name(name: &str) -> Self {
        // Most words need no looking into.
        if name.bytes().all(|b| b.is_ascii_lowercase()) {
            return Self::plain(name.to_owned());
        }
        let parts: Vec<String> = name
            .split(['_', '-', '/'])
            .flat_map(humps)
            .map(str::to_ascii_lowercase)
            .collect();
        let whole = parts.concat();
        let long = parts.into_iter().filter(|part| part.len() > 1);
        let parts: Vec<String> = long.filter(|part| *part != whole).collect();
        Self { whole, parts }
    }
}

fn word_segments(text: &str) -> Vec<Segment> {
    if let Some(number) = number_of(text, "pep") {
        let number = number.trim_start_matches('0');
        return vec![
            Segment::plain("pep".to_owned()),
            Segment::plain(number.to_owned()),
        ];
    }
    if let Some(number) = number_of(text, "gh").or_else(|| number_of(text, "bpo")) {
        return vec![Segment::plain(number.to_owned())];
    }
    if text.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return vec![Segment::plain(text.to_owned())];
    }
    let names = text.split('.').map(Segment::of_name);
    names.filter(|segment| !segment.whole.is_empty()).collect()
}

/// The number of `PEP-695`, `pep695` or `gh-128563`.
fn number_of<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (head, number) = text.split_at_checked(word.len())?;
    let number = number.strip_prefix('-').unwrap_or(number);
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    (is_number && head.eq_ignore_ascii_case(word)).then_some(number)
}

/// Splits `TaskGroup` into `Task` and `Group`, and `HTTPServer` into `HTTP`
/// and `Server`.
fn humps(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let bytes = rest.as_bytes();
        let starts = |index: usize| {
            let at = |index: usize| bytes.get(index).copied().unwrap_or_default();
            let (before, here, after) = (at(index - 1), at(index), at(index + 1));
            here.is_ascii_uppercase()
                && (before.is_ascii_lowercase()
                    || before.is_ascii_uppercase() && after.is_ascii_lowercase())
        };
        let end = (1..bytes.len()).find(|index| starts(*index));
        // Both sides of the border are ASCII letters, or one is the end.
        let (hump, after) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        rest = after;
        Some(hump)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        lexemes(text).map(|lexeme| lexeme.text).collect()
    }

    /// The words of a text: `whole(part part)`, segments joined by dots.
    fn words(text: &str) -> String {
        let words = lexemes(text).map(|lexeme| {
            let segments = lexeme.segments().into_iter().map(|segment| {
                if segment.parts.is_empty() {
                    segment.whole
                } else {
                    format!("{}({})", segment.whole, segment.parts.join(" "))
                }
            });
            segments.collect::<Vec<_>>().join(".")
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn names_are_split_at_dots_underscores_hyphens_and_humps() {
        for (text, expected) in [
            ("asyncio.TaskGroup", "asyncio.taskgroup(task group)"),
            ("ssl.wrap_socket", "ssl.wrapsocket(wrap socket)"),
            ("free-threaded", "freethreaded(free threaded)"),
            ("__init_subclass__", "initsubclass(init subclass)"),
            ("HTTPServer", "httpserver(http server)"),
            ("utf8 UTF-8", "utf8 utf8(utf)"),
            ("I/O", "io"),
            ("f-string", "fstring(string)"),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers_stay_whole() {
        assert_eq!(words("3.12 and 3.14.0."), "3.12 and 3.14.0");
        for text in ["PEP 695", "pep-0695 ", "PEP695"] {
            let found = words(text);
            assert!(found == "pep.695" || found == "pep 695", "{text}: {found}");
        }
        assert_eq!(words("gh-128563, bpo-9666"), "128563 9666");
    }

    #[test]
    fn operators_are_words() {
        assert_eq!(texts("n := 10"), ["n", ":=", "10"]);
        assert_eq!(
            texts("def f(a, /, *b) -> int: ..."),
            ["def", "f", "a", "/", "*", "b", "->", "int", "..."]
        );
        assert_eq!(
            texts("except* and `except*`"),
            ["except*", "and", "except*"]
        );
        assert_eq!(words(r#"t"" t'x' T"{y}""#), "t\" t\" x t\" y");
        assert_eq!(texts("a = b - c < d"), ["a", "b", "c", "d"]);
        assert_eq!(texts("**kwargs x ** y"), ["**", "kwargs", "x", "**", "y"]);
    }

    #[test]
    fn any_text_gives_lexemes_at_their_places() {
        for text in [
            "",
            "ünï·cöde “x”…",
            "*",
            "t\"",
            "except*",
            "a*b",
            "中文-a.b.",
            "'\"-/.",
        ] {
            for lexeme in lexemes(text) {
                let end = lexeme.start + lexeme.text.len();
                assert_eq!(text.get(lexeme.start..end), Some(lexeme.text), "{text}");
            }
        }
    }
}
