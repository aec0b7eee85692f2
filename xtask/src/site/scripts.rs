//! The scripts that are bundled: `assets/try`, which edits and runs code, with
//! the npm packages that it imports, `assets/own` for the reader's own documents,
//! and `assets/embed`, which other pages load.
//! [`bundle`] is the entry point.

use std::fs;

use crate::project::{Project, run};
use crate::step::StepError;

/// A package of CodeMirror. All of its packages, and those of its parser, have
/// one author and one licence.
const LICENCE: &str = "node_modules/@codemirror/view/LICENSE";

/// What esbuild makes of a module.
#[derive(Clone, Copy)]
enum Format {
    /// A module, which is imported.
    Module,
    /// A script that any page can load by its address.
    Script,
}

/// Leaves the bundled scripts in the built site, after Trunk, which empties
/// `dist/`.
pub fn bundle(project: &Project) -> Result<(), StepError> {
    let licence = fs::read_to_string(project.root().join(LICENCE)).map_err(|error| {
        StepError::new(
            format!("{LICENCE} cannot be read: {error}."),
            "Run `npm ci`; if the package no longer has that file, name another here.",
        )
    })?;
    let licence = format!("/*! CodeMirror. {licence}*/");
    script(project, "try/main", "try", Format::Module, "")?;
    script(project, "try/editor", "editor", Format::Module, &licence)?;
    script(project, "own/main", "own", Format::Module, "")?;
    script(project, "embed/main", "embed", Format::Script, "")?;
    script(project, "embed/frame", "frame", Format::Module, "")?;
    script(project, "embed/dialog", "dialog", Format::Module, "")
}

/// Bundles one module and what it imports into one file.
fn script(
    project: &Project,
    from: &str,
    to: &str,
    format: Format,
    banner: &str,
) -> Result<(), StepError> {
    let format = match format {
        Format::Module => "--format=esm",
        Format::Script => "--format=iife",
    };
    run(
        project
            .command("esbuild")
            .arg(format!("assets/{from}.mjs"))
            .args(["--bundle", "--minify", format, "--target=es2022"])
            // A style sheet is text, which the element adopts.
            .args(["--loader:.css=text", "--log-level=warning"])
            .arg(format!("--banner:js={banner}"))
            .arg(format!(
                "--outfile={}",
                project.dist().join(format!("{to}.js")).display()
            )),
        "Correct the script in assets that the message above names.",
    )
}
