//! ZIP files. The entry point is [`unpack`].

use crate::limits::Budget;
use crate::path::{LINK, OUTSIDE, is_inside};
use crate::{ArchiveError, Member, Skipped, Unpacked};
use std::io::{self, Cursor};
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

pub(crate) fn unpack(
    bytes: &[u8],
    mut budget: Budget,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Unpacked, ArchiveError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(ArchiveError::Zip)?;
    let mut unpacked = Unpacked::default();
    for index in 0..archive.len() {
        budget.enter()?;
        let entry = archive.by_index_raw(index).map_err(ArchiveError::Zip)?;
        let path = String::from_utf8_lossy(entry.name_raw()).into_owned();
        if entry.is_dir() || !wanted(&path) {
            continue;
        }
        let reason = match entry.is_symlink() {
            true => Some(LINK),
            false => (!is_inside(&path)).then_some(OUTSIDE),
        };
        if let Some(reason) = reason {
            unpacked.skipped.push(Skipped { path, reason });
            continue;
        }
        if entry.encrypted() {
            return Err(ArchiveError::Encrypted { path });
        }
        let method = entry.compression();
        if !matches!(
            method,
            CompressionMethod::Stored | CompressionMethod::Deflated
        ) {
            let method = method.to_string();
            return Err(ArchiveError::Method { path, method });
        }
        drop(entry);
        let entry = archive.by_index(index).map_err(ArchiveError::Zip)?;
        let damaged = |error: io::Error| ArchiveError::Zip(ZipError::Io(error));
        let bytes = budget.read(entry).map_err(damaged)??;
        unpacked.members.push(Member { path, bytes });
    }
    Ok(unpacked)
}
