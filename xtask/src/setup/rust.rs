//! The compilation target and the command line tools that come from Cargo.
//! [`target`] and [`install`] are the entry points.

use std::fs;

use crate::project::{Project, run};
use crate::step::{StepError, note};

/// The target that the page and its worker are compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// A command line tool that is installed with Cargo into the target directory.
pub struct Tool {
    /// The package, and the program whose version is asked for.
    pub package: &'static str,
    program: &'static str,
    /// The exact version. `wasm-bindgen-cli` has to be that of the library in
    /// `Cargo.toml`; the one of Trunk is the newest for the Rust version there.
    pub version: &'static str,
    /// What `cargo install` is told besides.
    options: &'static [&'static str],
}

/// How tools are compiled: fast. Those that work on much code are optimised a little,
/// as their own release profiles take minutes to gain seconds.
const PROFILE: &[(&str, &str)] = &[
    ("CARGO_PROFILE_DEV_DEBUG", "none"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "none"),
    ("CARGO_PROFILE_RELEASE_STRIP", "none"),
    ("CARGO_INCREMENTAL", "0"),
];

/// What makes scripts of compiled programs, which a preview needs as well.
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
        // Its release profile takes minutes to gain what does not matter in a
        // program that starts others and copies files, and its default features
        // are for downloading what `cargo xtask` has installed by then.
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

/// One of the documentation tools that embedding is tested with.
pub const MDBOOK: Tool = Tool {
    package: "mdbook",
    program: "mdbook",
    version: "0.5.4",
    // Only `mdbook build` is run, which serves and watches nothing.
    options: &["--locked", "--debug", "--no-default-features"],
};

/// Adds the WebAssembly target to the toolchain in use.
pub fn target(project: &Project) -> Result<(), StepError> {
    if has_target(project) {
        note("there already");
        return Ok(());
    }
    add_target(project)
}

/// Adds the WebAssembly target, whether it is there or not.
pub fn add_target(project: &Project) -> Result<(), StepError> {
    let advice = format!(
        "Install rustup from https://rustup.rs, or add the standard library of {TARGET} \
         to your Rust by the means of your distribution."
    );
    run(
        project.command("rustup").args(["target", "add", TARGET]),
        &advice,
    )
}

/// Whether the compiler in use has the target's standard library, however it
/// came there: a Rust without rustup may have it as well.
pub fn has_target(project: &Project) -> bool {
    project
        .output("rustc", &["--print", "target-libdir", "--target", TARGET])
        .is_some_and(|directory| std::path::Path::new(&directory).is_dir())
}

/// Installs `tool` unless its exact version is found already.
pub fn install(project: &Project, tool: &Tool) -> Result<(), StepError> {
    if has_version(project, tool) {
        note("there already");
        return Ok(());
    }
    note("compiling it once, which takes a minute or two");
    compile(project, tool)
}

/// Compiles `tool`, whether it is there or not.
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
        // What several tools depend on is compiled once.
        .env("CARGO_TARGET_DIR", project.target().join("tools-build"))
        .envs(PROFILE.iter().copied());
    run(
        &mut command,
        "Read the compiler's message above. Without a network connection, install the tool \
         elsewhere and put it on the PATH.",
    )?;
    if has_version(project, tool) {
        return Ok(());
    }
    Err(StepError::new(
        format!(
            "`{} --version` does not answer {} although it was just installed.",
            tool.program, tool.version
        ),
        format!("Remove {} and try again.", project.tools().display()),
    ))
}

/// Whether the exact version of `tool` is found.
pub fn has_version(project: &Project, tool: &Tool) -> bool {
    let answer = project.output(tool.program, &["--version"]);
    answer.is_some_and(|answer| answer.split_whitespace().nth(1) == Some(tool.version))
        || is_recorded(project, tool)
}

/// Whether Cargo's list of what it installed for the project has the tool: not
/// every tool tells its version.
fn is_recorded(project: &Project, tool: &Tool) -> bool {
    let entry = format!("\"{} {} (", tool.package, tool.version);
    let list = fs::read_to_string(project.tools().join(".crates.toml"));
    list.is_ok_and(|list| list.contains(&entry))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_binding_tool_has_the_version_of_the_library() {
        let manifest = include_str!("../../../Cargo.toml");
        let line = format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version);
        assert!(manifest.lines().any(|found| found == line), "{line}");
    }

    #[test]
    fn trunk_is_told_the_same_version_of_the_binding_tool() {
        let configuration = include_str!("../../../Trunk.toml");
        let line = format!("wasm_bindgen = \"{}\"", WASM_BINDGEN.version);
        assert!(configuration.lines().any(|found| found == line), "{line}");
    }
}
