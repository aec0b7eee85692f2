//! The bundle: the library as files that a browser loads part by part.
//!
//! In a native build, [`write`] returns all files. In the browser, [`read`]
//! checks and decodes one. A file is a header (magic number, schema version,
//! checksum) and a [postcard](https://postcard.jamesmunns.com) payload:
//!
//! | bytes | what |
//! |---|---|
//! | 0..4 | `WNPY` |
//! | 4..6 | [`SCHEMA`], little-endian |
//! | 6..10 | CRC-32 of the rest, little-endian |
//! | 10.. | the value in postcard's encoding |

use super::index::Index;
use super::model::{Catalogue, DocumentText, FeatureText, Library, Pep};
use super::names::NameList;
use super::own::Base;
use super::sample::Sample;
use serde::{Serialize, de::DeserializeOwned};
use terms::Series;

/// The version of the encoding. Increase it with every change to a type of
/// [`super::model`] that changes how it is encoded.
pub const SCHEMA: u16 = 8;

const MAGIC: &[u8; 4] = b"WNPY";
const HEADER: usize = 10;

/// One part of the bundle: its file and the type encoded in it.
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

/// The part that is loaded first; every other part depends on it.
pub fn catalogue() -> Part<Catalogue> {
    Part::at("catalogue.bin")
}

/// The names and aliases of each feature, in the catalogue's order.
pub fn names() -> Part<NameList> {
    Part::at("names.bin")
}

/// The search index, without the words of the features' titles and names.
pub fn index() -> Part<Index> {
    Part::at("index.bin")
}

/// The first sentences of each feature's text, in the order of the catalogue's
/// features.
pub fn excerpts() -> Part<Vec<String>> {
    Part::at("excerpts.bin")
}

/// Every PEP, sorted by number.
pub fn peps() -> Part<Vec<Pep>> {
    Part::at("peps.bin")
}

/// The texts of the features of one series.
pub fn feature_texts(series: Series) -> Part<Vec<FeatureText>> {
    Part::at(format!("features-{series}.bin"))
}

/// The full text of one document.
pub fn document_text(slug: &str) -> Part<DocumentText> {
    Part::at(format!("document-{}.bin", slug.replace('/', "-")))
}

/// Every sample.
pub fn samples() -> Part<Vec<Sample>> {
    Part::at("samples.bin")
}

/// The sources of the bundle, for merging them again with more documents.
pub fn base() -> Part<Base> {
    Part::at("base.bin")
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

/// A value could not be encoded; no value of the model causes this.
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

/// Encodes the whole library.
///
/// # Errors
/// If a part cannot be encoded.
pub fn write(library: &Library) -> Result<Vec<File>, EncodeError> {
    let mut files = vec![
        encode(&catalogue(), &library.catalogue)?,
        encode(&names(), &library.names)?,
        encode(&index(), &library.index)?,
        encode(&excerpts(), &library.excerpts)?,
        encode(&peps(), &library.peps)?,
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

/// Encodes the sources of the library.
///
/// # Errors
/// If it cannot be encoded.
pub fn write_base(value: &Base) -> Result<File, EncodeError> {
    encode(&base(), value)
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
    use crate::fixture::Shelf;

    fn library() -> Library {
        Shelf::empty()
            .reference(
                "notes/3.14",
                "## Except {#pep-758 kind=changed status=final}\n\nText.\n\n\
                 | a | b |\n|---|---|\n| 1 | `ü` |\n\n\
                 ## Older {#3.12-old kind=removed series=3.12 removed=3.12.1}\n\n> Quoted.",
            )
            .sample("pep-758/bare", 1)
            .library()
    }

    #[track_caller]
    fn file<'a, T>(files: &'a [File], part: &Part<T>) -> &'a [u8] {
        let found = files.iter().find(|file| file.path == part.path);
        &found.unwrap_or_else(|| panic!("no {}", part.path)).bytes
    }

    #[test]
    fn every_part_reads_back_as_it_was() {
        let library = library();
        let files = write(&library).expect("the library encodes");
        let part = catalogue();
        assert_eq!(read(&part, file(&files, &part)), Ok(library.catalogue));
        let part = names();
        assert_eq!(read(&part, file(&files, &part)), Ok(library.names));
        let part = index();
        assert_eq!(read(&part, file(&files, &part)), Ok(library.index));
        let part = excerpts();
        assert_eq!(read(&part, file(&files, &part)), Ok(library.excerpts));
        let part = peps();
        assert_eq!(read(&part, file(&files, &part)), Ok(library.peps));
        let part = samples();
        assert_eq!(read(&part, file(&files, &part)), Ok(library.samples));
        assert_eq!(library.feature_texts.len(), 2);
        for (series, texts) in library.feature_texts {
            let part = feature_texts(series);
            assert_eq!(read(&part, file(&files, &part)), Ok(texts), "{series}");
        }
        for text in library.document_texts {
            let part = document_text(&text.slug);
            assert_eq!(part.path, "document-notes-3.14.bin", "a file, not a folder");
            assert_eq!(read(&part, file(&files, &part)), Ok(text));
        }
    }

    #[test]
    fn a_file_cut_anywhere_is_refused() {
        let good = encode(&catalogue(), &library().catalogue).expect("it encodes");
        for end in 0..good.bytes.len() {
            let expected = if end < MAGIC.len() {
                BundleError::NotABundle
            } else {
                BundleError::Damaged
            };
            let outcome = read(&catalogue(), &good.bytes[..end]);
            assert_eq!(outcome, Err(expected), "cut at {end}");
        }
    }

    #[test]
    fn a_single_flipped_bit_is_noticed() {
        let good = encode(&catalogue(), &library().catalogue).expect("it encodes");
        for place in 0..good.bytes.len() {
            for bit in 0..8 {
                let mut bytes = good.bytes.clone();
                bytes[place] ^= 1 << bit;
                let outcome = read(&catalogue(), &bytes).expect_err("a changed file");
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
        let outcome = |bytes: &[u8]| read(&samples(), bytes).expect_err("a bad file");
        assert_eq!(outcome(b"<!DOCTYPE html>"), BundleError::NotABundle);
        let mut newer = encode(&samples(), &Vec::new()).expect("it encodes").bytes;
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
