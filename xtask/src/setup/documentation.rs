//! The documentation tools that embedding is tested with: Sphinx and MkDocs from
//! PyPI, mdBook from Cargo. [`tools`] is the entry point.

use std::fs;
use std::path::{Path, PathBuf};

use super::{debian, rust};
use crate::project::{Project, run};
use crate::step::{StepError, note};

/// What is installed from PyPI, with versions.
const REQUIREMENTS: &str = "tests/embedding/requirements.txt";

/// The programs of the tools.
pub struct DocumentationTools {
    pub sphinx_build: PathBuf,
    pub mkdocs: PathBuf,
    pub mdbook: PathBuf,
}

/// Finds the tools where an earlier run has put them, or installs them into the
/// target directory.
pub fn tools(project: &Project) -> Result<DocumentationTools, StepError> {
    rust::install(project, &rust::MDBOOK)?;
    let mdbook = project.find("mdbook").ok_or_else(|| {
        StepError::new(
            "mdBook is not found although it was just installed.",
            format!("Remove {} and try again.", project.tools().display()),
        )
    })?;
    let environment = project.target().join("documentation-tools");
    packages(project, &environment)?;
    Ok(DocumentationTools {
        sphinx_build: program(&environment, "sphinx-build"),
        mkdocs: program(&environment, "mkdocs"),
        mdbook,
    })
}

/// Installs what the requirements list, unless that has happened since they
/// were last changed: a copy of them is the last thing that is written.
fn packages(project: &Project, environment: &Path) -> Result<(), StepError> {
    let path = project.root().join(REQUIREMENTS);
    let failed = |path: &Path, error: std::io::Error| {
        StepError::new(
            format!("{}: {error}.", path.display()),
            format!("Check out {REQUIREMENTS}, and see that the target directory is yours."),
        )
    };
    let wanted = fs::read_to_string(&path).map_err(|error| failed(&path, error))?;
    let installed = environment.join("requirements.txt");
    if fs::read_to_string(&installed).is_ok_and(|there| there == wanted) {
        note("there already");
        return Ok(());
    }
    environment_in(project, environment)?;
    run(
        project
            .command(&program(environment, "python").to_string_lossy())
            .args(["-m", "pip", "install", "--quiet"])
            .args(["--disable-pip-version-check", "--no-deps"])
            .arg("--requirement")
            .arg(&path),
        "Check the network connection. Python 3.11 or later has all of these packages.",
    )?;
    fs::write(&installed, wanted).map_err(|error| failed(&installed, error))
}

/// A Python environment of the project's own. Debian has what makes one in a
/// package by itself.
fn environment_in(project: &Project, environment: &Path) -> Result<(), StepError> {
    let can_make = || {
        let answer = project.output("python3", &["-m", "ensurepip", "--version"]);
        answer.is_some()
    };
    if !can_make() && debian::may_install(project) {
        debian::install(project, &["python3-venv"])?;
    }
    let mut make = project.command("python3");
    make.args(["-m", "venv", "--clear"]).arg(environment);
    let advice = "Install Python 3.11 or later with its module venv; on Debian: \
                  sudo apt-get install python3-venv";
    run(&mut make, advice)
}

/// Where an environment keeps its programs.
fn program(environment: &Path, name: &str) -> PathBuf {
    match cfg!(windows) {
        true => environment.join("Scripts").join(format!("{name}.exe")),
        false => environment.join("bin").join(name),
    }
}
