//! Installs everything that building and testing need. [`for_building`] and
//! [`for_testing`] are the entry points. Installed tools are detected, so a second run
//! costs no more than a few version queries.

mod browser;
mod debian;
mod documentation;
mod node;
mod python;
mod rust;

pub use browser::{Browser, Kind as BrowserKind};
pub use documentation::DocumentationTools;
pub use rust::{TARGET as WASM_TARGET, target as wasm_target};

use crate::project::Project;
use crate::step::{StepError, step};
use std::path::PathBuf;

/// Everything that `cargo xtask build` needs.
pub fn for_building(project: &Project) -> Result<(), StepError> {
    step("Rust target for WebAssembly", || wasm_target(project))?;
    for tool in rust::TOOLS {
        step(&format!("{} {}", tool.package, tool.version), || {
            rust::install(project, tool)
        })?;
    }
    npm_packages(project)
}

/// The part of [`for_building`] that a preview needs, as separate functions that can run in
/// parallel.
pub mod preview {
    use super::{Project, StepError, node, rust};

    /// Whether nothing has to be compiled or downloaded.
    pub fn is_complete(project: &Project) -> bool {
        node::is_current(project) && rust::has_version(project, &rust::WASM_BINDGEN)
    }

    /// Installs the compilation target if it is missing.
    pub fn target(project: &Project) -> Result<(), StepError> {
        if rust::has_target(project) {
            return Ok(());
        }
        rust::add_target(project)
    }

    /// Installs the tool that generates the bindings of programs if it is missing.
    pub fn wasm_bindgen(project: &Project) -> Result<(), StepError> {
        if rust::has_version(project, &rust::WASM_BINDGEN) {
            return Ok(());
        }
        rust::compile(project, &rust::WASM_BINDGEN)
    }

    /// Installs the packages from npm if they are missing.
    pub fn npm_packages(project: &Project) -> Result<(), StepError> {
        node::install_packages(project)
    }
}

/// Installs the packages from npm.
pub fn npm_packages(project: &Project) -> Result<(), StepError> {
    step("npm packages", || node::install_packages_with_note(project))
}

/// Installs what testing needs beyond building: a browser and its driver.
pub fn for_testing(project: &Project, kind: BrowserKind) -> Result<Browser, StepError> {
    step(&format!("{} and its driver", kind.title()), || {
        browser::find_or_install(project, kind)
    })
}

/// Installs what testing the embedding needs beyond a browser: the tools that generate
/// documentation.
pub fn documentation_tools(project: &Project) -> Result<DocumentationTools, StepError> {
    step("Sphinx, MkDocs and mdBook", || {
        documentation::find_or_install(project)
    })
}

/// Installs the documentation tools from PyPI and the packages in `integrations`, and returns
/// the path of the Python that has them.
pub fn documentation_python(project: &Project) -> Result<PathBuf, StepError> {
    step("Sphinx and MkDocs", || {
        let environment = documentation::environment(project)?;
        Ok(python::program(&environment, "python"))
    })
}

/// The paths of the tools that rewrite code.
pub struct FixTools {
    pub ruff: PathBuf,
    pub pyupgrade: PathBuf,
}

/// Installs the tools that repair sheets name for rewriting code.
pub fn fix_tools(project: &Project) -> Result<FixTools, StepError> {
    step("ruff and pyupgrade", || {
        let requirements = "tests/runtimes/requirements.txt";
        let environment = python::environment(project, "fix-tools", requirements)?;
        Ok(FixTools {
            ruff: python::program(&environment, "ruff"),
            pyupgrade: python::program(&environment, "pyupgrade"),
        })
    })
}

/// Installs vermin, which the checker is compared with, and returns its path.
pub fn vermin(project: &Project) -> Result<PathBuf, StepError> {
    step("vermin", || {
        let requirements = "xtask/src/bench/requirements.txt";
        let environment = python::environment(project, "vermin", requirements)?;
        Ok(python::program(&environment, "vermin"))
    })
}

/// Downloads the wheels that the page is tested with.
pub fn wheels(project: &Project) -> Result<(), StepError> {
    step("Wheels of PyPI", || {
        python::wheels(project, "wheels", "tests/page/requirements.txt")
    })
}

/// Makes sure that the test of the hook can install pre-commit.
pub fn virtual_environments(project: &Project) -> Result<(), StepError> {
    step("Python's module venv", || python::can_create(project))
}
