//! What keeps the site in the browser. [`script`] makes the page's side, and
//! [`worker`], once all files are there, the service worker that knows them.

use super::node;
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
            .arg("assets/offline/main.ts")
            .args(["--bundle", "--minify", "--format=esm", "--target=es2022"])
            .arg("--log-level=warning")
            .arg(format!("--outfile={}", file.display())),
        "Correct the script in assets/offline that the message above names.",
    )
}

/// Leaves `service-worker.js` in the built site, whose other files must not
/// change afterwards.
pub fn worker(project: &Project) -> Result<(), StepError> {
    let arguments = [project.root().to_owned(), project.dist()];
    let printed = node::print(project, WRITE, &arguments)?;
    if let Some((files, bytes)) = printed.split_once(' ') {
        note(format!("keeps {files} files with {bytes} bytes"));
    }
    Ok(())
}
