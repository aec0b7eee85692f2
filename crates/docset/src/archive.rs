//! The archive of a docset, whose bytes depend on its files only. The entry point is
//! [`Archive`].

use super::DocsetError;
use flate2::{Compression, GzBuilder, write::GzEncoder};
use tar::{Builder, EntryType, Header};

pub(super) struct Archive {
    folder: &'static str,
    builder: Builder<GzEncoder<Vec<u8>>>,
}

impl Archive {
    /// An archive whose files are all below `folder`.
    pub(super) fn new(folder: &'static str) -> Self {
        // Without a name and a time in the header.
        let encoder = GzBuilder::new().write(Vec::new(), Compression::best());
        Self {
            folder,
            builder: Builder::new(encoder),
        }
    }

    pub(super) fn add(&mut self, path: &str, content: &[u8]) -> Result<(), DocsetError> {
        let mut header = Header::new_gnu();
        header.set_entry_type(EntryType::Regular);
        header.set_mode(0o644);
        header.set_mtime(0);
        header.set_uid(0);
        header.set_gid(0);
        header.set_size(content.len() as u64);
        let path = format!("{}/{path}", self.folder);
        let added = self.builder.append_data(&mut header, path, content);
        added.map_err(DocsetError::Archive)
    }

    /// The bytes of the archive.
    pub(super) fn finish(self) -> Result<Vec<u8>, DocsetError> {
        let encoder = self.builder.into_inner().map_err(DocsetError::Archive)?;
        encoder.finish().map_err(DocsetError::Archive)
    }
}
