//! What has to be on the machine before anything can be built or tested.
//! [`for_building`] and [`for_testing`] are the entry points. Each looks before
//! it installs, so that a second run costs no more than a few version queries.

mod browser;
mod debian;
mod documentation;
mod node;
mod rust;

pub use browser::{Browser, Kind as BrowserKind};
pub use documentation::DocumentationTools;
pub use rust::{TARGET as WASM_TARGET, target as wasm_target};

use crate::project::Project;
use crate::step::{StepError, step};

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

/// What a preview needs of what `cargo xtask build` needs. What does not wait for each
/// other is set up by itself.
pub mod preview {
    use super::{Project, StepError, node, rust};

    /// Whether anything has to be compiled or downloaded.
    pub fn is_complete(project: &Project) -> bool {
        node::is_current(project) && rust::has_version(project, &rust::WASM_BINDGEN)
    }

    /// The compilation target.
    pub fn target(project: &Project) -> Result<(), StepError> {
        if rust::has_target(project) {
            return Ok(());
        }
        rust::add_target(project)
    }

    /// What makes scripts of compiled programs.
    pub fn wasm_bindgen(project: &Project) -> Result<(), StepError> {
        if rust::has_version(project, &rust::WASM_BINDGEN) {
            return Ok(());
        }
        rust::compile(project, &rust::WASM_BINDGEN)
    }

    /// What comes from npm.
    pub fn npm_packages(project: &Project) -> Result<(), StepError> {
        node::ensure(project)
    }
}

/// What comes from npm: what is run, bundled, optimised and tested with.
pub fn npm_packages(project: &Project) -> Result<(), StepError> {
    step("npm packages", || node::packages(project))
}

/// What testing needs beyond building: a browser and its driver.
pub fn for_testing(project: &Project, kind: BrowserKind) -> Result<Browser, StepError> {
    step(&format!("{} and its driver", kind.title()), || {
        browser::find_or_install(project, kind)
    })
}

/// What testing the embedding needs beyond a browser: the tools that make
/// documentation pages.
pub fn documentation_tools(project: &Project) -> Result<DocumentationTools, StepError> {
    step("Sphinx, MkDocs and mdBook", || {
        documentation::tools(project)
    })
}
