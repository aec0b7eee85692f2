//! Everything that a person or a continuous integration service runs:
//! `cargo xtask` followed by the name of a command in [`COMMANDS`].

mod arguments;
mod bench;
mod dev;
mod fuzz;
mod lint;
mod progress;
mod project;
mod serve;
mod setup;
mod site;
mod step;
mod test;

use std::process::ExitCode;
use std::time::Instant;

use project::Project;
use step::StepError;

/// One `cargo xtask` command.
struct Task {
    name: &'static str,
    arguments: &'static str,
    purpose: &'static str,
    run: fn(&Project, &[String]) -> Result<(), StepError>,
}

const COMMANDS: &[Task] = &[
    Task {
        name: "serve",
        arguments: "[--port N] [--release]",
        purpose: "build a preview of the site, or the site as it is published, and serve it on \
                  this machine",
        run: serve::serve,
    },
    Task {
        name: "dev",
        arguments: "[--port N]",
        purpose: "serve a preview, rebuild what a changed file needs, and reload the open pages",
        run: dev::dev,
    },
    Task {
        name: "build",
        arguments: "[--no-runtimes] [--site URL] [--documents DIR [--only]]",
        purpose: "leave the static site in dist/, without CPython, for an address, or with \
                  documents of your own beside ours or instead of them",
        run: site::build_command,
    },
    Task {
        name: "test",
        arguments: "[native|runtimes|components|page|embedding]... \
                    [--browser chromium|firefox|webkit] [--full] [-- FILTER...]",
        purpose: "build the site and run every test, or the named kinds only, in all three \
                  browsers or in one; Firefox and WebKit run what can differ there, with \
                  --full everything",
        run: test::test,
    },
    Task {
        name: "bench",
        arguments: "[sizes|native|typing|offline|runtimes|visit]...",
        purpose: "measure sizes and speed beside their budgets",
        run: bench::bench,
    },
    Task {
        name: "fuzz",
        arguments: "[document|query|link|bundle|analysis]... [--for TIME] [--seed N]",
        purpose: "give mutated input to the parsers, for a minute or as long as is said",
        run: fuzz::fuzz,
    },
    Task {
        name: "lint",
        arguments: "",
        purpose: "check formatting, and clippy for both targets",
        run: lint::lint,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", usage());
        return ExitCode::SUCCESS;
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        print!("{}", usage());
        return ExitCode::SUCCESS;
    }
    let Some(task) = COMMANDS.iter().find(|task| task.name == name) else {
        eprint!("There is no command called {name:?}.\n\n{}", usage());
        return ExitCode::from(2);
    };
    let start = Instant::now();
    match Project::locate().and_then(|project| (task.run)(&project, rest)) {
        Ok(()) => {
            println!(
                "{} finished in {}",
                task.name,
                step::seconds(start.elapsed())
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("\n{} failed: {error}", task.name);
            ExitCode::FAILURE
        }
    }
}

/// Refuses what a command without arguments would otherwise silently ignore.
fn no_arguments(command: &str, arguments: &[String]) -> Result<(), StepError> {
    match arguments.first() {
        None => Ok(()),
        Some(first) => Err(StepError::new(
            format!("`{command}` takes no arguments, but was given {first:?}."),
            format!("Run `cargo xtask {command}`."),
        )),
    }
}

fn usage() -> String {
    let mut text = String::from("Usage: cargo xtask COMMAND\n\n");
    for task in COMMANDS {
        let call = format!("{} {}", task.name, task.arguments);
        text.push_str(&format!("  {}\n      {}\n", call.trim_end(), task.purpose));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_listed_once() {
        for task in COMMANDS {
            let line = format!("  {} {}", task.name, task.arguments);
            let count = usage()
                .lines()
                .filter(|shown| *shown == line.trim_end())
                .count();
            assert_eq!(count, 1, "{}", task.name);
        }
    }

    #[test]
    fn a_stray_argument_is_refused_by_name() {
        let error = no_arguments("build", &["--relaese".to_owned()]).expect_err("a stray argument");
        assert!(error.to_string().contains("--relaese"), "{error}");
    }
}
