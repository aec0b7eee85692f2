//! A reader's own documents, merged with those of the bundle by the code that
//! made it. The entry points are [`read`], which makes a document fit to be
//! shown whatever it holds, and [`Base::merge`].
//!
//! The merge begins anew with every document there is rather than adding to
//! what was merged before: so it gives what a build with the same documents
//! would have given, and taking a document away needs no code.

mod base;
mod clip;
mod slug;
#[cfg(test)]
mod tests;

pub use base::{Base, BaseDocument, Merged};
pub use slug::{is_own, slug_of};

use super::merge::NamedDocument;
use document::{self, DocumentError};

/// The largest document of a reader that is taken, in bytes (10 MiB).
pub const MAX_BYTES: usize = 10 * 1024 * 1024;

/// Reads one document under a slug that [`slug_of`] made. Of a document beyond
/// all measure only the beginning is kept, with a diagnostic that says so: a page
/// cannot show megabytes, and nothing of the reader's file is lost by it.
///
/// # Errors
/// Where it has more than [`MAX_BYTES`] bytes.
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
