//! `whatsnew check`: what it prints, what it reads and how it ends.

mod formats;
mod hook;
mod hostile;
mod packed;
mod selection;
mod settings;

use crate::command_line::{Folder, project_assets, small_assets};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// Needs 3.12, does not run on it, and is warned of by it.
const PROGRAM: &str = "import itertools
itertools.batched([1], 2)
import distutils
import datetime
datetime.datetime.utcnow()
";

/// How a run ended.
struct Ended {
    code: Option<i32>,
    output: String,
    errors: String,
}

impl Ended {
    /// Asserts with which code it ended.
    #[track_caller]
    fn ends_with(self, code: i32) -> Self {
        let Self { output, errors, .. } = &self;
        assert_eq!(self.code, Some(code), "{output}\n{errors}");
        assert!(!errors.contains("panicked"), "{errors}");
        self
    }

    /// Asserts that it could not do its work, and that the message has all `parts`.
    #[track_caller]
    fn refuses(self, parts: &[&str]) {
        let ended = self.ends_with(2);
        for part in parts {
            let errors = &ended.errors;
            assert!(errors.contains(part), "no {part:?} in {errors}");
        }
    }

    #[track_caller]
    fn json(&self) -> Value {
        serde_json::from_str(&self.output).expect("JSON")
    }

    /// The paths of all files that were read, from the JSON.
    #[track_caller]
    fn files(&self) -> Vec<String> {
        let json = self.json();
        let files = json["files"].as_array().expect("a list");
        let paths = files.iter().map(|file| file["path"].as_str());
        paths.map(|path| path.expect("a path").to_owned()).collect()
    }
}

/// Runs the check in a folder with all names but hardly a document, which saves most of its
/// time.
#[track_caller]
fn check(folder: &Folder, arguments: &[&str]) -> Ended {
    let mut command = command(folder);
    command.env("WHATSNEW_ASSETS", assets_of_names());
    run(command.arg("check").args(arguments))
}

/// Runs the check in a folder with all documents, which explain what is found.
#[track_caller]
fn check_documented(folder: &Folder, arguments: &[&str]) -> Ended {
    run(command(folder).arg("check").args(arguments))
}

/// Assets with all names, written once for all tests.
fn assets_of_names() -> &'static Path {
    static ASSETS: LazyLock<PathBuf> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check-names");
        let assets = small_assets(&folder);
        copy(&project_assets().join("api"), &assets.join("api"));
        assets
    });
    &ASSETS
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        match entry.file_type().expect("its type").is_dir() {
            true => copy(&entry.path(), &to),
            false => fs::copy(entry.path(), to).map(drop).expect("a file"),
        }
    }
}

fn command(folder: &Folder) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whatsnew"));
    command
        .current_dir(&folder.0)
        .env_remove("CLICOLOR_FORCE")
        .env_remove("WHATSNEW_ASSETS")
        .stdin(Stdio::null());
    command
}

#[track_caller]
fn run(command: &mut Command) -> Ended {
    let run = command.output().expect("the program starts");
    Ended {
        code: run.status.code(),
        output: String::from_utf8(run.stdout).expect("output in UTF-8"),
        errors: String::from_utf8(run.stderr).expect("errors in UTF-8"),
    }
}
