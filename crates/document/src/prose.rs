//! Extracts the prose of a document for spell checking. The entry point is
//! [`prose`].

use crate::{Position, front_matter, lines::Lines, markdown, split};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// Text of one kind on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its kind.
    pub kind: RunKind,
    /// The text as shown; empty for code.
    pub text: String,
    /// Its start.
    pub position: Position,
}

/// The kind of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunKind {
    /// Text, including that of links and strong emphasis.
    Text,
    /// Text in emphasis, which also marks names of parameters.
    Emphasis,
    /// Inline code or a code block.
    Code,
}

/// The title and description in the front matter of a document, and all text of
/// its Markdown except attributes and addresses, in order.
pub fn prose(source: &str) -> Vec<Run> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let parts = split::split(source, &mut Vec::new());
    let mut runs = front_matter::prose(parts.front_matter.unwrap_or_default());
    let body = markdown::without_html(parts.body);
    let mut collector = Collector {
        lines: Lines::new(&body, parts.body_line),
        runs: Vec::new(),
        end: None,
        emphasis: 0,
        is_address: false,
        is_code: false,
    };
    for (event, range) in markdown::events(&body) {
        collector.event(event, range);
    }
    runs.append(&mut collector.runs);
    runs
}

struct Collector<'a> {
    lines: Lines<'a>,
    runs: Vec<Run>,
    /// The end of the latest run if more text may join it: the parser splits
    /// words at markup characters, as in `snake_case`.
    end: Option<usize>,
    /// The depth of open emphasis.
    emphasis: usize,
    /// Whether the current text is that of an autolink.
    is_address: bool,
    is_code: bool,
}

impl Collector<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Text(text) if !self.is_code && !self.is_address => self.text(&text, range),
            Event::Code(_) => self.push(RunKind::Code, String::new(), &range),
            Event::Start(Tag::CodeBlock(_)) => {
                self.is_code = true;
                self.push(RunKind::Code, String::new(), &range);
            }
            Event::End(TagEnd::CodeBlock) => self.is_code = false,
            Event::Start(Tag::Emphasis) => {
                self.emphasis += 1;
                self.end = None;
            }
            Event::End(TagEnd::Emphasis) => {
                self.emphasis = self.emphasis.saturating_sub(1);
                self.end = None;
            }
            Event::Start(Tag::Link { link_type, .. }) => {
                self.is_address = matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.end = None;
            }
            Event::End(TagEnd::Link) => {
                self.is_address = false;
                self.end = None;
            }
            _ => self.end = None,
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let text = markdown::with_html(text);
        match self.runs.last_mut() {
            Some(run) if self.end == Some(range.start) => run.text.push_str(&text),
            _ => {
                let kind = match self.emphasis {
                    0 => RunKind::Text,
                    _ => RunKind::Emphasis,
                };
                self.push(kind, text.into_owned(), &range);
            }
        }
        self.end = Some(range.end);
    }

    fn push(&mut self, kind: RunKind, text: String, range: &Range<usize>) {
        let position = self.lines.position(range.start);
        self.runs.push(Run {
            kind,
            text,
            position,
        });
        self.end = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(source: &str) -> Vec<String> {
        let run = |run: Run| {
            let Position { line, column } = run.position;
            let text = match run.kind {
                RunKind::Text => run.text,
                RunKind::Emphasis => format!("*{}*", run.text),
                RunKind::Code => "§".to_owned(),
            };
            format!("{line}:{column} {text}")
        };
        prose(source).into_iter().map(run).collect()
    }

    #[test]
    fn code_attributes_and_addresses_are_left_out() {
        let source = "---\ntitle: A title\nseries: '3.14'\ndescription: It is.\n---\n\n\
            ## Use `a.b` {#gh-1 added}\n    area: library\n\n\
            Call snake_case(*key*) of [it](https://x.org/a)\nor <https://y.org>.\n\n\
            - ~~~\n  no = words\n  ~~~\n";
        assert_eq!(
            shown(source),
            [
                "2:8 A title",
                "4:14 It is.",
                "7:4 Use ",
                "7:8 §",
                "8:5 §",
                "10:1 Call snake_case(",
                "10:18 *key*",
                "10:22 ) of ",
                "10:28 it",
                "11:1 or ",
                "11:19 .",
                "13:3 §",
            ]
        );
    }

    #[test]
    fn html_and_escapes_are_text() {
        assert_eq!(shown("a <b> \\*c"), ["1:1 a <b> ", "1:8 *c"]);
    }
}
