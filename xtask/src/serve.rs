//! `cargo xtask serve`: builds the site and serves it on this machine. [`serve`] is the
//! entry point.

use std::io;
use std::ops::RangeInclusive;

use lexopt::{Arg, Parser};
use xtask::server::Server;

use crate::arguments::{next, port, unknown};
use crate::project::Project;
use crate::site::{self, preview};
use crate::step::StepError;

/// The ports to try for the published form of the site if the command line names none.
const PORTS: RangeInclusive<u16> = 8080..=8099;

/// The ports to try for a preview. They differ from [`PORTS`] because a browser in which
/// the site is installed for offline use would show that instead of the preview.
pub const PREVIEW_PORTS: RangeInclusive<u16> = 8100..=8119;

const USAGE: &str = "cargo xtask serve [--port N] [--release]";

#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    port: Option<u16>,
    /// Whether to serve the published form of the site instead of a preview.
    is_release: bool,
}

/// Builds the site and serves it until the process is stopped.
pub fn serve(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    let options = parse_options(arguments)?;
    let (ports, directory) = match options.is_release {
        true => (PORTS, project.dist()),
        false => (PREVIEW_PORTS, preview::directory(project)),
    };
    let start = |port| Server::bind(&directory, "/", port);
    let bind = || bind(options.port, ports.clone(), start);
    // Fail before the build, not after it, if the port is in use.
    drop(bind()?);
    if options.is_release {
        site::build(project)?;
    } else {
        preview::build(project)?;
    }
    let server = bind()?;
    print_address(&server);
    server.wait();
    Ok(())
}

/// Prints the address of the explorer.
pub fn print_address(server: &Server) {
    println!("\nThe explorer is at http://{}/", server.address());
    println!("Stop it with Ctrl+C.");
}

fn parse_options(arguments: &[String]) -> Result<Options, StepError> {
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

/// Starts a server on the given port, or on the first free one of `ports`.
pub fn bind(
    port: Option<u16>,
    mut ports: RangeInclusive<u16>,
    start: impl Fn(u16) -> io::Result<Server>,
) -> Result<Server, StepError> {
    let advice = "Choose another with `--port N`; 0 means any free port.";
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

    fn parse_words(text: &str) -> Result<Options, StepError> {
        let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        parse_options(&words)
    }

    #[test]
    fn the_port_is_parsed_in_both_spellings() {
        for (words, port, is_release) in [
            ("", None, false),
            ("--port 80", Some(80), false),
            ("--port=0 --release", Some(0), true),
        ] {
            let options = parse_words(words).expect(words);
            assert_eq!(options, Options { port, is_release });
        }
    }

    #[test]
    fn invalid_arguments_are_named() {
        for given in ["--port 65536", "--prot 80", "--port", "80", "--release=no"] {
            let error = parse_words(given).expect_err(given).to_string();
            let last = given.split([' ', '=']).next_back().expect("a word");
            assert!(error.contains(last) || error.contains("--prot"), "{error}");
        }
    }
}
