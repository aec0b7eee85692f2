//! Properties of all queries and links, checked on many random ones with the shipped
//! catalogue. The random numbers are the same in every run, so that failures are reproducible.

mod finding;
mod made_up;

use crate::shipped::LIBRARY;
use catalogue::Catalogue;
use document::plain_text;
use made_up::Numbers;
use query::{Count, Engine, Facet, Query, Results, Route, SeriesRange};
use std::fmt::Debug;

thread_local! {
    static ENGINE: Engine = Engine::with_search(&LIBRARY);
}

fn catalogue() -> &'static Catalogue {
    &LIBRARY.catalogue
}

fn run(query: &Query) -> Results {
    ENGINE.with(|engine| engine.run(catalogue(), query))
}

fn ranked(query: &Query) -> Vec<usize> {
    ENGINE.with(|engine| engine.ranked(query))
}

/// The number of random queries.
const QUERIES: usize = 60;

fn queries() -> impl Iterator<Item = Query> {
    let mut numbers = Numbers(758);
    (0..QUERIES).map(move |_| numbers.query())
}

/// Fails unless every count of a filter is the number of results for that value alone.
#[track_caller]
fn counts_are_true<T: Debug + Clone>(
    query: &Query,
    counts: &[Count<T>],
    choose: impl Fn(&mut Query, T),
) {
    for Count { value, results } in counts {
        let mut chosen = query.clone();
        choose(&mut chosen, value.clone());
        let really = run(&chosen).total;
        assert_eq!(*results, really, "{value:?} with {query:?}");
    }
}

#[test]
fn every_count_is_what_choosing_the_value_gives() {
    let mut found = 0;
    for (index, query) in queries().enumerate() {
        let results = run(&query);
        found += results.total;
        let facets = results.facets();
        counts_are_true(&query, &facets.introduced, |query, series| {
            query.introduced = SeriesRange::only(series);
        });
        counts_are_true(&query, &facets.usable_in, |query, series| {
            query.usable_in = Some(series)
        });
        counts_are_true(&query, &facets.statuses, |query, status| {
            query.statuses = vec![status]
        });
        counts_are_true(&query, &facets.kinds, |query, kind| {
            query.kinds = vec![kind]
        });
        counts_are_true(&query, &facets.areas, |query, area| {
            query.areas = vec![area]
        });
        counts_are_true(&query, &facets.documents, |query, slug| {
            query.documents = vec![slug.to_string()]
        });
        counts_are_true(&query, &facets.modules, |query, module| {
            query.modules = vec![module.to_string()]
        });
        counts_are_true(&query, &facets.contents, |query, content| {
            query.contents = vec![content]
        });
        // There are hundreds of PEPs, so each query tries every tenth of them.
        let peps: Vec<_> = facets
            .peps
            .iter()
            .skip(index % 10)
            .step_by(10)
            .cloned()
            .collect();
        counts_are_true(&query, &peps, |query, pep| query.peps = vec![pep]);
    }
    assert!(found > QUERIES, "the queries find something: {found}");
}

#[test]
fn loosening_a_filter_gives_what_was_promised() {
    for query in queries() {
        let results = run(&query);
        let set: Vec<Facet> = Facet::ALL
            .into_iter()
            .filter(|facet| query.has(*facet))
            .collect();
        assert_eq!(
            results.counts_without_filter().len(),
            set.len(),
            "{query:?}"
        );
        for (facet, promised) in &results.counts_without_filter() {
            let really = run(&query.without(*facet)).total;
            assert_eq!(*promised, really, "without {facet:?}: {query:?}");
        }
        assert!(
            results
                .counts_without_filter()
                .is_sorted_by(|a, b| a.1 >= b.1),
            "the most helpful first: {:?}",
            results.counts_without_filter()
        );
    }
}

