//! `whatsnew bundle`: writes the bundle. The entry point is [`run`].

use super::output::{Loaded, Sources, fail, write};
use ::check::{self as checks, KnowledgeFiles};
use ::explain as explanations;
use catalogue::bundle::{self, EncodeError, File};
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
    let loaded = match arguments.sources.load() {
        Ok(loaded) => loaded,
        Err(error) => return fail(error),
    };
    let files = match bundle_files(&loaded) {
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
        loaded.library.catalogue.features.len(),
        loaded.library.catalogue.documents.len(),
        loaded.library.samples.len(),
    );
    ExitCode::SUCCESS
}

/// All parts: those of the library, its sources, the messages, and those of the table of
/// names with what is known besides it.
///
/// # Errors
/// If one cannot be encoded.
pub(crate) fn bundle_files(loaded: &Loaded) -> Result<Vec<File>, EncodeError> {
    let mut files = bundle::write(&loaded.library)?;
    files.push(bundle::write_base(&loaded.base)?);
    files.push(explanations::write(&loaded.messages)?);
    if let (Some(table), Some(lists)) = (&loaded.table, &loaded.lists) {
        let names = api::bundle::write(table)?;
        let searched = api::bundle::names().path;
        let tables = names.iter().map(|file| file.path.clone());
        files.push(checks::write(&KnowledgeFiles {
            tables: tables.filter(|path| *path != searched).collect(),
            lists: lists.clone(),
        })?);
        files.extend(names);
    }
    Ok(files)
}
