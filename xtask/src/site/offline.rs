//! The service worker, which makes the site available offline. [`write_worker`] is the
//! entry point.

use super::node;
use crate::project::Project;
use crate::step::{StepError, note};

/// Writes the service worker, and prints the number of files that it caches and their
/// size in bytes.
const WRITE: &str = include_str!("offline.mjs");

/// Writes `service-worker.js` into the built site. It lists all other files, which must
/// not change afterwards.
pub fn write_worker(project: &Project) -> Result<(), StepError> {
    let arguments = [project.root().to_owned(), project.dist()];
    let output = node::output_of(project, WRITE, &arguments)?;
    if let Some((files, bytes)) = output.split_once(' ') {
        note(format!("caches {files} files with {bytes} bytes"));
    }
    Ok(())
}
