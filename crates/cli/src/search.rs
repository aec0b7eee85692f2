//! `whatsnew search`: the ranked results of a query. The entry point is
//! [`run`].

use super::output::{Assets, fail, print};
use document::plain_text;
use query::{Engine, language};
use serde::Serialize;
use std::process::ExitCode;
use terms::{Kind, Series};

/// Print the features that match some words, the best first, as JSON
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    assets: Assets,
    /// Words to look for, and filters such as kind:removed
    #[arg(required = true, value_name = "QUERY")]
    words: Vec<String>,
}

#[derive(Serialize)]
struct Found<'a> {
    slug: &'a str,
    title: String,
    series: Series,
    kind: Kind,
}

/// Prints what the page would find.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let library = match arguments.assets.read() {
        Ok(library) => library,
        Err(error) => return fail(error),
    };
    let catalogue = &library.catalogue;
    let reading = language::read(&arguments.words.join(" "), catalogue);
    for problem in &reading.problems {
        eprintln!("whatsnew: {}", problem.message);
    }
    let ranked = Engine::of(&library).ranked_with(&library.leads, &reading.query);
    let features = ranked
        .iter()
        .filter_map(|index| catalogue.features.get(*index));
    let found: Vec<Found> = features
        .map(|feature| Found {
            slug: &feature.slug,
            title: plain_text(&feature.title),
            series: feature.series,
            kind: feature.kind,
        })
        .collect();
    print(&found)
}
