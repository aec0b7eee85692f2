//! The catalogue as data for others, in files of the built site. [`publish`] is
//! the entry point.

use super::options::Options;
use crate::project::{Project, run};
use crate::step::StepError;

/// Adds the files to the built site, after Trunk, which empties `dist/`. The
/// command prints how many there are.
pub fn publish(project: &Project, options: &Options) -> Result<(), StepError> {
    let mut command = project.command("cargo");
    command
        .args(["run", "--quiet", "--locked", "--bin", "whatsnew", "--"])
        .args(["publish", "--out"])
        .arg(project.dist())
        .args(&options.documents);
    if let Some(site) = &options.site {
        command.args(["--site", site]);
    }
    run(
        &mut command,
        "Correct the address, the document or the code that the message above names.",
    )
}
