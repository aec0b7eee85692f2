//! Days, series and releases against the release calendar. The entry point is
//! [`check`].

use super::problem::{Check, Place, Problem};
use super::subject::Subject;
use catalogue::sources::FromFile;
use catalogue::{Facts, NamedDocument, Release, ReleaseState, Sample};
use document::StatedFeature;
use std::collections::BTreeSet;
use terms::{Moment, ReleaseNumber, Series};

/// How many days after a release its announcement may be dated: it is written
/// on the day, and published when the files have reached every mirror.
const ANNOUNCED_WITHIN: i64 = 7;

pub(super) fn check(subject: &Subject) -> Vec<Problem> {
    let facts = &subject.sources.facts;
    let mut problems = Vec::new();
    for file in &subject.sources.documents {
        let place = Place::new(&file.path, 1);
        let of_document = of_document(file, facts).into_iter();
        problems.extend(of_document.map(|message| place.clone().problem(Check::Dates, message)));
    }
    for stated in subject.stated() {
        let of_feature = of_feature(stated.feature, facts).into_iter();
        problems.extend(of_feature.map(|message| stated.place().problem(Check::Dates, message)));
    }
    for file in &subject.sources.samples {
        let place = Place::new(&file.path, 1);
        let unknown = ends(&file.value)
            .into_iter()
            .filter(|series| facts.calendar(*series).is_none());
        problems.extend(unknown.map(|series| {
            let message = format!("a range has {}", no_series(series));
            place.clone().problem(Check::Dates, message)
        }));
    }
    problems
}

/// The first and last series of every range in a sample's header.
fn ends(sample: &Sample) -> BTreeSet<Series> {
    let expectations = sample
        .expectations
        .iter()
        .map(|range| (range.from, range.to));
    let outputs = sample.outputs.iter().chain(&sample.warnings);
    let ranges = expectations.chain(outputs.map(|range| (range.from, range.to)));
    ranges.flat_map(|(from, to)| [from, to]).flatten().collect()
}

fn of_document(file: &FromFile<NamedDocument>, facts: &Facts) -> Vec<String> {
    let document = &file.value.document;
    let metadata = &document.metadata;
    let mut messages = Vec::new();
    let Some(as_of) = metadata.as_of else {
        messages.push("there is no `as_of:`; give the day its statements were checked".to_owned());
        return messages;
    };
    if let Some(published) = metadata.published
        && as_of < published
    {
        messages.push(format!(
            "it was checked ({as_of}) before it was published ({published}); correct one of them"
        ));
    }
    let series = document.series.iter();
    let unknown = series.filter(|series| facts.calendar(**series).is_none());
    messages.extend(unknown.map(|series| no_series(*series)));
    if let Some(number) = document.release {
        match release(facts, number) {
            None => messages.push(no_release(number)),
            Some(release) => messages.extend(published_when(file, release)),
        }
    }
    messages
}

/// An announcement is dated like its release.
fn published_when(file: &FromFile<NamedDocument>, release: &Release) -> Option<String> {
    let published = file.value.document.metadata.published?;
    let Release { number, date, .. } = release;
    if release.state == ReleaseState::Expected {
        return Some(format!(
            "it announces {number}, which is only expected; correct `release:` or update the calendar"
        ));
    }
    let days = date.days_until(published);
    (!(0..=ANNOUNCED_WITHIN).contains(&days)).then(|| {
        format!("it is dated {published}, but {number} is from {date}; correct `publishDate:`")
    })
}

fn of_feature(feature: &StatedFeature, facts: &Facts) -> Vec<String> {
    let mut messages = Vec::new();
    // A removal may be planned for a series that has no calendar yet.
    for series in [feature.series, feature.deprecated].into_iter().flatten() {
        if facts.calendar(series).is_none() {
            messages.push(no_series(series));
        }
    }
    if let Some(number) = feature.removed
        && release(facts, number).is_none()
    {
        messages.push(no_release(number));
    }
    for entry in &feature.history {
        match entry.moment {
            Moment::Series(series) if facts.calendar(series).is_none() => {
                messages.push(format!("its history speaks of {}", no_series(series)));
            }
            Moment::Release(number) if release(facts, number).is_none() => {
                messages.push(format!("its history speaks of {}", no_release(number)));
            }
            Moment::Series(_) | Moment::Release(_) => {}
        }
    }
    messages
}

fn release(facts: &Facts, number: ReleaseNumber) -> Option<&Release> {
    let calendar = facts.calendar(number.series)?;
    calendar
        .releases
        .iter()
        .find(|release| release.number == number)
}

fn no_series(series: Series) -> String {
    format!("the series {series}, which is not in the release calendar; correct it")
}

fn no_release(number: ReleaseNumber) -> String {
    format!("the release {number}, which is not in the release calendar; correct it")
}
