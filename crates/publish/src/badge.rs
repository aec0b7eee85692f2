//! Badges: a small SVG that says which versions of Python have something. The entry points
//! are [`files`], for features, and [`name_files`], for names of the standard library.

use super::File;
use super::colours::{BADGE, kind_colour};
use super::markup::Element;
use super::text_width::width;
use api::Table;
use api::data::NameData;
use catalogue::{Catalogue, Feature, Library};
use document::plain_text;
use query::{Presence, life};
use std::collections::HashMap;
use terms::{Kind, Moment, ReleaseNumber, Series, Stage};

const HEIGHT: u32 = 20;
const SIZE: u32 = 11;
/// The space left and right of each text, in pixels.
const PADDING: u32 = 6;
const NAME: &str = "Python";

pub(super) fn files(library: &Library) -> Vec<File> {
    let catalogue = &library.catalogue;
    let features = catalogue.features.iter();
    let files = features.map(|feature| File {
        path: format!("badge/{}.svg", feature.slug),
        bytes: feature_badge(catalogue, feature).to_xml().into_bytes(),
    });
    files.collect()
}

/// A badge for each name that some surveyed version lacks or deprecates; of the others there
/// is nothing to say. What would have the same badge as the class or module that it belongs
/// to has none.
pub(super) fn name_files(table: &Table) -> Vec<File> {
    let survey = table.survey();
    let rows = table.modules().flat_map(|(_, rows)| rows);
    let data = rows.map(|row| NameData::new(row, survey, Vec::new()));
    let mut messages = HashMap::<String, String>::new();
    let files = data.filter_map(|data| {
        let (message, kind) = name_message(&data, survey.oldest()?)?;
        messages.insert(data.name.clone(), message.clone());
        let owner = data.name.rsplit_once('.').map(|(owner, _)| owner);
        if owner.and_then(|owner| messages.get(owner)) == Some(&message) {
            return None;
        }
        let label = format!("{NAME} {message}: {}", data.name);
        Some(File {
            path: format!("badge/name/{}.svg", data.name),
            bytes: badge(&message, &label, kind).to_xml().into_bytes(),
        })
    });
    files.collect()
}

/// The versions that have a name, in a few words, and the kind of the last change to it.
/// `oldest` is the oldest surveyed version; the badge does not say whether a name is older.
fn name_message(data: &NameData, oldest: Series) -> Option<(String, Kind)> {
    let added = data.added.filter(|added| *added > oldest);
    let added = added.map(|added| format!("≥ {added}"));
    if let Some(removed) = data.removed {
        let until = format!("< {removed}");
        let message = added.map_or(until.clone(), |added| format!("{added}, {until}"));
        return Some((message, Kind::Removed));
    }
    if let Some(deprecated) = data.deprecated {
        let message = match data.removal {
            None => format!("deprecated in {deprecated}"),
            Some(removal) => format!("deprecated in {deprecated}, removal in {removal}"),
        };
        return Some((message, Kind::Deprecated));
    }
    Some((added?, Kind::Added))
}

/// The series that have the feature, in a few words: `≥ 3.14`, `< 3.13`.
pub(super) fn message(catalogue: &Catalogue, feature: &Feature) -> String {
    let series = feature.series;
    let end = removal(catalogue, feature);
    match (feature.kind, end) {
        (Kind::Added, None) => format!("≥ {series}"),
        (Kind::Added, Some(end)) => format!("≥ {series}, < {end}"),
        (Kind::Changed, None) => format!("changed in {series}"),
        (Kind::Changed, Some(end)) => format!("changed in {series}, undone in {end}"),
        (Kind::Deprecated, None) => match feature.removal {
            None => format!("deprecated in {series}"),
            Some(removal) => format!("deprecated in {series}, removal in {removal}"),
        },
        (Kind::Removed, None) => format!("< {series}"),
        (Kind::Deprecated | Kind::Removed, Some(end)) => format!("< {end}"),
    }
}

/// The first series or release without the subject of the feature.
fn removal(catalogue: &Catalogue, feature: &Feature) -> Option<Moment> {
    let stated = feature.removed.map(moment);
    stated.or_else(|| {
        let states = life(catalogue, feature, catalogue.newest_day()).into_iter();
        let mut removed = states.filter(|(_, state)| *state == Presence::Removed);
        removed
            .next()
            .map(|(series, _): (Series, _)| Moment::Series(series))
    })
}

/// The moment of a release. The first final release of a series counts as the series.
fn moment(release: ReleaseNumber) -> Moment {
    if release.micro == 0 && release.stage == Stage::Final {
        Moment::Series(release.series)
    } else {
        Moment::Release(release)
    }
}

fn feature_badge(catalogue: &Catalogue, feature: &Feature) -> Element {
    let message = message(catalogue, feature);
    let label = format!("{NAME} {message}: {}", plain_text(&feature.title));
    badge(&message, &label, feature.kind)
}

fn badge(message: &str, label: &str, kind: Kind) -> Element {
    let name_width = width(NAME, SIZE);
    let message_width = width(message, SIZE);
    let left = name_width + 2 * PADDING;
    let right = message_width + 2 * PADDING;
    // Only the right corners of the right part are round.
    let part = format!(
        "M{left} 0h{}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H{left}z",
        right - 3
    );
    let text = |x: u32, length: u32, text: &str| {
        Element::new("text")
            .with("x", x)
            .with("textLength", length)
            .text(text)
    };
    Element::new("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("width", left + right)
        .with("height", HEIGHT)
        .with("role", "img")
        .with("aria-label", label)
        .child(Element::new("title").text(label))
        .child(
            Element::new("rect")
                .with("width", left + right)
                .with("height", HEIGHT)
                .with("rx", 3)
                .with("fill", BADGE),
        )
        .child(
            Element::new("path")
                .with("d", part)
                .with("fill", kind_colour(kind).light),
        )
        .child(
            Element::new("g")
                .with("fill", "#ffffff")
                .with("font-family", "Verdana,DejaVu Sans,sans-serif")
                .with("font-size", SIZE)
                .child(text(PADDING, name_width, NAME).with("y", 14))
                .child(text(left + PADDING, message_width, message).with("y", 14)),
        )
}
