//! Scripts and style, each of many files bundled into one, as the table of
//! [`parts`] lists them. [`bundle`] is the entry point, and [`one_file`] makes a
//! single one.
//!
//! One file has one address. Browsers remember of a module that it could not be
//! loaded, and another try asks with another address; what the module imports
//! would still have the old one.

use std::fs;
use std::path::Path;

use super::node;
use super::parts::{self, Bundled, Format};
use crate::project::{Project, run};
use crate::step::StepError;

/// Writes the scripts into the page that run before the first drawing.
const INLINE: &str = include_str!("inline.mjs");

/// A package of CodeMirror. All of its packages, and those of its parser, have
/// one author and one licence.
const LICENCE: &str = "node_modules/@codemirror/view/LICENSE";

/// Leaves the bundled scripts and the style in the built site, after Trunk, which
/// empties `dist/`.
pub fn bundle(project: &Project, dist: &Path) -> Result<(), StepError> {
    parts::scripts().try_for_each(|script| one_file(project, dist, script))?;
    inline(project, dist)
}

/// Writes into the built page what runs before the first drawing.
pub fn inline(project: &Project, dist: &Path) -> Result<(), StepError> {
    let page = dist.join("index.html");
    node::print(project, INLINE, &[project.root().to_owned(), page])?;
    Ok(())
}

/// Bundles one file of the assets and what it imports.
pub fn one_file(project: &Project, dist: &Path, script: &Bundled) -> Result<(), StepError> {
    // In a script a style sheet is text, which an element adopts. Of the page's
    // own nothing is rewritten for browsers that its scripts exclude anyway.
    let options: &[&str] = match script.format {
        Format::Module => &["--format=esm", "--target=es2022", "--loader:.css=text"],
        Format::Script => &["--format=iife", "--target=es2022", "--loader:.css=text"],
        Format::Worker => &["--target=es2022"],
        Format::Style => &[],
    };
    let banner = if script.has_editor {
        licence(project)?
    } else {
        String::new()
    };
    let target = dist.join(script.to);
    run(
        project
            .command("esbuild")
            .arg(format!("assets/{}", script.from))
            .args((script.format != Format::Worker).then_some("--bundle"))
            .arg("--minify")
            .args(options)
            .arg("--log-level=warning")
            .arg(format!("--banner:js={banner}"))
            .arg(format!("--outfile={}", target.display())),
        "Correct the file in assets that the message above names.",
    )
}

/// The licence of CodeMirror as a comment.
fn licence(project: &Project) -> Result<String, StepError> {
    let licence = fs::read_to_string(project.root().join(LICENCE)).map_err(|error| {
        StepError::new(
            format!("{LICENCE} cannot be read: {error}."),
            "Run `npm ci`; if the package no longer has that file, name another here.",
        )
    })?;
    Ok(format!("/*! CodeMirror. {licence}*/"))
}
