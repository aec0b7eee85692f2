//! Builds the static site into `dist/`. [`build`] is the entry point.

mod archive;
mod chunks;
mod native;
mod node;
mod offline;
mod options;
pub mod parts;
pub mod preview;
mod runtimes;
mod scripts;
mod single;
mod split;
mod stamp;
mod template;

use crate::project::{Project, run};
use crate::setup;
use crate::step::{StepError, note, step};
use options::Options;
use runtimes::Sizes;

/// Whether the site contains runtimes, so that it can run Python.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Runtimes {
    /// With all runtimes, some tens of megabytes.
    #[default]
    Included,
    /// Without runtimes, for hosts where they are too large.
    LeftOut,
}

/// `cargo xtask build`.
pub fn build_command(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    build_with(project, &options::parse(arguments)?)
}

/// Installs what is missing and builds a site in `dist/` that can be hosted anywhere.
pub fn build(project: &Project, runtimes: Runtimes) -> Result<(), StepError> {
    let options = Options {
        runtimes,
        ..Options::default()
    };
    build_with(project, &options)
}

/// As [`build`], with all options.
fn build_with(project: &Project, options: &Options) -> Result<(), StepError> {
    setup::for_building(project)?;
    let dist = project.dist();
    step("Native program", || native::compile(project))?;
    step("Page and workers", || pages(project))?;
    step("Lazy views", || split::split(project))?;
    step("Scripts and style", || scripts::bundle_all(project, &dist))?;
    if options.runtimes == Runtimes::Included {
        step("Python runtimes", || {
            runtimes::add(project, &dist, Sizes::Compressed)
        })?;
    }
    step("Names by content", || {
        stamp::rename_parts(&dist).map_err(|error| {
            StepError::new(
                format!("The parts of the site cannot be renamed: {error}."),
                "Compare index.html and Trunk.toml with xtask/src/site/stamp.rs.",
            )
        })
    })?;
    step("Bundle, data and pages as HTML", || {
        let referrers: Vec<_> = stamp::referrers().collect();
        native::write_site(project, &dist, options, &referrers)
    })?;
    // These read all files in dist/, so they come last.
    step("Service worker", || offline::write_worker(project))?;
    step("One file", || single::pack(project))?;
    step("Archive", || archive::pack(project))?;
    note(format!(
        "{} holds the site; any static host can serve it",
        dist.display()
    ));
    Ok(())
}

fn pages(project: &Project) -> Result<(), StepError> {
    let mut trunk = project.command("trunk");
    trunk
        .args(["build", "--release"])
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk parses this variable as a Boolean and fails on the usual `1`.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    run(
        &mut trunk,
        "Correct the code or the asset that the message above names.",
    )
}
