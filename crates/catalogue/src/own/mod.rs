//! Merges a reader's own documents with those of the bundle, using the same
//! code as the build. The entry points are [`read`], which makes any document
//! safe to display, and [`Base::merge`].
//!
//! Every merge starts from all documents instead of updating the previous
//! result. So it equals a build with the same documents, and removing a
//! document needs no code of its own.

mod base;
mod clip;
mod slug;
#[cfg(test)]
mod tests;

pub use base::{Base, BaseDocument, Merged};
pub use slug::{is_own, slug_of};

use super::merge::NamedDocument;
use document::{self, DocumentError};

/// The largest own document that is accepted, in bytes (10 MiB).
pub const MAX_BYTES: usize = 10 * 1024 * 1024;

/// Reads one document under a slug from [`slug_of`]. Excessively long documents
/// are truncated, with a diagnostic: a page cannot show megabytes. The reader's
/// file is not affected.
///
/// # Errors
/// If it has more than [`MAX_BYTES`] bytes.
pub fn read(slug: String, bytes: &[u8]) -> Result<NamedDocument, DocumentError> {
    if bytes.len() > MAX_BYTES {
        return Err(DocumentError::TooLarge {
            size: bytes.len(),
            limit: MAX_BYTES,
        });
    }
    let mut document = document::parse(bytes)?;
    clip::clip(&mut document);
    Ok(NamedDocument { slug, document })
}
