//! Checks dates, series and releases against the release calendar. The entry point is
//! [`check`].

use super::place::Place;
use super::subject::{Stated, Subject};
use super::walk;
use catalogue::sources::FromFile;
use catalogue::{Facts, NamedDocument, Release, ReleaseState, Sample};
use document::{Attribute, Code, Diagnostic, Position};
use std::collections::BTreeSet;
use terms::{Moment, ReleaseNumber, Series};

/// How many days after a release its announcement may be dated: it is written
/// on the day, and published when the files have reached every mirror.
const ANNOUNCED_WITHIN: i64 = 7;

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let facts = &subject.sources.facts;
    let documents = subject.sources.documents.iter();
    let of_documents = documents.flat_map(|file| of_document(file, facts));
    let of_features = subject
        .stated()
        .flat_map(|stated| of_feature(stated, facts));
    let samples = subject.sources.samples.iter();
    let of_samples = samples.flat_map(|file| of_sample(file, facts));
    of_documents.chain(of_features).chain(of_samples).collect()
}

fn of_sample(file: &FromFile<Sample>, facts: &Facts) -> Vec<Diagnostic> {
    let ends = ends(&file.value).into_iter();
    let unknown = ends.filter(|series| facts.calendar(*series).is_none());
    let report = |series: Series| {
        let position = Position::of_words(&file.text, &series.to_string());
        no_series(&Place::new(&file.path, position), Code::Series, series)
    };
    unknown.map(report).collect()
}

/// The first and last series of every range in a sample's header.
fn ends(sample: &Sample) -> BTreeSet<Series> {
    let expectations = sample.expectations.iter().map(|range| range.versions);
    let outputs = sample.outputs.iter().chain(&sample.warnings);
    let ranges = expectations.chain(outputs.map(|range| range.versions));
    let bounds = ranges.flat_map(|versions| [versions.from, versions.to]);
    bounds.flatten().collect()
}

/// A key of a document's front matter.
fn key(file: &FromFile<NamedDocument>, key: &str) -> Place {
    Place::new(&file.path, walk::position_starting(&file.text, key))
}

fn of_document(file: &FromFile<NamedDocument>, facts: &Facts) -> Vec<Diagnostic> {
    let document = &file.value.document;
    let metadata = &document.metadata;
    let mut found = Vec::new();
    let Some(as_of) = metadata.as_of else {
        // An invalid date, and one in front matter that is invalid, are already reported.
        let mut reported = document.diagnostics.iter();
        let is_reported = reported
            .any(|known| matches!(known.code, Code::Date | Code::FrontMatter | Code::Unclosed));
        if !is_reported {
            let help = "give the day its statements were checked";
            found.push(Place::start(&file.path).report(Code::Date, "there is no `as_of:`", help));
        }
        return found;
    };
    if let Some(published) = metadata.published
        && as_of < published
    {
        let message = format!("it was checked ({as_of}) before it was published ({published})");
        found.push(key(file, "as_of:").report(Code::Date, message, "correct one of them"));
    }
    let series = document.series.iter();
    let unknown = series.filter(|series| facts.calendar(**series).is_none());
    found.extend(unknown.map(|series| no_series(&key(file, "series:"), Code::Series, *series)));
    if let Some(number) = document.release {
        match release(facts, number) {
            None => found.push(no_release(&key(file, "release:"), Code::Date, number)),
            Some(release) => found.extend(published_when(file, release)),
        }
    }
    found
}

/// Checks that the date of an announcement is that of its release.
fn published_when(file: &FromFile<NamedDocument>, release: &Release) -> Option<Diagnostic> {
    let published = file.value.document.metadata.published?;
    let Release { number, date, .. } = release;
    if release.state == ReleaseState::Expected {
        let message = format!("it announces {number}, which is only expected");
        let help = "correct `release:` or update the calendar";
        return Some(key(file, "release:").report(Code::Date, message, help));
    }
    let days = date.days_until(published);
    (!(0..=ANNOUNCED_WITHIN).contains(&days)).then(|| {
        let message = format!("it is dated {published}, but {number} is from {date}");
        key(file, "publishDate:").report(Code::Date, message, "correct `publishDate:`")
    })
}

fn of_feature(stated: Stated, facts: &Facts) -> Vec<Diagnostic> {
    let feature = stated.feature;
    let mut found = Vec::new();
    // A removal may be planned for a series that has no calendar yet.
    for (series, attribute) in [
        (feature.series, Attribute::Series),
        (feature.deprecated, Attribute::Deprecated),
    ] {
        let unknown = series.filter(|series| facts.calendar(*series).is_none());
        let place = stated.at(attribute);
        found.extend(unknown.map(|series| no_series(&place, attribute.code(), series)));
    }
    let removed = feature
        .removed
        .filter(|number| release(facts, *number).is_none());
    let place = stated.at(Attribute::Removed);
    found.extend(removed.map(|number| no_release(&place, Code::Removed, number)));
    for entry in &feature.history {
        let place = || stated.below(&format!("**{}.**", entry.moment));
        match entry.moment {
            Moment::Series(series) if facts.calendar(series).is_none() => {
                found.push(no_series(&place(), Code::History, series));
            }
            Moment::Release(number) if release(facts, number).is_none() => {
                found.push(no_release(&place(), Code::History, number));
            }
            Moment::Series(_) | Moment::Release(_) => {}
        }
    }
    found
}

fn release(facts: &Facts, number: ReleaseNumber) -> Option<&Release> {
    let calendar = facts.calendar(number.series)?;
    calendar
        .releases
        .iter()
        .find(|release| release.number == number)
}

fn no_series(place: &Place, code: Code, series: Series) -> Diagnostic {
    let message = format!("the version {series} is not in the release calendar");
    place.report(code, message, "correct it")
}

fn no_release(place: &Place, code: Code, number: ReleaseNumber) -> Diagnostic {
    let message = format!("the release {number} is not in the release calendar");
    place.report(code, message, "correct it")
}
