//! Checks for words that `docs/style.md` rules out. The entry points are
//! [`PlainWords::read`] and [`check`].

use super::place::Place;
use super::subject::Subject;
use super::{VerifyError, read_own};
use crate::prose::{Piece, Token, of_markdown, of_value};
use document::{Code, Diagnostic};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

const FILE: &str = "plain-words.toml";

/// The ruled-out phrases, each as its words in lower case, with what to write instead.
pub(super) struct PlainWords {
    by_first_word: BTreeMap<String, Vec<Rule>>,
}

struct Rule {
    words: Vec<String>,
    instead: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// What to write instead, by phrase.
    instead: BTreeMap<String, String>,
}

impl PlainWords {
    pub(super) fn read(assets: &Path) -> Result<Self, VerifyError> {
        let (path, text) = read_own(assets, FILE)?;
        let table: Table =
            toml::from_str(&text).map_err(|source| VerifyError::Table { path, source })?;
        let mut by_first_word: BTreeMap<String, Vec<Rule>> = BTreeMap::new();
        for (phrase, instead) in table.instead {
            let words: Vec<String> = phrase.split_whitespace().map(str::to_lowercase).collect();
            if let Some(first) = words.first() {
                let rules = by_first_word.entry(first.clone()).or_default();
                rules.push(Rule { words, instead });
            }
        }
        Ok(Self { by_first_word })
    }

    /// The rule whose phrase the tokens begin with.
    fn rule(&self, tokens: &[Token]) -> Option<&Rule> {
        let first = word(tokens.first()?)?;
        let mut rules = self.by_first_word.get(&first)?.iter();
        rules.find(|rule| {
            let begun = tokens.iter().take(rule.words.len());
            begun.map(word).eq(rule.words.iter().cloned().map(Some))
        })
    }
}

fn word(token: &Token) -> Option<String> {
    match &token.piece {
        Piece::Word(word) => Some(word.to_lowercase()),
        Piece::Name => None,
    }
}

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for file in &subject.sources.documents {
        let tokens = of_markdown(&file.text);
        found.extend(ruled_out(&subject.plain_words, &file.path, &tokens));
    }
    for file in &subject.sources.samples {
        for (key, value) in [("# title", &file.value.title), ("# note", &file.value.note)] {
            let tokens = of_value(&file.text, key, value);
            found.extend(ruled_out(&subject.plain_words, &file.path, &tokens));
        }
    }
    found
}

fn ruled_out(plain_words: &PlainWords, path: &Path, tokens: &[Token]) -> Vec<Diagnostic> {
    let starts = (0..tokens.len()).filter_map(|start| tokens.get(start..));
    let found = starts.filter_map(|rest| {
        let rule = plain_words.rule(rest)?;
        let place = Place::new(path, rest.first()?.position);
        let message = format!("`{}` is not plain English here", rule.words.join(" "));
        Some(place.report(Code::PlainWords, message, format!("write {}", rule.instead)))
    });
    found.collect()
}
