//! How large the built site is, raw and as a static host sends it.
//! [`measure`] is the entry point.

use std::fs;
use std::path::{Path, PathBuf};

use super::figure::{Budget, Figure};
use crate::project::Project;
use crate::step::StepError;

/// Prints the compressed length of each file it is given, a line each. Node
/// is there already for the build, and its Brotli is the one that hosts use.
const COMPRESS: &str = "
const { readFileSync } = require('node:fs');
const { brotliCompressSync, constants } = require('node:zlib');
const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
for (const file of process.argv.slice(1))
  console.log(brotliCompressSync(readFileSync(file), { params }).length);
";

/// Most that the page's WebAssembly may have, compressed, in KB.
const WASM: f64 = 175.0;

/// Most that the part of the bundle may have that the list and the filters need,
/// compressed, in KB.
const FIRST_PART: f64 = 60.0;

/// Most that the index of the search may have, compressed, in KB. It comes after
/// the list, with the names of the features.
const INDEX: f64 = 60.0;

/// Most that a first visit may load, compressed, in KB.
const FIRST_LOAD: f64 = 260.0;

/// Most that all texts together may have, compressed, in KB. Nobody loads them
/// all; they grow with the catalogue, and the first load must not.
const TEXTS: f64 = 300.0;

/// Most that the samples may have, compressed, in KB. They come as one file with
/// the first of them, two hundred bytes each.
const SAMPLES: f64 = 60.0;

/// Most that the scripts around the editor may have, compressed, in KB.
const TRY: f64 = 3.0;

/// Most that the editor may have, compressed, in KB. It is loaded when a reader
/// first edits, and nearly all of it is CodeMirror.
const EDITOR: f64 = 120.0;

/// Most that the scripts for the reader's own documents may have, compressed, in
/// KB.
const OWN: f64 = 5.0;

/// Most that a page of others may load for an element beside the bundle,
/// compressed, in KB: the script, and the program when an element is near. The
/// program is one file with all that an element can show, the search included,
/// which the explorer has in a file of its own: another page loads it once it is
/// read, and one request less counts for more there than some kilobytes.
const EMBED: f64 = 130.0;

/// Most that the one file may have, as it is, in KB.
const ONE_FILE: f64 = 2000.0;

/// The file of the bundle that is loaded first.
const CATALOGUE: &str = "catalogue.bin";

/// The files of the bundle that the search needs besides.
const SEARCH: [&str; 2] = ["index.bin", "names.bin"];

/// The file of the bundle that holds the samples.
const SAMPLES_FILE: &str = "samples.bin";

/// The folders of the catalogue as data.
const DATA: [&str; 5] = ["api", "badge", "calendar", "card", "feeds"];

/// The file of the bundle that the reader's own documents are merged with.
const BASE: &str = "base.bin";

/// The parts whose sizes are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// The WebAssembly of the page.
    Wasm,
    /// The views that come when a reader goes there.
    Views,
    /// The first page, style sheet, scripts and icon.
    Shell,
    /// The other pages, of which a visit begins with one, and their list.
    Page,
    /// The part of the bundle that the list and the filters need.
    Catalogue,
    /// Those that the search needs besides, which come after the list.
    Search,
    /// The rest of the bundle, which comes as it is read.
    Texts,
    /// The samples, which come when the first of them is shown.
    Samples,
    /// The worker, which comes when code is first looked at.
    Analyzer,
    /// The scripts around the editor, which come with the first sample.
    Try,
    /// The editor, which comes when code is first changed.
    Editor,
    /// What takes the reader's own documents, which comes with the first of
    /// them or with the list of documents.
    Own,
    /// The worker that reads them and what it merges them with, which come with
    /// the first of them.
    Reader,
    /// What the pages of others load to show something.
    Embed,
    /// What keeps the site for offline, which comes when the page has nothing
    /// else to do.
    Offline,
    /// The whole explorer as one file.
    OneFile,
    /// The whole site as an archive. The build says how much it is.
    Archive,
    /// CPython, which comes when a reader first runs something. The build says
    /// how much each version is.
    Runtime,
    /// The catalogue as data for others, which the page never loads. The build
    /// says how much it is.
    Data,
}

