//! The service worker, which makes the site available offline. [`write_worker`] is the
//! entry point.

use std::path::Path;

use super::node;
use crate::project::Project;
use crate::step::{StepError, note};

/// Writes the service worker, and prints the number of files that it caches and their
/// size in bytes.
const WRITE: &str = include_str!("offline.mjs");

/// Leaves `service-worker.js` in the site in `dist`, whose other files must not
/// change afterwards.
pub fn write_worker(project: &Project, dist: &Path) -> Result<(), StepError> {
    let arguments = [project.root().to_owned(), dist.to_owned()];
    let printed = node::output_of(project, WRITE, &arguments)?;
    if let Some((files, bytes)) = printed.split_once(' ') {
        note(format!("keeps {files} files with {bytes} bytes"));
    }
    Ok(())
}
