//! Copies CPython for the page from npm's packages to `dist/runtimes/`. [`add`] is the
//! entry point. The dependencies named `pyodide-3.N` in `package.json` determine which
//! series there are.

use std::fs;
use std::path::Path;

use super::parts::{self, Step};
use super::scripts;
use crate::project::Project;
use crate::step::{StepError, note};

/// Copies the files and prints a line for each runtime.
const COPY: &str = include_str!("runtimes.mjs");

/// The list of runtimes in the page, empty until [`add`] fills it.
const EMPTY_LIST: &str = "data-runtimes=\"\"";

/// Which sizes of the runtimes are computed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sizes {
    Plain,
    /// The compressed sizes as well, which takes half a minute the first time.
    Compressed,
}

/// Copies the runtimes of `only`, which are separated by commas, or all if it is empty, into
/// the site in `dist` and lists them in its page. If compressed sizes are requested, prints
/// the sizes of each.
pub fn add(project: &Project, dist: &Path, only: &str, sizes: Sizes) -> Result<(), StepError> {
    let advice = "Run `npm ci`, and look at the dependencies in package.json.";
    let mut command = project.command("node");
    command
        .args(["--input-type=module", "-e", COPY, "--"])
        .args([project.root(), dist])
        .arg(only);
    if sizes == Sizes::Compressed {
        command.arg(project.target().join("runtime-sizes.json"));
    }
    let output = command
        .output()
        .map_err(|error| StepError::new(format!("Node did not start: {error}."), advice))?;
    if !output.status.success() {
        let problem = String::from_utf8_lossy(&output.stderr);
        return Err(StepError::new(
            format!("The runtimes were not copied: {}", problem.trim()),
            advice,
        ));
    }
    let lines = String::from_utf8_lossy(&output.stdout);
    let runtimes: Vec<Runtime> = lines.lines().filter_map(Runtime::parse).collect();
    for runtime in &runtimes {
        if let Some(compressed) = runtime.compressed {
            note(format!(
                "Python {} adds {:.1} MB, {:.1} MB with Brotli 9",
                runtime.version,
                megabytes(runtime.bytes),
                megabytes(compressed)
            ));
        }
    }
    let parts = parts::PARTS.iter();
    let parts = parts.filter(|part| part.steps.contains(&Step::CopyRuntimes));
    for script in parts.flat_map(parts::scripts_of) {
        scripts::bundle_file(project, dist, script)?;
    }
    list(dist, &runtimes)
}

/// A copied runtime.
struct Runtime<'a> {
    series: &'a str,
    version: &'a str,
    /// The size of its files in bytes.
    bytes: u32,
    /// Their compressed size in bytes, if it was requested.
    compressed: Option<u32>,
}

impl<'a> Runtime<'a> {
    /// Parses a line of the script's output.
    fn parse(line: &'a str) -> Option<Self> {
        let mut fields = line.split(' ');
        Some(Self {
            series: fields.next()?,
            version: fields.next()?,
            bytes: fields.next()?.parse().ok()?,
            compressed: fields.next().and_then(|field| field.parse().ok()),
        })
    }
}

fn megabytes(bytes: u32) -> f64 {
    f64::from(bytes) / 1e6
}

/// Writes the list of runtimes into the page, in the format documented in
/// `src/platform/runs.rs`.
fn list(dist: &Path, runtimes: &[Runtime]) -> Result<(), StepError> {
    let page = dist.join("index.html");
    let failed = |problem: String| {
        StepError::new(
            format!("{}: {problem}.", page.display()),
            "Compare index.html with xtask/src/site/runtimes.rs.",
        )
    };
    let html = fs::read_to_string(&page).map_err(|error| failed(error.to_string()))?;
    if !html.contains(EMPTY_LIST) {
        return Err(failed(format!("`{EMPTY_LIST}` is missing")));
    }
    let entries: Vec<String> = runtimes
        .iter()
        .map(|runtime| format!("{}={}={}", runtime.series, runtime.version, runtime.bytes))
        .collect();
    let full = format!("data-runtimes=\"{}\"", entries.join(" "));
    fs::write(&page, html.replace(EMPTY_LIST, &full)).map_err(|error| failed(error.to_string()))
}
