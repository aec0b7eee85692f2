//! `whatsnew search`: prints the ranked results of a query. The entry point is [`run`].

use super::output::{Assets, fail, print};
use document::plain_text;
use query::{Engine, language};
use serde::Serialize;
use std::process::ExitCode;
use terms::{Kind, Series};

/// Print the features that match a query as JSON, best match first
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    assets: Assets,
    /// Words to search for, and filters such as kind:removed
    #[arg(required = true, value_name = "QUERY")]
    words: Vec<String>,
}

#[derive(Serialize)]
struct SearchResult<'a> {
    slug: &'a str,
    title: String,
    series: Series,
    kind: Kind,
}

/// Prints the same results that the page would show.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let library = match arguments.assets.load() {
        Ok(library) => library,
        Err(error) => return fail(error),
    };
    let catalogue = &library.catalogue;
    let reading = language::parse(&arguments.words.join(" "), catalogue);
    for problem in &reading.problems {
        eprintln!("whatsnew: {}", problem.message);
    }
    let ranked =
        Engine::with_search(&library).ranked_with_excerpts(&library.excerpts, &reading.query);
    let features = ranked
        .iter()
        .filter_map(|index| catalogue.features.get(*index));
    let results: Vec<SearchResult> = features
        .map(|feature| SearchResult {
            slug: &feature.slug,
            title: plain_text(&feature.title),
            series: feature.series,
            kind: feature.kind,
        })
        .collect();
    print(&results)
}
