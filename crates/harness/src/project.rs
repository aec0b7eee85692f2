//! The project's directory, and where tests may write.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The directory of the workspace's `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The path of a file that is kept after the tests, in the target directory.
/// Cargo sets `CARGO_TARGET_TMPDIR` for test programs only.
#[track_caller]
pub(crate) fn kept_file(name: &str) -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |chosen| root().join(chosen));
    let directory = target.join("tmp");
    fs::create_dir_all(&directory)
        .unwrap_or_else(|error| panic!("{}: {error}", directory.display()));
    directory.join(name)
}
