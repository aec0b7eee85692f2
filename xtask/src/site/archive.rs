//! The whole site as one archive, `dist.zip`, to be taken away and put
//! onto a host. [`pack`] is the entry point.

use std::path::Path;

use crate::project::Project;
use crate::step::{StepError, note};

/// Packs the built site and prints the size of the archive in bytes.
const PACK: &str = include_str!("archive.mjs");

/// The archive's name in the built site.
const NAME: &str = "dist.zip";

/// Packs all files that are in the site in `dist`.
pub fn pack(project: &Project, dist: &Path) -> Result<(), StepError> {
    let arguments = [project.root().to_owned(), dist.to_owned(), dist.join(NAME)];
    let bytes = super::node::output_of(project, PACK, &arguments)?;
    note(format!("{NAME} has {bytes} bytes"));
    Ok(())
}
