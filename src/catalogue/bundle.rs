//! The bundle: the library as files that a browser loads part by part.
//!
//! Natively, [`write`] gives every file's name and bytes. In the browser,
//! [`read`] checks and decodes one of them. A file is a frame, a magic, a
//! schema version and a checksum, around [postcard](https://postcard.jamesmunns.com):
//!
//! | bytes | what |
//! |---|---|
//! | 0..4 | `WNPY` |
//! | 4..6 | [`SCHEMA`], little-endian |
//! | 6..10 | CRC-32 of the rest, little-endian |
//! | 10.. | the value in postcard's encoding |

use super::model::{Catalogue, DocumentText, FeatureText, Library};
use super::sample::Sample;
use crate::terms::Series;
use serde::{Serialize, de::DeserializeOwned};

/// The version of everything in [`super::model`] together; a change to any of
/// it that changes the encoding raises this number.
pub const SCHEMA: u16 = 1;

const MAGIC: &[u8; 4] = b"WNPY";
const HEADER: usize = 10;

/// One part of the bundle: the type that it holds and the file it is in.
pub struct Part<T> {
    /// Relative to the bundle's folder.
    pub path: String,
    holds: std::marker::PhantomData<fn() -> T>,
}

impl<T> Part<T> {
    fn at(path: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            holds: std::marker::PhantomData,
        }
    }
}

/// The first part, which everything else waits for.
pub fn catalogue() -> Part<Catalogue> {
    Part::at("catalogue.bin")
}

/// The texts of one series' features.
pub fn feature_texts(series: Series) -> Part<Vec<FeatureText>> {
    Part::at(format!("features-{series}.bin"))
}

/// One document, whole.
pub fn document_text(slug: &str) -> Part<DocumentText> {
    Part::at(format!("document-{}.bin", slug.replace('/', "-")))
}

/// Every sample.
pub fn samples() -> Part<Vec<Sample>> {
    Part::at("samples.bin")
}

/// Why a part of the bundle cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    #[error("it is no part of this explorer's data")]
    NotABundle,
    #[error("it was made for another version of the explorer (schema {found}, not {SCHEMA})")]
    OtherSchema { found: u16 },
    #[error("it arrived damaged")]
    Damaged,
}

/// A value that could not be encoded; nothing in the model makes that happen.
#[derive(Debug, thiserror::Error)]
#[error("{path} cannot be encoded: {source}")]
pub struct EncodeError {
    path: String,
    source: postcard::Error,
}

/// A part as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Relative to the bundle's folder.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Encodes the whole library.
///
/// # Errors
/// Where a part cannot be encoded.
pub fn write(library: &Library) -> Result<Vec<File>, EncodeError> {
    let mut files = vec![
        encode(&catalogue(), &library.catalogue)?,
        encode(&samples(), &library.samples)?,
    ];
    for (series, texts) in &library.feature_texts {
        files.push(encode(&feature_texts(*series), texts)?);
    }
    for text in &library.document_texts {
        files.push(encode(&document_text(&text.slug), text)?);
    }
    Ok(files)
}

fn encode<T: Serialize>(part: &Part<T>, value: &T) -> Result<File, EncodeError> {
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
/// Where the bytes are something else, of another schema, or damaged.
pub fn read<T: DeserializeOwned>(_part: &Part<T>, bytes: &[u8]) -> Result<T, BundleError> {
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
    postcard::from_bytes(payload).map_err(|_| BundleError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample_file() -> File {
        encode(&samples(), &Vec::new()).expect("an empty list encodes")
    }

    #[test]
    fn reads_what_it_wrote() {
        assert_eq!(read(&samples(), &sample_file().bytes), Ok(Vec::new()));
    }

    #[test]
    fn tells_what_is_wrong_with_a_file() {
        let good = sample_file().bytes;
        let outcome = |bytes: &[u8]| read(&samples(), bytes).expect_err("a bad file");
        assert_eq!(outcome(b""), BundleError::NotABundle);
        assert_eq!(outcome(b"<!DOCTYPE html>"), BundleError::NotABundle);

        let mut other = good.clone();
        other[4] = other[4].wrapping_add(1);
        assert_eq!(
            outcome(&other),
            BundleError::OtherSchema { found: SCHEMA + 1 }
        );

        let mut flipped = good.clone();
        *flipped.last_mut().expect("a payload") ^= 1;
        assert_eq!(outcome(&flipped), BundleError::Damaged);
        for end in 4..good.len() {
            assert_eq!(outcome(&good[..end]), BundleError::Damaged, "cut at {end}");
        }
    }
}
