//! `whatsnew explain`: the changes that explain what Python said. The entry point is
//! [`run`].

use super::output::{Assets, fail, print};
use ::api::Table;
use ::explain::{Answer, Evidence, Explanation, Messages, Paste, Side, explain};
use catalogue::Library;
use document::plain_text;
use query::{Engine, Query};
use serde::Serialize;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};
use terms::{Kind, Series};
use upkeep::survey::read_table;

/// Explain an error, a warning or a traceback: the change, the cause and the repair
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    assets: Assets,
    /// The file with what Python said; `-` or nothing for standard input
    #[arg(default_value = "-", value_name = "FILE")]
    file: PathBuf,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// An explanation as JSON.
#[derive(Serialize)]
struct Explained<'a> {
    /// The side to blame for what the first answer explains.
    side: &'static str,
    answers: Vec<Answered<'a>>,
    remarks: &'a [String],
}

#[derive(Serialize)]
struct Answered<'a> {
    /// The slug of the change, or null if only the life of a name explains it.
    change: Option<&'a str>,
    title: Option<String>,
    name: Option<&'a str>,
    version: Option<Series>,
    kind: Option<Kind>,
    confidence: &'static str,
    side: &'static str,
    /// The side in words.
    verdict: Option<&'static str>,
    why: &'a str,
    /// What the message gets wrong.
    corrections: Vec<String>,
    /// The lines of the text that it explains, from 1.
    lines: &'a [usize],
    /// The further ones in words.
    #[serde(skip)]
    also: Option<String>,
    instead: Option<String>,
    /// The repaired code of the change's sheet.
    after: Option<&'a str>,
}

/// Explains a file or standard input.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let text = match read(&arguments.file) {
        Ok(text) => text,
        Err(error) => return fail(format!("{}: {error}", arguments.file.display())),
    };
    let library = match arguments.assets.load() {
        Ok(library) => library,
        Err(error) => return fail(error),
    };
    let table = match read_table(arguments.assets.folder()) {
        Ok(Some(table)) => table,
        Ok(None) => return fail("the assets have no table of names; run `whatsnew survey`"),
        Err(error) => return fail(error),
    };
    let messages = match upkeep::messages::read(arguments.assets.folder(), Some(&table), &library) {
        Ok(messages) => messages,
        Err(error) => return fail(error),
    };
    let explanation = explanation(
        &library,
        &Engine::with_search(&library),
        &table,
        &messages,
        &text,
    );
    let answers = explanation.answers.iter();
    let explained = Explained {
        side: explanation.side().key(),
        answers: answers
            .map(|answer| Answered::new(answer, &library))
            .collect(),
        remarks: &explanation.remarks,
    };
    if arguments.json {
        return print(&explained);
    }
    print_explained(&explained);
    ExitCode::SUCCESS
}

/// What explains a text.
pub(crate) fn explanation(
    library: &Library,
    engine: &Engine,
    table: &Table,
    messages: &Messages,
    text: &str,
) -> Explanation {
    let search = |words: &str| {
        let query = Query {
            text: words.to_owned(),
            ..Query::default()
        };
        engine.ranked_with_excerpts(&library.excerpts, &query)
    };
    let evidence = Evidence {
        catalogue: &library.catalogue,
        names: &library.names,
        tables: &[table],
        messages,
    };
    explain(&Paste::parse(text), evidence, &search)
}

/// The text of a file, or of standard input if it is `-`. What is not UTF-8 is replaced.
fn read(file: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes)?;
    } else {
        bytes = fs::read(file)?;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

impl<'a> Answered<'a> {
    fn new(answer: &'a Answer, library: &'a Library) -> Self {
        let feature = answer
            .feature
            .and_then(|index| library.catalogue.features.get(index));
        let text = feature.and_then(|feature| {
            let mut texts = library.feature_texts.get(&feature.series)?.iter();
            texts.find(|text| text.slug == feature.slug)
        });
        let after = text.and_then(|text| text.repair.after.as_ref());
        let instead = text.map(|text| plain_text(&text.instead));
        Self {
            change: feature.map(|feature| feature.slug.as_str()),
            title: feature.map(|feature| plain_text(&feature.title)),
            name: answer.name.as_deref(),
            version: answer.version,
            kind: answer.kind,
            confidence: answer.certainty.key(),
            side: answer.side.key(),
            verdict: answer.verdict(),
            why: &answer.why,
            corrections: answer.corrections(instead.as_deref().unwrap_or_default()),
            lines: &answer.lines,
            also: answer.also(),
            instead: instead.filter(|instead| !instead.is_empty()),
            after: after.map(|after| after.value.text.as_str()),
        }
    }
}

fn print_explained(explained: &Explained) {
    for answer in &explained.answers {
        print_answer(answer);
    }
    for remark in explained.remarks {
        match Side::Neither
            .words()
            .filter(|_| explained.answers.is_empty())
        {
            Some(verdict) => println!("{verdict}: {remark}"),
            None => println!("{remark}"),
        }
    }
    if explained.answers.is_empty() && explained.remarks.is_empty() {
        println!("No change of Python explains this text.");
    }
}

fn print_answer(answer: &Answered) {
    match answer.verdict {
        Some(verdict) => println!("{verdict}: {}", answer.why),
        None => println!("{}", answer.why),
    }
    let title = answer.title.as_deref().or(answer.name).unwrap_or_default();
    let version = answer.version.map(|version| format!("Python {version}: "));
    println!(
        "    {}{title} ({})",
        version.unwrap_or_default(),
        answer.confidence
    );
    for correction in &answer.corrections {
        println!("    Beware: {correction}");
    }
    if let Some(also) = &answer.also {
        println!("    It {also}.");
    }
    if let Some(instead) = &answer.instead {
        println!("    Instead: {instead}");
    }
    if let Some(code) = answer.after {
        for line in code.lines() {
            println!("        {line}");
        }
    }
    if let Some(slug) = answer.change {
        println!("    Change: {slug}");
    }
}
