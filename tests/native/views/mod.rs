//! The views of the shipped library, rendered natively with the components that run in the
//! browser. The entry point is [`Shown::at`].

mod counts;
mod documents;
mod feature;
mod front;
mod names;
mod releases;
mod titles;

use std::collections::BTreeSet;

use query::Route;
use scraper::{ElementRef, Html, Selector};
use whats_new::still::Still;

use crate::shipped::{LIBRARY, TABLE};

thread_local! {
    /// No place has a page of its own, so every link is as in the explorer.
    static STILL: Still = Still::new(&LIBRARY, Some(&TABLE), BTreeSet::new()).expect("what renders");
}

/// A rendered view. Its elements are found by CSS selectors.
struct Shown(Html);

impl Shown {
    /// The view at a fragment such as `#?view=documents`.
    #[track_caller]
    fn at(fragment: &str) -> Self {
        let (route, notices) = Route::from_fragment(fragment);
        assert!(notices.is_empty(), "{fragment}: {notices:?}");
        Self(Html::parse_document(
            &STILL.with(|still| still.html(&route, 0)),
        ))
    }

    #[track_caller]
    fn all(&self, css: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(css);
        let selector = selector.unwrap_or_else(|error| panic!("{css}: {error}"));
        self.0.select(&selector).collect()
    }

    /// The only element that matches.
    #[track_caller]
    fn one(&self, css: &str) -> ElementRef<'_> {
        let found = self.all(css);
        assert_eq!(found.len(), 1, "{css}");
        found[0]
    }

    #[track_caller]
    fn count(&self, css: &str) -> usize {
        self.all(css).len()
    }

    #[track_caller]
    fn texts(&self, css: &str) -> Vec<String> {
        self.all(css).into_iter().map(text).collect()
    }

    /// The addresses of the links that match.
    #[track_caller]
    fn links(&self, css: &str) -> Vec<&str> {
        let links = self.all(css).into_iter();
        links.filter_map(|link| link.attr("href")).collect()
    }

    /// The first whole number in the text of the only element that matches.
    #[track_caller]
    fn number(&self, css: &str) -> Option<usize> {
        number(&text(self.one(css)))
    }
}

fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// The first whole number in a text.
fn number(text: &str) -> Option<usize> {
    let digits = text.split(|c: char| !c.is_ascii_digit());
    digits.filter_map(|digits| digits.parse().ok()).next()
}
