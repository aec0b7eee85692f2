//! `whatsnew completions`: what a shell needs to complete commands and options. The entry
//! point is [`run`].

use super::output::print_bytes;
use clap::CommandFactory;
use clap_complete::{Shell, generate};
use std::process::ExitCode;

/// Print the script that makes a shell complete commands and options
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The shell
    shell: Shell,
}

/// Prints the script.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let mut script = Vec::new();
    let mut command = crate::Arguments::command();
    generate(arguments.shell, &mut command, "whatsnew", &mut script);
    print_bytes(&script)
}
