//! Finds names in the notes' sections on deprecations and removals that no feature of the series
//! has. The entry point is [`check`].

use super::super::exceptions::Exception;
use super::super::place::Place;
use super::super::subject::Subject;
use super::super::walk;
use super::names::{self, Name};
use super::notes::{Notes, Paragraph, Part};
use catalogue::{Feature, FeatureText, Names};
use document::{Code, Diagnostic, Position, plain_text};
use std::collections::BTreeSet;
use terms::Series;

/// The first series whose notes have complete sections of this kind.
const FIRST: Series = Series::python3(9);

/// The words of some features.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// The words in their titles, names and texts.
    words: BTreeSet<String>,
    /// The names that they concern, and the parts of these between dots.
    named: BTreeSet<String>,
}

impl Vocabulary {
    /// The words of the features for which `wanted` returns true.
    pub(super) fn of(subject: &Subject, wanted: impl Fn(&Feature) -> bool) -> Self {
        let mut vocabulary = Self::default();
        for (feature, names) in subject.library.named() {
            if wanted(feature) {
                let texts = subject.library.feature_texts.get(&feature.series);
                let mut texts = texts.into_iter().flatten();
                let text = texts.find(|text| text.slug == feature.slug);
                vocabulary.add(feature, names, text);
            }
        }
        vocabulary
    }

    fn add(&mut self, feature: &Feature, names: &Names, text: Option<&FeatureText>) {
        self.add_words(&plain_text(&feature.title));
        for name in &names.qualified {
            self.add_words(name);
            self.named.insert(name.clone());
            self.named.extend(name.split('.').map(str::to_owned));
        }
        let Some(text) = text else {
            return;
        };
        for statement in &text.statements {
            self.add_words(&walk::text(&statement.summary));
        }
        self.add_words(&plain_text(&text.instead));
        for entry in &text.history {
            self.add_words(&plain_text(&entry.text));
        }
    }

    fn add_words(&mut self, text: &str) {
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
        self.words.extend(words.map(str::to_owned));
    }

    /// Whether a name occurs at all.
    pub(super) fn tells(&self, name: &Name) -> bool {
        self.words.contains(name.last())
    }

    /// Whether a feature concerns a name.
    pub(super) fn names(&self, name: &Name) -> bool {
        self.named.contains(name.last())
    }
}

pub(super) fn check(subject: &Subject, all: &[Notes]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for notes in all.iter().filter(|notes| notes.series >= FIRST) {
        let series = notes.series;
        let vocabulary = Vocabulary::of(subject, |feature| feature.series == series);
        let entries = notes.paragraphs.iter().filter(|paragraph| {
            matches!(
                paragraph.part,
                Part::Deprecated | Part::Removed | Part::RemovedModules
            )
        });
        for entry in entries {
            let place = Place::new(&notes.path, Position::line(entry.line));
            let lacking = lacking(subject, series, &vocabulary, entry);
            found.extend(
                lacking.map(|(message, help)| place.report(Code::Reference, message, help)),
            );
        }
    }
    found
}

/// The message and the help for an entry that the catalogue lacks.
fn lacking(
    subject: &Subject,
    series: Series,
    vocabulary: &Vocabulary,
    entry: &Paragraph,
) -> Option<(String, String)> {
    let names = names::names_in(&entry.text);
    let excepted = |name: &&Name| {
        let exception = Exception::Name(series, name.text.clone());
        subject.exceptions.allow(&exception)
    };
    let untold: Vec<&Name> = names
        .iter()
        .filter(|name| !vocabulary.tells(name))
        .collect();
    if !untold.is_empty() {
        let untold: Vec<String> = untold
            .into_iter()
            .filter(|name| !excepted(name))
            .map(|name| format!("`{}`", name.text))
            .collect();
        let (are, them) = match untold.len() {
            1 => ("is", "it"),
            _ => ("are", "them"),
        };
        let names = untold.join(", ");
        return (!untold.is_empty()).then(|| {
            let message = format!("{names} {are} in no feature of {series}");
            (message, format!("name {them} in one"))
        });
    }
    // A header file is only mentioned in texts, as it is not a name in code.
    let names: Vec<Name> = names
        .into_iter()
        .filter(|name| name.last() != "h")
        .collect();
    let is_named = names.iter().any(|name| vocabulary.names(name));
    if names.is_empty() || is_named || names.iter().any(|name| excepted(&name)) {
        return None;
    }
    let names: Vec<String> = names
        .iter()
        .map(|name| format!("`{}`", name.text))
        .collect();
    let names = names.join(", ");
    let message = format!("no feature of {series} has one of {names} in its `name:`");
    Some((message, "add what is gone or deprecated".to_owned()))
}
