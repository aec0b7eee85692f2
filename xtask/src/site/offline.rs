//! What keeps the site in the browser. [`worker`] is the entry point: once all files
//! are there, it makes the service worker that knows them.

use std::path::Path;

use super::node;
use crate::project::Project;
use crate::step::{StepError, note};

/// Writes the service worker, and prints how many files it keeps and their bytes.
const WRITE: &str = include_str!("offline.mjs");

/// Leaves `service-worker.js` in the site in `dist`, whose other files must not
/// change afterwards.
pub fn worker(project: &Project, dist: &Path) -> Result<(), StepError> {
    let arguments = [project.root().to_owned(), dist.to_owned()];
    let printed = node::print(project, WRITE, &arguments)?;
    if let Some((files, bytes)) = printed.split_once(' ') {
        note(format!("keeps {files} files with {bytes} bytes"));
    }
    Ok(())
}
