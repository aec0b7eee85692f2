//! `whatsnew repairs`: runs the code of repair sheets on installed interpreters. The entry
//! point is [`try_all`]; [`Trial`] is the rule, which other runs of the code follow, too.

mod judge;

pub use judge::{Run, Trial};

use crate::interpreter::{Interpreter, InterpreterError, newest_of_each};
use catalogue::{FeatureText, Library};
use document::Listing;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Mutex, PoisonError};
use std::{io, thread};
use terms::{ReleaseNumber, Series};

/// What a sheet says and an interpreter contradicts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// The slug of the change.
    pub slug: String,
    /// The release that ran the code.
    pub release: ReleaseNumber,
    /// What was expected, and what happened.
    pub message: String,
}

/// Which versions run a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Every version.
    All,
    /// Those next to a change: the last without it and the first with it.
    NextToChange,
}

/// Runs the sheets of a library on the newest interpreter of each version. Returns how many
/// programs ran, and the differences, sorted.
///
/// # Errors
///
/// If an interpreter does not run.
pub fn try_all(
    library: &Library,
    interpreters: &[Interpreter],
    extent: Extent,
) -> Result<(usize, Vec<Difference>), InterpreterError> {
    let pythons: Vec<Python> = newest_of_each(interpreters)?
        .into_values()
        .map(|(release, interpreter)| Python::new(release, interpreter))
        .collect::<Result<_, _>>()?;
    let series: Vec<Series> = pythons.iter().map(|python| python.release.series).collect();
    let jobs = jobs(library, &pythons, |text| match extent {
        Extent::All => series.clone(),
        Extent::NextToChange => next_to_change(text, &series),
    });
    let total = jobs.len();
    let queue = Mutex::new(jobs.into_iter());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let at_once = thread::available_parallelism().map_or(1, usize::from);
    let mut differences = thread::scope(|scope| {
        let work = || -> Result<Vec<Difference>, InterpreterError> {
            let mut found = Vec::new();
            while let Some(job) = next() {
                found.extend(job.difference()?);
            }
            Ok(found)
        };
        let workers: Vec<_> = (0..at_once).map(|_| scope.spawn(work)).collect();
        let mut found = Vec::new();
        for worker in workers {
            match worker.join() {
                Ok(some) => found.extend(some?),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        Ok(found)
    })?;
    differences.sort();
    Ok((total, differences))
}

/// A program to run on an interpreter.
struct Job<'a> {
    slug: &'a str,
    python: &'a Python,
    trial: Trial<'a>,
}

fn jobs<'a>(
    library: &'a Library,
    pythons: &'a [Python],
    versions: impl Fn(&FeatureText) -> Vec<Series>,
) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    let texts = library.feature_texts.values().flatten();
    for text in texts.filter(|text| text.repair.untested.is_none()) {
        let versions = versions(text);
        let chosen = |python: &&Python| versions.contains(&python.release.series);
        for python in pythons.iter().filter(chosen) {
            let trials = Trial::of(&text.repair, python.release.series);
            let runnable = trials.filter(|trial| python.runs(trial.listing()));
            jobs.extend(runnable.map(|trial| Job {
                slug: &text.slug,
                python,
                trial,
            }));
        }
    }
    jobs
}

/// The versions at which what is seen changes, each with the one before it.
fn next_to_change(text: &FeatureText, series: &[Series]) -> Vec<Series> {
    let starts = text
        .repair
        .seen
        .iter()
        .filter_map(|seen| seen.versions.from);
    let starts: Vec<Series> = starts.collect();
    let is_next = |pair: &[Series]| match pair {
        [before, after] => starts.iter().any(|start| before < start && start <= after),
        _ => false,
    };
    let pairs = series.windows(2).filter(|pair| is_next(pair));
    let mut chosen: Vec<Series> = pairs.flatten().copied().collect();
    chosen.dedup();
    if chosen.is_empty() {
        // The change is older or newer than all of them.
        chosen.extend(series.last());
    }
    chosen
}

