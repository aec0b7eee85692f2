//! Installed interpreters. The entry point is [`Interpreter`].

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, io};
use terms::{ReleaseNumber, Series};

/// An installed CPython.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interpreter {
    /// Its program, such as `/usr/bin/python3.14`.
    pub program: PathBuf,
    /// The root of its file system, if it is run by `chroot`.
    pub root: Option<PathBuf>,
}

/// Why an interpreter cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{interpreter}: {source}; check that it runs")]
pub struct InterpreterError {
    /// The program.
    pub interpreter: String,
    /// What went wrong.
    pub source: io::Error,
}

impl Interpreter {
    /// Its program, after its root if it has one.
    pub(crate) fn name(&self) -> String {
        let root = self.root.iter().map(|root| format!("{}:", root.display()));
        format!("{}{}", root.collect::<String>(), self.program.display())
    }

    pub(crate) fn failed(&self, source: io::Error) -> InterpreterError {
        InterpreterError {
            interpreter: self.name(),
            source,
        }
    }

    /// Its release.
    ///
    /// # Errors
    ///
    /// If it does not run, or does not report one.
    pub fn release(&self) -> Result<ReleaseNumber, InterpreterError> {
        let code = "import sys; print('%d.%d.%d' % sys.version_info[:3])";
        let text = self.run(&["-c", code])?;
        let release = text.trim().parse();
        release.map_err(|error: terms::TermError| self.failed(io::Error::other(error)))
    }

    /// What it prints.
    ///
    /// # Errors
    ///
    /// If it does not run, or ends with an error.
    pub(crate) fn run(&self, arguments: &[&str]) -> Result<String, InterpreterError> {
        let mut command = self.command();
        // Makes sets and warnings reproducible.
        let fixed = [("PYTHONHASHSEED", "0"), ("COLUMNS", "80")];
        command.args(arguments).envs(fixed).env_remove("DISPLAY");
        let output = self.output(&mut command)?;
        if !output.status.success() {
            let told = String::from_utf8_lossy(&output.stderr);
            let last = told.lines().last().unwrap_or("it said nothing");
            let message = format!("it ended with {}: {last}", output.status);
            return Err(self.failed(io::Error::other(message)));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// The command that starts it.
    pub(crate) fn command(&self) -> Command {
        match &self.root {
            Some(root) => {
                let mut command = Command::new("chroot");
                command.arg(root).arg(&self.program);
                command
            }
            None => Command::new(&self.program),
        }
    }

    /// Runs a command to its end, without input.
    ///
    /// # Errors
    ///
    /// If it does not start.
    pub(crate) fn output(&self, command: &mut Command) -> Result<Output, InterpreterError> {
        let output = command.stdin(Stdio::null()).output();
        output.map_err(|source| self.failed(source))
    }

    /// An empty folder for it.
    ///
    /// # Errors
    ///
    /// If it cannot be made.
    pub(crate) fn folder(&self) -> Result<Folder, InterpreterError> {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("whatsnew-{}-{number}", std::process::id());
        let inside = std::env::temp_dir().join(name);
        let outside = match &self.root {
            Some(root) => root.join(inside.strip_prefix("/").unwrap_or(&inside)),
            None => inside.clone(),
        };
        fs::create_dir_all(&outside).map_err(|source| self.failed(source))?;
        Ok(Folder { outside, inside })
    }
}

/// A folder that exists as long as this value.
pub(crate) struct Folder {
    outside: PathBuf,
    inside: PathBuf,
}

impl Folder {
    /// Its path on this machine.
    pub(crate) fn path(&self) -> &Path {
        &self.outside
    }

    /// Writes a file and returns its path as the interpreter sees it.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub(crate) fn write(&self, name: &str, text: &str) -> io::Result<PathBuf> {
        fs::write(self.outside.join(name), text)?;
        Ok(self.inside.join(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays behind is in the folder for temporary files, which is emptied.
        let _ = fs::remove_dir_all(&self.outside);
    }
}

/// The newest release of each version.
///
/// # Errors
///
/// If one does not report its version.
pub fn newest_of_each(
    all: &[Interpreter],
) -> Result<BTreeMap<Series, (ReleaseNumber, Interpreter)>, InterpreterError> {
    let mut newest: BTreeMap<Series, (ReleaseNumber, Interpreter)> = BTreeMap::new();
    for interpreter in all {
        let release = interpreter.release()?;
        let known = newest.get(&release.series);
        if known.is_none_or(|(known, _)| *known < release) {
            newest.insert(release.series, (release, interpreter.clone()));
        }
    }
    Ok(newest)
}
