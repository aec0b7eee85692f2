//! `whatsnew check`: which versions of Python a program runs on, and what an upgrade breaks in
//! it. The entry point is [`run`].

mod files;

use super::output::{Assets, fail, print};
use lookup::SourceFile;
use std::path::PathBuf;
use std::process::ExitCode;
use terms::Series;

/// Say which versions of Python code runs on, and what an upgrade breaks in it
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    assets: Assets,
    /// Files and folders; `-` for standard input
    #[arg(default_value = ".", value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The oldest version that the code is to run on
    #[arg(long, value_name = "VERSION")]
    from: Option<Series>,
    /// The newest version that the code is to run on
    #[arg(long, value_name = "VERSION")]
    to: Option<Series>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Checks the files that the arguments name.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let files: Vec<SourceFile> = match files::read(&arguments.paths) {
        Ok(files) => files,
        Err(error) => return fail(error),
    };
    let lookup = match arguments.assets.lookup() {
        Ok(lookup) => lookup,
        Err(error) => return fail(error),
    };
    match lookup.check(&files, arguments.from, arguments.to) {
        Ok(checked) => print(&checked),
        Err(error) => fail(error),
    }
}
