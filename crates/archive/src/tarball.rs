//! Tar files. The entry point is [`unpack`].

use crate::limits::Budget;
use crate::path::{LINK, OUTSIDE, is_inside};
use crate::{ArchiveError, Member, Skipped, Unpacked};
use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;
use tar::{Archive, EntryType};

/// A reader that ends with an error where the limit is, so that what is passed over between
/// wanted files counts as well.
struct Capped<R> {
    reader: R,
    left: u64,
    is_exceeded: Rc<Cell<bool>>,
}

impl<R: Read> Read for Capped<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => self.left = left,
            None => {
                self.is_exceeded.set(true);
                return Err(io::Error::other("too much"));
            }
        }
        Ok(read)
    }
}

pub(crate) fn unpack(
    reader: impl Read,
    mut budget: Budget,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Unpacked, ArchiveError> {
    let is_exceeded = Rc::new(Cell::new(false));
    let capped = Capped {
        reader,
        left: budget.left(),
        is_exceeded: Rc::clone(&is_exceeded),
    };
    let read = entries(Archive::new(capped), &mut budget, wanted);
    match read {
        Err(ArchiveError::Tar(_)) if is_exceeded.get() => Err(budget.exceeded()),
        read => read,
    }
}

fn entries<R: Read>(
    mut archive: Archive<R>,
    budget: &mut Budget,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Unpacked, ArchiveError> {
    let mut unpacked = Unpacked::default();
    for entry in archive.entries().map_err(ArchiveError::Tar)? {
        budget.enter()?;
        let entry = entry.map_err(ArchiveError::Tar)?;
        let path = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let path = path.strip_prefix("./").unwrap_or(&path).to_owned();
        let kind = entry.header().entry_type();
        if kind == EntryType::Directory || !wanted(&path) {
            continue;
        }
        let reason = match kind {
            EntryType::Regular | EntryType::Continuous | EntryType::GNUSparse => {
                (!is_inside(&path)).then_some(OUTSIDE)
            }
            EntryType::Link | EntryType::Symlink => Some(LINK),
            _ => Some("it is no file"),
        };
        if let Some(reason) = reason {
            unpacked.skipped.push(Skipped { path, reason });
            continue;
        }
        // A sparse file is longer than what is stored of it.
        let bytes = budget.read(entry).map_err(ArchiveError::Tar)??;
        unpacked.members.push(Member { path, bytes });
    }
    Ok(unpacked)
}
