//! Asks interpreters for their names. The entry point is [`ask_all`].

use super::evidence::{Evidence, EvidenceError};
use super::files::ApiError;
use crate::interpreter::{Interpreter, InterpreterError, newest_of_each};
use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, thread};

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
    #[error(transparent)]
    Interpreter(#[from] InterpreterError),
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

/// Asks an interpreter for its names.
fn ask(interpreter: &Interpreter, script: &str, candidates: &str) -> Result<Evidence, SurveyError> {
    let failed = |source| interpreter.failed(source);
    let folder = interpreter.folder()?;
    let script = folder.write("survey.py", script).map_err(failed)?;
    let list = folder.write("candidates", candidates).map_err(failed)?;
    let answer = interpreter.run(&[
        "-I",
        "-W",
        "ignore",
        &*script.to_string_lossy(),
        "--candidates",
        &*list.to_string_lossy(),
    ])?;
    Evidence::parse(&answer).map_err(|source| SurveyError::Answer {
        interpreter: interpreter.name(),
        source,
    })
}

/// The newest release of each version, oldest first.
///
/// # Errors
///
/// If there is none, or one does not report its version.
pub(super) fn newest(all: &[Interpreter]) -> Result<Vec<Interpreter>, SurveyError> {
    let newest = newest_of_each(all)?;
    if newest.is_empty() {
        return Err(SurveyError::NoInterpreter);
    }
    Ok(newest.into_values().map(|(_, one)| one).collect())
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
                .map(|interpreter| scope.spawn(|| ask(interpreter, &script, &candidates)))
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
