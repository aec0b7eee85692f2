//! Measures the sizes of the built site, raw and compressed as a static host sends them.
//! [`measure`] is the entry point.

use std::fs;
use std::path::{Path, PathBuf};

use super::figure::{Budget, Figure};
use super::site_part::{Part, part};
use crate::project::Project;
use crate::step::StepError;

/// Prints the compressed length of each file, one on each line. The build needs Node
/// anyway, and its Brotli is the one that hosts use.
const COMPRESS: &str = "
const { readFileSync } = require('node:fs');
const { brotliCompressSync, constants } = require('node:zlib');
const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
for (const file of process.argv.slice(1))
  console.log(brotliCompressSync(readFileSync(file), { params }).length);
";

/// The budget of the page's WebAssembly, compressed, in KB.
const WASM: f64 = 175.0;

/// The budget of the part of the bundle that the list and the filters need, compressed, in
/// KB.
const FIRST_PART: f64 = 60.0;

/// The budget of the search index with the names of features, which are loaded after the
/// list, compressed, in KB. Each feature takes about 32 bytes of it; the budget of 60 was for
/// 1,724 features and is for 1,960 now, with the names and other words by which errors find
/// them.
const INDEX: f64 = 68.0;

/// The budget of a first visit, compressed, in KB. It was 247 before every page had a tab for
/// errors and the search box told them from queries, which takes one of the three.
const FIRST_LOAD: f64 = 250.0;

/// The budget of all texts together, compressed, in KB. They grow with the catalogue, but
/// no visit loads all of them. 300 was enough before every text named its exceptions,
/// warnings and parameters, and every removal what to use instead; 310 before 540 changes had
/// a repair sheet.
const TEXTS: f64 = 400.0;

/// The budget of the samples, compressed, in KB. They are a single file with about two
/// hundred bytes for each sample, loaded with the first one.
const SAMPLES: f64 = 60.0;

/// The budget of the scripts around the editor, compressed, in KB.
const TRY: f64 = 3.0;

/// The budget of the editor, nearly all of which is CodeMirror, compressed, in KB. It is
/// loaded at the first edit.
const EDITOR: f64 = 120.0;

/// The budget of the scripts for own documents, compressed, in KB.
const OWN: f64 = 5.0;

/// The budget of what a page of another site loads for an embedded element in addition to
/// the bundle, compressed, in KB: the script, and the program once an element is near the
/// viewport. The program is not split: for an embed, fewer requests matter more than a few
/// kilobytes. 130 was enough before texts had repair sheets, which it has to read.
const EMBED: f64 = 132.0;

/// The budget of the explorer in one file, uncompressed, in KB. It was 2,250 before it checked
/// code, which takes all names of the standard library.
const ONE_FILE: f64 = 2800.0;

/// The budget of the worker that analyses and checks code, compressed, in KB.
const ANALYZER: f64 = 800.0;

/// The budget of what is known besides the table of names, compressed, in KB.
const CHECK: f64 = 100.0;

/// The budget of what an element that explains an error loads in addition to the scripts of
/// the others and the bundle, compressed, in KB. It holds what they have and, besides, what
/// reads and explains errors.
const EXPLAINED: f64 = 200.0;

/// The budget of the names to search in, compressed, in KB.
const NAMES: f64 = 60.0;

/// The budget of the whole table of names, compressed, in KB.
const TABLE: f64 = 250.0;

/// The budget of the messages, compressed, in KB.
const MESSAGES: f64 = 80.0;

/// Measures the sizes of the parts in `dist/`.
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
    let excluded = [
        Part::Runtime,
        Part::Data,
        Part::Page,
        Part::OneFile,
        Part::Archive,
    ];
    let files: Vec<_> = files
        .into_iter()
        .filter(|(path, _)| !excluded.contains(&part(&dist, path)))
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
            "names, loaded with the first word",
            &[Part::Names],
            Budget::AtMost(NAMES),
        ),
        (
            "all names, loaded by module",
            &[Part::Names, Part::Table],
            Budget::AtMost(TABLE),
        ),
        (
            "messages, loaded with an error",
            &[Part::Messages],
            Budget::AtMost(MESSAGES),
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
            Budget::AtMost(ANALYZER),
        ),
        (
            "what checks code, besides names",
            &[Part::Check],
            Budget::AtMost(CHECK),
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
            "their merger, loaded with the first",
            &[Part::Merger],
            Budget::None,
        ),
        (
            "elements on other pages",
            &[Part::Embed],
            Budget::AtMost(EMBED),
        ),
        (
            "errors in them, loaded with the first",
            &[Part::Explained],
            Budget::AtMost(EXPLAINED),
        ),
        ("script to keep it offline", &[Part::Offline], Budget::None),
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

/// All files below `directory` with their lengths in bytes.
fn files(directory: &Path) -> std::io::Result<Vec<(PathBuf, u64)>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            all.extend(files(&entry.path())?);
        } else {
            all.push((entry.path(), entry.metadata()?.len()));
        }
    }
    Ok(all)
}

/// The compressed lengths of the files in bytes.
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
