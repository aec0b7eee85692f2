//! `whatsnew messages`: compares the table of messages with interpreters. The entry point is
//! [`run`].

use super::interpreters::Interpreters;
use super::output::{Assets, fail};
use std::process::ExitCode;
use upkeep::messages::{compare, read};
use upkeep::survey::read_table;

/// Compare how errors and warnings are worded with real interpreters
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    assets: Assets,
    #[command(flatten)]
    interpreters: Interpreters,
}

/// Prints the messages that an interpreter does not have, and the numbers of the others.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match compared(arguments) {
        Ok(code) => code,
        Err(message) => fail(message),
    }
}

fn compared(arguments: &Arguments) -> Result<ExitCode, String> {
    let interpreters = arguments.interpreters.found()?;
    if interpreters.is_empty() {
        return Err(
            "no interpreter is given; name some with --python PROGRAM or --root DIR".to_owned(),
        );
    }
    let folder = arguments.assets.folder();
    let library = arguments.assets.load().map_err(|error| error.to_string())?;
    let table = read_table(folder).map_err(|error| error.to_string())?;
    let messages = read(folder, table.as_ref(), &library).map_err(|error| error.to_string())?;
    let comparison =
        compare(&messages, folder, &interpreters).map_err(|error| error.to_string())?;
    for (series, message) in &comparison.missing {
        println!("{series} does not say {message}");
    }
    println!(
        "{} messages are there in all versions given, {} in more; {} are put together",
        comparison.confirmed, comparison.wider, comparison.composed
    );
    Ok(match comparison.missing.is_empty() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}
