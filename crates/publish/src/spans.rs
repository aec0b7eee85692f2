//! The states of a feature's subject across the series, with equal neighbours merged.
//! The entry point is [`spans`].

use catalogue::{Catalogue, Feature};
use query::{Presence, life};
use terms::Series;

/// Consecutive series with the same state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub first: Series,
    pub last: Series,
    pub state: Presence,
}

/// The result of [`life`] on the newest day of which the catalogue knows, merged into spans; oldest first.
pub(super) fn spans(catalogue: &Catalogue, feature: &Feature) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (series, state) in life(catalogue, feature, catalogue.newest_day()) {
        match spans.last_mut() {
            Some(span) if span.state == state => span.last = series,
            _ => spans.push(Span {
                first: series,
                last: series,
                state,
            }),
        }
    }
    spans
}
