//! `whatsnew check`: which versions of Python a program runs on, and what an upgrade breaks in
//! it. The entry point is [`run`].

mod exclude;
mod files;
mod github;
mod inputs;
mod junit;
mod metadata;
mod report;
mod sarif;
mod settings;
mod text;
mod versions;

use super::output::Assets;
use exclude::Excluded;
use lookup::Reports;
use report::Report;
use settings::Settings;
use std::io::{self, Write};
use std::mem;
use std::path::PathBuf;
use std::process::ExitCode;
use terms::Series;
use versions::Versions;

/// Say which versions of Python code runs on, and what an upgrade breaks in it
///
/// Ends with 0 if nothing is found, with 1 if something is, and with 2 if the arguments or the
/// settings are wrong or something cannot be read.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    assets: Assets,
    /// Files, folders, wheels and other archives, notebooks; `-` for standard input
    #[arg(default_value = ".", value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The oldest version that the code is to run on
    #[arg(long, value_name = "VERSION")]
    from: Option<Series>,
    /// The newest version that the code is to run on
    #[arg(long, value_name = "VERSION")]
    to: Option<Series>,
    /// Leave out what matches in folders and archives, written as in `.gitignore`
    #[arg(long, value_name = "GLOB")]
    exclude: Vec<String>,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Print JSON: short for `--format json`
    #[arg(long, conflicts_with = "format")]
    json: bool,
}

/// How what is found is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
enum Format {
    /// For people, with the lines of source
    #[default]
    Text,
    /// Everything, as docs/check.md describes it
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Commands of GitHub's workflows, which annotate the lines of a change
    Github,
    /// JUnit's XML, for test reports
    Junit,
}

/// What the command ends with if it cannot do its work.
const FAILED: u8 = 2;

/// Checks the files that the arguments name.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match checked(arguments) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("whatsnew: {message}");
            ExitCode::from(FAILED)
        }
    }
}

fn checked(arguments: &Arguments) -> Result<ExitCode, String> {
    let text = |error: &dyn std::fmt::Display| error.to_string();
    let first = arguments.paths.first().map(PathBuf::as_path);
    let settings = Settings::find(first).map_err(|error| text(&error))?;
    let excluded = Excluded::new(&arguments.exclude, settings.as_ref());
    let excluded = excluded.map_err(|error| text(&error))?;
    let (inputs, knowledge) = rayon::join(
        || files::read(&arguments.paths, &excluded),
        || arguments.assets.knowledge(),
    );
    let (from, to) = (arguments.from, arguments.to);
    let versions = Versions::choose(from, to, settings.as_ref(), &inputs.required);
    let versions = versions.map_err(|error| text(&error))?;
    for problem in &inputs.problems {
        eprintln!("whatsnew: {problem}");
    }
    for skipped in &inputs.skipped {
        eprintln!("whatsnew: {skipped}");
    }
    if inputs.files.is_empty() && inputs.problems.is_empty() {
        eprintln!("whatsnew: there are no Python files in what was given");
    }
    let knowledge = knowledge.map_err(|error| text(&error))?;
    let loaded = knowledge.lookup_while(|table, lists| {
        let (from, to) = versions.asked(table);
        Reports::of(&inputs.files, table, lists, from, to)
    });
    let (lookup, reports) = loaded.map_err(|error| text(&error))?;
    let checked = lookup.explain_reports(&inputs.files, reports);
    let checked = checked.map_err(|error| versions.explain(&error))?;
    let report = Report {
        checked,
        inputs: &inputs,
        versions: &versions,
        lookup: &lookup,
    };
    let format = match arguments.json {
        true => Format::Json,
        false => arguments.format,
    };
    match print(&report, format) {
        // The reading end of the pipe was closed, as by `head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
        Err(error) => return Err(format!("the result cannot be written: {error}")),
        Ok(()) => {}
    }
    let code = if !inputs.problems.is_empty() {
        FAILED
    } else {
        u8::from(report.checked.has_problems())
    };
    // The process ends here, and frees its memory faster than each object would be freed.
    mem::forget((report.checked, lookup, inputs));
    Ok(ExitCode::from(code))
}

fn print(report: &Report<'_>, format: Format) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match format {
        Format::Text => return text::print(report),
        Format::Json => serde_json::to_writer_pretty(&mut out, &report.placed())?,
        Format::Sarif => serde_json::to_writer_pretty(&mut out, &sarif::log(report))?,
        Format::Github => github::write(report, &mut out)?,
        Format::Junit => junit::write(report, &mut out)?,
    }
    if matches!(format, Format::Json | Format::Sarif) {
        out.write_all(b"\n")?;
    }
    out.flush()
}
