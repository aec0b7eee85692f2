//! Answers by the wording of a report, from the table of messages.

use crate::answer::{Answer, Side};
use crate::explain::Explainer;
use crate::messages::Message;
use crate::paste::Report;
use catalogue::Feature;
use terms::{Kind, Series};

impl<'a> Explainer<'a> {
    /// Answers with the changes whose message it is. Without any, returns a remark if every
    /// version words it so.
    pub(super) fn by_message(&mut self, report: &Report) -> Option<String> {
        let is_warning = report.class.ends_with("Warning");
        let found = self.evidence.messages.find(report);
        for message in &found {
            let told = self.told_by(message, is_warning);
            let outcome = outcome(&told, self.newest()).filter(|_| is_warning);
            for (place, (index, feature)) in told.into_iter().enumerate() {
                let side = side(message, feature, is_warning);
                let mut why = why(message, feature, side);
                if let Some(outcome) = outcome.as_ref().filter(|_| place == 0) {
                    why.push_str(outcome);
                }
                let name = self.changes.name_in(index, &report.message);
                self.push(Answer {
                    name: name.map(str::to_owned),
                    ..self.of_feature(index, feature, side, why)
                });
            }
        }
        let ordinary = found.first().filter(|_| self.answers.is_empty())?;
        Some(format!(
            "Python {} gives this message: the cause is the code, not the version.",
            ordinary.versions.ranges()
        ))
    }

    /// The changes that explain a message. An error comes from what a version did, a warning
    /// from what it announced, which is the first version that warns.
    fn told_by(&self, message: &Message, is_warning: bool) -> Vec<(usize, &'a Feature)> {
        let indices = message
            .changes
            .iter()
            .filter_map(|slug| self.changes.position(slug));
        let told = indices.filter_map(|index| Some((index, self.changes.feature(index)?)));
        let mut told: Vec<_> = told.collect();
        told.sort_by_key(|(_, feature)| {
            let is_deprecation = feature.kind == Kind::Deprecated;
            if is_warning {
                !is_deprecation && Some(feature.series) != message.versions.first()
            } else {
                is_deprecation
            }
        });
        told
    }

    fn newest(&self) -> Option<Series> {
        self.names.survey()?.newest()
    }
}

/// What became of an announcement, of which the first change is: what a later one says.
fn outcome(told: &[(usize, &Feature)], newest: Option<Series>) -> Option<String> {
    let ((_, first), others) = told.split_first()?;
    let mut later = others.iter().map(|(_, feature)| *feature);
    let later = later.find(|feature| {
        feature.series > first.series && matches!(feature.kind, Kind::Removed | Kind::Changed)
    })?;
    let came = if Some(later.series) > newest {
        "is to come"
    } else {
        "came"
    };
    let title = document::plain_text(&later.title);
    Some(format!(
        " What it announces {came} in {}: {title}.",
        later.series
    ))
}

/// Why a message leads to a change.
fn why(message: &Message, feature: &Feature, side: Side) -> String {
    let said = format!("Python {} gives this message.", message.versions.ranges());
    if side == Side::OlderPython {
        return format!("{said} The code needs Python {} or later.", feature.series);
    }
    said
}

/// Which side is to blame for a message that some versions give.
fn side(message: &Message, feature: &Feature, is_warning: bool) -> Side {
    let is_before = message.versions.last() < Some(feature.series);
    let is_since = message.versions.first() >= Some(feature.series);
    match feature.kind {
        Kind::Removed | Kind::Deprecated => Side::OlderCode,
        // What is new may report what the code does wrong.
        Kind::Added if is_warning || is_since => Side::Unknown,
        Kind::Added => Side::OlderPython,
        _ if is_warning || is_since => Side::OlderCode,
        _ if is_before => Side::OlderPython,
        _ => Side::Unknown,
    }
}
