//! The packages from npm: for the build, CPython, the editor, the bundler, the WebAssembly
//! optimizer and an archiver; for the tests, the accessibility checker and the English
//! dictionary. [`install_packages`] is the entry point.

use std::fs;
use std::process::Stdio;
use std::time::SystemTime;

use crate::project::{Project, run};
use crate::step::{StepError, note};

/// The oldest supported major version of Node.
const MIN_NODE: u32 = 20;

/// As [`install_packages`], with a note if they are installed already.
pub fn install_packages_with_note(project: &Project) -> Result<(), StepError> {
    if is_current(project) {
        note("already installed");
    }
    install_packages(project)
}

/// Installs the packages in `package-lock.json`, unless they were installed after its last
/// change.
pub fn install_packages(project: &Project) -> Result<(), StepError> {
    check_node(project)?;
    if is_current(project) {
        return Ok(());
    }
    run(
        project
            .command("npm")
            .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            // Problems are printed on standard error.
            .stdout(Stdio::null()),
        "Check the network connection; `npm ci` shows more details.",
    )
}

fn check_node(project: &Project) -> Result<(), StepError> {
    let advice = format!("Install Node {MIN_NODE} or later from https://nodejs.org.");
    let answer = project
        .output("node", &["--version"])
        .ok_or_else(|| StepError::new("Node is not installed.", &*advice))?;
    match major(&answer) {
        Some(version) if version >= MIN_NODE => Ok(()),
        _ => Err(StepError::new(
            format!("Node is {answer}, which is too old."),
            advice,
        )),
    }
}

/// The major version in an answer such as `v20.20.2`.
fn major(answer: &str) -> Option<u32> {
    answer.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Whether the packages were installed after the last change of `package-lock.json`. The
/// last step of npm writes its own lock file into `node_modules`.
pub fn is_current(project: &Project) -> bool {
    let modified = |path: &str| -> Option<SystemTime> {
        fs::metadata(project.root().join(path))
            .and_then(|data| data.modified())
            .ok()
    };
    match (
        modified("node_modules/.package-lock.json"),
        modified("package-lock.json"),
    ) {
        (Some(installed), Some(listed)) => installed >= listed,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8"), Some(8));
        assert_eq!(major("20.1.0"), None);
    }
}
