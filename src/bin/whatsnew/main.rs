//! The native command line. The entry point is [`main`]; every subcommand has a
//! module of its own, which prints and knows no rules.

#[cfg(not(target_arch = "wasm32"))]
mod bundle;
#[cfg(not(target_arch = "wasm32"))]
mod export;
#[cfg(not(target_arch = "wasm32"))]
mod inspect;
#[cfg(not(target_arch = "wasm32"))]
mod output;
#[cfg(not(target_arch = "wasm32"))]
mod prerender;
#[cfg(not(target_arch = "wasm32"))]
mod publish;
#[cfg(not(target_arch = "wasm32"))]
mod search;
#[cfg(not(target_arch = "wasm32"))]
mod update;
#[cfg(not(target_arch = "wasm32"))]
mod verify;

#[cfg(not(target_arch = "wasm32"))]
mod command {
    use super::{bundle, export, inspect, prerender, publish, search, update, verify};
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
        Bundle(bundle::Arguments),
        Export(export::Arguments),
        Inspect(inspect::Arguments),
        Prerender(prerender::Arguments),
        Publish(publish::Arguments),
        Search(search::Arguments),
        Update(update::Arguments),
        Verify(verify::Arguments),
    }

    pub fn run() -> ExitCode {
        match Arguments::parse().command {
            Command::Bundle(arguments) => bundle::run(&arguments),
            Command::Export(arguments) => export::run(&arguments),
            Command::Inspect(arguments) => inspect::run(&arguments),
            Command::Prerender(arguments) => prerender::run(&arguments),
            Command::Publish(arguments) => publish::run(&arguments),
            Command::Search(arguments) => search::run(&arguments),
            Command::Update(arguments) => update::run(&arguments),
            Command::Verify(arguments) => verify::run(&arguments),
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
