//! `whatsnew bundle`: the files that the page loads. The entry point is
//! [`run`].

use super::output::{Chosen, fail, write};
use catalogue::bundle;
use std::{path::PathBuf, process::ExitCode};

/// Write the bundle that the page loads
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    chosen: Chosen,
    /// The folder to write to; it is made where it is not there
    #[arg(long, default_value = "assets/bundle", value_name = "DIR")]
    output: PathBuf,
}

/// Writes every part and says what came of it.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let (base, library) = match arguments.chosen.read() {
        Ok(both) => both,
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
