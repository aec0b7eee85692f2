//! `whatsnew export`: prints the whole catalogue as JSON. The entry point is [`run`].

use super::output::{Assets, fail, print};
use publish::export;
use std::process::ExitCode;

/// Print the whole catalogue as JSON
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    assets: Assets,
}

/// Prints all features, PEPs, releases and documents.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match arguments.assets.load() {
        Ok(library) => print(&export(&library)),
        Err(error) => fail(error),
    }
}
