//! `whatsnew bundle`: the files that the page loads. The entry point is
//! [`run`].

use super::output::{Assets, fail};
use std::{fs, io, path::PathBuf, process::ExitCode};
use whats_new::catalogue::bundle::{self, File};

/// Write the bundle that the page loads
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    assets: Assets,
    /// The folder to write to; it is made where it is not there
    #[arg(long, default_value = "assets/bundle", value_name = "DIR")]
    output: PathBuf,
    /// A file for the index of the search by itself, to be measured
    #[arg(long, value_name = "FILE")]
    index: Option<PathBuf>,
}

/// Writes every part and says what came of it.
pub fn run(arguments: &Arguments) -> ExitCode {
    let library = match arguments.assets.read() {
        Ok(library) => library,
        Err(error) => return fail(error),
    };
    let files = match bundle::write(&library) {
        Ok(files) => files,
        Err(error) => return fail(error),
    };
    if let Err(error) = write(arguments, &files) {
        return fail(format!("{}: {error}", arguments.output.display()));
    }
    if let Some(path) = &arguments.index {
        let index = match bundle::index(&library.catalogue) {
            Ok(index) => index,
            Err(error) => return fail(error),
        };
        if let Err(error) = fs::write(path, index.bytes) {
            return fail(format!("{}: {error}", path.display()));
        }
    }
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    println!(
        "{} features from {} documents, {} samples: {} files, {bytes} bytes",
        library.catalogue.features.len(),
        library.catalogue.documents.len(),
        library.samples.len(),
        files.len(),
    );
    ExitCode::SUCCESS
}

fn write(arguments: &Arguments, files: &[File]) -> io::Result<()> {
    fs::create_dir_all(&arguments.output)?;
    for file in files {
        fs::write(arguments.output.join(&file.path), &file.bytes)?;
    }
    Ok(())
}
