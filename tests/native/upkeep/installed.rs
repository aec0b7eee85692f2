//! The interpreters of this machine. The entry point is [`installed`].

use std::path::PathBuf;
use upkeep::interpreter::Interpreter;

/// The interpreters of pyenv, and those on the path under the name of their version; at
/// least `python3`.
pub(crate) fn installed() -> Vec<Interpreter> {
    let home = std::env::var_os("HOME")
        .map(PathBuf::from)
        .unwrap_or_default();
    let pyenv = std::env::var_os("PYENV_ROOT").map_or_else(|| home.join(".pyenv"), PathBuf::from);
    let versions = std::fs::read_dir(pyenv.join("versions"));
    let of_pyenv = versions.into_iter().flatten().flatten();
    let of_pyenv = of_pyenv
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("3."))
        .map(|entry| entry.path().join("bin/python"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let of_path = (6..30).filter_map(|minor| {
        let name = format!("python3.{minor}");
        let mut programs = folders.iter().map(|folder| folder.join(&name));
        // The programs of pyenv's `shims` run only where a version is chosen.
        programs.find(|program| program.is_file() && !program.starts_with(&pyenv))
    });
    of_pyenv
        .chain(of_path)
        .map(|program| Interpreter {
            program,
            root: None,
        })
        .collect()
}
