//! Finding the front matter, whatever stands in it: the entry point is [`split`].

use super::{Code, Diagnostic, Position};

/// A document's two parts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    /// The YAML between the fences, where there is any. It starts on line 2.
    pub front_matter: Option<&'a str>,
    pub body: &'a str,
    /// The line on which the body starts, counted from 1.
    pub body_line: u32,
}

/// Parts a text at its front matter: a first line `---`, followed at once by
/// something, up to the next line `---` or `...`.
///
/// A `---` that an empty line follows is a thematic break and belongs to the
/// body. Front matter that nothing closes belongs to the body as well, with a
/// diagnostic, so that no text is lost.
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
    fn what_is_no_front_matter_stays_in_the_body() {
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
    fn unclosed_front_matter_is_told() {
        let mut diagnostics = Vec::new();
        let parts = split("---\ntitle: a\n\nbody\n", &mut diagnostics);
        assert_eq!(parts.front_matter, None);
        assert_eq!(parts.body_line, 1);
        assert_eq!(diagnostics.len(), 1);
    }
}
