//! Why an archive or a notebook cannot be read.

use std::io;

/// Why an archive cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// It is not a ZIP file, or a damaged one.
    #[error("it is not a whole ZIP file ({0}); build or download it again")]
    Zip(zip::result::ZipError),
    /// It is not a tar file, or a damaged one.
    #[error("it is not a whole tar file ({0}); build or download it again")]
    Tar(io::Error),
    /// An entry is encrypted.
    #[error("{path} in it is encrypted; unpack the archive with its password and check the folder")]
    Encrypted {
        /// Its path in the archive.
        path: String,
    },
    /// An entry is compressed in a way that cannot be read.
    #[error(
        "{path} in it is compressed as {method}, and only `deflate` can be read; unpack the \
         archive and check the folder"
    )]
    Method {
        /// Its path in the archive.
        path: String,
        /// The name of the method.
        method: String,
    },
    /// More than allowed comes out of it.
    #[error("more than {limit} bytes come out of it; unpack it and check the folder")]
    TooLarge {
        /// How many bytes are allowed.
        limit: u64,
    },
    /// It has more entries than allowed.
    #[error("it has more than {limit} entries; unpack it and check the folder")]
    TooMany {
        /// How many are allowed.
        limit: usize,
    },
    /// It is compressed so well that it is made to fill the memory.
    #[error(
        "it unpacks to more than {limit} times its length, as no source does; if you trust it, \
         unpack it and check the folder"
    )]
    Bomb {
        /// How many times the length is allowed.
        limit: u64,
    },
}

/// Why a notebook cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum NotebookError {
    /// It is not JSON, or not a notebook.
    #[error("it is not a Jupyter notebook ({0})")]
    Malformed(#[from] serde_json::Error),
    /// It is in the format before version 4, which has no list of cells.
    #[error("it is a notebook of format {0}; save it with Jupyter as format 4")]
    Old(u64),
    /// It is in another language than Python.
    #[error("it is a notebook in {0}, not in Python")]
    Language(String),
}
