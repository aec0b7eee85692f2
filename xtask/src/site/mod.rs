//! The static site: from documents and Rust to `dist/`. [`build`] is the
//! entry point.

mod archive;
mod chunks;
mod data;
mod node;
mod offline;
mod options;
mod parts;
mod runtimes;
mod scripts;
mod single;
mod split;
mod stamp;

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;

use crate::project::{Project, run};
use crate::setup;
use crate::step::{StepError, note, step};
use options::Options;

/// Whether the site can run Python.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Runtimes {
    #[default]
    Included,
    /// For a host where some tens of megabytes are too many.
    LeftOut,
}

/// `cargo xtask build`.
pub fn build_command(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    build_with(project, &options::read(arguments)?)
}

/// Sets up what is missing and leaves a site in `dist/` that may be put anywhere.
pub fn build(project: &Project, runtimes: Runtimes) -> Result<(), StepError> {
    let options = Options {
        runtimes,
        ..Options::default()
    };
    build_with(project, &options)
}

/// As [`build`], as the command was told.
fn build_with(project: &Project, options: &Options) -> Result<(), StepError> {
    setup::for_building(project)?;
    step("Bundle of the documents", || {
        bundle(project, &options.documents)
    })?;
    step("Page and worker", || pages(project))?;
    step("Views that come late", || split::split(project))?;
    step("Scripts and style", || scripts::bundle(project))?;
    if options.runtimes == Runtimes::Included {
        step("Python runtimes", || runtimes::add(project))?;
    }
    step("Catalogue as data", || data::publish(project, options))?;
    step("Names by content", || {
        stamp::stamp(&project.dist()).map_err(|error| {
            StepError::new(
                format!("The built site is not as expected: {error}."),
                "Compare index.html and Trunk.toml with xtask/src/site/stamp.rs.",
            )
        })
    })?;
    step("Pages as HTML", || prerender(project, options))?;
    // These go by what lies in dist/, so whatever else is in it comes before.
    step("Service worker", || offline::worker(project))?;
    step("One file", || single::pack(project))?;
    step("Archive", || archive::pack(project))?;
    note(format!(
        "{} holds the site; any static host can serve it",
        project.dist().display()
    ));
    Ok(())
}

/// Parses the documents natively, in the same profile as the tests so that
/// nothing is compiled twice.
fn bundle(project: &Project, documents: &[OsString]) -> Result<(), StepError> {
    let output: PathBuf = project.root().join("assets/bundle");
    // A text of a series that no longer exists must not stay behind.
    if output.exists() {
        fs::remove_dir_all(&output).map_err(|error| {
            StepError::new(
                format!("{} cannot be replaced: {error}.", output.display()),
                "Delete it by hand.",
            )
        })?;
    }
    run(
        project
            .command("cargo")
            .args(["run", "--quiet", "--locked", "--bin", "whatsnew", "--"])
            .args(["bundle", "--output"])
            .arg(&output)
            .args(documents),
        "Correct the document or the code that the message above names.",
    )
}

/// Renders every page into the built site, after its names are settled, since `index.html` is the
/// template of all.
fn prerender(project: &Project, options: &Options) -> Result<(), StepError> {
    let mut command = project.command("cargo");
    command
        .args(["run", "--quiet", "--locked", "--bin", "whatsnew", "--"])
        .args(["prerender", "--dist"])
        .arg(project.dist())
        .args(&options.documents);
    if let Some(site) = &options.site {
        command.args(["--site", site]);
    }
    run(
        &mut command,
        "Correct the document or the code that the message above names.",
    )
}

fn pages(project: &Project) -> Result<(), StepError> {
    let mut trunk = project.command("trunk");
    trunk
        .args(["build", "--release"])
        .env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Trunk takes this variable for a Boolean and fails on the usual `1`.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    run(
        &mut trunk,
        "Correct the code or the asset that the message above names.",
    )
}
