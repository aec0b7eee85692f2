//! How much may come out of an archive. The entry point is [`Limits`].

use crate::ArchiveError;
use std::io::{self, Read};

/// How much may come out of an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// All that is unpacked, in bytes.
    pub bytes: u64,
    /// The entries, wanted or not.
    pub entries: usize,
    /// How many times its length it may unpack to, once that is more than [`Limits::free`].
    pub ratio: u64,
    /// What may come out whatever the ratio, in bytes.
    pub free: u64,
}

impl Default for Limits {
    /// 512 MiB, 100,000 entries, and 200 times the length beyond 16 MiB. Source is rarely
    /// compressed to less than a tenth.
    fn default() -> Self {
        Self {
            bytes: 512 << 20,
            entries: 100_000,
            ratio: 200,
            free: 16 << 20,
        }
    }
}

/// What is left of the limits.
#[derive(Debug)]
pub(crate) struct Budget {
    limits: Limits,
    /// The length of the archive.
    packed: u64,
    unpacked: u64,
    entries: usize,
}

impl Budget {
    pub(crate) fn new(limits: Limits, packed: usize) -> Self {
        Self {
            limits,
            packed: packed as u64,
            unpacked: 0,
            entries: 0,
        }
    }

    /// Counts an entry.
    pub(crate) fn enter(&mut self) -> Result<(), ArchiveError> {
        self.entries += 1;
        if self.entries > self.limits.entries {
            return Err(ArchiveError::TooMany {
                limit: self.limits.entries,
            });
        }
        Ok(())
    }

    /// How many bytes may still come out.
    pub(crate) fn left(&self) -> u64 {
        self.allowed().saturating_sub(self.unpacked)
    }

    /// Counts bytes that came out.
    pub(crate) fn count(&mut self, bytes: u64) {
        self.unpacked = self.unpacked.saturating_add(bytes);
    }

    /// Why no more may come out.
    pub(crate) fn exceeded(&self) -> ArchiveError {
        match self.allowed() < self.limits.bytes {
            true => ArchiveError::Bomb {
                limit: self.limits.ratio,
            },
            false => ArchiveError::TooLarge {
                limit: self.limits.bytes,
            },
        }
    }

    /// All that is read, if it is no more than is left. What the archive says of its length
    /// does not matter.
    pub(crate) fn read(
        &mut self,
        mut reader: impl Read,
    ) -> io::Result<Result<Vec<u8>, ArchiveError>> {
        let left = self.left();
        let mut bytes = Vec::new();
        reader.by_ref().take(left + 1).read_to_end(&mut bytes)?;
        self.count(bytes.len() as u64);
        Ok(match bytes.len() as u64 > left {
            true => Err(self.exceeded()),
            false => Ok(bytes),
        })
    }

    fn allowed(&self) -> u64 {
        let by_ratio = self.packed.saturating_mul(self.limits.ratio);
        by_ratio.max(self.limits.free).min(self.limits.bytes)
    }
}
