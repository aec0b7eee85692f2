//! Bytes to text: the entry point is [`decode`].

use super::{DocumentError, Warning};
use std::borrow::Cow;

/// The largest document that is read, in bytes (16 MiB).
///
/// A release announcement has under 20 KB; the limit keeps a mistaken drop of
/// a film or an archive from freezing the page.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// How many lines of each sort of damage get a warning of their own.
const MAX_WARNINGS: usize = 20;

/// The text of a document, its byte order mark left out.
///
/// Bytes that are no UTF-8 and the control characters U+0000 and U+0001 become
/// U+FFFD, each line of them with a warning. U+0001 is refused along with NUL
/// because [`super::markdown`] uses it as a stand-in.
///
/// # Errors
///
/// [`DocumentError::TooLarge`] above [`MAX_BYTES`].
pub(super) fn decode<'a>(
    source: &'a [u8],
    warnings: &mut Vec<Warning>,
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
        _ => Ok(Cow::Owned(repair(source, warnings))),
    }
}

fn repair(source: &[u8], warnings: &mut Vec<Warning>) -> String {
    let mut text = String::with_capacity(source.len());
    let mut line = 1;
    let mut invalid = DamagedLines::default();
    let mut control = DamagedLines::default();
    for chunk in source.utf8_chunks() {
        for character in chunk.valid().chars() {
            match character {
                '\0' | '\u{1}' => {
                    control.note(line);
                    text.push(char::REPLACEMENT_CHARACTER);
                }
                '\n' => {
                    line += 1;
                    text.push('\n');
                }
                other => text.push(other),
            }
        }
        if !chunk.invalid().is_empty() {
            invalid.note(line);
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    invalid.report("bytes that are not UTF-8 were replaced by U+FFFD", warnings);
    control.report("NUL or U+0001 was replaced by U+FFFD", warnings);
    text
}

/// The lines on which one sort of damage occurs, each counted once.
#[derive(Default)]
struct DamagedLines {
    first: Vec<u32>,
    last: u32,
    more: usize,
}

impl DamagedLines {
    fn note(&mut self, line: u32) {
        if self.last == line {
            return;
        }
        self.last = line;
        if self.first.len() < MAX_WARNINGS {
            self.first.push(line);
        } else {
            self.more += 1;
        }
    }

    fn report(self, message: &str, warnings: &mut Vec<Warning>) {
        for line in self.first {
            warnings.push(Warning::new(line, message));
        }
        if self.more > 0 {
            let message = format!("{message}, here and on {} lines before", self.more - 1);
            warnings.push(Warning::new(self.last, message));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(source: &[u8]) -> (String, Vec<Warning>) {
        let mut warnings = Vec::new();
        let text = decode(source, &mut warnings).expect("small enough");
        (text.into_owned(), warnings)
    }

    #[test]
    fn damage_is_replaced_and_its_line_named() {
        let (text, warnings) = decoded(b"a\nb \xFF c\nd \0 \x01 e\n");
        assert_eq!(text, "a\nb \u{FFFD} c\nd \u{FFFD} \u{FFFD} e\n");
        let lines: Vec<u32> = warnings.iter().map(|warning| warning.line).collect();
        assert_eq!(lines, [2, 3]);
    }

    #[test]
    fn many_damaged_lines_end_in_a_count() {
        let (_, warnings) = decoded(&b"\xFF\n".repeat(100));
        assert_eq!(warnings.len(), MAX_WARNINGS + 1);
        assert_eq!(warnings.last().map(|warning| warning.line), Some(100));
    }

    #[test]
    fn sound_text_is_borrowed_without_its_byte_order_mark() {
        let mut warnings = Vec::new();
        let text = decode("\u{FEFF}żółw".as_bytes(), &mut warnings).expect("small enough");
        assert!(matches!(text, Cow::Borrowed("żółw")));
        assert_eq!(warnings, []);
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
