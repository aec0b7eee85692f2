//! Answers by the parameters that a report says a function lacks: from its signatures in the
//! table of names, and from the changes that name it.

use crate::answer::{Answer, Certainty, Side};
use crate::by_name::{MOST_ALIKE, side};
use crate::explain::Explainer;
use crate::names::Event;
use crate::paste::Report;
use api::Row;
use terms::{Kind, Series};

impl Explainer<'_> {
    pub(super) fn keyword(&mut self, function: &str, keyword: &str, report: &Report) {
        let class = function.rsplit_once('.').map(|(class, _)| class);
        if let Some(class) = class.filter(|class| self.names.ending(class).is_empty()) {
            self.remarks.push(format!(
                "`{class}` is not in the standard library: its parameters depend on the version \
                 of its package, not on that of Python."
            ));
            return;
        }
        // Python 3.6 and older do not say of which built-in function.
        if function.is_empty() {
            return self.keyword_of_any(keyword, report);
        }
        let mut found = self.names.parameter(function, keyword);
        // `__init__` does not say of which class: the code may.
        found.sort_by_key(|(row, _)| !is_called(&row.name, &report.code));
        let certainty = match (found.len(), function) {
            (_, "__init__" | "__new__") | (2.., _) => Certainty::Likely,
            _ => Certainty::Sure,
        };
        for (row, event) in found.into_iter().take(MOST_ALIKE) {
            let version = event.version();
            let why = match event {
                Event::Removed(_) => {
                    format!(
                        "`{}` has no parameter `{keyword}` since {version}.",
                        row.name
                    )
                }
                _ => format!(
                    "The parameter `{keyword}` of `{}` is in {version} and later; what ran is \
                     older.",
                    row.name
                ),
            };
            let telling = self.changes.of_parameter(&row.name, keyword);
            let feature = self
                .of_version(&telling, version)
                .or(telling.first().copied());
            self.signature_answer(row, event, feature, certainty, why);
        }
        for index in self.changes.of_parameter(function, keyword) {
            let why = format!("This change names the function and its parameter `{keyword}`.");
            self.answer_with(index, None, Certainty::Likely, why);
        }
        if self.answers.is_empty() {
            self.keyword_in_every_version(function, keyword);
        }
        if self.answers.is_empty() {
            self.keyword_of_changes(keyword);
        }
    }

    /// The functions that the code calls, or any built-in one, with the parameter.
    fn keyword_of_any(&mut self, keyword: &str, report: &Report) {
        let about = self.changes.of_any_parameter(keyword);
        let named = self.changes.of_parameter("__init__", keyword).into_iter();
        let mut named: Vec<(usize, &str)> = named
            .filter_map(|index| Some((index, self.changes.name(index)?)))
            .collect();
        named.sort_by_key(|(index, name)| {
            let is_called = is_called(name, &report.code);
            (!is_called, !about.contains(index), name.contains('.'))
        });
        for (index, name) in named.into_iter().take(MOST_ALIKE) {
            let certainty = if is_called(name, &report.code) && about.contains(&index) {
                Certainty::Sure
            } else {
                Certainty::Likely
            };
            let why = format!("This change names `{name}` and its parameter `{keyword}`.");
            self.answer_with(index, Some(name), certainty, why);
        }
    }

    /// A parameter that a function has in every version of the table: what ran is older, or
    /// it is another function.
    fn keyword_in_every_version(&mut self, function: &str, keyword: &str) {
        let rows = self.names.with_parameter(function, keyword);
        let [row] = rows[..] else {
            return;
        };
        let survey = self.names.survey();
        let Some(oldest) = survey.and_then(api::Survey::oldest) else {
            return;
        };
        let why = format!(
            "`{}` has the parameter `{keyword}` in {oldest} and later: what ran is older, or the \
             code calls another function of that name.",
            row.name
        );
        self.push(Answer {
            name: Some(row.name.clone()),
            ..Answer::new(Certainty::Likely, Side::OlderPython, why)
        });
    }

    /// The changes that took a parameter from functions or gave it to them, whatever their
    /// names.
    fn keyword_of_changes(&mut self, keyword: &str) {
        for index in self
            .changes
            .of_any_parameter(keyword)
            .into_iter()
            .take(MOST_ALIKE)
        {
            let why = format!("This change is about a parameter `{keyword}`.");
            self.answer_with(index, None, Certainty::Possible, why);
        }
    }

    /// More arguments by position than a function takes.
    pub(super) fn positional(&mut self, function: &str, most: usize, given: usize) {
        let found = self.names.positional(function, most, given);
        let certainty = if found.len() == 1 {
            Certainty::Sure
        } else {
            Certainty::Likely
        };
        for (row, event) in found.into_iter().take(MOST_ALIKE) {
            let version = event.version();
            let why = match event {
                Event::Removed(_) => format!(
                    "`{}` takes fewer arguments by position since {version}.",
                    row.name
                ),
                _ => format!(
                    "`{}` takes more arguments by position in {version} and later; what ran is \
                     older.",
                    row.name
                ),
            };
            let naming = self.changes.naming(&row.name);
            let feature = self.of_version(&naming, version);
            self.signature_answer(row, event, feature, certainty, why);
        }
    }

    /// The first change of a version.
    pub(super) fn of_version(&self, changes: &[usize], version: Series) -> Option<usize> {
        let mut changes = changes.iter().copied();
        changes.find(|index| {
            let feature = self.changes.feature(*index);
            feature.is_some_and(|feature| feature.series == version)
        })
    }

    fn signature_answer(
        &mut self,
        row: &Row,
        event: Event,
        feature: Option<usize>,
        certainty: Certainty,
        why: String,
    ) {
        self.push(Answer {
            feature,
            name: Some(row.name.clone()),
            version: Some(event.version()),
            kind: Some(Kind::Changed),
            ..Answer::new(certainty, side(event), why)
        });
    }
}

/// Whether some code calls a function, by its last name.
fn is_called(name: &str, code: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or(name);
    code.match_indices(last).any(|(at, _)| {
        let before = code.get(..at).and_then(|text| text.chars().next_back());
        let after = code.get(at + last.len()..).unwrap_or_default();
        after.starts_with('(')
            && before.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_')
    })
}
