//! `whatsnew bundle`: writes the bundle. The entry point is [`run`].

use super::output::{Loaded, Sources, fail, write};
use ::explain::{self as explanations, Messages};
use api::Table;
use catalogue::Library;
use catalogue::bundle::{self, EncodeError, File};
use catalogue::own::Base;
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
    let Loaded {
        base,
        library,
        table,
        messages,
    } = match arguments.sources.load() {
        Ok(loaded) => loaded,
        Err(error) => return fail(error),
    };
    let files = match bundle_files(&base, &library, table.as_ref(), &messages) {
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

/// All parts: those of the library, its sources, the messages, and those of the table of
/// names.
///
/// # Errors
/// If one cannot be encoded.
pub(crate) fn bundle_files(
    base: &Base,
    library: &Library,
    table: Option<&Table>,
    messages: &Messages,
) -> Result<Vec<File>, EncodeError> {
    let mut files = bundle::write(library)?;
    files.push(bundle::write_base(base)?);
    files.push(explanations::write(messages)?);
    files.extend(
        table
            .map(api::bundle::write)
            .transpose()?
            .into_iter()
            .flatten(),
    );
    Ok(files)
}
