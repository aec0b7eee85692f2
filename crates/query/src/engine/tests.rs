//! Tests of filters and facets with a small library.

use super::*;
use crate::{Count, SeriesRange};
use catalogue::Library;
use catalogue::fixture::Shelf;
use std::fmt::Debug;
use terms::{Area, Kind, PepNumber, SourceKind, Status};

/// Seven features in four series and two documents.
fn library() -> Library {
    Shelf::empty()
        .document(
            "notes",
            SourceKind::Reference,
            "series: '3.14'",
            "## Bare except {#pep-758 kind=changed area=language}\n\nText.\n\n\
             ## Deferred annotations {#pep-649 kind=changed area=typing}\n\nText.\n\n\
             ## Steady collector {#3.14-gc kind=changed area=interpreter removed=3.14.5}\n\nText.\n\n\
             ## Batteries {#3.13-batteries kind=removed area=library series=3.13}\n\nText.\n\n\
             ## Old loop {#3.12-loop kind=deprecated area=library series=3.12 removed=3.14.0}\n\nText.\n\n\
             ## Preview {#3.12-preview kind=added area=library series=3.12 removed=3.15.0a2}\n\nText.",
        )
        .document(
            "blog",
            SourceKind::Article,
            "series: '3.15'",
            "## Lazy imports {#gh-1 kind=added area=language status=merged}\n\nText.\n\n\
             ## Bare except {#pep-758 kind=changed}\n\nText.",
        )
        .library()
}

fn run(query: &Query) -> (Catalogue, Results) {
    let library = library();
    let results = Engine::with_search(&library).run(&library.catalogue, query);
    (library.catalogue, results)
}

/// Asserts that a query finds the features with these slugs, in any order.
#[track_caller]
fn assert_finds(query: Query, expected: &[&str]) {
    let (catalogue, results) = run(&query);
    let found = results.groups.iter().flat_map(|group| &group.features);
    let mut found: Vec<&str> = found
        .map(|feature| catalogue.features[*feature].slug.as_str())
        .collect();
    found.sort_unstable();
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected, "{query:?}");
    assert_eq!(results.total, expected.len(), "{query:?}");
}

fn series(minor: u8) -> Option<Series> {
    Some(Series::python3(minor))
}

fn introduced(from: Option<Series>, to: Option<Series>) -> Query {
    let introduced = SeriesRange { from, to };
    Query {
        introduced,
        ..Query::default()
    }
}

fn usable_in(minor: u8) -> Query {
    Query {
        usable_in: series(minor),
        ..Query::default()
    }
}

const ALL: [&str; 7] = [
    "gh-1",
    "pep-758",
    "pep-649",
    "3.14-gc",
    "3.13-batteries",
    "3.12-loop",
    "3.12-preview",
];

#[test]
fn an_empty_query_finds_everything() {
    assert_finds(Query::default(), &ALL);
    assert_finds(
        Query {
            text: " ?! ".to_owned(),
            ..Query::default()
        },
        &ALL,
    );
}

#[test]
fn introduced_is_an_inclusive_range() {
    assert_finds(
        introduced(series(12), series(13)),
        &["3.12-loop", "3.12-preview", "3.13-batteries"],
    );
    assert_finds(introduced(series(13), series(13)), &["3.13-batteries"]);
    assert_finds(introduced(series(15), None), &["gh-1"]);
    assert_finds(introduced(None, series(12)), &["3.12-loop", "3.12-preview"]);
    assert_finds(introduced(series(16), None), &[]);
}

#[test]
fn usable_features_are_introduced_and_not_yet_removed() {
    assert_finds(usable_in(11), &["3.13-batteries"]);
    assert_finds(
        usable_in(12),
        &["3.12-loop", "3.12-preview", "3.13-batteries"],
    );
    assert_finds(usable_in(13), &["3.12-loop", "3.12-preview"]);
    // A feature removed in 3.14.0 or in 3.14.5 is not usable in 3.14.
    assert_finds(usable_in(14), &["3.12-preview", "pep-649", "pep-758"]);
    // A feature removed in an alpha of 3.15 is not usable in 3.15.
    assert_finds(usable_in(15), &["gh-1", "pep-649", "pep-758"]);
}

#[test]
fn values_of_one_filter_are_alternatives() {
    let kinds = vec![Kind::Removed, Kind::Deprecated];
    assert_finds(
        Query {
            kinds,
            ..Query::default()
        },
        &["3.13-batteries", "3.12-loop"],
    );
    let statuses = vec![Status::Merged, Status::Final];
    assert_finds(
        Query {
            statuses,
            ..Query::default()
        },
        &["gh-1", "pep-649", "pep-758"],
    );
    let areas = vec![Area::Language, Area::Typing];
    assert_finds(
        Query {
            areas,
            ..Query::default()
        },
        &["gh-1", "pep-649", "pep-758"],
    );
    let peps = vec![PepNumber(649), PepNumber(1)];
    assert_finds(
        Query {
            peps,
            ..Query::default()
        },
        &["pep-649"],
    );
    let documents = vec!["blog".to_owned(), "none".to_owned()];
    assert_finds(
        Query {
            documents,
            ..Query::default()
        },
        &["gh-1", "pep-758"],
    );
}

