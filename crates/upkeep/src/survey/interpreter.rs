//! Runs interpreters. The entry points are [`Interpreter`] and [`ask_all`].

use super::evidence::{Evidence, EvidenceError};
use super::files::ApiError;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{fs, io, thread};
use terms::{ReleaseNumber, Series};

/// An installed CPython.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interpreter {
    /// Its program, such as `/usr/bin/python3.14`.
    pub program: PathBuf,
    /// The root of its file system, if it is run by `chroot`.
    pub root: Option<PathBuf>,
}

/// Why a survey failed.
#[derive(Debug, thiserror::Error)]
pub enum SurveyError {
    /// There is no interpreter.
    #[error("no interpreter is given; name some with --python PROGRAM or --root DIR")]
    NoInterpreter,
    /// There is no table to compare with.
    #[error("there is no table yet; run `whatsnew survey` without --check")]
    NoTable,
    /// An interpreter does not start or fails.
    #[error("{interpreter}: {source}; check that it runs")]
    Run {
        /// The program.
        interpreter: String,
        /// What went wrong.
        source: io::Error,
    },
    /// The answer of an interpreter cannot be parsed.
    #[error("{interpreter}: {source}; run `assets/api/survey.py` with it and look")]
    Answer {
        /// The program.
        interpreter: String,
        /// What went wrong.
        source: EvidenceError,
    },
    /// A file of the table.
    #[error(transparent)]
    File(#[from] ApiError),
}

impl Interpreter {
    fn command(&self) -> Command {
        match &self.root {
            Some(root) => {
                let mut command = Command::new("chroot");
                command.arg(root).arg(&self.program);
                command
            }
            None => Command::new(&self.program),
        }
    }

    fn name(&self) -> String {
        let root = self.root.iter().map(|root| format!("{}:", root.display()));
        format!("{}{}", root.collect::<String>(), self.program.display())
    }

    fn failed(&self, source: io::Error) -> SurveyError {
        SurveyError::Run {
            interpreter: self.name(),
            source,
        }
    }

    fn release(&self) -> Result<ReleaseNumber, SurveyError> {
        let code = "import sys; print('%d.%d.%d' % sys.version_info[:3])";
        let text = self.run(&["-c", code])?;
        text.trim().parse().map_err(|source| SurveyError::Answer {
            interpreter: self.name(),
            source: EvidenceError::Release(source),
        })
    }

    fn run(&self, arguments: &[&str]) -> Result<String, SurveyError> {
        let mut command = self.command();
        // Makes sets and warnings reproducible.
        let fixed = [("PYTHONHASHSEED", "0"), ("COLUMNS", "80")];
        command.args(arguments).envs(fixed).env_remove("DISPLAY");
        command.stdin(Stdio::null());
        let output = command.output().map_err(|source| self.failed(source))?;
        if !output.status.success() {
            let told = String::from_utf8_lossy(&output.stderr);
            let last = told.lines().last().unwrap_or("it said nothing");
            let message = format!("it ended with {}: {last}", output.status);
            return Err(self.failed(io::Error::other(message)));
        }
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Asks an interpreter for its names.
    fn ask(&self, script: &str, candidates: &str) -> Result<Evidence, SurveyError> {
        let failed = |source| self.failed(source);
        // Inside the root, if there is one: the interpreter sees nothing else.
        let root = self.root.clone().unwrap_or_default();
        let folder = std::env::temp_dir().join(format!("whatsnew-survey-{}", std::process::id()));
        let own = folder.join(self.name().replace(['/', '\\', ':'], "-"));
        let outside = root.join(own.strip_prefix("/").unwrap_or(&own));
        let outside = if self.root.is_some() {
            outside
        } else {
            own.clone()
        };
        fs::create_dir_all(&outside).map_err(failed)?;
        fs::write(outside.join("survey.py"), script).map_err(failed)?;
        fs::write(outside.join("candidates"), candidates).map_err(failed)?;
        let (script, list) = (own.join("survey.py"), own.join("candidates"));
        let arguments = [
            "-I",
            "-W",
            "ignore",
            &*script.to_string_lossy(),
            "--candidates",
            &*list.to_string_lossy(),
        ];
        let answer = self.run(&arguments);
        fs::remove_dir_all(&outside).map_err(failed)?;
        Evidence::parse(&answer?).map_err(|source| SurveyError::Answer {
            interpreter: self.name(),
            source,
        })
    }
}

/// The newest release of each version, oldest first.
///
/// # Errors
///
/// If there is none, or one does not report its version.
pub(super) fn newest_of_each(all: &[Interpreter]) -> Result<Vec<Interpreter>, SurveyError> {
    let mut newest: BTreeMap<Series, (ReleaseNumber, &Interpreter)> = BTreeMap::new();
    for interpreter in all {
        let release = interpreter.release()?;
        let known = newest
            .entry(release.series)
            .or_insert((release, interpreter));
        if known.0 < release {
            *known = (release, interpreter);
        }
    }
    if newest.is_empty() {
        return Err(SurveyError::NoInterpreter);
    }
    let newest = newest.into_values();
    Ok(newest.map(|(_, interpreter)| interpreter.clone()).collect())
}

/// Asks interpreters concurrently, as many at once as there are processors.
///
/// # Errors
///
/// The first error.
pub(super) fn ask_all(
    interpreters: &[Interpreter],
    script: &Path,
    candidates: &BTreeSet<String>,
) -> Result<Vec<Evidence>, SurveyError> {
    let script = fs::read_to_string(script).map_err(|source| ApiError::File {
        path: script.to_owned(),
        source,
    })?;
    let candidates: Vec<&str> = candidates.iter().map(String::as_str).collect();
    let candidates = candidates.join("\n");
    let at_once = thread::available_parallelism().map_or(1, usize::from);
    let mut evidence = Vec::new();
    for some in interpreters.chunks(at_once) {
        let answers: Vec<_> = thread::scope(|scope| {
            let running: Vec<_> = some
                .iter()
                .map(|interpreter| scope.spawn(|| interpreter.ask(&script, &candidates)))
                .collect();
            running
                .into_iter()
                .map(thread::ScopedJoinHandle::join)
                .collect()
        });
        for answer in answers {
            match answer {
                Ok(answer) => evidence.push(answer?),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    }
    Ok(evidence)
}
