//! The words of Markdown: front matter, code, attributes and addresses are no
//! prose. The entry point is [`of_markdown`].

use super::{NAME, Token, push_words, replace};

/// Keys of the front matter whose values are prose.
const SPOKEN: [&str; 2] = ["title:", "description:"];

/// The words of a document, of its front matter only the title and the
/// description.
pub(crate) fn of_markdown(text: &str) -> Vec<Token> {
    let mut reader = Reader::default();
    let mut region = Region::start(text);
    for (line, text) in (1..).zip(text.lines()) {
        region = match region {
            Region::FrontMatter if line > 1 && text.trim_end() == "---" => Region::Prose,
            Region::FrontMatter => {
                let spoken = SPOKEN.iter().find_map(|key| text.strip_prefix(key));
                push_words(spoken.unwrap_or_default(), line, &mut reader.tokens);
                region
            }
            Region::Code(fence) if fence.ends(text) => Region::Prose,
            Region::Code(_) => region,
            Region::Attributes if text.starts_with("    ") => region,
            Region::Attributes | Region::Prose => reader.prose(text, line),
        };
    }
    reader.end_paragraph();
    reader.tokens
}

/// Collects lines into paragraphs, since a code span may go on on the next.
#[derive(Default)]
struct Reader {
    tokens: Vec<Token>,
    paragraph: String,
    /// The line that the paragraph begins on.
    first: u32,
}

impl Reader {
    /// Reads a line outside of code and says what comes after it.
    fn prose(&mut self, text: &str, line: u32) -> Region {
        if let Some(fence) = Fence::of(text) {
            self.end_paragraph();
            push_words(&NAME.to_string(), line, &mut self.tokens);
            return Region::Code(fence);
        }
        if text.starts_with('#') {
            self.end_paragraph();
            let title = unmarked(without_attributes(text));
            push_words(&title, line, &mut self.tokens);
            return Region::Attributes;
        } else if text.trim().is_empty() {
            self.end_paragraph();
        } else {
            if self.paragraph.is_empty() {
                self.first = line;
            }
            self.paragraph.push_str(text);
            self.paragraph.push('\n');
        }
        Region::Prose
    }

    fn end_paragraph(&mut self) {
        let text = unmarked(&self.paragraph);
        push_words(&text, self.first, &mut self.tokens);
        self.paragraph.clear();
    }
}

#[derive(Clone, Copy)]
enum Region {
    FrontMatter,
    /// The lines of attributes that may follow a heading.
    Attributes,
    Prose,
    Code(Fence),
}

impl Region {
    fn start(text: &str) -> Self {
        if text.starts_with("---\n") {
            Self::FrontMatter
        } else {
            Self::Prose
        }
    }
}

#[derive(Clone, Copy)]
struct Fence {
    mark: char,
    length: usize,
}

impl Fence {
    fn of(line: &str) -> Option<Self> {
        let line = line.trim_start();
        let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let length = line.chars().take_while(|c| *c == mark).count();
        (length >= 3).then_some(Self { mark, length })
    }

    fn ends(self, line: &str) -> bool {
        let only_marks = line.trim().chars().all(|c| c == self.mark);
        only_marks && Self::of(line).is_some_and(|fence| fence.length >= self.length)
    }
}

fn without_attributes(heading: &str) -> &str {
    match heading.rsplit_once("{#") {
        Some((title, attributes)) if attributes.trim_end().ends_with('}') => title,
        _ => heading,
    }
}

/// A paragraph without its addresses, and with a mark in the place of every
/// piece of code.
pub(super) fn unmarked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let skipped = match first {
            '`' => code_span(rest).map(|length| (length, NAME)),
            '*' => parameter(rest).map(|length| (length, NAME)),
            ']' | '<' | 'h' => address(rest, &out).map(|length| (length, ' ')),
            '\\' => Some((1, ' ')),
            _ => None,
        };
        let (length, by) = skipped.unwrap_or((first.len_utf8(), first));
        let (passage, after) = rest.split_at(length);
        match skipped {
            Some(_) => replace(passage, by, &mut out),
            None => out.push(by),
        }
        rest = after;
    }
    out
}

/// How long the address is that a text begins with: that of a link, or one
/// that stands in the text itself.
fn address(text: &str, before: &str) -> Option<usize> {
    if text.starts_with("](") {
        return Some(text.find(')')? + 1);
    }
    if text.starts_with("<http") {
        return Some(text.find('>')? + 1);
    }
    let stands_alone = !before.ends_with(char::is_alphanumeric);
    let is_url = text.starts_with("http://") || text.starts_with("https://");
    let end = text.find(|c: char| c.is_whitespace() || c == ')');
    (stands_alone && is_url).then(|| end.unwrap_or(text.len()))
}

/// How long the name in emphasis is that a text begins with. Parameters are
/// written so: `*key*`.
fn parameter(text: &str) -> Option<usize> {
    let name = text.strip_prefix('*')?;
    let end = name.find('*').filter(|end| *end > 0)?;
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    name.get(..end)?.chars().all(is_name).then_some(end + 2)
}

/// How long the code span is that a text begins with.
fn code_span(text: &str) -> Option<usize> {
    let fence = text.len() - text.trim_start_matches('`').len();
    let mut at = fence;
    loop {
        let run = at + text.get(at..)?.find('`')?;
        let rest = text.get(run..)?;
        let length = rest.len() - rest.trim_start_matches('`').len();
        if length == fence {
            return Some(run + length);
        }
        at = run + length;
    }
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    #[test]
    fn only_prose_is_left() {
        let text = "---\ntitle: A title\nseries: '3.14'\n---\n\n\
            ## Use `a.b` now {#gh-1 added}\n    area: library\n\nDon’t `split\nhere` re-raise [it](https://x.org/a).\n\
            \n```python\nno = words\n```\nSee https://x.org/b, then ``a ` b`` end.\n";
        assert_eq!(
            shown(&of_markdown(text)),
            "A:2 title:2 Use:6 §:6 now:6 Don't:9 §:9 re-raise:10 it:10 §:12 See:15 then:15 §:15 end:15"
        );
    }

    #[test]
    fn marks_that_nothing_closes_are_text() {
        assert_eq!(
            shown(&of_markdown("a ` b <c> [d](e\n")),
            "a:1 b:1 c:1 d:1 e:1"
        );
    }
}
