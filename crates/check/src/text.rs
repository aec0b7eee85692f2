//! The text of a source file. The entry point is [`decode`].

use std::borrow::Cow;

/// Why a file is not the source of a Python program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// It is not UTF-8 and declares no encoding.
    #[error(
        "byte {at} is not UTF-8, and the file declares no other encoding; save it as UTF-8 or \
         declare one in the first or second line: `# -*- coding: latin-1 -*-`"
    )]
    NotUtf8 {
        /// The offset of the first byte that is not UTF-8, from 0.
        at: usize,
    },
    /// It has the byte order mark of UTF-16 or UTF-32.
    #[error("the file is UTF-16 or UTF-32, which Python does not read; save it as UTF-8")]
    Wide,
}

/// The text of a source file in its declared encoding. Of encodings other than UTF-8 and
/// Latin-1 only what is ASCII is certain, which is all that names are found by; other
/// characters may be wrong.
///
/// # Errors
///
/// If the bytes are not what they say.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, TextError> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(TextError::Wide);
    }
    match (std::str::from_utf8(bytes), declared(bytes)) {
        (Ok(text), _) => Ok(Cow::Borrowed(text)),
        (Err(_), Some(encoding)) if !is_utf8(encoding) => {
            Ok(bytes.iter().map(|byte| char::from(*byte)).collect())
        }
        (Err(error), _) => Err(TextError::NotUtf8 {
            at: error.valid_up_to(),
        }),
    }
}

fn is_utf8(encoding: &str) -> bool {
    let name = encoding.to_ascii_lowercase().replace('_', "-");
    name == "utf-8" || name == "utf8" || name.starts_with("utf-8-")
}

/// The encoding that a comment in the first two lines declares.
fn declared(bytes: &[u8]) -> Option<&str> {
    for line in bytes.split(|byte| *byte == b'\n').take(2) {
        let line = line.get(..line.len().min(200))?;
        let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
        let text = std::str::from_utf8(line).unwrap_or_default();
        let text = text.trim_start_matches([' ', '\t', '\x0c']);
        if let Some(comment) = text.strip_prefix('#') {
            let found = comment.split_once("coding").and_then(|(_, rest)| {
                let rest = rest.strip_prefix([':', '='])?.trim_start();
                let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c)));
                rest.get(..end.unwrap_or(rest.len()))
            });
            if found.is_some() {
                return found;
            }
        } else if !text.trim().is_empty() {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_those_that_the_file_declares() {
        assert_eq!(decode("x = 'ä'".as_bytes()).expect("UTF-8"), "x = 'ä'");
        let latin = b"# -*- coding: latin-1 -*-\nx = '\xe4'";
        assert!(decode(latin).expect("Latin-1").ends_with("'ä'"));
        let second = b"#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n'\xe4'";
        assert!(decode(second).is_ok());
        assert_eq!(decode(b"x\n\xe4"), Err(TextError::NotUtf8 { at: 2 }));
        assert!(decode(b"# coding: utf-8\n'\xe4'").is_err());
        assert!(
            decode(b"x = 1\n# coding: latin-1\n'\xe4'").is_err(),
            "after code"
        );
        assert_eq!(decode(b"\xff\xfex\0"), Err(TextError::Wide));
    }
}
