//! Bundles the scripts and style sheets listed in the table of [`parts`], each with its
//! imports into a single file. The entry points are [`bundle_all`] and [`bundle_file`].
//!
//! Bundling makes retries possible: browsers cache the failure to load a module, so a
//! retry has to use a different address, which does not change those of its imports.

use std::fs;
use std::path::Path;

use super::node;
use super::parts::{self, Bundled, Format};
use crate::project::{Project, run};
use crate::step::StepError;

/// Inlines the scripts that run before the first paint.
const INLINE: &str = include_str!("inline.mjs");

/// The licence of a package of CodeMirror. All of its packages, and those of its parser,
/// have the same author and licence.
const LICENCE: &str = "node_modules/@codemirror/view/LICENSE";

/// Writes the bundled scripts and style sheets into the built site. This has to run after
/// Trunk, which empties `dist/`.
pub fn bundle_all(project: &Project, dist: &Path) -> Result<(), StepError> {
    parts::scripts().try_for_each(|script| bundle_file(project, dist, script))?;
    inline(project, dist)
}

/// Inlines the scripts that run before the first paint into the built page.
pub fn inline(project: &Project, dist: &Path) -> Result<(), StepError> {
    let page = dist.join("index.html");
    node::output_of(project, INLINE, &[project.root().to_owned(), page])?;
    Ok(())
}

/// Bundles one file of the assets with its imports.
pub fn bundle_file(project: &Project, dist: &Path, script: &Bundled) -> Result<(), StepError> {
    // Scripts import style sheets as text, for shadow roots to adopt. The page's own style
    // sheet has no target: its scripts exclude older browsers anyway.
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
            "Run `npm ci`; if the package no longer has that file, change LICENCE in \
             xtask/src/site/scripts.rs.",
        )
    })?;
    Ok(format!("/*! CodeMirror. {licence}*/"))
}
