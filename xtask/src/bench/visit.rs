//! Measures a first visit: its speed on a slow connection, and the scores of Lighthouse.
//! [`measure`] is the entry point.

use std::path::Path;
use std::process::Command;

use xtask::server::Server;

use super::{figure::Figure, figures};
use crate::project::{Project, run};
use crate::setup::Browser;
use crate::step::StepError;

/// Copies the measured part of the site and compresses it.
const COMPRESS: &str = "xtask/src/bench/compress.mjs";

/// The scripts that measure, in the order of their output.
const MEASUREMENTS: [&str; 2] = [
    "xtask/src/bench/visit.mjs",
    "xtask/src/bench/lighthouse.mjs",
];

/// The pages to visit, as folders of the site: those on which most visits begin.
const PAGES: [&str; 2] = ["", "feature/pep-758/"];

/// Serves the built site compressed, as a static host does, and visits it.
pub fn measure(project: &Project, browser: &Browser) -> Result<Vec<Figure>, StepError> {
    let site = project.target().join("bench-site");
    run(
        project
            .command("node")
            .arg(COMPRESS)
            .args([&project.dist(), &site])
            .args(PAGES),
        "Run `node --version`; it should answer 20 or later.",
    )?;
    let server = serve(&site)?;
    let address = format!("http://{}/", server.address());
    let mut measured = Vec::new();
    for script in MEASUREMENTS {
        let mut command: Command = project.command("node");
        command
            .arg(script)
            .arg(browser.program("CHROME"))
            .arg(&address)
            .args(PAGES);
        measured.extend(figures(
            &mut command,
            "Run `npm ci`, and read the output above.",
        )?);
    }
    Ok(measured)
}

fn serve(site: &Path) -> Result<Server, StepError> {
    Server::bind_cached(site, "/", 0).map_err(|error| {
        StepError::new(
            format!("{} cannot be served: {error}.", site.display()),
            "Check that programs may listen on ports of this machine.",
        )
    })
}
