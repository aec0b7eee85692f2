//! The native command line. The entry point is [`main`]; every subcommand has a
//! module of its own, which prints and knows no rules.

#[cfg(not(target_arch = "wasm32"))]
mod inspect;

#[cfg(not(target_arch = "wasm32"))]
mod command {
    use super::inspect;
    use clap::{Parser, Subcommand};
    use std::process::ExitCode;

    /// Reads documents about what is new in Python.
    #[derive(Parser)]
    #[command(name = "whatsnew", version)]
    struct Arguments {
        #[command(subcommand)]
        command: Command,
    }

    #[derive(Subcommand)]
    enum Command {
        Inspect(inspect::Arguments),
    }

    pub fn run() -> ExitCode {
        match Arguments::parse().command {
            Command::Inspect(arguments) => inspect::run(&arguments),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
