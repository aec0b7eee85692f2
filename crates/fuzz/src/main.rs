//! `cargo xtask fuzz` starts this program. [`main`] is the entry point.

use clap::Parser;
use fuzz::campaign::{self, Summary};
use fuzz::{TARGETS, Target};
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

/// Run the parsers on mutated input, all at the same time
#[derive(Parser)]
struct Arguments {
    /// The parsers to run: document, query, link, bundle, analysis, check, paste, api; all if none is named
    names: Vec<String>,
    /// For how long, such as 90s or 10m
    #[arg(long = "for", default_value = "60s", value_name = "TIME", value_parser = time)]
    time: Duration,
    /// The seed of the random numbers; another seed gives other inputs
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The project's folder
    #[arg(long, default_value = ".", value_name = "DIR")]
    project: PathBuf,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let unknown = arguments
        .names
        .iter()
        .find(|name| TARGETS.iter().all(|target| target.name != **name));
    if let Some(name) = unknown {
        let known: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
        eprintln!(
            "There is no parser called {name:?}. Name one of {}.",
            known.join(", ")
        );
        return ExitCode::from(2);
    }
    let chosen = |target: &&Target| {
        arguments.names.is_empty() || arguments.names.iter().any(|name| name == target.name)
    };
    let outcomes: Vec<_> = thread::scope(|scope| {
        let running: Vec<_> = TARGETS
            .iter()
            .filter(chosen)
            .map(|target| {
                let Arguments {
                    project,
                    time,
                    seed,
                    ..
                } = &arguments;
                scope.spawn(move || (target, campaign::run(target, project, *time, *seed)))
            })
            .collect();
        running
            .into_iter()
            .map(thread::ScopedJoinHandle::join)
            .collect()
    });
    let mut code = ExitCode::SUCCESS;
    for outcome in outcomes {
        match outcome {
            Ok((target, Ok(summary))) if report(target, &summary) => {}
            Ok((target, Err(error))) => {
                eprintln!("{}: {error}", target.name);
                code = ExitCode::FAILURE;
            }
            Ok((_, Ok(_))) | Err(_) => code = ExitCode::FAILURE,
        }
    }
    code
}

/// Parses a time such as `90`, `90s` or `10m`.
fn time(text: &str) -> Result<Duration, String> {
    let (number, unit) = match text.strip_suffix('m') {
        Some(number) => (number, 60),
        None => (text.trim_end_matches('s'), 1),
    };
    let number: u64 = number
        .parse()
        .map_err(|_| "write a time such as 90s or 10m".to_owned())?;
    Ok(Duration::from_secs(number.saturating_mul(unit)))
}

/// Prints the result of a target, and returns whether it passed.
fn report(target: &Target, summary: &Summary) -> bool {
    println!(
        "{}: {} inputs, the slowest {} ms",
        target.name,
        summary.inputs,
        summary.slowest.as_millis()
    );
    for path in &summary.failures {
        println!(
            "{}: failed on {}; correct the parser and commit the file, which a test reads",
            target.name,
            path.display()
        );
    }
    summary.failures.is_empty()
}
