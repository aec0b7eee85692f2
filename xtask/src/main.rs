//! The project's task runner, for developers and continuous integration: `cargo xtask`
//! followed by the name of a command in [`COMMANDS`].

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

/// A `cargo xtask` command.
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
        purpose: "build a preview of the site, or with --release the published form, and serve it",
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
        arguments: "[--no-runtimes | --runtimes VERSIONS] [--bare-copy DIR] [--docset] [--site URL] \
                    [--documents DIR [--only]]",
        purpose: "build the static site into dist/; optionally without CPython or with some versions \
                  of it (such as 3.14,3.15), with a copy in DIR that has none, with a docset for \
                  Dash and Zeal, for a given address, or with documents of your own in addition \
                  to or instead of ours",
        run: site::build_command,
    },
    Task {
        name: "test",
        arguments: "[scripts|native|integrations|runtimes|components|page|embedding]... \
                    [--browser chromium|firefox|webkit] [--full] [-- FILTER...]",
        purpose: "build the site and run all tests or the named kinds, in all three browsers or \
                  in one; without --full, Firefox and WebKit run only the tests that can differ \
                  between browsers",
        run: test::test,
    },
    Task {
        name: "bench",
        arguments: "[sizes|native|check|typing|offline|runtimes|visit]...",
        purpose: "measure sizes and speed and compare them with their budgets",
        run: bench::bench,
    },
    Task {
        name: "fuzz",
        arguments: "[document|query|link|bundle|analysis|paste|api]... [--for TIME] [--seed N] [--optimize]",
        purpose: "run the parsers on mutated input, for a minute or the given time",
        run: fuzz::fuzz,
    },
    Task {
        name: "lint",
        arguments: "",
        purpose: "check formatting, types and lints of Rust and TypeScript",
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

/// Rejects arguments of a command that takes none.
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
    fn an_unexpected_argument_is_named() {
        let error = no_arguments("build", &["--relaese".to_owned()]).expect_err("an argument");
        assert!(error.to_string().contains("--relaese"), "{error}");
    }
}
