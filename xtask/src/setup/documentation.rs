//! The documentation tools with which embedding is tested: Sphinx and MkDocs from PyPI,
//! mdBook from crates.io. [`find_or_install`] is the entry point.

use std::fs;
use std::path::{Path, PathBuf};

use super::{debian, rust};
use crate::project::{Project, run};
use crate::step::{StepError, note};

/// The pinned packages from PyPI.
const REQUIREMENTS: &str = "tests/embedding/requirements.txt";

/// The paths of the tools.
pub struct DocumentationTools {
    pub sphinx_build: PathBuf,
    pub mkdocs: PathBuf,
    pub mdbook: PathBuf,
}

/// Finds the tools in the target directory, or installs them there.
pub fn find_or_install(project: &Project) -> Result<DocumentationTools, StepError> {
    rust::install(project, &rust::MDBOOK)?;
    let mdbook = project.find("mdbook").ok_or_else(|| {
        StepError::new(
            "mdBook was not found although it was just installed.",
            format!("Remove {} and try again.", project.tools().display()),
        )
    })?;
    let environment = project.target().join("documentation-tools");
    install_packages(project, &environment)?;
    Ok(DocumentationTools {
        sphinx_build: program(&environment, "sphinx-build"),
        mkdocs: program(&environment, "mkdocs"),
        mdbook,
    })
}

/// Installs the required packages, unless they are installed already: the last step copies
/// the requirements into the environment.
fn install_packages(project: &Project, environment: &Path) -> Result<(), StepError> {
    let path = project.root().join(REQUIREMENTS);
    let failed = |path: &Path, error: std::io::Error| {
        StepError::new(
            format!("{}: {error}.", path.display()),
            format!("Check that {REQUIREMENTS} exists and the target directory is writable."),
        )
    };
    let wanted = fs::read_to_string(&path).map_err(|error| failed(&path, error))?;
    let installed = environment.join("requirements.txt");
    if fs::read_to_string(&installed).is_ok_and(|text| text == wanted) {
        note("already installed");
        return Ok(());
    }
    create_environment(project, environment)?;
    run(
        project
            .command(&program(environment, "python").to_string_lossy())
            .args(["-m", "pip", "install", "--quiet"])
            .args(["--disable-pip-version-check", "--no-deps"])
            .arg("--requirement")
            .arg(&path),
        "Check the network connection. The packages need Python 3.11 or later.",
    )?;
    fs::write(&installed, wanted).map_err(|error| failed(&installed, error))
}

/// Creates a virtual environment of Python. On Debian the necessary modules are in a
/// separate package.
fn create_environment(project: &Project, environment: &Path) -> Result<(), StepError> {
    let has_ensurepip = || {
        let answer = project.output("python3", &["-m", "ensurepip", "--version"]);
        answer.is_some()
    };
    if !has_ensurepip() && debian::may_install(project) {
        debian::install(project, &["python3-venv"])?;
    }
    let mut venv = project.command("python3");
    venv.args(["-m", "venv", "--clear"]).arg(environment);
    let advice = "Install Python 3.11 or later with its module venv; on Debian: \
                  sudo apt-get install python3-venv";
    run(&mut venv, advice)
}

/// The path of a program in an environment.
fn program(environment: &Path, name: &str) -> PathBuf {
    match cfg!(windows) {
        true => environment.join("Scripts").join(format!("{name}.exe")),
        false => environment.join("bin").join(name),
    }
}
