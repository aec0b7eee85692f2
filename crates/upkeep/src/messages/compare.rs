//! `whatsnew messages`: compares the table of messages with installed interpreters. The
//! entry point is [`compare`].
//!
//! `assets/errors/texts.py` prints every text that an interpreter may say: the strings of its
//! library and of its binaries. A message of a version has to be among them, apart from
//! what differs from program to program. That a text is there does not mean that it is
//! ever said, so more versions than a message has are only counted.

use crate::interpreter::{Interpreter, InterpreterError, newest_of_each};
use aho_corasick::{AhoCorasick, BuildError};
use explain::{Message, Messages};
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::{fs, io, thread};
use terms::Series;

/// What interpreters say of a table of messages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The messages that a version has according to the table, but not according to the
    /// interpreter: the version and the template, sorted.
    pub missing: Vec<(Series, String)>,
    /// How many messages all interpreters have in the versions given.
    pub confirmed: usize,
    /// How many are in more versions than the table gives.
    pub wider: usize,
    /// How many no interpreter has as a text, because it puts them together.
    pub composed: usize,
}

/// Why a table cannot be compared.
#[derive(Debug, thiserror::Error)]
pub enum CompareError {
    /// The script cannot be read.
    #[error("{}: {source}", path.display())]
    Script {
        /// Which.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// An interpreter does not run.
    #[error(transparent)]
    Interpreter(#[from] InterpreterError),
    /// The texts of the table are too many to look for at once.
    #[error(transparent)]
    Texts(#[from] BuildError),
}

/// The fewest letters of a piece of a template that is looked for.
const FEWEST_LETTERS: usize = 6;

/// Words of messages that some versions put together from parts, so that the whole is no
/// text of theirs.
const COMPOSED: [&str; 13] = [
    "Parameters to ",
    "SO is deprecated",
    "argument not allowed",
    "asyncore module",
    "can be annotated",
    "can't assign to keyword",
    "cannot pickle",
    "f-string",
    "malformed node or string",
    "only supported in Python",
    "positional argument",
    "recommended replacement is asyncio",
    "smtpd module",
];

/// Compares a table with the newest interpreter of each version.
///
/// # Errors
///
/// If the script cannot be read or an interpreter does not run.
pub fn compare(
    messages: &Messages,
    assets: &Path,
    interpreters: &[Interpreter],
) -> Result<Comparison, CompareError> {
    let path = assets.join("errors/texts.py");
    let script = fs::read_to_string(&path);
    let script = script.map_err(|source| CompareError::Script { path, source })?;
    let told: Vec<(&Message, Vec<&str>)> = messages
        .iter()
        .map(|message| (message, pieces(&message.template)))
        .filter(|(message, pieces)| !message.class.is_empty() && !pieces.is_empty())
        .collect();
    let wanted: Vec<&str> = told
        .iter()
        .flat_map(|(_, pieces)| pieces)
        .copied()
        .collect();
    let finder = AhoCorasick::new(&wanted)?;
    let newest = newest_of_each(interpreters)?;
    let found: BTreeMap<Series, HashSet<&str>> = thread::scope(|scope| {
        let searches: Vec<_> = newest
            .iter()
            .map(|(series, (_, interpreter))| {
                let search = || found_in(interpreter, &script, &finder, &wanted);
                (*series, scope.spawn(search))
            })
            .collect();
        let found = searches
            .into_iter()
            .map(|(series, search)| match search.join() {
                Ok(found) => Ok((series, found?)),
                Err(panic) => std::panic::resume_unwind(panic),
            });
        found.collect::<Result<_, InterpreterError>>()
    })?;
    let mut comparison = Comparison::default();
    for (message, pieces) in told {
        comparison.add(message, &pieces, &found);
    }
    comparison.missing.sort();
    Ok(comparison)
}

impl Comparison {
    fn add(&mut self, message: &Message, pieces: &[&str], found: &BTreeMap<Series, HashSet<&str>>) {
        let has = |texts: &HashSet<&str>| pieces.iter().all(|piece| texts.contains(piece));
        let is_said = |series: &Series| message.versions.contains(*series);
        if !found.values().any(has) {
            self.composed += 1;
            return;
        }
        let lacking = found
            .iter()
            .filter(|(series, texts)| is_said(series) && !has(texts));
        let lacking: Vec<Series> = lacking.map(|(series, _)| *series).collect();
        let is_composed = |words: &&str| message.template.contains(words);
        if !lacking.is_empty() && COMPOSED.iter().any(is_composed) {
            self.composed += 1;
            return;
        }
        if found
            .iter()
            .any(|(series, texts)| !is_said(series) && has(texts))
        {
            self.wider += 1;
        }
        if lacking.is_empty() {
            self.confirmed += 1;
        }
        let template = format!("{}: {}", message.class, message.template);
        let missing = lacking.into_iter().map(|series| (series, template.clone()));
        self.missing.extend(missing);
    }
}

/// The pieces of a template that are the same in every program, but for the shortest: what
/// is between its gaps, quoted words, numbers and the names of functions, all of which an
/// interpreter may fill in.
fn pieces(template: &str) -> Vec<&str> {
    let is_long = |piece: &&str| {
        let letters = piece.chars().filter(|letter| letter.is_alphabetic());
        letters.count() >= FEWEST_LETTERS
    };
    // In a text with an odd number of quotes, one is an apostrophe.
    let quoted = template.matches('\'').count().is_multiple_of(2);
    let mut pieces = Vec::new();
    for (index, part) in template.split('\'').enumerate() {
        if quoted && index % 2 == 1 {
            continue;
        }
        for piece in part
            .split("{}")
            .flat_map(|part| part.split(|c: char| c.is_ascii_digit()))
        {
            let piece = match piece.split_once("()") {
                Some((_, rest)) => rest,
                None => piece,
            };
            pieces.push(piece.trim());
        }
    }
    pieces.retain(is_long);
    pieces
}

/// The wanted texts that an interpreter has.
fn found_in<'w>(
    interpreter: &Interpreter,
    script: &str,
    finder: &AhoCorasick,
    wanted: &[&'w str],
) -> Result<HashSet<&'w str>, InterpreterError> {
    let folder = interpreter.folder()?;
    let path = folder.write("texts.py", script);
    let path = path.map_err(|source| interpreter.failed(source))?;
    let texts = interpreter.run(&["-I", "-W", "ignore", &*path.to_string_lossy()])?;
    let found = finder.find_overlapping_iter(&texts);
    Ok(found
        .filter_map(|hit| wanted.get(hit.pattern().as_usize()).copied())
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares a message of 3.13 and 3.14 with what interpreters of 3.12 to 3.14 have.
    fn compared(template: &str, texts: [&[&'static str]; 3]) -> Comparison {
        let message = Message {
            class: "TypeError".to_owned(),
            versions: [Series::python3(13), Series::python3(14)]
                .into_iter()
                .collect(),
            template: template.to_owned(),
            changes: Vec::new(),
        };
        let found = (12..)
            .map(Series::python3)
            .zip(texts.map(|texts| texts.iter().copied().collect()))
            .collect();
        let mut comparison = Comparison::default();
        comparison.add(&message, &pieces(template), &found);
        comparison
    }

    #[test]
    fn a_message_is_looked_for_in_the_versions_that_it_names() {
        let template = "cannot weigh '{}' objects";
        let with: &[&str] = &["cannot weigh", "objects"];
        let confirmed = Comparison {
            confirmed: 1,
            ..Comparison::default()
        };
        assert_eq!(compared(template, [&[], with, with]), confirmed);
        let wider = Comparison {
            wider: 1,
            ..confirmed
        };
        assert_eq!(compared(template, [with, with, with]), wider);
        let missing = Comparison {
            missing: vec![(Series::python3(14), format!("TypeError: {template}"))],
            ..Comparison::default()
        };
        assert_eq!(compared(template, [&[], with, &["objects"]]), missing);
    }

    #[test]
    fn a_message_put_together_from_parts_is_not_missing() {
        let composed = Comparison {
            composed: 1,
            ..Comparison::default()
        };
        assert_eq!(compared("cannot weigh {}", [&[], &[], &[]]), composed);
        let template = "cannot pickle '{}' object";
        let with: &[&str] = &["cannot pickle", "object"];
        assert_eq!(compared(template, [&[], with, &[]]), composed);
    }
}