impl Job<'_> {
    fn difference(&self) -> Result<Option<Difference>, InterpreterError> {
        let run = self.python.run(self.trial.listing())?;
        let difference = self.trial.difference(&run).map(|message| Difference {
            slug: self.slug.to_owned(),
            release: self.python.release,
            message,
        });
        Ok(difference)
    }
}

/// An interpreter with what is known of it.
struct Python {
    release: ReleaseNumber,
    interpreter: Interpreter,
    /// The folders with its headers; empty if they are not installed.
    headers: Vec<PathBuf>,
}

impl Python {
    fn new(release: ReleaseNumber, interpreter: Interpreter) -> Result<Self, InterpreterError> {
        let code = "import sysconfig\nfor key in 'include', 'platinclude':\n    \
                    print(sysconfig.get_paths()[key])";
        let printed = interpreter.run(&["-c", code])?;
        let root = interpreter.root.as_deref();
        let folders = printed.lines().map(|line| match root {
            Some(root) => root.join(line.trim_start_matches('/')),
            None => PathBuf::from(line),
        });
        let mut headers: Vec<PathBuf> = folders.collect();
        headers.dedup();
        if !headers
            .iter()
            .any(|folder| folder.join("Python.h").is_file())
        {
            headers.clear();
        }
        Ok(Self {
            release,
            interpreter,
            headers,
        })
    }

    fn runs(&self, listing: &Listing) -> bool {
        match listing.language.as_str() {
            "python" => true,
            "c" => !self.headers.is_empty(),
            _ => false,
        }
    }

    fn run(&self, listing: &Listing) -> Result<Run, InterpreterError> {
        let folder = self.interpreter.folder()?;
        let write = |name: &str| {
            let path = folder.write(name, &listing.text);
            path.map_err(|source| self.interpreter.failed(source))
        };
        if listing.language == "c" {
            write("prog.c")?;
            return self.compile(folder.path());
        }
        let path = write("prog.py")?;
        let mut command = self.interpreter.command();
        command.args(["-I", "-W", "default"]).arg(path);
        if self.interpreter.root.is_none() {
            command.current_dir(folder.path());
        }
        let output = self.interpreter.output(&mut command)?;
        Ok(run_of(&output))
    }

    /// Compiles `prog.c` in a folder, without linking it.
    fn compile(&self, folder: &Path) -> Result<Run, InterpreterError> {
        let mut command = Command::new("gcc");
        command
            .args(["-fsyntax-only", "-std=gnu11", "-Wall", "-Wno-unused"])
            .arg("-Werror=implicit-function-declaration");
        for include in &self.headers {
            command.arg("-I").arg(include);
        }
        if let Some(root) = &self.interpreter.root {
            // Debian's `pyconfig.h` is relative to it.
            command.arg("-idirafter").arg(root.join("usr/include"));
        }
        command.arg("prog.c").current_dir(folder).env("LC_ALL", "C");
        let output = command.output().map_err(|source| {
            let message = format!("gcc, which compiles C with its headers: {source}");
            self.interpreter.failed(io::Error::other(message))
        })?;
        Ok(run_of(&output))
    }
}

fn run_of(output: &Output) -> Run {
    Run {
        succeeded: output.status.success(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// The number of sheets in a library, and of those that give a reason for not being run.
pub fn count(library: &Library) -> (usize, BTreeMap<&str, usize>) {
    let texts = library.feature_texts.values().flatten();
    let sheets: Vec<_> = texts
        .map(|text| &text.repair)
        .filter(|repair| !repair.is_empty())
        .collect();
    let mut reasons = BTreeMap::new();
    for reason in sheets
        .iter()
        .filter_map(|repair| repair.untested.as_deref())
    {
        *reasons.entry(reason).or_default() += 1;
    }
    (sheets.len(), reasons)
}
