//! The native command line. The entry point is [`main`]; each subcommand is a module,
//! which only handles arguments and output.

mod api;
mod bundle;
mod check;
mod completions;
#[cfg(feature = "docset")]
mod docset;
mod explain;
mod export;
mod inspect;
mod interpreters;
mod man;
mod mcp;
mod messages;
mod output;
mod prerender;
mod publish;
mod repairs;
mod search;
mod show;
mod site;
mod survey;
mod update;
mod upgrade;
mod verify;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Check, search and publish documents about what is new in Python.
#[derive(Parser)]
#[command(name = "whatsnew", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Api(api::Arguments),
    Bundle(bundle::Arguments),
    Check(check::Arguments),
    Completions(completions::Arguments),
    #[cfg(feature = "docset")]
    Docset(docset::Arguments),
    Explain(explain::Arguments),
    Export(export::Arguments),
    Inspect(inspect::Arguments),
    Man(man::Arguments),
    Mcp(mcp::Arguments),
    Messages(messages::Arguments),
    Prerender(prerender::Arguments),
    Publish(publish::Arguments),
    Repairs(repairs::Arguments),
    Search(search::Arguments),
    Show(show::Arguments),
    Site(site::Arguments),
    Survey(survey::Arguments),
    Update(update::Arguments),
    Upgrade(upgrade::Arguments),
    Verify(verify::Arguments),
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Api(arguments) => api::run(&arguments),
        Command::Bundle(arguments) => bundle::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        #[cfg(feature = "docset")]
        Command::Docset(arguments) => docset::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Inspect(arguments) => inspect::run(&arguments),
        Command::Man(arguments) => man::run(&arguments),
        Command::Mcp(arguments) => mcp::run(&arguments),
        Command::Messages(arguments) => messages::run(&arguments),
        Command::Prerender(arguments) => prerender::run(&arguments),
        Command::Publish(arguments) => publish::run(&arguments),
        Command::Repairs(arguments) => repairs::run(&arguments),
        Command::Search(arguments) => search::run(&arguments),
        Command::Show(arguments) => show::run(&arguments),
        Command::Site(arguments) => site::run(&arguments),
        Command::Survey(arguments) => survey::run(&arguments),
        Command::Update(arguments) => update::run(&arguments),
        Command::Upgrade(arguments) => upgrade::run(&arguments),
        Command::Verify(arguments) => verify::run(&arguments),
    }
}
