//! `cargo xtask dev`: a preview that follows the files it is made of. [`dev`] is the
//! entry point.

mod rebuild;
mod watch;

use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use lexopt::{Arg, Parser};
use xtask::server::{Changes, Server};

use crate::arguments::{next, port, unknown};
use crate::progress::joined;
use crate::project::Project;
use crate::serve::{PREVIEW_PORTS, bind, greet};
use crate::site::preview::{self, Preview};
use crate::step::{StepError, note, seconds};
use rebuild::Rebuild;
use watch::Watch;

/// How the command is run.
const USAGE: &str = "cargo xtask dev [--port N]";

/// What the preview is made of.
const PLACES: &[&str] = &[
    "src",
    "crates",
    "assets",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
];

/// How often the files are looked at.
const INTERVAL: Duration = Duration::from_millis(300);

/// Serves a preview, and makes of it what a change takes, until the process is stopped.
pub fn dev(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    let port = read(arguments)?;
    let directory = preview::directory(project);
    let changes = Arc::<Changes>::default();
    let start = |port| Server::bind_live(&directory, port, Arc::clone(&changes));
    // A port that is taken is better known before the build than after it.
    drop(bind(port, PREVIEW_PORTS, start)?);
    // What changes during the build is made again after it.
    let mut watch = Watch::new(project.root(), PLACES);
    let preview = preview::build(project)?;
    let server = bind(port, PREVIEW_PORTS, start)?;
    greet(&server);
    loop {
        thread::sleep(INTERVAL);
        follow(&preview, &watch.changed(), &changes);
    }
}

fn read(arguments: &[String]) -> Result<Option<u16>, StepError> {
    let mut chosen = None;
    let mut parser = Parser::from_args(arguments);
    while let Some(argument) = next(&mut parser, USAGE)? {
        match argument {
            Arg::Long("port") => chosen = Some(port(&mut parser, USAGE)?),
            other => return Err(unknown("dev", other, USAGE)),
        }
    }
    Ok(chosen)
}

/// Makes what these files take, and has the open pages reloaded. Where something fails,
/// they stay as they are.
fn follow(preview: &Preview, paths: &[PathBuf], changes: &Changes) {
    let rebuild = Rebuild::of(paths);
    let Some(first) = paths.first().filter(|_| !rebuild.is_empty()) else {
        return;
    };
    let more = match paths.len() - 1 {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    println!("\n{}{more}", first.display());
    let start = Instant::now();
    match make(preview, &rebuild) {
        Ok(()) => {
            changes.announce();
            note(format!("reloaded after {}", seconds(start.elapsed())));
        }
        Err(error) => println!("{error}\nThe page stays as it was."),
    }
}

/// Makes parts of the preview. What Cargo compiles for the browser and natively is
/// compiled at the same time.
fn make(preview: &Preview, rebuild: &Rebuild) -> Result<(), StepError> {
    for script in &rebuild.scripts {
        timed(script.to, || preview.bundle(script))?;
    }
    // What stands in the page says which runtimes there are.
    let copies = rebuild.page || rebuild.runtimes;
    let is_new = copies && timed("page", || preview.make_page())?;
    let is_compiled = thread::scope(|scope| {
        let native = || timed("native program", || preview.compile_native());
        let native = rebuild.native.then(|| scope.spawn(native));
        if rebuild.programs {
            timed("compiled programs", || preview.compile())?;
            timed("their scripts", || preview.bind())?;
        }
        native.map_or(Ok(false), joined)
    })?;
    if rebuild.documents || is_new || is_compiled {
        timed("bundle, data and pages as HTML", || preview.write_site())?;
    }
    Ok(())
}

/// Does one thing, and prints how long that took.
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
    fn a_port_is_all_that_can_be_chosen() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let read_words = |text: &[&str]| {
            let words: Vec<String> = words(text);
            read(&words)
        };
        assert_eq!(read_words(&[]).expect("nothing"), None);
        assert_eq!(read_words(&["--port", "80"]).expect("a port"), Some(80));
        let error = read_words(&["--release"]).expect_err("no option");
        assert!(error.to_string().contains("--release"), "{error}");
    }
}