#[test]
fn features_have_to_pass_all_filters() {
    let mut query = Query {
        areas: vec![Area::Library],
        ..usable_in(12)
    };
    assert_finds(
        query.clone(),
        &["3.12-loop", "3.12-preview", "3.13-batteries"],
    );
    query.kinds = vec![Kind::Added, Kind::Deprecated];
    assert_finds(query.clone(), &["3.12-loop", "3.12-preview"]);
    query.text = "loop".to_owned();
    assert_finds(query.clone(), &["3.12-loop"]);
    query.documents = vec!["blog".to_owned()];
    assert_finds(query, &[]);
}

#[test]
fn groups_are_sorted_newest_first_and_keep_the_catalogues_order() {
    let (catalogue, results) = run(&Query::default());
    let series: Vec<String> = results
        .groups
        .iter()
        .filter_map(|group| Some(group.series?.to_string()))
        .collect();
    assert_eq!(series, ["3.15", "3.14", "3.13", "3.12"]);
    for group in &results.groups {
        for feature in &group.features {
            assert_eq!(Some(catalogue.features[*feature].series), group.series);
        }
        assert!(
            group.features.is_sorted(),
            "without words, in the catalogue's order"
        );
    }
}

/// The values with results.
fn counted<T: Clone + Debug>(counts: &[Count<T>]) -> Vec<(T, usize)> {
    let counts = counts.iter().filter(|count| count.results > 0);
    counts
        .map(|count| (count.value.clone(), count.results))
        .collect()
}

#[test]
fn counts_ignore_their_own_filter_and_apply_the_others() {
    let (_, results) = run(&Query {
        kinds: vec![Kind::Changed],
        areas: vec![Area::Language, Area::Typing],
        ..Query::default()
    });
    assert_eq!(results.total, 2);
    let facets = results.facets();
    assert_eq!(
        counted(&facets.kinds),
        [(Kind::Added, 1), (Kind::Changed, 2)]
    );
    assert_eq!(
        counted(&facets.areas),
        [
            (Area::Language, 1),
            (Area::Typing, 1),
            (Area::Interpreter, 1)
        ]
    );
    assert_eq!(counted(&facets.statuses), [(Status::Final, 2)]);
    assert_eq!(
        counted(&facets.peps),
        [(PepNumber(649), 1), (PepNumber(758), 1)]
    );
    assert_eq!(counted(&facets.introduced), [(Series::python3(14), 2)]);
    assert_eq!(
        counted(&facets.usable_in),
        [(Series::python3(15), 2), (Series::python3(14), 2)]
    );
    assert_eq!(
        counted(&facets.documents),
        [("blog".into(), 1), ("notes".into(), 2)]
    );
}

#[test]
fn facets_are_counted_lazily() {
    let (_, results) = run(&Query::default());
    assert!(!results.facets.is_counted());
    let total: usize = results.facets().kinds.iter().map(|kind| kind.results).sum();
    assert_eq!(total, results.total);
    assert!(results.facets.is_counted());
}

#[test]
fn all_values_are_listed_even_without_results() {
    let (_, results) = run(&Query {
        text: "nothing has this".to_owned(),
        ..Query::default()
    });
    let facets = results.facets();
    assert_eq!(facets.statuses.len(), Status::ALL.len());
    assert_eq!(facets.kinds.len(), Kind::ALL.len());
    assert_eq!(facets.areas.len(), Area::ALL.len());
    assert_eq!(facets.peps.len(), 2, "the PEPs of all features");
    assert_eq!(facets.introduced.len(), 4, "the series of the calendar");
    assert!(counted(&facets.kinds).is_empty());
}

#[test]
fn counts_without_a_filter_are_sorted() {
    let (_, results) = run(&Query {
        kinds: vec![Kind::Removed],
        areas: vec![Area::Language],
        text: "except".to_owned(),
        ..Query::default()
    });
    assert_eq!(results.total, 0);
    assert_eq!(
        results.counts_without_filter(),
        [(Facet::Kind, 1), (Facet::Text, 0), (Facet::Area, 0)],
        "largest first, only filters that are set"
    );
}

#[test]
fn words_yield_one_list_by_relevance() {
    let library = Shelf::empty()
        .reference(
            "notes",
            "## Mentions a loop {#3.15-a kind=added series=3.15}\n\nIt has zstd in it.\n\n\
             ## Compression {#3.14-b kind=added name=zstd}\n\nText.\n\n\
             ## More zstd {#3.12-c kind=added series=3.12}\n\nText.\n\n\
             ## Again zstd {#3.13-d kind=added series=3.13}\n\nText.",
        )
        .library();
    let waiting = Engine::new(&library.catalogue);
    let query = Query {
        text: "zstd".to_owned(),
        ..Query::default()
    };
    let engine = Engine::with_search(&library);
    let ranked = engine.ranked(&query);
    let [all] = &engine.run(&library.catalogue, &query).groups[..] else {
        panic!("words yield a single list");
    };
    assert_eq!((all.series, &all.features), (None, &ranked));
    let answer = waiting.run(&library.catalogue, &query);
    assert!(answer.is_waiting, "words wait for the search");
    assert_eq!(answer.total, 4, "only the filters are applied");
    assert!(
        !waiting
            .run(&library.catalogue, &Query::default())
            .is_waiting
    );
    let ranked: Vec<&str> = ranked
        .iter()
        .map(|index| library.catalogue.features[*index].slug.as_str())
        .collect();
    assert_eq!(
        ranked,
        ["3.14-b", "3.13-d", "3.12-c", "3.15-a"],
        "names first, then titles, newer ones first among equals, and mentions last"
    );
}
