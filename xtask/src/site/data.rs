//! The catalogue as data for others, in files of the built site. [`publish`] is
//! the entry point.

use crate::project::{Project, run};
use crate::step::StepError;

/// Adds the files to the built site, after Trunk, which empties `dist/`. The
/// command prints how many there are. `site` is the address that links begin
/// with; without one they are relative.
pub fn publish(project: &Project, site: Option<&str>) -> Result<(), StepError> {
    let mut command = project.command("cargo");
    command
        .args(["run", "--quiet", "--locked", "--bin", "whatsnew", "--"])
        .args(["publish", "--out"])
        .arg(project.dist());
    if let Some(site) = site {
        command.args(["--site", site]);
    }
    run(
        &mut command,
        "Correct the address, the document or the code that the message above names.",
    )
}
