//! Splits text into search terms. The entry point is [`lexemes`];
//! [`Lexeme::segments`] splits a lexeme further.
//!
//! Building the index and searching use the same rules, so that `TaskGroup`,
//! `task_group`, `task-group` and `taskgroup` all match.

/// A token of text or of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lexeme<'a> {
    /// The text as written, with its letter case.
    pub text: &'a str,
    /// Its byte offset.
    pub start: usize,
    /// Its shape, which decides how it is matched.
    pub shape: Shape,
}

/// The shape of a lexeme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `asyncio.TaskGroup`, `free-threaded`, `3.12`.
    Word,
    /// A word followed by an asterisk, such as `except*`.
    Starred,
    /// A string prefix with its quote, such as `t"`.
    Prefix,
    /// An operator, such as `:=`.
    Symbol,
}

/// One name of a qualified name: its words, and all of them joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// In lower case, without separators: `taskgroup`.
    pub whole: String,
    /// In lower case and in order; empty if the whole is one word.
    pub parts: Vec<String>,
}

/// The characters of operators.
const SYMBOLS: &str = ":=|*/@<>-+!%&^~.";
/// Operators that are too common to be search terms.
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

/// The non-ASCII punctuation that occurs in documents and queries.
fn is_punctuation(c: char) -> bool {
    "“”‘’…–—→×·«»\u{a0}\u{200b}\u{feff}".contains(c)
}

fn is_string_prefix(word: &str) -> bool {
    let letters = word.bytes().all(|b| b"bBfFrRtTuU".contains(&b));
    letters && word.len() <= 2
}

/// The length of a word in bytes: a dot, a hyphen or a slash joins two words.
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
    /// Calls `found` with every word to index: the parts of each segment, then
    /// the segment as a whole, for which the flag is `true`.
    pub(super) fn each_word(&self, found: &mut dyn FnMut(&str, bool)) {
        // Most words are a single segment and need no copy.
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

    /// The segments to match: one for a plain word, several for a qualified
    /// name, all of which have to match.
    pub fn segments(&self) -> Vec<Segment> {
        let text = self.text;
        match self.shape {
            Shape::Symbol => vec![Segment::plain(text.to_owned())],
            Shape::Starred => vec![Segment::plain(text.to_ascii_lowercase())],
            // Single and double quotes are equivalent.
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
        // Most words need no splitting.
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
        // The boundary is between ASCII letters or at the end.
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

    /// The words of a text as `whole(part part)`, with dots between segments.
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
            ("parseJSON", "parsejson(parse json)"),
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
        assert_eq!(texts("a*b"), ["a", "*", "b"]);
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
