//! `cargo xtask lint`: formatting and lints. [`lint`] is the entry point.

use crate::project::{Project, run};
use crate::setup;
use crate::step::{StepError, step};

/// Checks the formatting and runs clippy for the native target and for
/// WebAssembly; a warning is a failure.
pub fn lint(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    crate::no_arguments("lint", arguments)?;
    step("Formatting", || {
        run(
            project.command("cargo").args(["fmt", "--all", "--check"]),
            "Run `cargo fmt --all`.",
        )
    })?;
    step("Clippy, native", || {
        clippy(project, &["--workspace", "--all-targets", "--all-features"])
    })?;
    step("Rust target for WebAssembly", || {
        setup::wasm_target(project)
    })?;
    step("Clippy, WebAssembly", || {
        clippy(
            project,
            &[
                "--target",
                setup::WASM_TARGET,
                "--lib",
                "--bins",
                "--test",
                "components",
            ],
        )
    })
}

fn clippy(project: &Project, what: &[&str]) -> Result<(), StepError> {
    run(
        project
            .command("cargo")
            .args(["clippy", "--quiet", "--locked"])
            .args(what)
            .args(["--", "-D", "warnings"]),
        "Correct what clippy names above.",
    )
}
