//! Runs the build's scripts for Node. [`output_of`] is the entry point.

use std::path::PathBuf;

use crate::project::Project;
use crate::step::StepError;

/// Runs a script, an ES module, and returns its trimmed output.
pub fn output_of(
    project: &Project,
    script: &str,
    arguments: &[PathBuf],
) -> Result<String, StepError> {
    let advice = "Compare the files in dist/ with the script in xtask/src/site that it comes from.";
    let output = project
        .command("node")
        .args(["--input-type=module", "-e", script, "--"])
        .args(arguments)
        .output()
        .map_err(|error| {
            StepError::new(
                format!("Node did not start: {error}."),
                "Run `node --version`; it should answer 20 or later.",
            )
        })?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
    }
    let problem = String::from_utf8_lossy(&output.stderr);
    Err(StepError::new(
        format!("A script of the build failed: {}", problem.trim()),
        advice,
    ))
}
