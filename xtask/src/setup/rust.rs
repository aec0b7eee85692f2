//! The compilation target, and the command-line tools that are installed with Cargo.
//! [`target`] and [`install`] are the entry points.

use std::fs;

use crate::project::{Project, run};
use crate::step::{StepError, note};

/// The compilation target of the page and its workers.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// A command-line tool that is installed with Cargo into the target directory.
pub struct Tool {
    pub package: &'static str,
    program: &'static str,
    /// The exact version. That of `wasm-bindgen-cli` has to match the library in
    /// `Cargo.toml`; that of Trunk is the newest one for the Rust version there.
    pub version: &'static str,
    /// Further options of `cargo install`.
    options: &'static [&'static str],
}

/// The profile for compiling tools fast, with little optimization: their own release
/// profiles take minutes to compile, and save seconds.
const PROFILE: &[(&str, &str)] = &[
    ("CARGO_PROFILE_DEV_DEBUG", "none"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "none"),
    ("CARGO_PROFILE_RELEASE_STRIP", "none"),
    ("CARGO_INCREMENTAL", "0"),
];

/// The generator of bindings, which previews need as well.
pub const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: "0.2.130",
    options: &[],
};

/// The tools that building needs.
pub const TOOLS: &[Tool] = &[
    Tool {
        package: "trunk",
        program: "trunk",
        version: "0.21.14",
        // Trunk only starts other programs and copies files, so it need not be optimized.
        // Its default features download tools that `cargo xtask` installs.
        options: &["--locked", "--debug", "--no-default-features"],
    },
    WASM_BINDGEN,
    Tool {
        package: "wasm_split_cli_support",
        program: "wasm-split-cli",
        version: "0.2.3",
        options: &["--locked", "--features", "build-binary"],
    },
];

/// The driver of Firefox.
pub const GECKODRIVER: Tool = Tool {
    package: "geckodriver",
    program: "geckodriver",
    version: "0.37.1",
    options: &["--locked", "--debug"],
};

/// One of the documentation tools with which embedding is tested.
pub const MDBOOK: Tool = Tool {
    package: "mdbook",
    program: "mdbook",
    version: "0.5.4",
    // The default features serve and watch, but only `mdbook build` is run.
    options: &["--locked", "--debug", "--no-default-features"],
};

/// Adds the WebAssembly target to the toolchain in use.
pub fn target(project: &Project) -> Result<(), StepError> {
    if has_target(project) {
        note("already installed");
        return Ok(());
    }
    add_target(project)
}

/// Adds the WebAssembly target, even if it is installed.
pub fn add_target(project: &Project) -> Result<(), StepError> {
    let advice = format!(
        "Install rustup from https://rustup.rs, or install the standard library for {TARGET} \
         with the package manager of your distribution."
    );
    run(
        project.command("rustup").args(["target", "add", TARGET]),
        &advice,
    )
}

/// Whether the compiler in use has the target's standard library. This also works for Rust
/// installed without rustup.
pub fn has_target(project: &Project) -> bool {
    project
        .output("rustc", &["--print", "target-libdir", "--target", TARGET])
        .is_some_and(|directory| std::path::Path::new(&directory).is_dir())
}

/// Installs `tool` unless its exact version is installed already.
pub fn install(project: &Project, tool: &Tool) -> Result<(), StepError> {
    if has_version(project, tool) {
        note("already installed");
        return Ok(());
    }
    note("compiling it once, which takes a minute or two");
    compile(project, tool)
}

/// Compiles and installs `tool`, even if it is installed.
pub fn compile(project: &Project, tool: &Tool) -> Result<(), StepError> {
    let mut command = project.command("cargo");
    command
        .args([
            "install",
            "--quiet",
            tool.package,
            "--version",
            tool.version,
        ])
        .args(tool.options)
        .arg("--root")
        .arg(project.tools())
        // Share compiled dependencies between tools.
        .env("CARGO_TARGET_DIR", project.target().join("tools-build"))
        .envs(PROFILE.iter().copied());
    run(
        &mut command,
        "Read the compiler's message above. Without a network connection, install the tool in \
         another way and put it on the PATH.",
    )?;
    if has_version(project, tool) {
        return Ok(());
    }
    Err(StepError::new(
        format!(
            "`{} --version` does not print {} although it was just installed.",
            tool.program, tool.version
        ),
        format!("Remove {} and try again.", project.tools().display()),
    ))
}

/// Whether the exact version of `tool` is installed.
pub fn has_version(project: &Project, tool: &Tool) -> bool {
    let answer = project.output(tool.program, &["--version"]);
    answer.is_some_and(|answer| answer.split_whitespace().nth(1) == Some(tool.version))
        || is_recorded(project, tool)
}

/// Whether Cargo's list of the project's tools contains `tool`. Not every tool prints its
/// version.
fn is_recorded(project: &Project, tool: &Tool) -> bool {
    let entry = format!("\"{} {} (", tool.package, tool.version);
    let list = fs::read_to_string(project.tools().join(".crates.toml"));
    list.is_ok_and(|list| list.contains(&entry))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_bindgen_has_the_version_of_the_library() {
        let manifest = include_str!("../../../Cargo.toml");
        let line = format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version);
        assert!(manifest.lines().any(|found| found == line), "{line}");
    }

    #[test]
    fn trunk_uses_the_same_version_of_wasm_bindgen() {
        let configuration = include_str!("../../../Trunk.toml");
        let line = format!("wasm_bindgen = \"{}\"", WASM_BINDGEN.version);
        assert!(configuration.lines().any(|found| found == line), "{line}");
    }
}
