//! Builds the static site into `dist/`. [`build`] is the entry point.

mod archive;
mod chunks;
mod imports;
pub mod native;
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

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::project::{Project, run};
use crate::setup;
use crate::step::{StepError, note, step};
use options::Options;
use runtimes::Sizes;

/// The runtimes that the site contains, so that it can run Python.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Runtimes {
    /// All runtimes, some tens of megabytes.
    #[default]
    Included,
    /// Those of some versions, separated by commas.
    Only(String),
    /// Without runtimes, for hosts where they are too large.
    LeftOut,
}

/// `cargo xtask build`.
pub fn build_command(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    build_with(project, &options::parse(arguments)?)
}

/// Installs what is missing and builds a site in `dist/` that can be hosted anywhere.
pub fn build(project: &Project) -> Result<(), StepError> {
    build_with(project, &Options::default())
}

/// As [`build`], with the options of the command. Everything is compiled once, also for a
/// copy without runtimes, which has no downloads.
fn build_with(project: &Project, options: &Options) -> Result<(), StepError> {
    setup::for_building(project)?;
    compile(project)?;
    if let Some(copy) = &options.bare_copy {
        step("A copy without runtimes", || replace_folder(project, copy))?;
        finish(project, copy, &Runtimes::LeftOut, options)?;
    }
    let dist = project.dist();
    finish(project, &dist, &options.runtimes, options)?;
    // These steps read the files in `dist`, so they come last.
    step("One file", || single::pack(project, &dist))?;
    step("Archive", || archive::pack(project, &dist))?;
    note(format!(
        "{} holds the site; any static host can serve it",
        dist.display()
    ));
    Ok(())
}

/// Compiles into `dist/` what every site has, independent of its options and documents.
fn compile(project: &Project) -> Result<(), StepError> {
    step("Native program", || native::compile(project).map(drop))?;
    step("Page and workers", || pages(project))?;
    step("Lazy views", || split::split(project))?;
    step("Scripts and style", || {
        scripts::bundle_all(project, &project.dist())
    })
}

/// Copies the compiled files to `copy`, replacing an earlier copy.
fn replace_folder(project: &Project, copy: &Path) -> Result<(), StepError> {
    let made = match fs::remove_dir_all(copy) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => xtask::files::copy_folder(&project.dist(), copy),
    };
    made.map_err(|error| {
        StepError::new(
            format!("The site was not copied to {}: {error}.", copy.display()),
            "Check that the disk has room and that the directory is yours.",
        )
    })
}

/// Makes a site with `runtimes` from the compiled files in `dist`.
fn finish(
    project: &Project,
    dist: &Path,
    runtimes: &Runtimes,
    options: &Options,
) -> Result<(), StepError> {
    let (bare, only) = match runtimes {
        Runtimes::Included => ("", Some("")),
        Runtimes::Only(versions) => ("", Some(versions.as_str())),
        Runtimes::LeftOut => (", without runtimes", None),
    };
    if let Some(only) = only {
        step("Python runtimes", || {
            runtimes::add(project, dist, only, Sizes::Compressed)
        })?;
    }
    step(&format!("Names by content{bare}"), || {
        stamp::rename_parts(dist).map_err(|error| {
            StepError::new(
                format!("The parts of the site cannot be renamed: {error}."),
                "Compare index.html and Trunk.toml with xtask/src/site/stamp.rs.",
            )
        })
    })?;
    step(&format!("Bundle, data and pages as HTML{bare}"), || {
        let referrers: Vec<_> = stamp::referrers().collect();
        native::write_site(project, dist, options, &referrers)
    })?;
    if options.docset {
        step(&format!("Docset{bare}"), || {
            native::write_docset(project, dist, options)
        })?;
    }
    step(&format!("Service worker{bare}"), || {
        offline::write_worker(project, dist)
    })
}

/// The variable with Cargo's flags for the compiler, which are separated by [`SEPARATOR`].
const FLAGS: &str = "CARGO_ENCODED_RUSTFLAGS";

const SEPARATOR: &str = "\x1f";

/// Flags that leave the directories of this machine out of the messages of panics, so that
/// the output does not depend on them and is smaller.
fn short_paths(project: &Project) -> OsString {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let packages = cargo.map(|cargo| cargo.join("registry/src/"));
    let flags = [Some(project.root().join("")), packages]
        .into_iter()
        .flatten();
    let flags = flags.map(|directory| {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(directory);
        flag.push("=");
        flag
    });
    flags.collect::<Vec<_>>().join(SEPARATOR.as_ref())
}

fn pages(project: &Project) -> Result<(), StepError> {
    let mut trunk = project.command("trunk");
    trunk
        .args(["build", "--release"])
        .env(FLAGS, short_paths(project))
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
