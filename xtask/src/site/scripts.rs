//! The scripts for editing and running code, each module bundled with all that it
//! imports into one file. [`bundle`] is the entry point for `assets/try`, and
//! [`host`] for what runs programs.
//!
//! One file has one address. Browsers remember of a module that it could not be
//! loaded, and another try asks with another address; what the module imports
//! would still have the old one.

use std::fs;

use crate::project::{Project, run};
use crate::step::StepError;

/// A package of CodeMirror. All of its packages, and those of its parser, have
/// one author and one licence.
const LICENCE: &str = "node_modules/@codemirror/view/LICENSE";

/// Leaves `try.js` and `editor.js` in the built site, after Trunk, which
/// empties `dist/`.
pub fn bundle(project: &Project) -> Result<(), StepError> {
    let licence = fs::read_to_string(project.root().join(LICENCE)).map_err(|error| {
        StepError::new(
            format!("{LICENCE} cannot be read: {error}."),
            "Run `npm ci`; if the package no longer has that file, name another here.",
        )
    })?;
    script(project, "try/main.mjs", "try.js", "")?;
    let licence = format!("/*! CodeMirror. {licence}*/");
    script(project, "try/editor.mjs", "editor.js", &licence)
}

/// Leaves `runtime/host.mjs` in the built site.
pub fn host(project: &Project) -> Result<(), StepError> {
    script(project, "runtime/host.mjs", "runtime/host.mjs", "")
}

/// Bundles one module and what it imports into one file.
fn script(project: &Project, from: &str, to: &str, banner: &str) -> Result<(), StepError> {
    run(
        project
            .command("esbuild")
            .arg(format!("assets/{from}"))
            .args(["--bundle", "--minify", "--format=esm", "--target=es2022"])
            .arg("--log-level=warning")
            .arg(format!("--banner:js={banner}"))
            .arg(format!("--outfile={}", project.dist().join(to).display())),
        "Correct the script in assets that the message above names.",
    )
}