/// Measures the files of `dist/` by part.
pub fn measure(project: &Project) -> Result<Vec<Figure>, StepError> {
    let dist = project.dist();
    let files = files(&dist).map_err(|error| {
        StepError::new(
            format!("{} cannot be read: {error}.", dist.display()),
            "Run `cargo xtask build`.",
        )
    })?;
    let one_file = files
        .iter()
        .filter(|(path, _)| part(&dist, path) == Part::OneFile)
        .map(|(_, size)| size)
        .sum();
    let apart = [
        Part::Runtime,
        Part::Data,
        Part::Page,
        Part::OneFile,
        Part::Archive,
    ];
    let files: Vec<_> = files
        .into_iter()
        .filter(|(path, _)| !apart.contains(&part(&dist, path)))
        .collect();
    let paths: Vec<_> = files.iter().map(|(path, _)| path.as_path()).collect();
    let compressed = compress(project, &paths)?;
    let sum = |parts: &[Part], sizes: &mut dyn Iterator<Item = u64>| -> u64 {
        files
            .iter()
            .zip(sizes)
            .filter(|((path, _), _)| parts.contains(&part(&dist, path)))
            .map(|(_, size)| size)
            .sum()
    };
    let mut figures = Vec::new();
    for (name, parts, budget) in [
        ("page WebAssembly", &[Part::Wasm][..], Budget::AtMost(WASM)),
        ("page, style, scripts", &[Part::Shell], Budget::None),
        ("views, loaded as visited", &[Part::Views], Budget::None),
        ("catalogue", &[Part::Catalogue], Budget::AtMost(FIRST_PART)),
        (
            "first load: all of these",
            &[Part::Wasm, Part::Shell, Part::Catalogue],
            Budget::AtMost(FIRST_LOAD),
        ),
        (
            "search, loaded after the list",
            &[Part::Search],
            Budget::AtMost(INDEX),
        ),
        (
            "texts, loaded as read",
            &[Part::Texts],
            Budget::AtMost(TEXTS),
        ),
        (
            "samples, loaded with the first",
            &[Part::Samples],
            Budget::AtMost(SAMPLES),
        ),
        (
            "analyzer, loaded with code",
            &[Part::Analyzer],
            Budget::None,
        ),
        (
            "scripts to edit, loaded with samples",
            &[Part::Try],
            Budget::AtMost(TRY),
        ),
        (
            "editor, loaded to edit",
            &[Part::Editor],
            Budget::AtMost(EDITOR),
        ),
        (
            "own documents, loaded with the list",
            &[Part::Own],
            Budget::AtMost(OWN),
        ),
        (
            "their reader, loaded with the first",
            &[Part::Reader],
            Budget::None,
        ),
        (
            "elements on other pages",
            &[Part::Embed],
            Budget::AtMost(EMBED),
        ),
        ("what keeps it for offline", &[Part::Offline], Budget::None),
    ] {
        let raw = sum(parts, &mut files.iter().map(|(_, size)| *size));
        let sent = sum(parts, &mut compressed.iter().copied());
        figures.push(Figure::size(&format!("{name}, raw"), raw, Budget::None));
        figures.push(Figure::size(&format!("{name}, Brotli 11"), sent, budget));
    }
    let budget = Budget::AtMost(ONE_FILE);
    figures.push(Figure::size("the explorer in one file", one_file, budget));
    Ok(figures)
}

