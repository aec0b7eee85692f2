//! `whatsnew bundle`: writes the bundle. The entry point is [`run`].

use super::output::{Sources, fail, write};
use catalogue::bundle;
use std::{path::PathBuf, process::ExitCode};

/// Write the bundle that the page loads
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    sources: Sources,
    /// The folder to write to; created if it does not exist
    #[arg(long, default_value = "assets/bundle", value_name = "DIR")]
    output: PathBuf,
}

/// Writes all parts and prints their number and size.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let (base, library) = match arguments.sources.load() {
        Ok(loaded) => loaded,
        Err(error) => return fail(error),
    };
    let files = bundle::write(&library).and_then(|mut files| {
        files.push(bundle::write_base(&base)?);
        Ok(files)
    });
    let files = match files {
        Ok(files) => files,
        Err(error) => return fail(error),
    };
    let parts = files.iter();
    let parts = parts.map(|file| (file.path.as_str(), file.bytes.as_slice()));
    let (count, bytes) = match write(&arguments.output, parts) {
        Ok(written) => written,
        Err(error) => return fail(format!("{}: {error}", arguments.output.display())),
    };
    println!(
        "{} features from {} documents, {} samples: {count} files, {bytes} bytes",
        library.catalogue.features.len(),
        library.catalogue.documents.len(),
        library.samples.len(),
    );
    ExitCode::SUCCESS
}
