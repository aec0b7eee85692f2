//! What a message advises or announces, held against what is known. The entry points are
//! [`Explainer::correct`] and [`Answer::corrections`].

use crate::answer::{Answer, Certainty, Side};
use crate::changes::has_word;
use crate::explain::Explainer;
use crate::paste::Report;
use terms::{Kind, Series};

impl Explainer<'_> {
    /// Adds to the answers for a report its lines, what it suggests, and what it announces
    /// wrongly.
    pub(super) fn correct(&mut self, report: &Report) {
        let suggestion = suggestion(&report.message);
        let announced = announced_removal(&report.message);
        let corrections: Vec<Option<String>> = self
            .answers
            .iter()
            .map(|answer| self.correction(answer, announced?, &report.message))
            .collect();
        for (answer, correction) in self.answers.iter_mut().zip(corrections) {
            answer.report = self.report;
            // Nobody is to blame before something has run.
            if self.is_question && self.version.is_none() {
                answer.side = Side::Unknown;
            }
            answer.lines.clone_from(&report.lines);
            answer.suggestion = suggestion.map(str::to_owned);
            answer.correction = correction;
        }
    }

    /// What is wrong about the version for which a message announces a removal.
    fn correction(&self, answer: &Answer, announced: Series, message: &str) -> Option<String> {
        if answer.certainty == Certainty::Possible {
            return None;
        }
        if let Some(removed) = self.removed(answer, message) {
            let last = Series::python3(removed.minor.saturating_sub(1));
            return (removed != announced).then(|| {
                format!(
                    "The message announces the removal for {announced}. It came in {removed}: \
                     {last} still has it."
                )
            });
        }
        let newest = self.names.survey()?.newest()?;
        let row = self.names.row(answer.name.as_deref()?)?;
        let is_subject = row.deprecated().is_some() && !is_about_a_parameter(message);
        let is_there = is_subject && row.known_versions().contains(newest);
        (is_there && announced <= newest).then(|| {
            format!(
                "The message announces the removal for {announced}, but {newest} still has \
                 `{}`.",
                row.name
            )
        })
    }

    /// The version that removed what an answer is about: that of a change among the answers,
    /// or of the name that the message has.
    fn removed(&self, answer: &Answer, message: &str) -> Option<Series> {
        let name = answer.name.as_deref()?;
        let mut removals = self
            .answers
            .iter()
            .filter(|other| other.kind == Some(Kind::Removed) && other.name == answer.name);
        if let Some(removal) = removals.next() {
            return removal.version;
        }
        let last = name.rsplit('.').next().unwrap_or(name);
        if !has_word(message, last) || is_about_a_parameter(message) {
            return None;
        }
        let newest = self.names.survey()?.newest()?;
        self.names.row(name)?.removed(newest)
    }
}

impl Answer {
    /// What the message gets wrong, in sentences. `instead` is what the change says to write
    /// instead.
    pub fn corrections(&self, instead: &str) -> Vec<String> {
        let suggestion = self.misleading_suggestion(instead);
        self.correction.iter().cloned().chain(suggestion).collect()
    }

    /// Why the name that the message suggests does not help, if it does not.
    fn misleading_suggestion(&self, instead: &str) -> Option<String> {
        let suggestion = self.suggestion.as_deref()?;
        let name = self.name.as_deref().unwrap_or_default();
        let is_same = name.rsplit('.').next() == Some(suggestion);
        let is_misleading = match self.side {
            _ if self.certainty == Certainty::Possible || is_same => false,
            Side::OlderPython => true,
            _ => !instead.is_empty() && !has_word(instead, suggestion),
        };
        is_misleading.then(|| {
            format!(
                "The suggestion `{suggestion}` in the message only looks like the missing name: \
                 it has nothing to do with this change."
            )
        })
    }
}

/// The name that a message suggests, as in `Did you mean: 'getargs'?`.
fn suggestion(message: &str) -> Option<&str> {
    let at = message.find("id you mean")?;
    let quoted = message.get(at..)?.split('\'').nth(1)?;
    let name = quoted.trim_start_matches('.');
    let is_name = name
        .chars()
        .all(|letter| letter.is_alphanumeric() || letter == '_');
    (is_name && !name.is_empty()).then_some(name)
}

/// How far behind the word a version stands, in bytes.
const NEAR: usize = 40;

/// The version for which a message announces a removal.
fn announced_removal(message: &str) -> Option<Series> {
    message.match_indices("remov").find_map(|(at, _)| {
        let end = message.floor_char_boundary(at + NEAR);
        let rest = message.get(at..end)?;
        let (_, version) = rest.split_once("3.")?;
        let end = version.find(|letter: char| !letter.is_ascii_digit());
        let minor = version.get(..end.unwrap_or(version.len()))?;
        minor.parse().ok().map(Series::python3)
    })
}

/// Whether a message is about a parameter of what it names.
fn is_about_a_parameter(message: &str) -> bool {
    ["argument", "parameter", "assing"]
        .iter()
        .any(|word| message.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_message_suggests_is_read() {
        for (message, name) in [
            (
                "module 'inspect' has no attribute 'getargspec'. Did you mean: 'getargs'?",
                Some("getargs"),
            ),
            (
                "f() got an unexpected keyword argument 'x'. Did you mean 'y'?",
                Some("y"),
            ),
            (
                "'Loader' object has no attribute 'load'. Did you mean '.read' instead of '.load'?",
                Some("read"),
            ),
            (
                "implicit declaration of function 'Py_Old'; did you mean 'Py_New'?",
                Some("Py_New"),
            ),
            (
                "Missing parentheses in call to 'print'. Did you mean print(\"a\")?",
                None,
            ),
            ("no module named 'x'", None),
        ] {
            assert_eq!(suggestion(message), name, "{message}");
        }
    }

    #[test]
    fn the_announced_version_is_read() {
        for (message, minor) in [
            (
                "'pipes' is deprecated and slated for removal in Python 3.13",
                Some(13),
            ),
            (
                "ast.Num is deprecated and will be removed in Python 3.14; use ast.Constant",
                Some(14),
            ),
            ("removed in a future version", None),
            ("new in Python 3.12", None),
        ] {
            assert_eq!(
                announced_removal(message),
                minor.map(Series::python3),
                "{message}"
            );
        }
    }
}
