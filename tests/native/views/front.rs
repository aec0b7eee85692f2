//! The first screen: the highlights of the newest released version, and the doors.

use super::{Shown, text};
use crate::shipped::LIBRARY;
use catalogue::Feature;
use terms::Series;

fn highlights(series: Series) -> Vec<&'static Feature> {
    let features = LIBRARY.catalogue.features.iter();
    features
        .filter(|feature| feature.highlight && feature.series == series)
        .collect()
}

#[test]
fn the_first_screen_shows_the_highlights_with_their_code() {
    let shown = Shown::at("#?");
    assert_eq!(text(shown.one("h1")), "What’s new in Python 3.15");
    let expected = highlights(Series::python3(15));
    let links = expected.iter().map(|one| format!("#?feature={}", one.slug));
    assert_eq!(
        shown.links("#front .highlights h2 a"),
        links.collect::<Vec<_>>()
    );
    for (item, feature) in shown.all("#front .highlights > li").iter().zip(&expected) {
        let [title, sentence, code, run @ ..] = &item.child_elements().collect::<Vec<_>>()[..]
        else {
            panic!("{}", item.html());
        };
        assert_eq!(title.value().name(), "h2");
        let sentence = text(*sentence);
        assert!(
            sentence.ends_with('.') && sentence.len() < 250,
            "{sentence}"
        );
        assert!(text(*code).lines().count() > 1, "{}", feature.slug);
        assert_eq!(run.is_empty(), feature.samples.is_empty());
    }
}

#[test]
fn the_first_screen_has_doors_and_what_comes_next() {
    let shown = Shown::at("#?");
    assert_eq!(
        shown.links("#front .doors a"),
        [
            "#?view=upgrade",
            "#?view=check",
            "#?view=errors",
            "#?view=try"
        ]
    );
    assert!(
        text(shown.one("#front .next"))
            .starts_with("What’s next: Python 3.16, expected 5 Oct 2027")
    );
}

#[test]
fn a_query_or_an_open_feature_takes_the_place_of_the_highlights() {
    for fragment in ["#?kind=added", "#?feature=pep-758", "#?version=3.14"] {
        let shown = Shown::at(fragment);
        assert_eq!(shown.count("#front"), 0, "{fragment}");
        assert_eq!(text(shown.one("h1")), "What’s new in Python", "{fragment}");
    }
}

#[test]
fn the_list_begins_with_the_highlights_and_ends_with_what_is_in_development() {
    let shown = Shown::at("#?");
    let versions = shown.texts(".results section.series > h2 > a");
    assert_eq!(
        (versions.first(), versions.last()),
        (
            Some(&"Python 3.15".to_owned()),
            Some(&"Python 3.16".to_owned())
        )
    );
    for minor in 8..=15 {
        let series = Series::python3(minor);
        let of_series = LIBRARY.catalogue.features.iter();
        let of_series = of_series.filter(|feature| feature.series == series);
        let leading = of_series.take_while(|feature| feature.highlight).count();
        assert!((5..=6).contains(&leading), "{series}: {leading}");
        assert_eq!(leading, highlights(series).len(), "{series}");
    }
}
