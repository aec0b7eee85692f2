//! Splits the page's WebAssembly into a file that every visit needs and a file for each
//! lazy view. [`split`] is the entry point; `src/split.rs` marks the split points.
//!
//! Splitting has to happen before the bindings are generated, in the middle of what Trunk
//! does. So Trunk builds the page unsplit, and this replaces its script and WebAssembly.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{FLAGS, chunks, imports, short_paths};
use crate::project::{Project, run};
use crate::setup::WASM_TARGET;
use crate::step::{StepError, note};
use xtask::files::recreate_folder;

/// The options of `wasm-opt`, the same as in `index.html`.
const OPTIMIZE: &[&str] = &[
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// Preloads the script that loads lazy views. The page's script imports it, so without
/// this it would be requested one round trip later.
const LINKS: &str =
    r#"<link rel="modulepreload" href="./explorer/__wasm_split.js" crossorigin="anonymous">"#;

/// Writes the split WebAssembly into `dist/explorer/` and removes the files that Trunk has
/// written.
pub fn split(project: &Project) -> Result<(), StepError> {
    let unsplit = compile(project)?;
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
            .args([&output, &main]),
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
    let whole = whole(project);
    recreate_folder(&whole)
        .and_then(|()| move_unsplit(&project.dist(), &whole))
        .map_err(|error| unwritable(&project.dist(), &error))
}

/// The directory of the unsplit script and WebAssembly, `explorer.js` and
/// `explorer_bg.wasm`.
pub fn whole(project: &Project) -> PathBuf {
    project.target().join("whole")
}

/// Compiles the page's WebAssembly with split points and with the relocations that the
/// splitter needs.
fn compile(project: &Project) -> Result<PathBuf, StepError> {
    run(
        project
            .command("cargo")
            .env(FLAGS, short_paths(project))
            .args(["rustc", "--quiet", "--locked", "--release"])
            .args([
                "--target",
                WASM_TARGET,
                "--package",
                "whats-new",
                "--bin",
                "explorer",
            ])
            .args(["--features", "late-views", "--"])
            .arg("-Clink-arg=--emit-relocs"),
        "Correct the code that the message above names.",
    )?;
    let target = project.target().join(WASM_TARGET);
    Ok(target.join("release/explorer.wasm"))
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

/// Writes the parts into `output`, with their WebAssembly optimized for size.
fn optimize(project: &Project, parts: &Path, output: &Path) -> Result<(), StepError> {
    let names = fs::read_dir(parts)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect())
        .map_err(|error: io::Error| unwritable(parts, &error));
    let paths: Vec<PathBuf> = names?;
    let bound = output.join("explorer_bg.wasm");
    let mut count = 0;
    for from in paths.iter().chain([&bound]) {
        let Some(name) = from.file_name() else {
            continue;
        };
        let to = output.join(name);
        if from
            .extension()
            .is_some_and(|extension| extension == "wasm")
        {
            count += 1;
            run(
                project
                    .command("wasm-opt")
                    .args(OPTIMIZE)
                    .arg(from)
                    .arg("--output")
                    .arg(&to),
                "Run `npm ci`, which installs it.",
            )?;
        } else {
            fs::copy(from, &to).map_err(|error| unwritable(&to, &error))?;
        }
    }
    note(format!("{count} files of WebAssembly"));
    Ok(())
}

/// Moves the files that Trunk has written to `whole`, and preloads the script that loads
/// lazy views.
fn move_unsplit(dist: &Path, whole: &Path) -> io::Result<()> {
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
        let file = dist.join(format!("{stem}{ending}"));
        // The two directories may be on different file systems.
        fs::copy(&file, whole.join(format!("explorer{ending}")))?;
        fs::remove_file(file)?;
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