#[test]
fn groups_are_complete_and_by_version_or_by_relevance() {
    for query in queries() {
        let results = run(&query);
        let in_order = results.groups.iter().flat_map(|group| &group.features);
        let in_order = in_order.is_sorted();
        assert!(in_order || query.has(Facet::Text), "{query:?}");
        let mut features: Vec<usize> = results
            .groups
            .iter()
            .flat_map(|group| group.features.clone())
            .collect();
        features.sort_unstable();
        features.dedup();
        assert_eq!(features.len(), results.total, "each once: {query:?}");
        for group in &results.groups {
            for feature in &group.features {
                let feature = &catalogue().features[*feature];
                assert!(group.series.is_none_or(|series| series == feature.series));
                assert!(query.introduced.contains(feature.series));
            }
        }
        let mut ranked = self::ranked(&query);
        let flat: Vec<&[usize]> = results.groups.iter().map(|one| &one.features[..]).collect();
        if query.has(Facet::Text) && results.total > 0 {
            assert_eq!(flat, [&ranked[..]], "one list by relevance: {query:?}");
        }
        let is_flat = results.groups.iter().any(|group| group.series.is_none());
        assert_eq!(is_flat, query.has(Facet::Text) && results.total > 0);
        ranked.sort_unstable();
        assert_eq!(
            ranked, features,
            "ranking loses and adds nothing: {query:?}"
        );
    }
}

#[test]
fn a_query_finds_what_each_of_its_filters_finds() {
    for query in queries() {
        let found = |query: &Query| ranked(query);
        let together = found(&query);
        let alone: Vec<Vec<usize>> = Facet::ALL
            .into_iter()
            .filter(|facet| query.has(*facet))
            .map(|kept| {
                let others = Facet::ALL.into_iter().filter(|facet| *facet != kept);
                found(&others.fold(query.clone(), |query, facet| query.without(facet)))
            })
            .collect();
        for feature in 0..catalogue().features.len() {
            let passes = alone.iter().all(|found| found.contains(&feature));
            assert_eq!(together.contains(&feature), passes, "{feature}: {query:?}");
        }
    }
}

#[test]
fn every_feature_is_found_by_its_own_title_and_names() {
    for (index, (feature, names)) in LIBRARY.named().enumerate() {
        let title = plain_text(&feature.title);
        // A minus before a word in a title would exclude the word.
        let title = title.replace("--", " ").replace(" -", " ");
        let mut texts = vec![title.to_uppercase(), title];
        texts.extend(names.qualified.iter().cloned());
        texts.extend(feature.peps.iter().map(ToString::to_string));
        texts.extend(feature.issues.iter().map(ToString::to_string));
        for text in texts {
            let query = Query {
                text,
                ..Query::default()
            };
            let ranked = self::ranked(&query);
            assert!(
                ranked.contains(&index),
                "{} by {}",
                feature.slug,
                query.text
            );
        }
    }
}

#[test]
fn a_link_reads_back_as_the_route_that_it_was_made_of() {
    let mut numbers = Numbers(649);
    for _ in 0..2_000 {
        let route = numbers.route();
        let fragment = route.to_fragment();
        let unsafe_in_links = |c: char| c.is_control() || c.is_whitespace() || !c.is_ascii();
        assert!(!fragment.contains(unsafe_in_links), "{fragment}");
        assert_eq!(
            Route::from_fragment(&fragment),
            (route, Vec::new()),
            "{fragment}"
        );
    }
}

#[test]
fn any_fragment_can_be_read_and_then_stays_as_it_is() {
    let mut numbers = Numbers(1);
    let keys = [
        "view", "version", "in", "pep", "status", "kind", "area", "doc", "q", "feature",
        "document", "series", "sample", "code", "deflate", "run", "other", "",
    ];
    for _ in 0..2_000 {
        let mut fragment = "#?".to_owned();
        for _ in 0..numbers.below(6) {
            let (key, value) = (numbers.one_of(&keys), numbers.text());
            fragment.push_str(&format!("{key}={value}&"));
        }
        let (route, _) = Route::from_fragment(&fragment);
        let (again, notices) = Route::from_fragment(&route.to_fragment());
        assert_eq!((again, notices), (route, Vec::new()), "{fragment}");
    }
}
