//! Splits the page's WebAssembly into a file that every visit needs and a file for each
//! lazy view. [`split`] is the entry point; `src/split.rs` marks the split points.
//!
//! Splitting has to happen before the bindings are generated, in the middle of what Trunk
//! does. So this takes what Trunk has compiled, and replaces the script and the WebAssembly
//! that Trunk has written.

use std::fs;
use std::io;
use std::path::Path;

use super::{chunks, imports, node};
use crate::project::{Project, run};
use crate::setup::WASM_TARGET;
use crate::step::{StepError, note};
use xtask::files::recreate_folder;

/// Optimizes every file of WebAssembly in a folder, and prints their number.
const OPTIMIZE: &str = include_str!("optimize.mjs");

/// Preloads the script that loads lazy views. The page's script imports it, so without
/// this it would be requested one round trip later.
const LINKS: &str =
    r#"<link rel="modulepreload" href="./explorer/__wasm_split.js" crossorigin="anonymous">"#;

/// Writes the split WebAssembly into `dist/explorer/` and removes the files that Trunk has
/// written.
pub fn split(project: &Project) -> Result<(), StepError> {
    let target = project.target().join(WASM_TARGET);
    let unsplit = target.join("release/explorer.wasm");
    let parts = project.target().join("split");
    let output = project.dist().join("explorer");
    for directory in [&parts, &output] {
        recreate_folder(directory).map_err(|error| unwritable(directory, &error))?;
    }
    run(
        project
            .command("wasm-split-cli")
            .arg(unsplit)
            .arg(&parts)
            .args(["--out-name", "explorer"]),
        "Compare src/split.rs with the documentation of wasm_split_helpers.",
    )?;
    let main = parts.join("explorer.wasm");
    run(
        project
            .command("wasm-bindgen")
            // The parts share the function table, which would be removed otherwise.
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
            .arg("--out-dir")
            .args([&parts, &main]),
        "Its version has to be that of wasm-bindgen in Cargo.toml.",
    )?;
    fs::remove_file(&main).map_err(|error| unwritable(&main, &error))?;
    optimize(project, &parts, &output)?;
    let count = imports::number(
        &output.join("explorer.js"),
        &output.join("explorer_bg.wasm"),
    )
    .map_err(|error| unwritable(&output, &error))?;
    note(format!("{count} imports numbered"));
    let chunks = chunks::pack(&output).map_err(|error| unwritable(&output, &error))?;
    note(format!("{chunks} of them packed into one"));
    minify(project, &output)?;
    remove_unsplit(&project.dist()).map_err(|error| unwritable(&project.dist(), &error))
}

/// Minifies the two scripts.
fn minify(project: &Project, output: &Path) -> Result<(), StepError> {
    let scripts = ["explorer.js", chunks::LOADER].map(|name| output.join(name));
    run(
        project
            .command("esbuild")
            .args(scripts)
            .args(["--minify", "--format=esm", "--target=es2022"])
            .args(["--log-level=warning", "--allow-overwrite"])
            .arg(format!("--outdir={}", output.display())),
        "Run `npm ci`, which installs it.",
    )
}

/// Writes the scripts and the optimized WebAssembly of `parts` into `output`.
fn optimize(project: &Project, parts: &Path, output: &Path) -> Result<(), StepError> {
    let folders = [project.root(), parts, output].map(Path::to_owned);
    let count = node::output_of(project, OPTIMIZE, &folders)?;
    note(format!("{count} files of WebAssembly"));
    for name in ["explorer.js", chunks::LOADER] {
        let to = output.join(name);
        fs::copy(parts.join(name), &to).map_err(|error| unwritable(&to, &error))?;
    }
    Ok(())
}

/// Removes the files that Trunk has written, and preloads the script that loads lazy views.
fn remove_unsplit(dist: &Path) -> io::Result<()> {
    let names = fs::read_dir(dist)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<io::Result<Vec<String>>>()?;
    let mut stems = names
        .iter()
        .filter_map(|name| name.strip_suffix("_bg.wasm"));
    let stem = stems
        .find(|stem| stem.starts_with("explorer-"))
        .ok_or_else(|| io::Error::other("Trunk has not written explorer-…_bg.wasm"))?;
    for ending in [".js", "_bg.wasm"] {
        fs::remove_file(dist.join(format!("{stem}{ending}")))?;
    }
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page)?;
    fs::write(&page, html.replace("</head>", &format!("{LINKS}</head>")))
}

fn unwritable(path: &Path, error: &io::Error) -> StepError {
    StepError::new(
        format!(
            "{} cannot be written while splitting the page's WebAssembly: {error}.",
            path.display()
        ),
        "Compare index.html and Trunk.toml with xtask/src/site/split.rs.",
    )
}
