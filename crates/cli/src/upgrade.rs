//! `whatsnew upgrade`: what differs between two versions. The entry point is [`run`].

use super::output::{Assets, fail, print, print_text};
use clap::builder::PossibleValuesParser;
use lookup::Narrowing;
use std::process::ExitCode;
use terms::Series;

/// Print what an upgrade breaks, deprecates and brings
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    assets: Assets,
    /// The version to upgrade from, such as 3.9
    from: Series,
    /// The version to upgrade to, such as 3.14; an older one for a downgrade
    to: Series,
    /// Only features that match words and filters, as in a search
    #[arg(value_name = "QUERY")]
    words: Vec<String>,
    /// Only these sections; in a downgrade they are missing, older and back
    #[arg(
        long,
        value_name = "SECTION",
        value_delimiter = ',',
        value_parser = PossibleValuesParser::new(lookup::concerns()),
    )]
    only: Vec<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Prints the changes between the versions.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let lookup = match arguments.assets.lookup() {
        Ok(lookup) => lookup,
        Err(error) => return fail(error),
    };
    let narrowing = Narrowing {
        query: arguments.words.join(" "),
        concerns: arguments.only.clone(),
        limit: None,
    };
    match lookup.upgrade(arguments.from, arguments.to, &narrowing) {
        Ok(changes) if arguments.json => print(&changes),
        Ok(changes) => print_text(&changes),
        Err(error) => fail(error),
    }
}
