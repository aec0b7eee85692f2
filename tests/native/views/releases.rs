//! The releases of a series, and the charts: each shows the same as its table.

use super::{Shown, number, text};
use crate::shipped::LIBRARY;
use query::{Engine, Route};

/// The series that the view offers.
fn series() -> Vec<String> {
    Shown::at("#?view=releases").texts("nav[aria-label='Versions'] strong")
}

#[track_caller]
fn releases(series: &str) -> Shown {
    Shown::at(&format!("#?view=releases&series={series}"))
}

/// Every release as `3.14.0, released 7 Oct 2025`, from the marks of the timeline and from the
/// table.
fn marks_and_rows(shown: &Shown) -> (Vec<String>, Vec<String>) {
    let rows = shown.all(".series-shown tbody tr").into_iter().map(|row| {
        let cells: Vec<String> = row.child_elements().map(text).collect();
        let [number, _, date, ..] = cells.as_slice() else {
            panic!("{cells:?}");
        };
        let date = date.split(", as of").next().unwrap_or_default();
        format!("{number}, {date}")
    });
    let rows = rows.collect();
    (shown.texts(".timeline circle title"), rows)
}

#[test]
fn the_timeline_and_the_table_show_the_same_releases() {
    let all = series();
    assert!(all.len() > 10, "{all:?}");
    for series in all {
        let shown = releases(&series);
        assert_eq!(text(shown.one("main h1")), format!("Python {series}"));
        let (marks, rows) = marks_and_rows(&shown);
        assert!(marks.len() > 2, "{series}");
        assert_eq!(marks, rows, "{series}");
        let drawn = |state: &str| shown.count(&format!(".timeline circle.{state}"));
        let count_of = |word: &str| marks.iter().filter(|mark| mark.contains(word)).count();
        assert_eq!(drawn("released"), count_of("released"), "{series}");
        assert_eq!(drawn("expected"), count_of("expected"), "{series}");
    }
    for (series, mark) in [
        ("3.14", "3.14.0a1, released 15 Oct 2024"),
        ("3.14", "3.14.0, released 7 Oct 2025"),
        ("3.15", "3.15.0a1, released 14 Oct 2025"),
    ] {
        let (marks, _) = marks_and_rows(&releases(series));
        assert!(marks.iter().any(|other| other == mark), "{marks:?}");
    }
}

/// The number of results that the engine finds for the route of a link.
#[track_caller]
fn found(engine: &Engine, link: &str) -> usize {
    let (route, notices) = Route::from_fragment(link);
    assert!(notices.is_empty(), "{link}: {notices:?}");
    engine.run(&LIBRARY.catalogue, &route.query).total
}

#[test]
fn a_series_shows_its_phase_dates_and_number_of_features() {
    let shown = releases("3.14");
    let shown_text = text(shown.one(".series-shown"));
    for part in ["PEP 745", "First final release7 Oct 2025", "Bug fixes"] {
        assert!(shown_text.contains(part), "{part:?} is not in {shown_text}");
    }
    let features = ".phase-line a[href*='version=']";
    let [link] = shown.links(features)[..] else {
        panic!("one link");
    };
    assert_eq!(
        shown.number(features),
        Some(found(&Engine::with_search(&LIBRARY), link))
    );
}

/// The labels of a chart's bars. Fails if its table differs, or if there are fewer than
/// `least`.
#[track_caller]
fn bars(shown: &Shown, picture: &str, least: usize) -> Vec<String> {
    assert_eq!(shown.count(&format!(".chart.{picture} svg")), 1);
    let bars = shown.texts(&format!(".chart.{picture} rect title"));
    assert!(bars.len() >= least, "{picture}: {bars:?}");
    let cells = shown.texts(&format!(".chart.{picture} td li"));
    assert_eq!(bars, cells, "{picture}");
    bars
}

#[test]
fn features_by_kind_are_as_many_as_their_links_lead_to() {
    let shown = releases("3.14");
    bars(&shown, "kinds", 30);
    let links = shown.all(".chart.kinds td a");
    assert!(links.len() >= 30, "{}", links.len());
    let engine = Engine::with_search(&LIBRARY);
    for link in links {
        let place = link.attr("href").unwrap_or_default();
        assert_eq!(number(&text(link)), Some(found(&engine, place)), "{place}");
    }
}

#[test]
fn the_life_of_a_pep_is_drawn() {
    let shown = releases("3.14");
    let bars = bars(&shown, "peps", 5);
    assert!(
        bars.iter().any(|bar| bar.ends_with("to 7 Oct 2025")),
        "{bars:?}"
    );
    assert!(text(shown.one(".chart.peps")).contains("created, resolved"));
}
