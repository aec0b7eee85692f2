//! `cargo xtask lint`: checks formatting, types and lints of Rust and TypeScript.
//! [`lint`] is the entry point.

use crate::project::{Project, run};
use crate::setup;
use crate::step::{StepError, step};

/// Checks the formatting, the types and lints of the scripts, and runs Clippy for the
/// native target and for WebAssembly. Warnings are errors.
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

/// Checks types, and then lints and formatting with Biome. Scripts of pages and of workers
/// have separate configurations because their globals differ.
fn scripts(project: &Project) -> Result<(), StepError> {
    for configuration in ["tsconfig.json", "tsconfig.workers.json"] {
        run(
            project.command("tsc").args(["--project", configuration]),
            "Correct the types named above.",
        )?;
    }
    run(
        project
            .command("biome")
            .args(["check", "--error-on-warnings"]),
        "Run `npx biome check --write`, and correct the remaining problems.",
    )
}

fn clippy(project: &Project, what: &[&str]) -> Result<(), StepError> {
    run(
        project
            .command("cargo")
            .args(["clippy", "--quiet", "--locked"])
            .args(what)
            .args(["--", "-D", "warnings"]),
        "Correct the code that Clippy names above.",
    )
}
