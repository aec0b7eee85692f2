//! The packages that come from npm: CPython, the editor, its bundler, the
//! WebAssembly optimiser and what writes archives for the build, the
//! accessibility checker and the English dictionary for the tests. [`packages`] is the entry point.

use std::fs;
use std::process::Stdio;
use std::time::SystemTime;

use crate::project::{Project, run};
use crate::step::{StepError, note};

/// The oldest Node that the packages are tried with.
const NODE: u32 = 20;

/// Installs what `package-lock.json` lists unless that has happened since the
/// file was last changed.
pub fn packages(project: &Project) -> Result<(), StepError> {
    if is_current(project) {
        note("there already");
    }
    ensure(project)
}

/// As [`packages`], without a remark.
pub fn ensure(project: &Project) -> Result<(), StepError> {
    check_node(project)?;
    if is_current(project) {
        return Ok(());
    }
    run(
        project
            .command("npm")
            .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            // What it says of success; problems go to the other stream.
            .stdout(Stdio::null()),
        "Check the network connection; `npm ci` by hand shows more.",
    )
}

fn check_node(project: &Project) -> Result<(), StepError> {
    let advice = format!("Install Node {NODE} or later from https://nodejs.org.");
    let answer = project
        .output("node", &["--version"])
        .ok_or_else(|| StepError::new("Node is not installed.", &*advice))?;
    match major(&answer) {
        Some(version) if version >= NODE => Ok(()),
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

/// npm writes its own lock file into `node_modules` as the last thing it does.
pub fn is_current(project: &Project) -> bool {
    let changed = |path: &str| -> Option<SystemTime> {
        fs::metadata(project.root().join(path))
            .and_then(|data| data.modified())
            .ok()
    };
    match (
        changed("node_modules/.package-lock.json"),
        changed("package-lock.json"),
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
