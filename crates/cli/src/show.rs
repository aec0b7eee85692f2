//! `whatsnew show`: one feature. The entry point is [`run`].

use super::output::{Assets, fail, print, print_text};
use std::process::ExitCode;

/// Print all about one feature: text, versions, repair sheet, samples, sources
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    assets: Assets,
    /// The feature's slug, such as pep-758; `whatsnew search` finds it
    slug: String,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Prints the feature.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let lookup = match arguments.assets.lookup() {
        Ok(lookup) => lookup,
        Err(error) => return fail(error),
    };
    match lookup.change(&arguments.slug) {
        Ok(change) if arguments.json => print(&change),
        Ok(change) => print_text(&change),
        Err(error) => fail(error),
    }
}
