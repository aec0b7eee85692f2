//! Finds sequences of words that also occur in the reference. The entry point is [`check`].

use super::super::VerifyError;
use super::super::place::Place;
use super::super::subject::Subject;
use super::super::walk;
use super::ADVICE;
use crate::prose::{Piece, Token, of_markdown, of_notes, of_value};
use catalogue::files;
use document::{Code, Diagnostic, Position};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The length of the shortest sequence of words that is considered to be copied.
const RUN: usize = 8;

/// The first occurrence of a sequence of words in the reference.
struct Origin {
    file: usize,
    line: u32,
}

pub(super) fn check(subject: &Subject, folder: &Path) -> Result<Vec<Diagnostic>, VerifyError> {
    let paths = files::below(folder, &["txt", "md"], ADVICE)?;
    let mut runs = HashMap::new();
    for (file, path) in paths.iter().enumerate() {
        let text = files::read(path, ADVICE)?;
        let is_notes = path
            .parent()
            .is_some_and(|folder| folder.ends_with("whatsnew"));
        let tokens = if is_notes {
            of_notes(&text)
        } else {
            of_markdown(&text)
        };
        for (words, position) in runs_of(&tokens) {
            let line = position.line;
            runs.entry(words).or_insert(Origin { file, line });
        }
    }
    let shared = |path: &Path, tokens: &[Token]| shared(path, tokens, &runs, &paths);
    let mut found = Vec::new();
    for file in &subject.sources.documents {
        // A document may have the title of its source, which is a name.
        let title = walk::position_starting(&file.text, "title:").line;
        let mut tokens = of_markdown(&file.text);
        tokens.retain(|token| token.position.line != title);
        found.extend(shared(&file.path, &tokens));
    }
    for file in &subject.sources.samples {
        let sample = &file.value;
        let title = of_value(&file.text, "# title", &sample.title);
        let note = of_value(&file.text, "# note", &sample.note);
        found.extend(shared(&file.path, &title));
        found.extend(shared(&file.path, &note));
    }
    for path in guides(&subject.assets)? {
        let text = files::read(&path, ADVICE)?;
        found.extend(shared(&path, &of_markdown(&text)));
    }
    Ok(found)
}

/// The project's documentation: the Markdown files in its root folder and in `docs`.
fn guides(assets: &Path) -> Result<Vec<PathBuf>, VerifyError> {
    let project = assets.parent().unwrap_or(assets);
    let top = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"];
    let mut guides: Vec<PathBuf> = top.iter().map(|name| project.join(name)).collect();
    guides.retain(|path| path.exists());
    let docs = project.join("docs");
    if docs.exists() {
        guides.extend(files::below(&docs, &["md"], ADVICE)?);
    }
    Ok(guides)
}

/// Every sequence of [`RUN`] words without names, with its position.
fn runs_of(tokens: &[Token]) -> impl Iterator<Item = (String, Position)> {
    tokens.windows(RUN).filter_map(|window| {
        let words: Option<Vec<String>> = window
            .iter()
            .map(|token| match &token.piece {
                Piece::Word(word) => Some(word.to_lowercase()),
                Piece::Name => None,
            })
            .collect();
        let position = window.first()?.position;
        Some((words?.join(" "), position))
    })
}

/// A diagnostic for every passage of overlapping shared sequences.
fn shared(
    path: &Path,
    tokens: &[Token],
    runs: &HashMap<String, Origin>,
    paths: &[PathBuf],
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut last = None;
    for start in 0..tokens.len() {
        let window = tokens.get(start..start + RUN).unwrap_or_default();
        let Some((words, position)) = runs_of(window).next() else {
            continue;
        };
        let Some(origin) = runs.get(&words) else {
            continue;
        };
        let goes_on = last == start.checked_sub(1) && last.is_some();
        last = Some(start);
        if goes_on {
            continue;
        }
        let source = paths
            .get(origin.file)
            .map(|path| path.display().to_string());
        let message = format!(
            "“{words}” also occurs at {}:{}",
            source.unwrap_or_default(),
            origin.line
        );
        let place = Place::new(path, position);
        found.push(place.report(Code::OwnWords, message, "use your own words"));
    }
    found
}
