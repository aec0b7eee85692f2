//! The scripts that come late: `assets/try` for editing and running code, with
//! the npm packages that it imports, and `assets/own` for the reader's own
//! documents, bundled into three files. [`bundle`] is the entry point.

use std::fs;

use crate::project::{Project, run};
use crate::step::StepError;

/// A package of CodeMirror. All of its packages, and those of its parser, have
/// one author and one licence.
const LICENCE: &str = "node_modules/@codemirror/view/LICENSE";

/// Leaves `try.js`, `editor.js` and `own.js` in the built site, after Trunk, which
/// empties `dist/`.
pub fn bundle(project: &Project) -> Result<(), StepError> {
    let licence = fs::read_to_string(project.root().join(LICENCE)).map_err(|error| {
        StepError::new(
            format!("{LICENCE} cannot be read: {error}."),
            "Run `npm ci`; if the package no longer has that file, name another here.",
        )
    })?;
    script(project, "try/main", "try", "")?;
    script(project, "own/main", "own", "")?;
    script(
        project,
        "try/editor",
        "editor",
        &format!("/*! CodeMirror. {licence}*/"),
    )
}

/// Bundles one module and what it imports into one file.
fn script(project: &Project, from: &str, to: &str, banner: &str) -> Result<(), StepError> {
    run(
        project
            .command("esbuild")
            .arg(format!("assets/{from}.mjs"))
            .args(["--bundle", "--minify", "--format=esm", "--target=es2022"])
            .arg("--log-level=warning")
            .arg(format!("--banner:js={banner}"))
            .arg(format!(
                "--outfile={}",
                project.dist().join(format!("{to}.js")).display()
            )),
        "Correct the script in assets/try or assets/own that the message above names.",
    )
}
