//! The editor: `assets/editor` and the npm packages that it imports, bundled
//! into one script. [`bundle`] is the entry point.

use std::fs;

use crate::project::{Project, run};
use crate::step::StepError;

/// A package of CodeMirror. All of its packages, and those of its parser, have
/// one author and one licence.
const LICENCE: &str = "node_modules/@codemirror/view/LICENSE";

/// Leaves `editor.js` in the built site, after Trunk, which empties `dist/`.
pub fn bundle(project: &Project) -> Result<(), StepError> {
    let licence = fs::read_to_string(project.root().join(LICENCE)).map_err(|error| {
        StepError::new(
            format!("{LICENCE} cannot be read: {error}."),
            "Run `npm ci`; if the package no longer has that file, name another here.",
        )
    })?;
    run(
        project
            .command("esbuild")
            .args(["assets/editor/main.mjs", "--bundle", "--minify"])
            .args(["--format=iife", "--target=es2022", "--log-level=warning"])
            .arg(format!("--banner:js=/*! CodeMirror. {licence}*/"))
            .arg(format!(
                "--outfile={}",
                project.dist().join("editor.js").display()
            )),
        "Correct the script in assets/editor that the message above names.",
    )
}
