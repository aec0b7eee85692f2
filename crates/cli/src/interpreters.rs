//! The options that name installed interpreters. The entry point is [`Interpreters::found`].

use std::fs;
use std::path::{Path, PathBuf};
use upkeep::interpreter::Interpreter;

/// Installed interpreters
#[derive(clap::Args)]
pub(crate) struct Interpreters {
    /// A Python; give one for each version
    #[arg(long, value_name = "PROGRAM")]
    python: Vec<PathBuf>,
    /// The root of a file system whose /usr/bin/python3.* are run by chroot
    #[arg(long, value_name = "DIR")]
    root: Vec<PathBuf>,
}

impl Interpreters {
    /// The interpreters named.
    ///
    /// # Errors
    ///
    /// If a root cannot be read, as a message.
    pub(crate) fn found(&self) -> Result<Vec<Interpreter>, String> {
        let programs = self.python.iter().map(|program| Interpreter {
            program: program.clone(),
            root: None,
        });
        let mut found: Vec<Interpreter> = programs.collect();
        for root in &self.root {
            found.extend(pythons_below(root)?);
        }
        Ok(found)
    }
}

/// The programs `python3.N` of a file system.
fn pythons_below(root: &Path) -> Result<Vec<Interpreter>, String> {
    let folder = root.join("usr/bin");
    let told = |error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(&folder).map_err(told)? {
        let name = entry.map_err(told)?.file_name();
        let minor = name.to_str().and_then(|name| name.strip_prefix("python3."));
        if minor.is_some_and(|minor| minor.parse::<u8>().is_ok()) {
            found.push(Interpreter {
                program: Path::new("/usr/bin").join(name),
                root: Some(root.to_owned()),
            });
        }
    }
    Ok(found)
}
