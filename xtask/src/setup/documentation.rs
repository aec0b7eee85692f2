//! The documentation tools with which embedding is tested: Sphinx and MkDocs from PyPI,
//! mdBook from crates.io. [`find_or_install`] is the entry point.

use std::path::PathBuf;

use super::{python, rust};
use crate::project::Project;
use crate::step::StepError;

/// The pinned packages from PyPI, which build the one in `integrations` as well.
const REQUIREMENTS: &str = "tests/embedding/requirements.txt";

/// The paths of the tools.
pub struct DocumentationTools {
    pub sphinx_build: PathBuf,
    pub mkdocs: PathBuf,
    pub mdbook: PathBuf,
}

/// Finds the tools in the target directory, or installs them there.
pub fn find_or_install(project: &Project) -> Result<DocumentationTools, StepError> {
    rust::install(project, &rust::MDBOOK)?;
    let mdbook = project.find("mdbook").ok_or_else(|| {
        StepError::new(
            "mdBook was not found although it was just installed.",
            format!("Remove {} and try again.", project.tools().display()),
        )
    })?;
    let environment = environment(project)?;
    Ok(DocumentationTools {
        sphinx_build: python::program(&environment, "sphinx-build"),
        mkdocs: python::program(&environment, "mkdocs"),
        mdbook,
    })
}

/// The virtual environment with the packages from PyPI and, as it is now, the one in
/// `integrations`.
pub fn environment(project: &Project) -> Result<PathBuf, StepError> {
    let environment = python::environment(project, "documentation-tools", REQUIREMENTS)?;
    python::install_own(project, &environment, "integrations")?;
    Ok(environment)
}
