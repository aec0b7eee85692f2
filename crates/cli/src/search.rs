//! `whatsnew search`: prints the ranked results of a query. The entry point is [`run`].

use super::explain::explanation;
use super::output::{Assets, LoadError, fail, print};
use catalogue::Library;
use document::plain_text;
use query::{Engine, language};
use serde::Serialize;
use std::process::ExitCode;
use terms::{Kind, Series};
use upkeep::messages;
use upkeep::survey::read_table;

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
    let text = arguments.words.join(" ");
    let reading = language::parse(&text, catalogue);
    for problem in &reading.problems {
        eprintln!("whatsnew: {}", problem.message);
    }
    let engine = Engine::with_search(&library);
    let mut ranked = match explained(arguments, &library, &engine, &text) {
        Ok(explained) => explained,
        Err(error) => return fail(error),
    };
    let matches = engine.ranked_with_excerpts(&library.excerpts, &reading.query);
    let others = matches.into_iter().filter(|index| !ranked.contains(index));
    ranked.extend(others.collect::<Vec<_>>());
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

/// Fewer words are a search, not a question.
const FEWEST_WORDS: usize = 5;

/// The features that explain an error or answer a question; none if the text is neither.
fn explained(
    arguments: &Arguments,
    library: &Library,
    engine: &Engine,
    text: &str,
) -> Result<Vec<usize>, LoadError> {
    let is_question = text.split_whitespace().count() >= FEWEST_WORDS;
    if !is_question && !terms::is_report(text) {
        return Ok(Vec::new());
    }
    let folder = arguments.assets.folder();
    let Some(table) = read_table(folder)? else {
        return Ok(Vec::new());
    };
    let messages = messages::read(folder, Some(&table), library)?;
    let explanation = explanation(library, engine, &table, &messages, text);
    let answers = explanation.answers.into_iter();
    Ok(answers.filter_map(|answer| answer.feature).collect())
}
