//! What every subcommand prints with. The entry points are [`print`],
//! [`write`] and [`fail`].

use catalogue::Library;
use catalogue::own::Base;
use catalogue::sources::{self, Sources, SourcesError};
use serde::Serialize;
use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Prints a value as JSON on standard output.
pub(crate) fn print<T: Serialize>(value: &T) -> ExitCode {
    let mut out = io::stdout().lock();
    let written = serde_json::to_writer_pretty(&mut out, value)
        .map_err(io::Error::from)
        .and_then(|()| io::Write::write_all(&mut out, b"\n"));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => fail(format!("the result cannot be written: {error}")),
    }
}

/// Writes files, each a path below the folder and its bytes; how many files and
/// bytes that were. Folders are made where they are not there.
pub(crate) fn write<'a>(
    folder: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> io::Result<(usize, usize)> {
    let (mut count, mut length) = (0, 0);
    fs::create_dir_all(folder)?;
    for (path, bytes) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, bytes)?;
        count += 1;
        length += bytes.len();
    }
    Ok((count, length))
}

/// Says on standard error what went wrong.
pub(crate) fn fail(message: impl std::fmt::Display) -> ExitCode {
    eprintln!("whatsnew: {message}");
    ExitCode::FAILURE
}

/// Where the documents, facts and samples are.
#[derive(clap::Args)]
pub(crate) struct Assets {
    /// The folder that holds `documents`, `facts` and `samples`
    #[arg(long, default_value = "assets", value_name = "DIR")]
    assets: PathBuf,
}

impl Assets {
    /// Reads and merges everything.
    pub(crate) fn read(&self) -> Result<Library, SourcesError> {
        sources::read(&self.assets)
    }
}

/// The assets, and documents of somebody's own beside or instead of theirs.
#[derive(clap::Args)]
pub(crate) struct Chosen {
    #[command(flatten)]
    assets: Assets,
    /// A folder of Markdown files of your own to take as well; what is wrong in
    /// them is reported and stops nothing
    #[arg(long, value_name = "DIR")]
    documents: Option<PathBuf>,
    /// Take those instead of the documents in the assets
    #[arg(long, requires = "documents")]
    only: bool,
}

impl Chosen {
    /// What is chosen as it is written, and the library that it makes.
    pub(crate) fn read(&self) -> Result<(Base, Library), SourcesError> {
        let mut sources = Sources::read(&self.assets.assets)?;
        let Some(folder) = &self.documents else {
            return Ok((sources.base(), sources.library()?));
        };
        sources.add(folder, self.only)?;
        let base = sources.base();
        let (library, diagnostics) = sources.library_with_diagnostics();
        for diagnostic in diagnostics {
            eprintln!("{diagnostic}");
        }
        Ok((base, library))
    }
}
