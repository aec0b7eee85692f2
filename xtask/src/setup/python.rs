//! Packages from PyPI, in virtual environments. [`environment`] is the entry point.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::debian;
use crate::project::{Project, run};
use crate::step::{StepError, note};

/// The virtual environment of a name in the target directory, with the packages that a file
/// of the project requires. They are installed unless they are there already: the last step
/// copies the requirements into the environment.
pub fn environment(
    project: &Project,
    name: &str,
    requirements: &str,
) -> Result<PathBuf, StepError> {
    let environment = project.target().join(name);
    let path = project.root().join(requirements);
    let wanted = fs::read_to_string(&path).map_err(|error| failed(&path, &error))?;
    let installed = environment.join("requirements.txt");
    if fs::read_to_string(&installed).is_ok_and(|text| text == wanted) {
        note("already installed");
        return Ok(environment);
    }
    create(project, &environment)?;
    run(
        pip_install(project, &environment)
            .arg("--requirement")
            .arg(&path),
        "Check the network connection. The packages need Python 3.11 or later.",
    )?;
    fs::write(&installed, wanted).map_err(|error| failed(&installed, &error))?;
    Ok(environment)
}

/// Installs a package of the project into an environment that has what builds it.
pub fn install_own(project: &Project, environment: &Path, package: &str) -> Result<(), StepError> {
    run(
        pip_install(project, environment)
            .args(["--no-build-isolation", "--force-reinstall"])
            .arg(project.root().join(package)),
        &format!("Correct {package}/pyproject.toml."),
    )
}

/// The command that installs packages, without those that they depend on.
fn pip_install(project: &Project, environment: &Path) -> Command {
    let mut pip = project.command(&program(environment, "python").to_string_lossy());
    pip.args(["-m", "pip", "install", "--quiet"])
        .args(["--disable-pip-version-check", "--no-deps"]);
    pip
}

fn failed(path: &Path, error: &std::io::Error) -> StepError {
    StepError::new(
        format!("{}: {error}.", path.display()),
        "Check that the requirements exist and the target directory is writable.",
    )
}

/// Downloads the wheels that a file of the project requires into a folder of the target
/// directory, unless they are there already.
pub fn wheels(project: &Project, folder: &str, requirements: &str) -> Result<(), StepError> {
    let folder = project.target().join(folder);
    let path = project.root().join(requirements);
    let wanted = fs::read_to_string(&path).map_err(|error| failed(&path, &error))?;
    let downloaded = folder.join("requirements.txt");
    if fs::read_to_string(&downloaded).is_ok_and(|text| text == wanted) {
        note("already downloaded");
        return Ok(());
    }
    let environment = folder.join("pip");
    create(project, &environment)?;
    let mut pip = project.command(&program(&environment, "python").to_string_lossy());
    pip.args([
        "-m",
        "pip",
        "download",
        "--quiet",
        "--disable-pip-version-check",
    ])
    .args(["--no-deps", "--only-binary=:all:", "--dest"])
    .arg(&folder)
    .arg("--requirement")
    .arg(&path);
    run(&mut pip, "Check the network connection.")?;
    fs::write(&downloaded, wanted).map_err(|error| failed(&downloaded, &error))
}

/// Makes sure that Python can create virtual environments. On Debian the necessary modules are
/// in a separate package.
pub fn can_create(project: &Project) -> Result<(), StepError> {
    let has_ensurepip = || {
        let answer = project.output("python3", &["-m", "ensurepip", "--version"]);
        answer.is_some()
    };
    if !has_ensurepip() && debian::may_install(project) {
        debian::install(project, &["python3-venv"])?;
    }
    Ok(())
}

/// Creates a virtual environment of Python.
fn create(project: &Project, environment: &Path) -> Result<(), StepError> {
    can_create(project)?;
    let mut venv = project.command("python3");
    venv.args(["-m", "venv", "--clear"]).arg(environment);
    let advice = "Install Python 3.11 or later with its module venv; on Debian: \
                  sudo apt-get install python3-venv";
    run(&mut venv, advice)
}

/// The path of a program in an environment.
pub fn program(environment: &Path, name: &str) -> PathBuf {
    match cfg!(windows) {
        true => environment.join("Scripts").join(format!("{name}.exe")),
        false => environment.join("bin").join(name),
    }
}
