//! Text for people: coloured by escape sequences, and wrapped at a width. The entry points
//! are [`Page`] and [`Readable`].

use anstyle::{AnsiColor, Style};
use std::fmt::Display;
use textwrap::{Options, WordSplitter, wrap};

/// An answer that people can read.
pub trait Readable {
    /// Writes it as text.
    fn write(&self, page: &mut Page);

    /// The text, wrapped at `width` columns if that is given, with escape sequences.
    fn to_text(&self, width: Option<usize>) -> String {
        let mut page = Page::new(width);
        self.write(&mut page);
        page.text
    }
}

/// The text of an answer while it is written.
#[derive(Debug, Clone, Default)]
pub struct Page {
    text: String,
    width: Option<usize>,
}

impl Page {
    /// An empty page. Without a width, lines are as long as their paragraphs.
    pub fn new(width: Option<usize>) -> Self {
        Self {
            text: String::new(),
            width,
        }
    }

    /// Writes a paragraph, `indent` columns from the left.
    pub fn line(&mut self, indent: usize, text: &str) {
        self.item(indent, "", text);
    }

    /// Writes a paragraph after a marker, such as that of a list.
    pub fn item(&mut self, indent: usize, marker: &str, text: &str) {
        let first = format!("{}{marker}", " ".repeat(indent));
        let rest = " ".repeat(first.len());
        let Some(width) = self.width else {
            self.push(&format!("{first}{text}"));
            return;
        };
        let options = Options::new(width)
            .initial_indent(&first)
            .subsequent_indent(&rest)
            .break_words(false)
            .word_splitter(WordSplitter::NoHyphenation);
        for line in wrap(text, options) {
            self.push(&line);
        }
    }

    /// Writes code, whose lines are never wrapped.
    pub fn code(&mut self, indent: usize, code: &str) {
        for line in code.trim_end().lines() {
            self.push(&format!("{}{line}", " ".repeat(indent)));
        }
    }

    /// Writes an empty line, but not at the top and not after another one.
    pub fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn push(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }
}

/// What a line is about: titles, names.
pub fn strong(text: impl Display) -> String {
    styled(Style::new().bold(), text)
}

/// What a reader looks at last: slugs, addresses.
pub fn faint(text: impl Display) -> String {
    styled(AnsiColor::Cyan.on_default(), text)
}

/// What breaks.
pub fn warning(text: impl Display) -> String {
    styled(AnsiColor::Yellow.on_default(), text)
}

fn styled(style: Style, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_wrapped_and_code_is_not() {
        let mut page = Page::new(Some(16));
        page.item(2, "- ", &format!("{} two three four", strong("one")));
        page.code(2, "a = 'a long line of code'\n");
        let lines: Vec<&str> = page.text().lines().collect();
        assert_eq!(
            lines,
            [
                "  - \u{1b}[1mone\u{1b}[0m two",
                "    three four",
                "  a = 'a long line of code'"
            ],
            "escape sequences have no width"
        );
    }

    #[test]
    fn without_a_width_a_paragraph_is_a_line() {
        let mut page = Page::new(None);
        page.space();
        page.line(4, &"word ".repeat(100));
        page.space();
        page.space();
        assert_eq!(page.text().lines().count(), 2);
        assert!(page.text().starts_with("    word word"));
    }
}
