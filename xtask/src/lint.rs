//! `cargo xtask lint`: formatting, types and lints, of Rust and of the scripts.
//! [`lint`] is the entry point.

use crate::project::{Project, run};
use crate::setup;
use crate::step::{StepError, step};

/// Checks the formatting, the types of the scripts and their lints, and runs clippy
/// for the native target and for WebAssembly; a warning is a failure.
pub fn lint(project: &Project, arguments: &[String]) -> Result<(), StepError> {
    crate::no_arguments("lint", arguments)?;
    step("Formatting", || {
        run(
            project.command("cargo").args(["fmt", "--all", "--check"]),
            "Run `cargo fmt --all`.",
        )
    })?;
    setup::npm_packages(project)?;
    step("Scripts", || scripts(project))?;
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
                "--package",
                "whats-new",
                "--package",
                "workers",
                "--lib",
                "--bins",
                "--test",
                "components",
            ],
        )
    })
}

/// The types of what runs in pages and in workers, which know different globals, and
/// then Biome's lints and formatting.
fn scripts(project: &Project) -> Result<(), StepError> {
    for configuration in ["tsconfig.json", "tsconfig.workers.json"] {
        run(
            project.command("tsc").args(["--project", configuration]),
            "Correct the types that the message above names.",
        )?;
    }
    run(
        project
            .command("biome")
            .args(["check", "--error-on-warnings"]),
        "Run `npx biome check --write`, and correct what is left.",
    )
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
