//! `cargo xtask serve`: the site on this machine. [`serve`] is the entry point.

use std::io;
use std::ops::RangeInclusive;

use lexopt::{Arg, Parser};
use xtask::server::Server;

use crate::arguments::{next, port, unknown};
use crate::project::Project;
use crate::site::{self, Runtimes, preview};
use crate::step::StepError;

/// The ports tried in turn for the site as it is published when none is asked for.
const PORTS: RangeInclusive<u16> = 8080..=8099;

/// Those for a preview. A browser that keeps a published site would show that in the
/// place of the preview if both had one address.
pub const PREVIEW_PORTS: RangeInclusive<u16> = 8100..=8119;

/// How the command is run.
const USAGE: &str = "cargo xtask serve [--port N] [--release]";

/// What is served, and where.
#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    port: Option<u16>,
    /// The site as it is published instead of a preview.
    is_release: bool,
}

/// Builds the site and serves it until the process is stopped.
pub fn serve(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    let options = read(arguments)?;
    let (ports, directory) = match options.is_release {
        true => (PORTS, project.dist()),
        false => (PREVIEW_PORTS, preview::directory(project)),
    };
    let start = |port| Server::bind(&directory, "/", port);
    let bind = || bind(options.port, ports.clone(), start);
    // A port that is taken is better known before the build than after it.
    drop(bind()?);
    if options.is_release {
        site::build(project, Runtimes::Included)?;
    } else {
        preview::build(project)?;
    }
    let server = bind()?;
    greet(&server);
    server.wait();
    Ok(())
}

/// Says where the explorer is.
pub fn greet(server: &Server) {
    println!("\nThe explorer is at http://{}/", server.address());
    println!("Stop it with Ctrl+C.");
}

fn read(arguments: &[String]) -> Result<Options, StepError> {
    let mut options = Options::default();
    let mut parser = Parser::from_args(arguments);
    while let Some(argument) = next(&mut parser, USAGE)? {
        match argument {
            Arg::Long("port") => options.port = Some(port(&mut parser, USAGE)?),
            Arg::Long("release") => options.is_release = true,
            other => return Err(unknown("serve", other, USAGE)),
        }
    }
    Ok(options)
}

/// Starts a server on the port that was asked for, or on one of several.
pub fn bind(
    port: Option<u16>,
    mut ports: RangeInclusive<u16>,
    start: impl Fn(u16) -> io::Result<Server>,
) -> Result<Server, StepError> {
    let advice = "Choose another with `--port N`; 0 takes any that is free.";
    if let Some(port) = port {
        return start(port).map_err(|error| {
            StepError::new(format!("Port {port} cannot be used: {error}."), advice)
        });
    }
    let (first, last) = (*ports.start(), *ports.end());
    let server = ports.find_map(|port| start(port).ok());
    server.ok_or_else(|| {
        StepError::new(
            format!("None of the ports {first} to {last} can be used."),
            advice,
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_words(text: &str) -> Result<Options, StepError> {
        let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        read(&words)
    }

    #[test]
    fn the_port_is_read_in_both_spellings() {
        for (words, port, is_release) in [
            ("", None, false),
            ("--port 80", Some(80), false),
            ("--port=0 --release", Some(0), true),
        ] {
            let options = read_words(words).expect(words);
            assert_eq!(options, Options { port, is_release });
        }
    }

    #[test]
    fn what_is_no_port_is_named() {
        for given in ["--port 65536", "--prot 80", "--port", "80", "--release=no"] {
            let error = read_words(given).expect_err(given).to_string();
            let last = given.split([' ', '=']).next_back().expect("a word");
            assert!(error.contains(last) || error.contains("--prot"), "{error}");
        }
    }
}
