//! The page's WebAssembly in files: what every reader needs, and each view that
//! comes late. [`split`] is the entry point; `src/split.rs` says where to cut.
//!
//! Cutting comes before the bindings are made, in the middle of what Trunk does
//! by itself. So Trunk builds the page whole, and this replaces its script and
//! its WebAssembly by those made from the parts.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::chunks;
use crate::project::{Project, run};
use crate::setup::WASM_TARGET;
use crate::step::{StepError, note};

/// What `wasm-opt` is told; the elements in `index.html` have the same.
const OPTIMIZE: &[&str] = &[
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// The page's script imports the one that loads the parts; asked for only then,
/// it would come one round trip later.
const LINKS: &str =
    r#"<link rel="modulepreload" href="./explorer/__wasm_split.js" crossorigin="anonymous">"#;

/// Puts the parts of the page's WebAssembly into `dist/explorer/`, in the place
/// of the files that Trunk has left.
pub fn split(project: &Project) -> Result<(), StepError> {
    let marked = compile(project)?;
    let parts = project.target().join("split");
    let made = project.dist().join("explorer");
    for directory in [&parts, &made] {
        renew(directory).map_err(|error| unwritable(directory, &error))?;
    }
    run(
        project
            .command("wasm-split-cli")
            .arg(marked)
            .arg(&parts)
            .args(["--out-name", "explorer"]),
        "Compare src/split.rs with the documentation of wasm_split_helpers.",
    )?;
    let main = parts.join("explorer.wasm");
    run(
        project
            .command("wasm-bindgen")
            // The parts share the table of functions, which is left out otherwise.
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
            .arg("--out-dir")
            .args([&made, &main]),
        "Its version has to be that of wasm-bindgen in Cargo.toml.",
    )?;
    fs::remove_file(&main).map_err(|error| unwritable(&main, &error))?;
    optimize(project, &parts, &made)?;
    let shared = chunks::pack(&made).map_err(|error| unwritable(&made, &error))?;
    note(format!("{shared} of them in one"));
    minify(project, &made)?;
    let kept = whole(project);
    renew(&kept)
        .and_then(|()| replace(&project.dist(), &kept))
        .map_err(|error| unwritable(&project.dist(), &error))
}

/// Where the page's script and its WebAssembly are left whole, as
/// `explorer.js` and `explorer_bg.wasm`.
pub fn whole(project: &Project) -> PathBuf {
    project.target().join("whole")
}

/// Compiles the page's WebAssembly with the places marked where to cut, and with
/// what the linker knows of it, which cutting goes by.
fn compile(project: &Project) -> Result<PathBuf, StepError> {
    run(
        project
            .command("cargo")
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

/// Takes from the two scripts what only people read.
fn minify(project: &Project, made: &Path) -> Result<(), StepError> {
    let scripts = ["explorer.js", chunks::LOADER].map(|name| made.join(name));
    run(
        project
            .command("esbuild")
            .args(scripts)
            .args(["--minify", "--format=esm", "--target=es2022"])
            .args(["--log-level=warning", "--allow-overwrite"])
            .arg(format!("--outdir={}", made.display())),
        "Run `npm ci`, which installs it.",
    )
}

fn renew(directory: &Path) -> io::Result<()> {
    if directory.exists() {
        fs::remove_dir_all(directory)?;
    }
    fs::create_dir_all(directory)
}

/// Makes what is to be sent: small code, and the script that loads the parts.
fn optimize(project: &Project, parts: &Path, made: &Path) -> Result<(), StepError> {
    let names = fs::read_dir(parts)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect())
        .map_err(|error: io::Error| unwritable(parts, &error));
    let paths: Vec<PathBuf> = names?;
    let bound = made.join("explorer_bg.wasm");
    let mut count = 0;
    for from in paths.iter().chain([&bound]) {
        let Some(name) = from.file_name() else {
            continue;
        };
        let to = made.join(name);
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

/// Moves the files that Trunk has left to `whole`, and links the script that the page's
/// imports.
fn replace(dist: &Path, whole: &Path) -> io::Result<()> {
    let names = fs::read_dir(dist)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<io::Result<Vec<String>>>()?;
    let mut stems = names
        .iter()
        .filter_map(|name| name.strip_suffix("_bg.wasm"));
    let stem = stems
        .find(|stem| stem.starts_with("explorer-"))
        .ok_or_else(|| io::Error::other("Trunk has left no explorer-…_bg.wasm"))?;
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
            "{} cannot be made from the page's WebAssembly: {error}.",
            path.display()
        ),
        "Compare index.html and Trunk.toml with xtask/src/site/split.rs.",
    )
}
