//! What keeps the site in the browser. [`script`] makes the page's side, and
//! [`worker`], once all files are there, the service worker that knows them.

use crate::project::{Project, run};
use crate::step::{StepError, note};

/// Writes the service worker, and prints how many files it keeps and their bytes.
const WRITE: &str = include_str!("offline.mjs");

/// Leaves `offline/offline.js` in the built site, after Trunk, which empties
/// `dist/`.
pub fn script(project: &Project) -> Result<(), StepError> {
    let file = project.dist().join("offline/offline.js");
    run(
        project
            .command("esbuild")
            .arg("assets/offline/main.mjs")
            .args(["--bundle", "--minify", "--format=esm", "--target=es2022"])
            .arg("--log-level=warning")
            .arg(format!("--outfile={}", file.display())),
        "Correct the script in assets/offline that the message above names.",
    )
}

/// Leaves `service-worker.js` in the built site, whose other files must not
/// change afterwards.
pub fn worker(project: &Project) -> Result<(), StepError> {
    let advice = "Compare the files in dist/ with the rules in xtask/src/site/offline.mjs.";
    let output = project
        .command("node")
        .args(["--input-type=module", "-e", WRITE, "--"])
        .args([project.root(), &project.dist()])
        .output()
        .map_err(|error| StepError::new(format!("Node did not start: {error}."), advice))?;
    if !output.status.success() {
        let problem = String::from_utf8_lossy(&output.stderr);
        return Err(StepError::new(
            format!("The service worker was not written: {}", problem.trim()),
            advice,
        ));
    }
    let printed = String::from_utf8_lossy(&output.stdout);
    if let Some((files, bytes)) = printed.trim().split_once(' ') {
        note(format!("keeps {files} files with {bytes} bytes"));
    }
    Ok(())
}
