//! `whatsnew mcp`: a server for assistants. The entry point is [`run`].

use super::output::{Assets, fail};
use std::process::ExitCode;

/// Answer the questions of an assistant by the Model Context Protocol, on standard input and
/// output
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    assets: Assets,
}

/// Serves a client until it closes the input.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let lookup = match arguments.assets.lookup() {
        Ok(lookup) => lookup,
        Err(error) => return fail(error),
    };
    match ::mcp::serve(lookup) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(error),
    }
}
