//! `whatsnew search`: the ranked results of a query. The entry point is [`run`].

use super::output::{Assets, fail, print, print_text};
use std::io::{IsTerminal, stdout};
use std::process::ExitCode;

/// Print the features that match a query, best match first
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    assets: Assets,
    /// Words to search for, and filters such as kind:removed
    #[arg(required = true, value_name = "QUERY")]
    words: Vec<String>,
    /// The most features to print; without it 20 as text, all as JSON
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Print JSON, which is also printed if no terminal listens
    #[arg(long)]
    json: bool,
    /// Print text, even if no terminal listens
    #[arg(long, conflicts_with = "json")]
    text: bool,
}

/// The most features that are printed as text.
const TEXT_LIMIT: usize = 20;

/// Prints the same results that the page would show.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let lookup = match arguments.assets.lookup() {
        Ok(lookup) => lookup,
        Err(error) => return fail(error),
    };
    let is_text = arguments.text || !arguments.json && stdout().is_terminal();
    let limit = if is_text { TEXT_LIMIT } else { usize::MAX };
    let limit = arguments.limit.unwrap_or(limit);
    let found = lookup.search(&arguments.words.join(" "), limit);
    if is_text {
        return print_text(&found);
    }
    for problem in &found.problems {
        eprintln!("whatsnew: {problem}");
    }
    let results = found.results.iter().map(|hit| &hit.result);
    print(&results.collect::<Vec<_>>())
}
