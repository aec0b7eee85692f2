//! `cargo xtask dev`: serves a preview and rebuilds it when a source changes. [`dev`] is
//! the entry point.

mod rebuild;
mod watch;

use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use lexopt::{Arg, Parser};
use xtask::server::{Changes, Server};

use crate::arguments::{next, port, unknown};
use crate::progress::join;
use crate::project::Project;
use crate::serve::{PREVIEW_PORTS, bind, print_address};
use crate::site::preview::{self, Preview};
use crate::step::{StepError, note, seconds};
use rebuild::Rebuild;
use watch::Watch;

const USAGE: &str = "cargo xtask dev [--port N]";

/// The files and folders that the preview is built from.
const SOURCES: &[&str] = &[
    "src",
    "crates",
    "assets",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
];

/// The time between two checks for changed files.
const INTERVAL: Duration = Duration::from_millis(300);

/// Serves a preview and rebuilds the parts that a change affects, until the process is
/// stopped.
pub fn dev(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    let port = parse_port(arguments)?;
    let directory = preview::directory(project);
    let changes = Arc::<Changes>::default();
    let start = |port| Server::bind_live(&directory, port, Arc::clone(&changes));
    // Fail before the build, not after it, if the port is in use.
    drop(bind(port, PREVIEW_PORTS, start)?);
    // Start to watch before the build, so that changes during the build are noticed.
    let mut watch = Watch::new(project.root(), SOURCES);
    let preview = preview::build(project)?;
    let server = bind(port, PREVIEW_PORTS, start)?;
    print_address(&server);
    loop {
        thread::sleep(INTERVAL);
        rebuild(&preview, &watch.changed(), &changes);
    }
}

fn parse_port(arguments: &[String]) -> Result<Option<u16>, StepError> {
    let mut number = None;
    let mut parser = Parser::from_args(arguments);
    while let Some(argument) = next(&mut parser, USAGE)? {
        match argument {
            Arg::Long("port") => number = Some(port(&mut parser, USAGE)?),
            other => return Err(unknown("dev", other, USAGE)),
        }
    }
    Ok(number)
}

/// Rebuilds the parts that depend on these files and reloads the open pages. If something
/// fails before that, they stay as they are.
fn rebuild(preview: &Preview, paths: &[PathBuf], changes: &Changes) {
    let rebuild = Rebuild::for_changes(paths);
    let Some(first) = paths.first().filter(|_| !rebuild.is_empty()) else {
        return;
    };
    let more = match paths.len() - 1 {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    println!("\n{}{more}", first.display());
    let start = Instant::now();
    let reload = || {
        changes.announce();
        note(format!("reloaded after {}", seconds(start.elapsed())));
    };
    if let Err(error) = run(preview, &rebuild, reload) {
        println!("{error}\nWhat it names was not rebuilt.");
    }
}

/// Rebuilds parts of the preview and calls `reload` when the explorer has all that it needs.
/// Programs for the browser and the native program are compiled in parallel.
fn run(preview: &Preview, rebuild: &Rebuild, reload: impl Fn()) -> Result<(), StepError> {
    for script in &rebuild.scripts {
        timed(script.to, || preview.bundle(script))?;
    }
    // The page lists the runtimes.
    let copies = rebuild.page || rebuild.runtimes;
    let is_page_new = copies && timed("page", || preview.update_page())?;
    let is_native_new = thread::scope(|scope| {
        let native = || timed("native program", || preview.compile_native());
        let native = rebuild.native.then(|| scope.spawn(native));
        if rebuild.programs {
            timed("compiled programs", || preview.compile())?;
            timed("their scripts", || preview.bind())?;
        }
        native.map_or(Ok(false), join)
    })?;
    if is_page_new || is_native_new {
        timed("bundle, data and pages as HTML", || preview.write_site())?;
    } else if rebuild.documents {
        // The explorer reads documents from the bundle alone.
        timed("bundle", || preview.write_bundle())?;
        reload();
        return timed("data and pages as HTML", || preview.write_site());
    }
    reload();
    Ok(())
}

/// Runs `work` and prints how long it took.
fn timed<T>(name: &str, work: impl FnOnce() -> Result<T, StepError>) -> Result<T, StepError> {
    let start = Instant::now();
    let outcome = work()?;
    note(format!("{name} … {}", seconds(start.elapsed())));
    Ok(outcome)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_port_can_be_chosen() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let parse_words = |text: &[&str]| {
            let words: Vec<String> = words(text);
            parse_port(&words)
        };
        assert_eq!(parse_words(&[]).expect("no arguments"), None);
        assert_eq!(parse_words(&["--port", "80"]).expect("a port"), Some(80));
        let error = parse_words(&["--release"]).expect_err("an unknown option");
        assert!(error.to_string().contains("--release"), "{error}");
    }
}
