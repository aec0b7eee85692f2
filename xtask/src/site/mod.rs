//! The static site: from documents and Rust to `dist/`. [`build`] is the
//! entry point.

mod data;
mod runtimes;
mod scripts;
mod split;
mod stamp;

use std::fs;
use std::path::PathBuf;

use crate::project::{Project, run};
use crate::setup;
use crate::step::{StepError, note, step};

/// Whether the site can run Python.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runtimes {
    Included,
    /// For a host where some tens of megabytes are too many.
    LeftOut,
}

/// `cargo xtask build`.
pub fn build_command(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    let (runtimes, site) = read(arguments)?;
    build_at(project, runtimes, site)
}

fn read(arguments: &[String]) -> Result<(Runtimes, Option<&str>), StepError> {
    let (mut runtimes, mut site) = (Runtimes::Included, None);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--no-runtimes" => runtimes = Runtimes::LeftOut,
            "--site" => match arguments.next() {
                Some(address) => site = Some(address.as_str()),
                None => {
                    return Err(StepError::new(
                        "`--site` lacks the site's address.",
                        "Run `cargo xtask build --site https://example.org/python/`.",
                    ));
                }
            },
            other => {
                return Err(StepError::new(
                    format!("`build` does not know `{other}`."),
                    "Run `cargo xtask build`, with `--no-runtimes` and `--site URL` as you need.",
                ));
            }
        }
    }
    Ok((runtimes, site))
}

/// Sets up what is missing and leaves a site in `dist/` that may be put anywhere.
pub fn build(project: &Project, runtimes: Runtimes) -> Result<(), StepError> {
    build_at(project, runtimes, None)
}

/// The same for a site whose address is known.
fn build_at(project: &Project, runtimes: Runtimes, site: Option<&str>) -> Result<(), StepError> {
    setup::for_building(project)?;
    step("Bundle of the documents", || bundle(project))?;
    step("Page and worker", || pages(project))?;
    step("Views that come late", || split::split(project))?;
    step("Editor and runs", || scripts::bundle(project))?;
    if runtimes == Runtimes::Included {
        step("Python runtimes", || runtimes::add(project))?;
    }
    step("Catalogue as data", || data::publish(project, site))?;
    step("Names by content", || {
        stamp::stamp(&project.dist()).map_err(|error| {
            StepError::new(
                format!("The built site is not as expected: {error}."),
                "Compare index.html and Trunk.toml with xtask/src/site/stamp.rs.",
            )
        })
    })?;
    note(format!(
        "{} holds the site; any static host can serve it",
        project.dist().display()
    ));
    Ok(())
}

/// Parses the documents natively, in the same profile as the tests so that
/// nothing is compiled twice.
fn bundle(project: &Project) -> Result<(), StepError> {
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
            .arg(&output),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn what_is_built_is_said_in_any_order() {
        let arguments = words("--site https://example.org/ --no-runtimes");
        let read = read(&arguments).expect("two known arguments");
        assert_eq!(read, (Runtimes::LeftOut, Some("https://example.org/")));
    }

    #[test]
    fn what_is_not_known_or_lacking_is_named() {
        for (text, named) in [("--releases", "--releases"), ("--site", "lacks")] {
            let error = read(&words(text)).expect_err(text).to_string();
            assert!(error.contains(named), "{error}");
        }
    }
}
