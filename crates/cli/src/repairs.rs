//! `whatsnew repairs`: runs the code of repair sheets. The entry point is [`run`].

use super::interpreters::Interpreters;
use super::output::fail;
use catalogue::sources;
use std::path::PathBuf;
use std::process::ExitCode;
use upkeep::repairs::{Extent, count, try_all};

/// Run the code of repair sheets on real interpreters, and compare it with what they say
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The folder with `documents`
    #[arg(long, default_value = "assets", value_name = "DIR")]
    assets: PathBuf,
    #[command(flatten)]
    interpreters: Interpreters,
}

/// Prints the differences, and what was run.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let interpreters = match arguments.interpreters.found() {
        Ok(found) if found.is_empty() => {
            return fail("no interpreter is given; name some with --python PROGRAM or --root DIR");
        }
        Ok(found) => found,
        Err(message) => return fail(message),
    };
    let library = match sources::read(&arguments.assets) {
        Ok(library) => library,
        Err(error) => return fail(error),
    };
    let (sheets, untested) = count(&library);
    match try_all(&library, &interpreters, Extent::All) {
        Ok((programs, differences)) => {
            for difference in &differences {
                println!(
                    "{} on {}: {}",
                    difference.slug, difference.release, difference.message
                );
            }
            for (reason, number) in &untested {
                println!("not run: {number} sheets, because {reason}");
            }
            println!(
                "{programs} programs of {sheets} sheets ran; {} differ",
                differences.len()
            );
            match differences.len() {
                0 => ExitCode::SUCCESS,
                _ => ExitCode::FAILURE,
            }
        }
        Err(error) => fail(error),
    }
}
