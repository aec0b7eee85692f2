//! Decodes bytes to text. The entry point is [`decode`].

use super::{Code, Diagnostic, DocumentError, Position};
use std::borrow::Cow;

/// The largest document that is accepted, in bytes (16 MiB).
///
/// A release announcement has less than 20 KB; the limit keeps a film or an
/// archive that is dropped by mistake from freezing the page.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// The most lines with a diagnostic of their own, for each sort of damage.
const MAX_LINES: usize = 20;

/// The text of a document, without its byte order mark.
///
/// Bytes that are not UTF-8 and the characters U+0000 and U+0001 are replaced
/// by U+FFFD, with a diagnostic for each line. U+0001 is replaced because
/// [`super::markdown`] uses it as a placeholder.
///
/// # Errors
///
/// [`DocumentError::TooLarge`] if it has more than [`MAX_BYTES`] bytes.
pub(super) fn decode<'a>(
    source: &'a [u8],
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<Cow<'a, str>, DocumentError> {
    if source.len() > MAX_BYTES {
        return Err(DocumentError::TooLarge {
            size: source.len(),
            limit: MAX_BYTES,
        });
    }
    let source = source.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(source);
    match std::str::from_utf8(source) {
        Ok(text) if !source.iter().any(|byte| *byte <= 1) => Ok(Cow::Borrowed(text)),
        _ => Ok(Cow::Owned(repair(source, diagnostics))),
    }
}

fn repair(source: &[u8], diagnostics: &mut Vec<Diagnostic>) -> String {
    let mut text = String::with_capacity(source.len());
    let mut at = Position::START;
    let mut invalid = DamagedLines::default();
    let mut control = DamagedLines::default();
    for chunk in source.utf8_chunks() {
        for character in chunk.valid().chars() {
            match character {
                '\0' | '\u{1}' => {
                    control.note(at);
                    text.push(char::REPLACEMENT_CHARACTER);
                }
                other => text.push(other),
            }
            at = match character {
                '\n' => Position::line(at.line.saturating_add(1)),
                _ => at.right(1),
            };
        }
        if !chunk.invalid().is_empty() {
            invalid.note(at);
            text.push(char::REPLACEMENT_CHARACTER);
            at = at.right(1);
        }
    }
    invalid.report(
        "bytes that are not UTF-8 were replaced by U+FFFD",
        diagnostics,
    );
    control.report("NUL or U+0001 was replaced by U+FFFD", diagnostics);
    text
}

/// The lines with one sort of damage, each counted once.
#[derive(Default)]
struct DamagedLines {
    first: Vec<Position>,
    last: Option<Position>,
    more: usize,
}

impl DamagedLines {
    fn note(&mut self, at: Position) {
        if self.last.is_some_and(|last| last.line == at.line) {
            return;
        }
        self.last = Some(at);
        if self.first.len() < MAX_LINES {
            self.first.push(at);
        } else {
            self.more += 1;
        }
    }

    fn report(self, message: &str, diagnostics: &mut Vec<Diagnostic>) {
        let diagnostic = |at, message| Diagnostic::new(Code::Encoding, at, message);
        for at in self.first {
            diagnostics.push(diagnostic(at, message.to_owned()));
        }
        if let Some(last) = self.last.filter(|_| self.more > 0) {
            let before = match self.more - 1 {
                0 => String::new(),
                more => format!(", here and on {} before", terms::counted(more, "line")),
            };
            diagnostics.push(diagnostic(last, format!("{message}{before}")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(source: &[u8]) -> (String, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let text = decode(source, &mut diagnostics).expect("small enough");
        (text.into_owned(), diagnostics)
    }

    #[test]
    fn damage_is_replaced_and_its_line_named() {
        let (text, diagnostics) = decoded(b"a\nb \xFF c\nd \0 \x01 e\n");
        assert_eq!(text, "a\nb \u{FFFD} c\nd \u{FFFD} \u{FFFD} e\n");
        let places: Vec<(u32, u32)> = diagnostics.iter().map(|d| (d.line, d.column)).collect();
        assert_eq!(places, [(2, 3), (3, 3)]);
    }

    #[test]
    fn many_damaged_lines_end_in_a_count() {
        let (_, diagnostics) = decoded(&b"\xFF\n".repeat(100));
        assert_eq!(diagnostics.len(), MAX_LINES + 1);
        assert_eq!(
            diagnostics.last().map(|diagnostic| diagnostic.line),
            Some(100)
        );
    }

    #[test]
    fn sound_text_is_borrowed_without_its_byte_order_mark() {
        let mut diagnostics = Vec::new();
        let text = decode("\u{FEFF}żółw".as_bytes(), &mut diagnostics).expect("small enough");
        assert!(matches!(text, Cow::Borrowed("żółw")));
        assert_eq!(diagnostics, []);
    }

    #[test]
    fn the_limit_is_refused_with_both_sizes() {
        let error = decode(&vec![b'a'; MAX_BYTES + 1], &mut Vec::new()).expect_err("too large");
        assert_eq!(
            error.to_string(),
            "the document has 16777217 bytes; at most 16777216 bytes (16 MiB) are read"
        );
        assert!(decode(&vec![b'a'; MAX_BYTES], &mut Vec::new()).is_ok());
    }
}
