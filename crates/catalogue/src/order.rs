//! The order of features, which every list, page, embed and published file keeps. The entry
//! point is [`Order::key`].
//!
//! Versions go from the newest released one to the oldest; those in development come last.
//! Within a version the release highlights are first, in the order in which the release
//! notes name them, then PEPs, then the rest, as its document has them.

use super::model::Calendar;
use std::cmp::Reverse;
use terms::{PepNumber, Series};

/// Where a document states a feature: the rank of the document among all documents, the most
/// authoritative first, and the place among its features.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub document: usize,
    pub feature: usize,
}

/// What the order of a feature follows from.
pub(super) struct Ordered<'a> {
    pub slug: &'a str,
    pub series: Series,
    /// The place among the release highlights of its version, if it is one.
    pub highlight: Option<usize>,
    /// The place of the statement that gives the feature its title.
    pub place: Place,
}

/// The order of features, according to a release calendar.
pub(super) struct Order {
    /// The newest series with a final release on the day of its calendar.
    newest_released: Option<Series>,
}

/// The keys of features compare as the features are ordered.
pub(super) type Key = (bool, Reverse<Series>, usize, bool, Place);

impl Order {
    pub(super) fn new(calendars: &[Calendar]) -> Self {
        let released = calendars
            .iter()
            .filter(|calendar| calendar.status_on(calendar.as_of).is_released());
        Self {
            newest_released: released.map(|calendar| calendar.series).max(),
        }
    }

    /// The key of a feature.
    pub(super) fn key(&self, feature: &Ordered) -> Key {
        let newest = self.newest_released;
        let pep = feature.slug.strip_prefix("pep-");
        let is_pep = pep.is_some_and(|number| number.parse::<PepNumber>().is_ok());
        (
            newest.is_some_and(|newest| feature.series > newest),
            Reverse(feature.series),
            feature.highlight.unwrap_or(usize::MAX),
            !is_pep,
            feature.place,
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::Shelf;
    use terms::SourceKind::{Article, Reference};

    fn slugs(shelf: Shelf) -> Vec<String> {
        let features = shelf.catalogue().features.into_iter();
        features.map(|feature| feature.slug).collect()
    }

    #[test]
    fn highlights_come_first_then_peps_then_the_document() {
        let shelf = Shelf::empty()
            .document(
                "blog",
                Article,
                "series: '3.14'",
                "## A {#3.14-a added}\n\nA.\n\n## Z {#3.14-z added}\n\nZ.",
            )
            .document(
                "notes",
                Reference,
                "series: '3.14'\nhighlights: [3.14-m, pep-758]",
                "## Y {#3.14-y added}\n\nY.\n\n## B {#3.14-b added}\n\nB.\n\n\
                 ## P {#pep-649 added}\n\nP.\n\n## Q {#pep-758 added}\n\nQ.\n\n\
                 ## M {#3.14-m added}\n\nM.\n\n## Z {#3.14-z added}\n\nZ.",
            );
        assert_eq!(
            slugs(shelf),
            [
                "3.14-m", "pep-758", "pep-649", "3.14-y", "3.14-b", "3.14-z", "3.14-a"
            ]
        );
    }

    #[test]
    fn only_release_notes_have_highlights() {
        let library = Shelf::empty()
            .reference("notes", "## Y {#3.14-y added}\n\nY.")
            .document(
                "blog",
                Article,
                "series: '3.14'\nhighlights: [3.14-a, 3.14-y]",
                "## A {#3.14-a added}\n\nA.\n\n## Y {#3.14-y added}\n\nMore.",
            )
            .library();
        let features = library.catalogue.features.iter();
        let highlights: Vec<bool> = features.map(|feature| feature.highlight).collect();
        assert_eq!(highlights, [false, false]);
    }

    #[test]
    fn versions_in_development_come_last() {
        let of = |series: &str| {
            let text = format!("## F {{#{series}-f added}}\n\nText {series}.");
            (format!("series: '{series}'"), text)
        };
        let mut shelf = Shelf::empty();
        for series in ["3.5", "3.16", "3.15", "3.14"] {
            let (front_matter, text) = of(series);
            shelf = shelf.document(series, Reference, &front_matter, &text);
        }
        // The calendar of the shelf ends with 3.15, which is released.
        assert_eq!(slugs(shelf), ["3.15-f", "3.14-f", "3.5-f", "3.16-f"]);
    }
}
