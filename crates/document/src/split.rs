//! Separates the front matter from the body. The entry point is [`split`].

use super::{Code, Diagnostic, Position};

/// The two parts of a document.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    /// The YAML between the fences, which starts on line 2, if any.
    pub front_matter: Option<&'a str>,
    pub body: &'a str,
    /// The line on which the body starts, counted from 1.
    pub body_line: u32,
}

/// Splits a text after its front matter, which starts with a first line `---`
/// that no empty line follows, and ends at the next line `---` or `...`.
///
/// A `---` before an empty line is a thematic break and belongs to the body. So
/// that no text is lost, unclosed front matter belongs to the body as well,
/// with a diagnostic.
pub(super) fn split<'a>(text: &'a str, diagnostics: &mut Vec<Diagnostic>) -> Parts<'a> {
    let whole = Parts {
        front_matter: None,
        body: text,
        body_line: 1,
    };
    let mut lines = text.split_inclusive('\n');
    let Some(opening) = lines.next().filter(|line| line.trim_end() == "---") else {
        return whole;
    };
    let start = opening.len();
    let mut end = start;
    for (line, number) in lines.zip(2..) {
        if matches!(line.trim_end(), "---" | "...") {
            return Parts {
                front_matter: text.get(start..end),
                body: text.get(end + line.len()..).unwrap_or_default(),
                body_line: number + 1,
            };
        }
        if number == 2 && line.trim().is_empty() {
            return whole;
        }
        end += line.len();
    }
    if end > start {
        let message = "the front matter is never closed";
        diagnostics.push(
            Diagnostic::new(Code::Unclosed, Position::START, message)
                .with_help("end it with a line `---`"),
        );
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_and_body_are_parted() {
        let mut diagnostics = Vec::new();
        let parts = split("---\r\ntitle: a\r\n--- \r\nbody\n", &mut diagnostics);
        assert_eq!(parts.front_matter, Some("title: a\r\n"));
        assert_eq!(parts.body, "body\n");
        assert_eq!(parts.body_line, 4);
        assert_eq!(split("---\n---\n", &mut diagnostics).front_matter, Some(""));
        assert_eq!(diagnostics, []);
    }

    #[test]
    fn text_that_is_not_front_matter_stays_in_the_body() {
        for text in [
            "",
            "title: a\n---\n",
            "---\n\ntext\n\n---\n",
            "----\na\n---\n",
        ] {
            let mut diagnostics = Vec::new();
            let parts = split(text, &mut diagnostics);
            assert_eq!((parts.front_matter, parts.body), (None, text));
            assert_eq!(diagnostics, []);
        }
    }

    #[test]
    fn unclosed_front_matter_is_reported() {
        let mut diagnostics = Vec::new();
        let parts = split("---\ntitle: a\n\nbody\n", &mut diagnostics);
        assert_eq!(parts.front_matter, None);
        assert_eq!(parts.body_line, 1);
        assert_eq!(diagnostics.len(), 1);
    }
}
