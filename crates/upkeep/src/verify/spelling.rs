//! Checks the spelling with an English dictionary and the project's list of names. The entry
//! point is [`check`].

use super::place::Place;
use super::subject::Subject;
use super::{Spelling, VerifyError, read_own};
use crate::prose::{Piece, Token, of_markdown, of_value};
use catalogue::files;
use document::{Code, Diagnostic};
use std::collections::BTreeSet;
use std::path::Path;

const FILE: &str = "words.txt";

const ADVICE: &str = "the English dictionary is a package of npm's; run `npm ci`";

/// The known words.
pub(super) struct Speller {
    english: zspell::Dictionary,
    own: BTreeSet<String>,
}

impl Speller {
    /// Reads `index.aff` and `index.dic` from a folder, and the project's own words. `None` if
    /// the folder does not exist and no dictionary is required.
    pub(super) fn read(
        assets: &Path,
        dictionary: &Path,
        spelling: Spelling,
    ) -> Result<Option<Self>, VerifyError> {
        if spelling == Spelling::WhereDictionary && !dictionary.exists() {
            return Ok(None);
        }
        let affixes = files::read(&dictionary.join("index.aff"), ADVICE)?;
        let words = files::read(&dictionary.join("index.dic"), ADVICE)?;
        let english = zspell::builder().config_str(&affixes).dict_str(&words);
        let english = english.build().map_err(|error| VerifyError::Dictionary {
            path: dictionary.to_owned(),
            message: error.to_string(),
        })?;
        let (_, own) = read_own(assets, FILE)?;
        let own = own.lines().filter(|line| !line.starts_with('#'));
        let own = own.map(str::to_owned).collect();
        Ok(Some(Self { english, own }))
    }

    /// Whether a word is spelled correctly. A word of the project's list in lower case may be
    /// capitalized; one with capitals must not change.
    fn knows(&self, word: &str) -> bool {
        let bare = word.strip_suffix("'s").unwrap_or(word);
        self.english.check_word(word)
            || self.english.check_word(bare)
            || self.own.contains(bare)
            || self.own.contains(&uncapitalized(bare))
    }

    /// The parts of a token that are not words.
    fn unknown<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        // File names, addresses and versions are names, not words.
        let is_name = word.contains(|c: char| c.is_numeric() || matches!(c, '_' | '.'));
        let whole = is_name || self.knows(word);
        let parts = word.split('-').filter(move |_| !whole);
        parts.filter(|part| part.chars().count() > 1 && !self.knows(part))
    }
}

fn uncapitalized(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_lowercase);
    first.chain(chars).collect()
}

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let Some(speller) = &subject.speller else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for file in &subject.sources.documents {
        found.extend(misspelt(speller, &file.path, &of_markdown(&file.text)));
    }
    for file in &subject.sources.samples {
        let mut tokens = of_value(&file.text, "# title", &file.value.title);
        tokens.extend(of_value(&file.text, "# note", &file.value.note));
        found.extend(misspelt(speller, &file.path, &tokens));
    }
    found
}

/// The unknown words of a file, each at its first occurrence.
fn misspelt(speller: &Speller, path: &Path, tokens: &[Token]) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for token in tokens {
        let Piece::Word(word) = &token.piece else {
            continue;
        };
        for unknown in speller.unknown(word) {
            if seen.insert(unknown) {
                let message = format!("`{unknown}` is not in the dictionary");
                let help = format!(
                    "correct it, put code between backticks, or add the name to verify/{FILE}"
                );
                let place = Place::new(path, token.position);
                found.push(place.report(Code::Spelling, message, help));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_is_left_out_only_where_no_dictionary_is_required() {
        let read = |spelling| Speller::read(Path::new("assets"), Path::new("/nowhere"), spelling);
        assert!(matches!(read(Spelling::WhereDictionary), Ok(None)));
        assert!(read(Spelling::Required).is_err());
    }
}
