//! The goals for the numbers of features and samples. The entry points are [`Goals::read`] and
//! [`check`].

use super::coverage::Coverage;
use super::place::Place;
use super::subject::Subject;
use super::{VerifyError, read_own};
use document::{Code, Diagnostic, Position};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use terms::Series;
use toml::Spanned;

const FILE: &str = "goals.toml";

/// The minimum numbers of features and samples.
pub(super) struct Goals {
    path: PathBuf,
    text: String,
    table: Table,
}

impl Goals {
    pub(super) fn read(assets: &Path) -> Result<Self, VerifyError> {
        let (path, text) = read_own(assets, FILE)?;
        match toml::from_str(&text) {
            Ok(table) => Ok(Self { path, text, table }),
            Err(source) => Err(VerifyError::Table { path, source }),
        }
    }

    /// A diagnostic if a count is below its goal.
    fn compare(&self, count: usize, least: &Spanned<usize>, what: &str) -> Option<Diagnostic> {
        let least_count = *least.get_ref();
        let position = Position::of(&self.text, least.span().start);
        let message =
            format!("the catalogue has {count} {what}; its goal is at least {least_count}");
        let place = Place::new(&self.path, position);
        (count < least_count).then(|| place.report(Code::Goal, message, "add more"))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// Features in all.
    features: Spanned<usize>,
    /// Features that have a sample.
    with_sample: Spanned<usize>,
    #[serde(default)]
    series: Vec<SeriesGoal>,
}

/// The minimum number of features for each series in a range.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SeriesGoal {
    from: Series,
    /// The last series of the range.
    to: Series,
    features: Spanned<usize>,
}

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let goals = &subject.goals;
    let coverage = Coverage::of(subject);
    let table = &goals.table;
    let mut found = Vec::new();
    found.extend(goals.compare(coverage.features, &table.features, "features"));
    found.extend(goals.compare(
        coverage.with_sample,
        &table.with_sample,
        "features with a sample",
    ));
    for goal in &table.series {
        let meant = subject.sources.facts.calendars.iter();
        let meant = meant
            .map(|calendar| calendar.series)
            .filter(|series| (goal.from..=goal.to).contains(series));
        for series in meant {
            let of_series = coverage.series.iter().find(|row| row.series == series);
            let count = of_series.map_or(0, |row| row.features);
            let what = format!("features of {series}");
            found.extend(goals.compare(count, &goal.features, &what));
        }
    }
    found
}
