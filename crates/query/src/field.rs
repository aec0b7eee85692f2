//! The text form of filters in links and in the search box: a key and a value, such as
//! `version` and `3.12..3.14`. The entry points are [`Field::set`] and [`Field::value`].

use super::filter::{Facet, Query, SeriesRange};
use std::str::FromStr;
use terms::{Series, TermError};

/// A filter that can be written as a key with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// `version:`, the versions that introduced a feature.
    Version,
    /// `in:`, a version that has the feature.
    In,
    /// `pep:`
    Pep,
    /// `status:`
    Status,
    /// `kind:`
    Kind,
    /// `area:`
    Area,
    /// `module:`
    Module,
    /// `has:`, contents of the feature besides its text.
    Has,
    /// `doc:`, a document that states the feature.
    Doc,
}

impl Field {
    /// All fields, in the order in which they are written.
    pub const ALL: [Self; 9] = [
        Self::Version,
        Self::In,
        Self::Pep,
        Self::Status,
        Self::Kind,
        Self::Area,
        Self::Module,
        Self::Has,
        Self::Doc,
    ];

    /// The word before the colon.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Version => "version",
            Self::In => "in",
            Self::Pep => "pep",
            Self::Status => "status",
            Self::Kind => "kind",
            Self::Area => "area",
            Self::Module => "module",
            Self::Has => "has",
            Self::Doc => "doc",
        }
    }

    /// The description that the page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Version => "introduced in a version or a range of versions",
            Self::In => "available in a version",
            Self::Pep => "belongs to a PEP",
            Self::Status => "status of its PEP",
            Self::Kind => "added, changed, deprecated or removed",
            Self::Area => "part of Python",
            Self::Module => "module of the standard library",
            Self::Has => "has a sample, a PEP, an issue, disputed claims",
            Self::Doc => "stated by a document",
        }
    }

    /// The field with a key, in either case.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|field| field.key().eq_ignore_ascii_case(key))
    }

    /// The filter of a query that the field is the text form of.
    pub const fn facet(self) -> Facet {
        match self {
            Self::Version => Facet::Introduced,
            Self::In => Facet::UsableIn,
            Self::Pep => Facet::Pep,
            Self::Status => Facet::Status,
            Self::Kind => Facet::Kind,
            Self::Area => Facet::Area,
            Self::Module => Facet::Module,
            Self::Has => Facet::Content,
            Self::Doc => Facet::Document,
        }
    }

    /// Whether a value is set in the filter of a query.
    pub fn has(self, value: &str, query: &Query) -> bool {
        self.value(query).split(',').any(|other| other == value)
    }

    /// A copy of a query with a value added to the filter or, if it is set, removed.
    pub fn toggled(self, value: &str, query: &Query) -> Query {
        let before = self.value(query);
        let mut values: Vec<&str> = before.split(',').collect();
        match values.iter().position(|other| *other == value) {
            Some(index) => drop(values.remove(index)),
            None => values.push(value),
        }
        let mut query = query.without(self.facet());
        // The values were written by `Field::value`, so they have no errors.
        self.set(&values.join(","), &mut query);
        query
    }

    /// Sets the filter in a query; lists are appended to. Invalid values are ignored, with
    /// an error for each.
    pub fn set(self, value: &str, query: &mut Query) -> Vec<TermError> {
        match self {
            Self::Version => set_single(parse_range(value), |range| query.introduced = range),
            Self::In => set_single(value.parse(), |series| query.usable_in = Some(series)),
            Self::Pep => parse_list(value, &mut query.peps),
            Self::Status => parse_list(value, &mut query.statuses),
            Self::Kind => parse_list(value, &mut query.kinds),
            Self::Area => parse_list(value, &mut query.areas),
            Self::Has => parse_list(value, &mut query.contents),
            Self::Module => add_words(value, &mut query.modules),
            Self::Doc => add_words(value, &mut query.documents),
        }
    }

    /// The text of the filter's value in a query; empty if the filter is not set.
    pub fn value(self, query: &Query) -> String {
        match self {
            Self::Version => range_text(query.introduced),
            Self::In => query.usable_in.map(text).unwrap_or_default(),
            Self::Pep => list(&query.peps, |pep| pep.0.to_string()),
            Self::Status => list(&query.statuses, text),
            Self::Kind => list(&query.kinds, text),
            Self::Area => list(&query.areas, text),
            Self::Has => list(&query.contents, text),
            Self::Module => query.modules.join(","),
            Self::Doc => query.documents.join(","),
        }
    }
}

fn set_single<T>(value: Result<T, TermError>, set: impl FnOnce(T)) -> Vec<TermError> {
    match value {
        Ok(value) => {
            set(value);
            Vec::new()
        }
        Err(error) => vec![error],
    }
}

/// Parses a list separated by commas and adds its values. Invalid values are ignored, with
/// an error for each.
fn parse_list<T: FromStr<Err = TermError> + PartialEq>(
    list: &str,
    values: &mut Vec<T>,
) -> Vec<TermError> {
    let mut errors = Vec::new();
    for word in list.split(',').filter(|word| !word.is_empty()) {
        match word.parse() {
            Ok(value) if values.contains(&value) => {}
            Ok(value) => values.push(value),
            Err(error) => errors.push(error),
        }
    }
    errors
}

/// Adds the words of a list separated by commas, without duplicates.
fn add_words(list: &str, words: &mut Vec<String>) -> Vec<TermError> {
    for word in list.split(',').filter(|word| !word.is_empty()) {
        if !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    Vec::new()
}

fn parse_range(text: &str) -> Result<SeriesRange, TermError> {
    let Some((from, to)) = text.split_once("..") else {
        return text.parse().map(SeriesRange::only);
    };
    let end = |text: &str| match text {
        "" => Ok(None),
        series => series.parse::<Series>().map(Some),
    };
    let (from, to) = (end(from)?, end(to)?);
    // Accept the ends of a range in either order.
    match (from, to) {
        (Some(a), Some(b)) if a > b => Ok(SeriesRange {
            from: Some(b),
            to: Some(a),
        }),
        _ => Ok(SeriesRange { from, to }),
    }
}

fn range_text(range: SeriesRange) -> String {
    match (range.from, range.to) {
        (None, None) => String::new(),
        (Some(from), Some(to)) if from == to => from.to_string(),
        (from, to) => {
            let end = |series: Option<Series>| series.map(text).unwrap_or_default();
            format!("{}..{}", end(from), end(to))
        }
    }
}

fn text(value: impl ToString) -> String {
    value.to_string()
}

fn list<T: Copy>(values: &[T], text: impl Fn(T) -> String) -> String {
    let words: Vec<String> = values.iter().map(|value| text(*value)).collect();
    words.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_added_and_removed_by_the_same_call() {
        let mut query = Query::default();
        for (field, values) in [
            (Field::Kind, ["added", "removed"]),
            (Field::Area, ["language", "library"]),
            (Field::Has, ["sample", "issue"]),
            (Field::Module, ["asyncio", "os.path"]),
            (Field::Pep, ["8", "649"]),
        ] {
            let [first, second] = values;
            let both = field.toggled(second, &field.toggled(first, &query));
            assert_eq!(field.value(&both), values.join(","));
            let one = field.toggled(first, &both);
            assert_eq!(field.value(&one), second);
            assert_eq!(field.toggled(second, &one), query);
            // The other filters stay.
            query = both;
        }
    }
}
