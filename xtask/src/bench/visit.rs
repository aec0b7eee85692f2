//! A reader's first visit: how fast it is on a slow connection, and what
//! Lighthouse says of it. [`measure`] is the entry point.

use std::path::Path;
use std::process::Command;

use xtask::server::Server;

use super::{figure::Figure, printed};
use crate::project::{Project, run};
use crate::setup::Browser;
use crate::step::StepError;

/// Copies the measured part of the site and compresses it.
const COMPRESS: &str = "xtask/src/bench/compress.mjs";

/// What measures, in the order in which it is printed.
const MEASUREMENTS: [&str; 2] = [
    "xtask/src/bench/visit.mjs",
    "xtask/src/bench/lighthouse.mjs",
];

/// The pages that readers come by first, as folders of the site.
const PAGES: [&str; 2] = ["", "feature/pep-758/"];

/// Serves the built site as a static host does, compressed, and visits it.
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
    let mut figures = Vec::new();
    for script in MEASUREMENTS {
        let mut command: Command = project.command("node");
        command
            .arg(script)
            .arg(browser.program("CHROME"))
            .arg(&address)
            .args(PAGES);
        figures.extend(printed(
            &mut command,
            "Run `npm ci`, and look at what is printed above.",
        )?);
    }
    Ok(figures)
}

fn serve(site: &Path) -> Result<Server, StepError> {
    Server::bind_cached(site, "/", 0).map_err(|error| {
        StepError::new(
            format!("No server for {}: {error}.", site.display()),
            "See whether programs may listen on this machine.",
        )
    })
}
