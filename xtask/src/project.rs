//! The project's directories and tools. [`Project::locate`] is the entry point. Tasks
//! start all programs with [`Project::command`], so that they have the same `PATH`.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::step::StepError;

/// The checked-out project with the directories that tasks write to.
pub struct Project {
    root: PathBuf,
    target: PathBuf,
    search_path: Vec<PathBuf>,
}

impl Project {
    /// Finds the project from the environment variables that Cargo sets.
    pub fn locate() -> Result<Self, StepError> {
        let advice = "Start it as `cargo xtask` from inside the project.";
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map(PathBuf::from)
            .ok_or_else(|| StepError::new("CARGO_MANIFEST_DIR is not set.", advice))?;
        let root = manifest
            .parent()
            .ok_or_else(|| StepError::new("The task runner is not inside a project.", advice))?
            .to_path_buf();
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |chosen| root.join(chosen));
        let inherited = env::var_os("PATH").unwrap_or_default();
        // The project's tools take precedence over other versions that are installed on
        // the machine.
        let search_path = [target.join("tools/bin"), root.join("node_modules/.bin")]
            .into_iter()
            .chain(env::split_paths(&inherited))
            .collect();
        Ok(Self {
            root,
            target,
            search_path,
        })
    }

    /// The directory of the workspace's `Cargo.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Cargo's target directory.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The directory of the project's tools, the argument of `cargo install --root`.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// The directory of the static site that `cargo xtask build` writes.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The first executable called `name` in the project's search path.
    pub fn find(&self, name: &str) -> Option<PathBuf> {
        // On Windows, npm installs `.cmd` scripts.
        let endings: &[&str] = if cfg!(windows) {
            &[".exe", ".cmd"]
        } else {
            &[""]
        };
        self.search_path
            .iter()
            .flat_map(|directory| {
                endings
                    .iter()
                    .map(|ending| directory.join(format!("{name}{ending}")))
            })
            .find(|candidate| is_executable(candidate))
    }

    /// Where [`Self::compile`] writes a native program.
    pub fn compiled(&self, program: &str, profile: &str) -> PathBuf {
        let folder = match profile {
            "dev" => "debug",
            other => other,
        };
        let name = format!("{program}{}", env::consts::EXE_SUFFIX);
        self.target.join(folder).join(name)
    }

    /// Compiles a native program of the workspace and returns its path. It has the features of
    /// the whole workspace, as the tests have, so that what they share is compiled once.
    pub fn compile(&self, program: &str, profile: &str) -> Result<PathBuf, StepError> {
        run(
            self.command("cargo")
                .args(["build", "--quiet", "--locked", "--workspace"])
                .args(["--profile", profile, "--bin", program]),
            "Correct the code that the message above names.",
        )?;
        Ok(self.compiled(program, profile))
    }

    /// A command that runs `program` in the project's root with its search path.
    pub fn command(&self, program: &str) -> Command {
        let found = self
            .find(program)
            .map_or_else(|| OsString::from(program), PathBuf::into_os_string);
        let mut command = Command::new(found);
        command.current_dir(&self.root).stdin(Stdio::null());
        if let Ok(joined) = env::join_paths(&self.search_path) {
            command.env("PATH", joined);
        }
        command
    }

    /// The trimmed standard output of `program`; `None` if it does not exist or fails.
    pub fn output(&self, program: &str, arguments: &[&str]) -> Option<String> {
        let output = self
            .command(program)
            .args(arguments)
            .stderr(Stdio::null())
            .output()
            .ok()?;
        let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        output.status.success().then_some(text)
    }
}

/// Runs `command` and waits for its end. Its output is shown. `advice` is for the error
/// if it fails.
pub fn run(command: &mut Command, advice: &str) -> Result<(), StepError> {
    let shown = show(command);
    let status = command
        .status()
        .map_err(|error| StepError::new(format!("`{shown}` did not start: {error}."), advice))?;
    if status.success() {
        Ok(())
    } else {
        Err(StepError::new(
            format!("`{shown}` ended with {status}."),
            advice,
        ))
    }
}

/// The command line, without the directory of the program.
fn show(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(unix)]
fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata()
        .is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(path: &Path) -> bool {
    path.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_shows_the_command_without_its_directory() {
        let error = run(
            Command::new("/nowhere/at/all/trunk").arg("build"),
            "Install it.",
        )
        .expect_err("there is no such program");
        let text = error.to_string();
        assert!(text.starts_with("`trunk build` did not start"), "{text}");
        assert!(text.ends_with("What to do: Install it."), "{text}");
    }
}