/// Which part a file of the site belongs to.
fn part(dist: &Path, file: &Path) -> Part {
    let relative = file.strip_prefix(dist).unwrap_or(file);
    let first = relative.iter().next().unwrap_or_default().to_string_lossy();
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    if first.starts_with("analyzer") {
        Part::Analyzer
    } else if first.starts_with("try-") {
        if relative.ends_with("editor.js") {
            Part::Editor
        } else {
            Part::Try
        }
    } else if first.starts_with("own-") {
        Part::Own
    } else if first.starts_with("reader") || relative.ends_with(BASE) {
        Part::Reader
    } else if first.starts_with("embed") {
        Part::Embed
    } else if first.starts_with("runtime") {
        Part::Runtime
    } else if relative == Path::new("whats-new.html") {
        Part::OneFile
    } else if relative == Path::new("dist.zip") {
        Part::Archive
    } else if first.starts_with("offline-") || is_for_offline(relative) {
        Part::Offline
    } else if DATA.contains(&first.as_ref()) {
        Part::Data
    } else if first.starts_with("bundle-") {
        if relative.ends_with(CATALOGUE) {
            Part::Catalogue
        } else if SEARCH.iter().any(|name| relative.ends_with(name)) {
            Part::Search
        } else if relative.ends_with(SAMPLES_FILE) {
            Part::Samples
        } else {
            Part::Texts
        }
    } else if relative.ends_with("sitemap.xml")
        || (relative.ends_with("index.html") && relative != Path::new("index.html"))
    {
        Part::Page
    } else if name.ends_with("_bg.wasm") {
        Part::Wasm
    } else if name.ends_with(".wasm") || name == "shared.bin" {
        Part::Views
    } else {
        Part::Shell
    }
}

/// Whether the browser asks for a file only to keep or to install the site.
fn is_for_offline(file: &Path) -> bool {
    let extension = file.extension().unwrap_or_default();
    file == Path::new("service-worker.js") || extension == "webmanifest" || extension == "png"
}

/// Every file below `directory` with its length in bytes.
fn files(directory: &Path) -> std::io::Result<Vec<(PathBuf, u64)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            found.extend(files(&entry.path())?);
        } else {
            found.push((entry.path(), entry.metadata()?.len()));
        }
    }
    Ok(found)
}

fn compress(project: &Project, files: &[&Path]) -> Result<Vec<u64>, StepError> {
    let advice = "Run `node --version`; it should answer 20 or later.";
    let output = project
        .command("node")
        .args(["-e", COMPRESS, "--"])
        .args(files)
        .output()
        .map_err(|error| StepError::new(format!("Node did not start: {error}."), advice))?;
    let sizes: Vec<u64> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| line.parse().ok())
        .collect();
    if sizes.len() == files.len() {
        return Ok(sizes);
    }
    Err(StepError::new(
        format!(
            "Node did not compress the site: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        ),
        advice,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_counts_for_its_part() {
        let dist = Path::new("dist");
        for (file, expected) in [
            ("index.html", Part::Shell),
            ("style-5a/style.css", Part::Shell),
            ("boot-6b/boot.js", Part::Shell),
            ("feature/pep-758/index.html", Part::Page),
            ("3.14/index.html", Part::Page),
            ("sitemap.xml", Part::Page),
            ("explorer-1f/explorer_bg.wasm", Part::Wasm),
            ("explorer-1f/explorer.js", Part::Shell),
            ("explorer-1f/split_upgrade.wasm", Part::Views),
            ("explorer-1f/shared.bin", Part::Views),
            ("bundle-2e/catalogue.bin", Part::Catalogue),
            ("bundle-2e/index.bin", Part::Search),
            ("bundle-2e/features-3.14.bin", Part::Texts),
            ("bundle-2e/samples.bin", Part::Samples),
            ("analyzer-3d/analyzer_bg.wasm", Part::Analyzer),
            ("try-4c/try.js", Part::Try),
            ("try-4c/editor.js", Part::Editor),
            ("own-6e/own.js", Part::Own),
            ("reader-7f/reader_bg.wasm", Part::Reader),
            ("bundle-2e/base.bin", Part::Reader),
            ("embed.js", Part::Embed),
            ("embed-5d/embedded_bg.wasm", Part::Embed),
            ("offline-6e/offline.js", Part::Offline),
            ("service-worker.js", Part::Offline),
            ("icon-192.png", Part::Offline),
            ("whats-new.html", Part::OneFile),
            ("dist.zip", Part::Archive),
            ("runtime-4c/host.mjs", Part::Runtime),
            ("runtimes/3.14/5b/pyodide.asm.wasm", Part::Runtime),
            ("api/v1/features/pep-758.json", Part::Data),
            ("card/pep-758.svg", Part::Data),
        ] {
            assert_eq!(part(dist, &dist.join(file)), expected, "{file}");
        }
    }
}
