//! `cargo xtask dev`. [`dev`] is the entry point.

use crate::project::Project;
use crate::step::StepError;

/// todo
pub fn dev(_project: &Project, _arguments: &[String]) -> Result<(), StepError> {
    Ok(())
}
