//! The native program `whatsnew`, which writes everything in a site that is made from
//! documents. [`compile`] and [`write_site`] are the entry points.

use std::path::{Path, PathBuf};

use super::options::Options;
use crate::project::{Project, run};
use crate::step::StepError;

/// What to do if the program fails.
const ADVICE: &str = "Correct the address, the document or the code that the message above names.";

/// Compiles the program in the profile of the tests and returns its path.
pub fn compile(project: &Project) -> Result<PathBuf, StepError> {
    project.compile("whatsnew", "dev")
}

/// Packs the pages in `dist` into a docset. SQLite, which this needs, is compiled here, so
/// that nobody else needs a C compiler.
pub fn write_docset(project: &Project, dist: &Path, options: &Options) -> Result<(), StepError> {
    let mut command = project.command("cargo");
    command.args([
        "run",
        "--quiet",
        "--locked",
        "--package",
        "cli",
        "--features",
        "docset",
    ]);
    command.args(["--", "docset", "--dist"]).arg(dist);
    command.args(&options.documents);
    if let Some(site) = &options.site {
        command.args(["--site", site]);
    }
    run(
        &mut command,
        "Correct the code that the message above names; SQLite needs a C compiler.",
    )
}

/// The path of the compiled program.
pub fn program(project: &Project) -> PathBuf {
    project.compiled("whatsnew", "dev")
}

/// Writes the bundle into the site in `dist`.
pub fn write_bundle(project: &Project, dist: &Path) -> Result<(), StepError> {
    let mut command = project.command(&program(project).to_string_lossy());
    command
        .args(["bundle", "--output"])
        .arg(dist.join("bundle"));
    run(&mut command, ADVICE)
}

/// Writes the bundle, the catalogue as data and the pages as HTML into the site in
/// `dist`. If `referrers`, the files that refer to the bundle, are given, the bundle is
/// named by its content.
pub fn write_site(
    project: &Project,
    dist: &Path,
    options: &Options,
    referrers: &[&str],
) -> Result<(), StepError> {
    let mut command = project.command(&program(project).to_string_lossy());
    command.arg("site").arg("--dist").arg(dist);
    command.args(&options.documents);
    if let Some(site) = &options.site {
        command.args(["--site", site]);
    }
    for referrer in referrers {
        command.args(["--name-in", referrer]);
    }
    run(&mut command, ADVICE)
}
