//! `whatsnew survey`: makes the table of public names from installed interpreters. The entry
//! point is [`run`].

use super::interpreters::Interpreters;
use super::output::fail;
use super::update::today;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use terms::Date;
use upkeep::survey::{Documentation, Options, Stubs, check, survey};

/// Make the table of public names from real interpreters, or compare it with them
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder with `api`
    #[arg(long, default_value = "assets", value_name = "DIR")]
    assets: PathBuf,
    #[command(flatten)]
    interpreters: Interpreters,
    /// The documentation's inventory as a table: name, role, page
    #[arg(long, value_name = "FILE", requires = "directives")]
    inventory: Option<PathBuf>,
    /// The documentation's "added in" and "deprecated" as a table: object, directive,
    /// versions, page, text
    #[arg(long, value_name = "FILE", requires = "inventory")]
    directives: Option<PathBuf>,
    /// The output of `assets/api/typeshed.py`
    #[arg(long, value_name = "FILE")]
    typeshed: Option<PathBuf>,
    /// Write nothing; fail if the interpreters differ from the table
    #[arg(long)]
    check: bool,
    /// A file to write statements to that interpreters contradict, one per line
    #[arg(long, value_name = "FILE")]
    conflicts: Option<PathBuf>,
    /// The day of the survey; today if left out
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
}

/// Writes the table and prints its size, or prints how the interpreters differ from it.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let options = match options(arguments) {
        Ok(options) => options,
        Err(message) => return fail(message),
    };
    if arguments.check {
        return match check(&options) {
            Ok(lines) if lines.is_empty() => {
                println!("The table agrees with the interpreters.");
                ExitCode::SUCCESS
            }
            Ok(lines) => {
                lines.iter().for_each(|line| println!("{line}"));
                fail(format!(
                    "{} differences; run `whatsnew survey`",
                    lines.len()
                ))
            }
            Err(error) => fail(error),
        };
    }
    match survey(&options) {
        Ok(merged) => {
            if let Some(path) = &arguments.conflicts {
                let lines = merged.conflicts.iter().map(|line| format!("{line}\n"));
                if let Err(error) = fs::write(path, lines.collect::<String>()) {
                    return fail(format!("{}: {error}", path.display()));
                }
            }
            let names: usize = merged.table.modules().map(|(_, rows)| rows.len()).sum();
            let modules = merged.table.modules().count();
            println!(
                "{names} names in {modules} modules; {} statements that interpreters contradict",
                merged.conflicts.len()
            );
            ExitCode::SUCCESS
        }
        Err(error) => fail(error),
    }
}

fn options(arguments: &Arguments) -> Result<Options, String> {
    let documentation = match (&arguments.inventory, &arguments.directives) {
        (Some(inventory), Some(directives)) => {
            let parsed = Documentation::parse(&read(inventory)?, &read(directives)?);
            Some(parsed.map_err(|error| format!("{}: {error}", directives.display()))?)
        }
        _ => None,
    };
    let stubs = arguments.typeshed.as_ref().map(|path| {
        Stubs::parse(&read(path)?).map_err(|error| format!("{}: {error}", path.display()))
    });
    let Some(as_of) = arguments.as_of.or_else(today) else {
        return Err("the clock of this machine cannot be read; set it".to_owned());
    };
    Ok(Options {
        assets: arguments.assets.clone(),
        interpreters: arguments.interpreters.found()?,
        documentation,
        stubs: stubs.transpose()?,
        as_of,
    })
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
