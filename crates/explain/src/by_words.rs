//! Answers where neither a name nor a message decides: by the syntax of the code, by names
//! that are mentioned, and by words.

use crate::answer::{Answer, Certainty, Side};
use crate::by_name::MOST_ALIKE;
use crate::constructs::{Found, constructs, in_sentence};
use crate::explain::Explainer;
use crate::mentions::mentions;
use crate::names::Event;
use crate::paste::Report;
use crate::rank::{Hints, kinds, rank};
use api::{Kind, Row};

/// The most answers that rest on words only.
const MOST_BY_WORDS: usize = 3;

/// The most reports of a paste whose words are looked for.
pub(super) const MOST_RANKED: usize = 5;

impl<'a> Explainer<'a> {
    /// The syntax in the lines of code that other versions reject.
    pub(super) fn by_constructs(&mut self, report: &Report) {
        let code = format!("{}\n{}", report.code, report.message);
        for found in constructs(&code).take(MOST_ALIKE) {
            self.by_construct(found);
        }
    }

    /// Syntax of Python 2 in a line for which a message has answers that are not about it:
    /// `10L` is an invalid decimal literal.
    pub(super) fn by_old_construct(&mut self, report: &Report) {
        let found: Vec<Found> = constructs(&report.code).collect();
        let is_told = self.answers.iter().any(|answer| {
            let feature = answer.feature.and_then(|index| self.changes.feature(index));
            feature.is_some_and(|one| found.iter().any(|construct| construct.slug == one.slug))
        });
        let old = found.into_iter().find(|construct| construct.is_old);
        if let Some(construct) = old.filter(|_| !is_told) {
            let known = self.answers.len();
            self.by_construct(construct);
            self.answers.rotate_left(known);
            // It says more than the message.
            self.answers
                .iter_mut()
                .for_each(|answer| answer.certainty = Certainty::Likely);
        }
    }

    /// Syntax that a question quotes.
    pub(super) fn by_quoted_syntax(&mut self, report: &Report) {
        if let Some(found) = in_sentence(&report.message) {
            self.by_construct(found);
        }
    }

    fn by_construct(&mut self, found: Found) {
        let position = self.changes.position(found.slug);
        let feature = position.and_then(|index| Some((index, self.changes.feature(index)?)));
        let Some((index, feature)) = feature else {
            return;
        };
        let version = feature.series;
        let (side, why) = if found.is_old {
            let why = format!("Python {version} and later reject the syntax of this code.");
            (Side::OlderCode, why)
        } else {
            let why = format!("Versions before {version} reject the syntax of this code.");
            (Side::OlderPython, why)
        };
        self.push(Answer {
            certainty: Certainty::Likely,
            ..self.of_feature(index, feature, side, why)
        });
    }

    /// Names of the standard library in a message that came, went or are deprecated.
    pub(super) fn by_names(&mut self, report: &Report) {
        let is_warning = report.class.ends_with("Warning");
        for name in mentions(&report.message) {
            let Some(row) = self.names.row(name) else {
                continue;
            };
            let deprecated = row.deprecated().map(Event::Deprecated);
            let event = deprecated
                .filter(|_| is_warning)
                .or_else(|| self.names.event(row));
            if let Some(event) = event {
                self.answer(row, event, Certainty::Likely);
            }
        }
    }

    /// The changes that share names and words with a message.
    pub(super) fn by_rank(&mut self, report: &Report) {
        let text = match report.message.as_str() {
            "" => &report.code,
            message => message,
        };
        let names = self.names;
        let is_common = |name: &str| {
            let row = names.row(name);
            !name.contains('.') && row.is_some_and(|row| names.event(row).is_none())
        };
        // The words of an error are anybody's; those of a question were chosen.
        let is_question = self.is_question;
        let lives = if is_question {
            self.lives(text)
        } else {
            Vec::new()
        };
        let told = lives
            .iter()
            .filter_map(|(row, event)| self.told(row, *event));
        let told: Vec<usize> = told.chain(self.old_modules(text)).collect();
        let hints = Hints {
            versions: self.versions,
            lives: &told,
            is_common: &is_common,
        };
        let ranked = rank(text, self.changes, &hints, self.search);
        let speaks =
            is_question || report.class.contains("Syntax") || report.class.ends_with("Warning");
        let ranked = ranked.into_iter().filter(|one| speaks || one.is_named);
        for one in ranked.take(MOST_BY_WORDS) {
            let (certainty, why) = if one.is_named {
                (Certainty::Likely, "It concerns a name in the text.")
            } else {
                (Certainty::Possible, "Its words are those of the text.")
            };
            self.answer_with(one.index, None, certainty, why.to_owned());
        }
        let asks_for_version = kinds(text).contains(&terms::Kind::Added);
        self.add_untold(&lives, asks_for_version);
    }

    /// The names of the standard library in a question that came or went: those that look
    /// like code, modules, and two words that are a name with a dot between them.
    fn lives(&self, text: &str) -> Vec<(&'a Row, Event)> {
        let is_end = |letter: char| letter.is_whitespace() || ",;:?!()\"'`".contains(letter);
        let words: Vec<&str> = text.split(is_end).filter(|word| !word.is_empty()).collect();
        let pairs = words.windows(2).map(|pair| pair.join("."));
        let pairs = pairs.filter_map(|pair| self.names.row(&pair));
        let modules = words.iter().filter_map(|word| self.names.row(word));
        let modules = modules.filter(|row| row.kind == Kind::Module);
        let named = mentions(text).into_iter().filter_map(|name| {
            let row = self.names.row(name);
            row.or_else(|| self.names.only_ending(name))
        });
        let mut found: Vec<(&Row, Event)> = Vec::new();
        for row in pairs.chain(named).chain(modules) {
            let event = self
                .names
                .event(row)
                .or_else(|| Some(Event::Added(row.added?)));
            if let Some(event) = event.filter(|_| found.iter().all(|(one, _)| *one != row)) {
                found.push((row, event));
            }
        }
        found.truncate(MOST_BY_WORDS);
        found
    }

    /// The changes that added modules which every version of the table has, if the text says
    /// that they are modules.
    fn old_modules(&self, text: &str) -> impl Iterator<Item = usize> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let says = |word: &str| ["module", "import", "package", "library"].contains(&word);
        let modules = words.windows(2).flat_map(|pair| match pair {
            [word, name] if says(word) => Some(*name),
            [name, word] if says(word) => Some(*name),
            _ => None,
        });
        let found: Vec<usize> = modules
            .filter(|name| self.names.is_module(name))
            .filter_map(|name| self.older_than_the_table(name))
            .collect();
        found.into_iter()
    }

    /// Answers with the lives of names of which no change tells, `first` or last.
    fn add_untold(&mut self, lives: &[(&Row, Event)], first: bool) {
        let known = self.answers.len();
        for (row, event) in lives {
            if self.told(row, *event).is_none() {
                self.answer(row, *event, Certainty::Likely);
            }
        }
        if first {
            self.answers.rotate_left(known);
        }
    }
}
