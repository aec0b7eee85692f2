//! What every subcommand prints with. The entry points are [`print`] and
//! [`fail`].

use serde::Serialize;
use std::{io, path::PathBuf, process::ExitCode};
use whats_new::catalogue::Library;
use whats_new::catalogue::sources::{self, Sources, SourcesError};

/// Prints a value as JSON on standard output.
pub fn print<T: Serialize>(value: &T) -> ExitCode {
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

/// Says on standard error what went wrong.
pub fn fail(message: impl std::fmt::Display) -> ExitCode {
    eprintln!("whatsnew: {message}");
    ExitCode::FAILURE
}

/// Where the documents, facts and samples are.
#[derive(clap::Args)]
pub struct Assets {
    /// The folder that holds `documents`, `facts` and `samples`
    #[arg(long, default_value = "assets", value_name = "DIR")]
    assets: PathBuf,
}

impl Assets {
    /// Reads everything as it is written.
    pub fn sources(&self) -> Result<Sources, SourcesError> {
        Sources::read(&self.assets)
    }

    /// Reads and merges everything.
    pub fn read(&self) -> Result<Library, SourcesError> {
        sources::read(&self.assets)
    }
}
