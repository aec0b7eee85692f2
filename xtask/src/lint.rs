//! `cargo xtask lint`: checks formatting, types and lints of Rust, TypeScript and Python.
//! [`lint`] is the entry point.

use std::path::Path;

use crate::project::{Project, run};
use crate::setup;
use crate::step::{StepError, step};

/// Checks the formatting, the types and lints of the scripts and the packages in Python, and
/// runs Clippy for the native target and for WebAssembly. Warnings are errors.
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
    let python = setup::documentation_python(project)?;
    let ruff = setup::fix_tools(project)?.ruff;
    step("Integrations", || integrations(project, &python, &ruff))?;
    step("Clippy, native", || {
        clippy(project, &["--workspace", "--all-targets", "--all-features"])?;
        // What `cargo test` leaves out, `--all-targets` leaves out as well.
        let left_out = ["page", "embedding", "runtimes"].map(|name| ["--test", name]);
        clippy(
            project,
            &[&["--all-features"], &left_out.concat()[..]].concat(),
        )
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

/// Checks formatting, lints and types of the packages in Python. Their configuration is in
/// `integrations/pyproject.toml`.
fn integrations(project: &Project, python: &Path, ruff: &Path) -> Result<(), StepError> {
    let folder = project.root().join("integrations");
    let check = |program: &Path, arguments: &[&str], advice| {
        let mut command = project.command(&program.to_string_lossy());
        run(command.args(arguments).current_dir(&folder), advice)
    };
    let format = ["format", "--quiet", "--no-cache", "--check"];
    check(ruff, &format, "Run `ruff format integrations`.")?;
    let lints = ["check", "--quiet", "--no-cache"];
    check(ruff, &lints, "Correct the code that ruff names above.")?;
    let cache = project.target().join("mypy");
    let cache = cache.to_string_lossy();
    let types = ["-m", "mypy", "--no-error-summary", "--cache-dir", &cache];
    let files = ["src", "tests"];
    let types = [&types[..], &files[..]].concat();
    check(python, &types, "Correct the types named above.")
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
