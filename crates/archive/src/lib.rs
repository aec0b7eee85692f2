//! The files in wheels, source distributions and notebooks, read in memory: nothing is
//! written, no link is followed. The entry points are [`unpack`] and [`Notebook::parse`].

mod error;
mod limits;
mod notebook;
mod path;
mod tarball;
#[cfg(test)]
mod tests;
mod zipped;

pub use error::{ArchiveError, NotebookError};
pub use limits::Limits;
pub use notebook::{Cell, Notebook};

use limits::Budget;

/// The format of an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A wheel or another ZIP file.
    Zip,
    /// A tar file.
    Tar,
    /// A tar file compressed with gzip, such as a source distribution.
    TarGz,
}

impl Format {
    /// The format that the name of a file says; `None` if that is no archive that can be read.
    pub fn of(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
        if ends(&[".whl", ".zip"]) {
            Some(Self::Zip)
        } else if ends(&[".tar.gz", ".tgz"]) {
            Some(Self::TarGz)
        } else {
            ends(&[".tar"]).then_some(Self::Tar)
        }
    }
}

/// A file of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its path in the archive, with slashes.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// An entry of an archive that is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Its path as the archive has it.
    pub path: String,
    /// Why it is not read.
    pub reason: &'static str,
}

/// What is in an archive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unpacked {
    /// The files that were wanted, in the order of the archive.
    pub members: Vec<Member>,
    /// The entries that were wanted but are no plain files below the archive.
    pub skipped: Vec<Skipped>,
}

/// Reads those files of an archive whose paths `wanted` accepts.
///
/// # Errors
///
/// If the archive is damaged, a wanted file is encrypted or compressed in a way that cannot
/// be read, or if more than `limits` allows comes out of it.
pub fn unpack(
    format: Format,
    bytes: &[u8],
    limits: Limits,
    wanted: impl Fn(&str) -> bool,
) -> Result<Unpacked, ArchiveError> {
    let budget = Budget::new(limits, bytes.len());
    match format {
        Format::Zip => zipped::unpack(bytes, budget, &wanted),
        Format::Tar => tarball::unpack(bytes, budget, &wanted),
        Format::TarGz => tarball::unpack(flate2::read::MultiGzDecoder::new(bytes), budget, &wanted),
    }
}
