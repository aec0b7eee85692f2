//! The format of the files that a browser loads the explorer's data from, part by part.
//! [`encode`] makes a file of a value; [`decode`] checks and reads one.
//!
//! A file is a header (magic number, schema version, checksum) and a
//! [postcard](https://postcard.jamesmunns.com) payload:
//!
//! | bytes | what |
//! |---|---|
//! | 0..4 | `WNPY` |
//! | 4..6 | [`SCHEMA`], little-endian |
//! | 6..10 | CRC-32 of the rest, little-endian |
//! | 10.. | the value in postcard's encoding |

use serde::{Serialize, de::DeserializeOwned};

/// The version of the encoding. Increase it with every change to a type that changes how
/// it is encoded.
pub const SCHEMA: u16 = 12;

const MAGIC: &[u8; 4] = b"WNPY";
const HEADER: usize = 10;

/// One part of the bundle: its file and the type encoded in it.
pub struct Part<T> {
    /// Relative to the bundle's folder.
    pub path: String,
    holds: std::marker::PhantomData<fn() -> T>,
}

impl<T> Part<T> {
    /// The part in a file, relative to the bundle's folder.
    pub fn at(path: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            holds: std::marker::PhantomData,
        }
    }
}

/// Why a part of the bundle cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// The bytes do not begin with the magic number.
    #[error("it is not part of this explorer's data")]
    NotABundle,
    /// The part has another schema version.
    #[error("it was made for another version of the explorer (schema {found}, not {SCHEMA})")]
    OtherSchema {
        /// The schema version of the part.
        found: u16,
    },
    /// The checksum does not match, or the bytes cannot be decoded.
    #[error("it arrived damaged")]
    Damaged,
}

/// A value could not be encoded; no type of the explorer causes this.
#[derive(Debug, thiserror::Error)]
#[error("{path} cannot be encoded: {source}")]
pub struct EncodeError {
    path: String,
    source: postcard::Error,
}

/// A part encoded as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Relative to the bundle's folder.
    pub path: String,
    /// The header and the encoded value, uncompressed.
    pub bytes: Vec<u8>,
}

/// Encodes a value as the file of its part.
///
/// # Errors
/// If it cannot be encoded.
pub fn encode<T: Serialize>(part: &Part<T>, value: &T) -> Result<File, EncodeError> {
    let payload = postcard::to_allocvec(value).map_err(|source| EncodeError {
        path: part.path.clone(),
        source,
    })?;
    let mut bytes = Vec::with_capacity(HEADER + payload.len());
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&SCHEMA.to_le_bytes());
    bytes.extend_from_slice(&crc32fast::hash(&payload).to_le_bytes());
    bytes.extend_from_slice(&payload);
    Ok(File {
        path: part.path.clone(),
        bytes,
    })
}

/// Checks and decodes one part.
///
/// # Errors
/// If the bytes are not a bundle part, have another schema, or are damaged.
pub fn read<T: DeserializeOwned>(_part: &Part<T>, bytes: &[u8]) -> Result<T, BundleError> {
    decode(bytes)
}

/// Checks and decodes a part whose type the caller knows.
///
/// # Errors
/// If the bytes are not a bundle part, have another schema, or are damaged.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, BundleError> {
    postcard::from_bytes(payload(bytes)?).map_err(|_| BundleError::Damaged)
}

/// Checks the header and returns the payload after it.
fn payload(bytes: &[u8]) -> Result<&[u8], BundleError> {
    let (magic, rest) = bytes.split_first_chunk().ok_or(BundleError::NotABundle)?;
    if magic != MAGIC {
        return Err(BundleError::NotABundle);
    }
    let (schema, rest) = rest.split_first_chunk().ok_or(BundleError::Damaged)?;
    let found = u16::from_le_bytes(*schema);
    if found != SCHEMA {
        return Err(BundleError::OtherSchema { found });
    }
    let (checksum, payload) = rest.split_first_chunk().ok_or(BundleError::Damaged)?;
    if u32::from_le_bytes(*checksum) != crc32fast::hash(payload) {
        return Err(BundleError::Damaged);
    }
    Ok(payload)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part() -> Part<Vec<String>> {
        Part::at("lines.bin")
    }

    fn file() -> File {
        let lines = vec!["walrus".to_owned(), "ü".to_owned()];
        encode(&part(), &lines).expect("it encodes")
    }

    #[test]
    fn a_part_reads_back_as_it_was() {
        let file = file();
        assert_eq!(file.path, "lines.bin");
        let lines = read(&part(), &file.bytes).expect("it reads");
        assert_eq!(lines, ["walrus", "ü"]);
    }

    #[test]
    fn a_file_cut_anywhere_is_refused() {
        let good = file();
        for end in 0..good.bytes.len() {
            let expected = if end < MAGIC.len() {
                BundleError::NotABundle
            } else {
                BundleError::Damaged
            };
            let outcome = read(&part(), &good.bytes[..end]);
            assert_eq!(outcome, Err(expected), "cut at {end}");
        }
    }

    #[test]
    fn a_single_flipped_bit_is_noticed() {
        let good = file();
        for place in 0..good.bytes.len() {
            for bit in 0..8 {
                let mut bytes = good.bytes.clone();
                bytes[place] ^= 1 << bit;
                let outcome = read(&part(), &bytes).expect_err("a changed file");
                match place {
                    0..4 => assert_eq!(outcome, BundleError::NotABundle),
                    4..6 => assert!(matches!(outcome, BundleError::OtherSchema { .. })),
                    _ => assert_eq!(outcome, BundleError::Damaged, "bit {bit} of {place}"),
                }
            }
        }
    }

    #[test]
    fn what_is_no_bundle_is_told_apart_from_another_version() {
        let outcome = |bytes: &[u8]| read(&part(), bytes).expect_err("a bad file");
        assert_eq!(outcome(b"<!DOCTYPE html>"), BundleError::NotABundle);
        let mut newer = file().bytes;
        newer[4] = newer[4].wrapping_add(1);
        let error = outcome(&newer);
        let found = SCHEMA + 1;
        assert_eq!(error, BundleError::OtherSchema { found });
        let (found, own) = (format!("schema {found}"), format!("not {SCHEMA}"));
        let message = error.to_string();
        assert!(
            message.contains(&found) && message.contains(&own),
            "{message}"
        );
    }
}
