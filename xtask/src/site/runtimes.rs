//! CPython for the page: from npm's packages to `dist/runtimes/`. [`add`] is
//! the entry point. Which series there are is said in one place, the
//! dependencies named `pyodide-3.N` in `package.json`.

use std::fs;
use std::path::Path;

use super::parts::{self, Made};
use super::scripts;
use crate::project::Project;
use crate::step::{StepError, note};

/// Copies the files, and prints a line about each runtime.
const COPY: &str = include_str!("runtimes.mjs");

/// Where the page says which runtimes it has; empty until this is run.
const EMPTY_LIST: &str = "data-runtimes=\"\"";

/// Which sizes are told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sizes {
    Plain,
    /// What a host sends as well, which takes half a minute to find the first time.
    Compressed,
}

/// Copies every runtime into the site in `dist`, lists them in its page, and says
/// what each adds where its compressed size is asked for.
pub fn add(project: &Project, dist: &Path, sizes: Sizes) -> Result<(), StepError> {
    let advice = "Run `npm ci`, and look at the dependencies in package.json.";
    let mut command = project.command("node");
    command
        .args(["--input-type=module", "-e", COPY, "--"])
        .args([project.root(), dist]);
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
    let runtimes: Vec<Line> = lines.lines().filter_map(Line::read).collect();
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
    let parts = parts.filter(|part| part.made.contains(&Made::Runtimes));
    for script in parts.flat_map(parts::bundled_of) {
        scripts::one_file(project, dist, script)?;
    }
    list(dist, &runtimes)
}

/// What the script prints about a runtime.
struct Line<'a> {
    series: &'a str,
    version: &'a str,
    bytes: u32,
    compressed: Option<u32>,
}

impl<'a> Line<'a> {
    fn read(line: &'a str) -> Option<Self> {
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

/// Writes the list into the page, in the form that the page reads:
/// `src/platform/runs.rs` says which.
fn list(dist: &Path, runtimes: &[Line]) -> Result<(), StepError> {
    let page = dist.join("index.html");
    let failed = |problem: String| {
        StepError::new(
            format!("{}: {problem}.", page.display()),
            "Compare index.html with xtask/src/site/runtimes.rs.",
        )
    };
    let html = fs::read_to_string(&page).map_err(|error| failed(error.to_string()))?;
    if !html.contains(EMPTY_LIST) {
        return Err(failed(format!("there is no {EMPTY_LIST}")));
    }
    let entries: Vec<String> = runtimes
        .iter()
        .map(|runtime| format!("{}={}={}", runtime.series, runtime.version, runtime.bytes))
        .collect();
    let full = format!("data-runtimes=\"{}\"", entries.join(" "));
    fs::write(&page, html.replace(EMPTY_LIST, &full)).map_err(|error| failed(error.to_string()))
}
