//! Scripts and style, each of many files bundled into one: what starts the page
//! (`assets/boot`), how it looks (`assets/styles`), what edits and runs code
//! (`assets/try` and the npm packages that it imports), what takes the reader's
//! own documents (`assets/own`), what other pages load (`assets/embed`) and what
//! starts the workers.
//! [`bundle`] is the entry point, and [`host`] that for what runs programs.
//!
//! One file has one address. Browsers remember of a module that it could not be
//! loaded, and another try asks with another address; what the module imports
//! would still have the old one.

use std::fs;

use super::node;
use crate::project::{Project, run};
use crate::step::StepError;

/// Writes the scripts into the page that run before the first drawing.
const INLINE: &str = include_str!("inline.mjs");

/// A package of CodeMirror. All of its packages, and those of its parser, have
/// one author and one licence.
const LICENCE: &str = "node_modules/@codemirror/view/LICENSE";

/// What esbuild makes of a file.
#[derive(Clone, Copy)]
enum Format {
    /// A module, which is imported.
    Module,
    /// A script that any page can load by its address.
    Script,
    /// A script that starts a worker. It is not wrapped in a function, because what
    /// it imports with `importScripts` may be put in its place.
    Worker,
    /// One style sheet, which is one request that the first drawing waits for.
    Style,
}

/// Leaves the bundled scripts and the style in the built site, after Trunk, which
/// empties `dist/`.
pub fn bundle(project: &Project) -> Result<(), StepError> {
    let licence = fs::read_to_string(project.root().join(LICENCE)).map_err(|error| {
        StepError::new(
            format!("{LICENCE} cannot be read: {error}."),
            "Run `npm ci`; if the package no longer has that file, name another here.",
        )
    })?;
    let licence = format!("/*! CodeMirror. {licence}*/");
    one_file(project, "styles/main.css", "style.css", Format::Style, "")?;
    one_file(project, "boot/main.ts", "boot.js", Format::Module, "")?;
    let page = project.dist().join("index.html");
    node::print(project, INLINE, &[project.root().to_owned(), page])?;
    one_file(project, "try/main.ts", "try.js", Format::Module, "")?;
    one_file(
        project,
        "try/editor.ts",
        "editor.js",
        Format::Module,
        &licence,
    )?;
    one_file(project, "own/main.ts", "own.js", Format::Module, "")?;
    one_file(project, "embed/main.ts", "embed.js", Format::Script, "")?;
    one_file(project, "embed/frame.ts", "frame.js", Format::Module, "")?;
    one_file(project, "embed/dialog.ts", "dialog.js", Format::Module, "")?;
    for name in ["analyzer_loader", "reader_loader"] {
        let from = format!("{name}.ts");
        one_file(project, &from, &format!("{name}.js"), Format::Worker, "")?;
    }
    Ok(())
}

/// Leaves what runs programs in the built site: `runtime/host.mjs` and the files
/// that it fetches for the worker.
pub fn host(project: &Project) -> Result<(), StepError> {
    for (from, to, format) in [
        ("runtime/host.ts", "runtime/host.mjs", Format::Module),
        ("runtime/worker.ts", "runtime/worker.js", Format::Worker),
        (
            "runtime/interpreter.ts",
            "runtime/interpreter.mjs",
            Format::Module,
        ),
    ] {
        one_file(project, from, to, format, "")?;
    }
    Ok(())
}

/// Bundles one file of the assets and what it imports.
fn one_file(
    project: &Project,
    from: &str,
    to: &str,
    format: Format,
    banner: &str,
) -> Result<(), StepError> {
    // In a script a style sheet is text, which an element adopts. Of the page's
    // own nothing is rewritten for browsers that its scripts exclude anyway.
    let options: &[&str] = match format {
        Format::Module => &["--format=esm", "--target=es2022", "--loader:.css=text"],
        Format::Script => &["--format=iife", "--target=es2022", "--loader:.css=text"],
        Format::Worker => &["--target=es2022"],
        Format::Style => &[],
    };
    run(
        project
            .command("esbuild")
            .arg(format!("assets/{from}"))
            .args((!matches!(format, Format::Worker)).then_some("--bundle"))
            .arg("--minify")
            .args(options)
            .arg("--log-level=warning")
            .arg(format!("--banner:js={banner}"))
            .arg(format!("--outfile={}", project.dist().join(to).display())),
        "Correct the file in assets that the message above names.",
    )
}
