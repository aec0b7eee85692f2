//! Packs the whole site into one archive, `dist/dist.zip`, to be uploaded to a host.
//! [`pack`] is the entry point.

use crate::project::Project;
use crate::step::{StepError, note};

/// Packs the built site and prints the size of the archive in bytes.
const PACK: &str = include_str!("archive.mjs");

/// The archive's name in the built site.
const NAME: &str = "dist.zip";

/// Packs all files of the built site.
pub fn pack(project: &Project) -> Result<(), StepError> {
    let arguments = [
        project.root().to_owned(),
        project.dist(),
        project.dist().join(NAME),
    ];
    let bytes = super::node::output_of(project, PACK, &arguments)?;
    note(format!("{NAME} has {bytes} bytes"));
    Ok(())
}
