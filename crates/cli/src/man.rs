//! `whatsnew man`: the pages of the manual. The entry point is [`run`].

use super::output::{fail, print_bytes};
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use std::process::ExitCode;

/// Print a page of the manual, for `man`
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The command that the page is about; without it, the page of all
    command: Option<String>,
}

/// Prints the page.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let mut all = crate::Arguments::command();
    // Gives the commands their full names.
    all.build();
    let about = match &arguments.command {
        None => all,
        Some(name) => match all.find_subcommand(name) {
            Some(command) => command.clone(),
            None => return fail(unknown(&all, name)),
        },
    };
    let mut page = Vec::new();
    let source = concat!("whatsnew ", env!("CARGO_PKG_VERSION"));
    match Man::new(about).source(source).render(&mut page) {
        Ok(()) => print_bytes(&page),
        Err(error) => fail(format!("the page cannot be written: {error}")),
    }
}

fn unknown(all: &Command, name: &str) -> String {
    let commands: Vec<&str> = all.get_subcommands().map(Command::get_name).collect();
    format!(
        "there is no command `{name}`; give one of {}",
        commands.join(", ")
    )
}
