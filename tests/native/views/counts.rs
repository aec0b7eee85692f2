//! Numbers and their nouns, in every view of everything there is.

use super::{Shown, text};
use crate::shipped::{LIBRARY, TABLE};
use query::{Route, View};

/// Every version and upgrade to it, every document, and every module with few names.
fn routes() -> Vec<Route> {
    let start = Route::default();
    let catalogue = &LIBRARY.catalogue;
    let versions = catalogue.calendars.iter().map(|calendar| calendar.series);
    let versions: Vec<_> = versions.collect();
    let mut routes: Vec<Route> = View::TABS.iter().map(|view| start.in_view(*view)).collect();
    routes.extend(versions.iter().map(|version| start.with_series(*version)));
    let pairs = versions.windows(2);
    routes.extend(pairs.map(|pair| start.with_upgrade(pair[0], pair[1])));
    let documents = catalogue.documents.iter();
    routes.extend(documents.map(|entry| start.with_document(&entry.slug)));
    let small = TABLE.modules().filter(|(_, rows)| rows.len() < 4);
    routes.extend(small.map(|(module, _)| Route::page_of_module(module)));
    routes
}

#[test]
fn one_is_followed_by_a_singular() {
    let mut ones = 0;
    for route in routes() {
        let fragment = route.to_fragment();
        let shown = Shown::at(&fragment);
        let read = text(shown.one("main"));
        let words: Vec<&str> = read.split_whitespace().collect();
        for pair in words.windows(2).filter(|pair| pair[0] == "1") {
            let noun = pair[1].trim_end_matches(['.', ',', ':']);
            let is_plural = ["changes", "names", "modules", "claims", "errors"].contains(&noun);
            assert!(!is_plural, "{fragment}: 1 {noun}");
            ones += usize::from(["change", "name"].contains(&noun));
        }
    }
    assert!(ones > 5, "{ones} numbers with a noun");
}
