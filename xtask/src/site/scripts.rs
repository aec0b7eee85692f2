//! Scripts and style, each of many files bundled into one: what starts the page
//! (`assets/boot`), how it looks (`assets/styles`), and what edits and runs code
//! (`assets/try` and the npm packages that it imports). [`bundle`] is the entry
//! point.

use std::fs;

use crate::project::{Project, run};
use crate::step::StepError;

/// A package of CodeMirror. All of its packages, and those of its parser, have
/// one author and one licence.
const LICENCE: &str = "node_modules/@codemirror/view/LICENSE";

/// Leaves `boot.js`, `style.css`, `try.js` and `editor.js` in the built site,
/// after Trunk, which empties `dist/`. One style sheet is one request that the
/// first drawing of a page waits for.
pub fn bundle(project: &Project) -> Result<(), StepError> {
    let licence = fs::read_to_string(project.root().join(LICENCE)).map_err(|error| {
        StepError::new(
            format!("{LICENCE} cannot be read: {error}."),
            "Run `npm ci`; if the package no longer has that file, name another here.",
        )
    })?;
    one_file(project, "styles/main.css", "style.css", "")?;
    one_file(project, "boot/main.mjs", "boot.js", "")?;
    one_file(project, "try/main.mjs", "try.js", "")?;
    one_file(
        project,
        "try/editor.mjs",
        "editor.js",
        &format!("/*! CodeMirror. {licence}*/"),
    )
}

/// Bundles one file of the assets and what it imports.
fn one_file(project: &Project, from: &str, to: &str, banner: &str) -> Result<(), StepError> {
    // Of a style sheet nothing is rewritten for browsers that the page's own
    // scripts exclude anyway.
    let target: &[&str] = if to.ends_with(".css") {
        &[]
    } else {
        &["--format=esm", "--target=es2022"]
    };
    run(
        project
            .command("esbuild")
            .arg(format!("assets/{from}"))
            .args(["--bundle", "--minify"])
            .args(target)
            .arg("--log-level=warning")
            .arg(format!("--banner:js={banner}"))
            .arg(format!("--outfile={}", project.dist().join(to).display())),
        "Correct the file in assets that the message above names.",
    )
}
