//! Searches in the shipped catalogue find what readers mean.

use super::{catalogue, ranked};
use query::Query;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(untagged)]
enum Expected {
    One(String),
    AnyOf(Vec<String>),
}

impl Expected {
    fn has(&self, slug: &str) -> bool {
        match self {
            Self::One(expected) => expected == slug,
            Self::AnyOf(expected) => expected.iter().any(|expected| expected == slug),
        }
    }
}

/// The cases by section and query.
fn cases() -> BTreeMap<String, BTreeMap<String, Expected>> {
    toml::from_str(include_str!("cases.toml")).expect("cases by section")
}

/// The index of the expected feature in the results of a query, and the slugs of the results
/// before it.
fn place(query: &str, expected: &Expected) -> (Option<usize>, Vec<&'static str>) {
    let query = Query {
        text: query.to_owned(),
        ..Query::default()
    };
    let ranked = ranked(&query);
    let mut slugs = ranked
        .iter()
        .map(|index| catalogue().features[*index].slug.as_str());
    let first: Vec<&str> = slugs.clone().take(3).collect();
    (slugs.position(|slug| expected.has(slug)), first)
}

#[test]
fn what_is_meant_comes_first_nine_times_in_ten_and_is_hardly_ever_below_the_third() {
    let (mut all, mut first, mut near) = (0, 0, 0);
    let mut report = Vec::new();
    for (section, cases) in cases() {
        for (query, expected) in cases {
            let (place, instead) = place(&query, &expected);
            all += 1;
            first += usize::from(place == Some(0));
            near += usize::from(place.is_some_and(|place| place < 3));
            let is_due = section == "everyday" && place != Some(0);
            if place != Some(0) {
                let due = if is_due { "DUE " } else { "" };
                let place = place.map_or("nowhere".to_owned(), |place| (place + 1).to_string());
                report.push(format!(
                    "{due}{section}: `{query}`: {place}, after {instead:?}"
                ));
            }
            assert!(!is_due, "an everyday search:\n{}", report.join("\n"));
        }
    }
    let report = format!(
        "{first} of {all} first, {near} near:\n{}",
        report.join("\n")
    );
    println!("{report}");
    assert!(all >= 150, "{report}");
    assert!(first * 100 >= all * 90, "{report}");
    assert!(near * 100 >= all * 98, "{report}");
}

#[test]
fn what_is_meant_exists() {
    for expected in cases().into_values().flat_map(BTreeMap::into_values) {
        let slugs = match expected {
            Expected::One(slug) => vec![slug],
            Expected::AnyOf(slugs) => slugs,
        };
        for slug in slugs {
            assert!(catalogue().feature(&slug).is_some(), "there is no `{slug}`");
        }
    }
}
