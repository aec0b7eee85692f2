//! `whatsnew bundle`: the files that the page loads. The entry point is
//! [`run`].

use super::output::{Assets, fail};
use std::{fs, io, path::PathBuf, process::ExitCode};
use whats_new::catalogue::Library;
use whats_new::catalogue::bundle::{self, File};
use whats_new::catalogue::own::Base;
use whats_new::catalogue::sources::SourcesError;

/// Write the bundle that the page loads
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    assets: Assets,
    /// The folder to write to; it is made where it is not there
    #[arg(long, default_value = "assets/bundle", value_name = "DIR")]
    output: PathBuf,
    /// A folder of Markdown files of your own to bundle as well; what is odd in
    /// them is told and stops nothing
    #[arg(long, value_name = "DIR")]
    documents: Option<PathBuf>,
    /// Bundle those instead of the documents in the assets
    #[arg(long, requires = "documents")]
    only: bool,
    /// A file for the index of the search by itself, to be measured
    #[arg(long, value_name = "FILE")]
    index: Option<PathBuf>,
}

/// Writes every part and says what came of it.
pub fn run(arguments: &Arguments) -> ExitCode {
    let (base, library) = match read(arguments) {
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

/// What is bundled, and the library that it makes.
fn read(arguments: &Arguments) -> Result<(Base, Library), SourcesError> {
    let mut sources = arguments.assets.sources()?;
    let Some(folder) = &arguments.documents else {
        return Ok((sources.base(), sources.library()?));
    };
    sources.add(folder, arguments.only)?;
    let base = sources.base();
    let (library, problems) = sources.library_with_problems();
    for problem in problems {
        eprintln!("whatsnew: {problem}");
    }
    Ok((base, library))
}

fn write(arguments: &Arguments, files: &[File]) -> io::Result<()> {
    fs::create_dir_all(&arguments.output)?;
    for file in files {
        fs::write(arguments.output.join(&file.path), &file.bytes)?;
    }
    Ok(())
}
