//! `cargo xtask serve`: the built site on this machine. [`serve`] is the
//! entry point.

use xtask::server::Server;

use crate::project::Project;
use crate::site::{self, Runtimes};
use crate::step::StepError;

/// The ports tried in turn when none is asked for.
const PORTS: std::ops::RangeInclusive<u16> = 8080..=8099;

/// Builds the site and serves it until the process is stopped.
pub fn serve(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    let port = port(arguments)?;
    // A port that is taken is better known before the build than after it.
    drop(bind(project, port)?);
    site::build(project, Runtimes::Included)?;
    let server = bind(project, port)?;
    println!("\nThe explorer is at http://{}/", server.address());
    println!("Stop it with Ctrl+C.");
    server.wait();
    Ok(())
}

fn port(arguments: &[String]) -> Result<Option<u16>, StepError> {
    let advice = "Run `cargo xtask serve` or, for example, `cargo xtask serve --port 8000`.";
    let value = match arguments {
        [] => return Ok(None),
        [flag, value] if flag == "--port" => value,
        [joined] if joined.starts_with("--port=") => joined.trim_start_matches("--port="),
        _ => {
            return Err(StepError::new(
                format!("`serve` does not know `{}`.", arguments.join(" ")),
                advice,
            ));
        }
    };
    value
        .parse()
        .map(Some)
        .map_err(|_| StepError::new(format!("{value:?} is not a port number."), advice))
}

fn bind(project: &Project, port: Option<u16>) -> Result<Server, StepError> {
    let dist = project.dist();
    let advice = "Choose another with `cargo xtask serve --port N`; 0 takes any that is free.";
    match port {
        Some(port) => Server::bind(&dist, "/", port).map_err(|error| {
            StepError::new(format!("Port {port} cannot be used: {error}."), advice)
        }),
        None => PORTS
            .clone()
            .find_map(|port| Server::bind(&dist, "/", port).ok())
            .ok_or_else(|| {
                StepError::new(
                    format!(
                        "None of the ports {} to {} can be used.",
                        PORTS.start(),
                        PORTS.end()
                    ),
                    advice,
                )
            }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_port_is_read_in_both_spellings() {
        assert_eq!(port(&words("--port 80")).expect("a port"), Some(80));
        assert_eq!(port(&words("--port=0")).expect("a port"), Some(0));
        assert_eq!(port(&[]).expect("no port"), None);
    }

    #[test]
    fn what_is_no_port_is_named() {
        for given in ["--port 65536", "--prot 80", "--port", "80"] {
            let error = port(&words(given)).expect_err(given).to_string();
            let last = given.split(' ').next_back().expect("a word");
            assert!(error.contains(last), "{error}");
        }
    }
}
