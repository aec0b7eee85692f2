//! Counts features by the values of every filter. The entry points are
//! [`Ledger::new`] and [`Tally::add`].
//!
//! Every value of every filter has a place in one row of counters, and every
//! feature knows its places, so that counting compares nothing.

use super::facets::{Count, Facets, packages};
use super::filter::{Facet, holds, usable};
use crate::catalogue::{Catalogue, Feature};
use crate::terms::Series;
use std::ops::Range;

/// Which counters each feature raises.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ledger {
    /// All values, none of them counted.
    uncounted: Facets,
    /// The counters of each filter.
    filters: Vec<(Facet, Range<usize>)>,
    /// The counters of all features, one feature's behind the other's.
    places: Vec<u16>,
    /// Where each feature's counters begin, and one end more.
    starts: Vec<u32>,
    /// The series in which each feature is usable, by their places in the list.
    usable: Vec<Range<u8>>,
}

/// Counters of one answer.
pub(super) struct Tally<'a> {
    ledger: &'a Ledger,
    counts: Vec<u32>,
    /// For each series, how many more features are usable than in the one
    /// before it in the list.
    usable: Vec<i32>,
}

/// The filters whose values are counted in the row, in its order.
const COUNTED: [Facet; 8] = [
    Facet::Introduced,
    Facet::Status,
    Facet::Kind,
    Facet::Area,
    Facet::Module,
    Facet::Content,
    Facet::Pep,
    Facet::Document,
];

impl Ledger {
    pub fn new(catalogue: &Catalogue) -> Self {
        let mut uncounted = Facets::of(catalogue);
        let mut filters = Vec::new();
        let mut end = 0;
        for facet in COUNTED {
            let start = end;
            end += uncounted.results_of(facet).count();
            filters.push((facet, start..end));
        }
        let mut ledger = Self {
            uncounted,
            filters,
            places: Vec::new(),
            starts: vec![0],
            usable: Vec::new(),
        };
        for feature in &catalogue.features {
            ledger.enter(feature);
        }
        ledger
    }

    fn enter(&mut self, feature: &Feature) {
        let facets = &self.uncounted;
        for (facet, range) in &self.filters {
            let mut add = |place: Option<usize>| {
                let place = place.and_then(|place| u16::try_from(range.start + place).ok());
                self.places.extend(place);
            };
            match facet {
                Facet::Introduced => add(place(&facets.introduced, &feature.series)),
                Facet::Status => add(feature.status.and_then(|it| place(&facets.statuses, &it))),
                Facet::Kind => add(place(&facets.kinds, &feature.kind)),
                Facet::Area => add(feature.area.and_then(|it| place(&facets.areas, &it))),
                Facet::Module => {
                    for package in feature.module.iter().flat_map(|module| packages(module)) {
                        add(facets
                            .modules
                            .iter()
                            .position(|count| count.value == package));
                    }
                }
                Facet::Content => {
                    for (place, count) in facets.contents.iter().enumerate() {
                        add(holds(feature, count.value).then_some(place));
                    }
                }
                Facet::Pep => {
                    for (nth, pep) in feature.peps.iter().enumerate() {
                        // A PEP that a feature names twice counts once.
                        let known = feature.peps.iter().take(nth).any(|other| other == pep);
                        add(place(&facets.peps, pep).filter(|_| !known));
                    }
                }
                Facet::Document => {
                    for slug in &feature.documents {
                        add(place(&facets.documents, slug));
                    }
                }
                Facet::UsableIn | Facet::Text => {}
            }
        }
        self.starts.push(self.places.len() as u32);
        self.usable.push(usable_places(&facets.usable_in, feature));
    }

    /// Counters that all stand at none.
    pub fn tally(&self) -> Tally<'_> {
        let end = self.filters.last().map_or(0, |(_, range)| range.end);
        Tally {
            ledger: self,
            counts: vec![0; end],
            usable: vec![0; self.uncounted.usable_in.len() + 1],
        }
    }
}

fn place<T: PartialEq>(counts: &[Count<T>], value: &T) -> Option<usize> {
    counts.iter().position(|count| count.value == *value)
}

/// The series in which a feature is usable, as places in a list of series, the
/// newest first.
fn usable_places(series: &[Count<Series>], feature: &Feature) -> Range<u8> {
    let (from, until) = usable(feature);
    let newer = |limit: Option<Series>, missing: usize| {
        limit.map_or(missing, |limit| {
            series.partition_point(|count| count.value >= limit)
        })
    };
    let start = newer(until, 0) as u8;
    start..(newer(from, series.len()) as u8).max(start)
}

impl Tally<'_> {
    /// Counts a feature for one filter, or for all of them.
    pub fn add(&mut self, feature: usize, only: Option<Facet>) {
        let ledger = self.ledger;
        if only.is_none_or(|facet| facet == Facet::UsableIn)
            && let Some(usable) = ledger.usable.get(feature)
        {
            self.change(usable.start, 1);
            self.change(usable.end, -1);
        }
        let bounds = match only {
            None => 0..self.counts.len(),
            Some(facet) => {
                let filter = ledger.filters.iter().find(|(own, _)| *own == facet);
                filter.map(|(_, range)| range.clone()).unwrap_or_default()
            }
        };
        let start = |index: usize| ledger.starts.get(index).copied().unwrap_or_default() as usize;
        let places = ledger.places.get(start(feature)..start(feature + 1));
        for place in places.unwrap_or_default() {
            let place = usize::from(*place);
            if bounds.contains(&place)
                && let Some(count) = self.counts.get_mut(place)
            {
                *count += 1;
            }
        }
    }

    fn change(&mut self, place: u8, by: i32) {
        if let Some(change) = self.usable.get_mut(usize::from(place)) {
            *change += by;
        }
    }

    /// The counts, each with its value.
    pub fn facets(self) -> Facets {
        let mut facets = self.ledger.uncounted.clone();
        let mut counts = self.counts.iter();
        for facet in COUNTED {
            for (results, count) in facets.results_of(facet).zip(&mut counts) {
                *results = *count as usize;
            }
        }
        let mut usable = 0;
        for (count, change) in facets.usable_in.iter_mut().zip(&self.usable) {
            usable += change;
            count.results = usize::try_from(usable).unwrap_or_default();
        }
        facets
    }
}

impl Facets {
    /// The numbers of one filter's values, to be set.
    fn results_of(&mut self, facet: Facet) -> Box<dyn Iterator<Item = &mut usize> + '_> {
        fn results<T>(counts: &mut [Count<T>]) -> Box<dyn Iterator<Item = &mut usize> + '_> {
            Box::new(counts.iter_mut().map(|count| &mut count.results))
        }
        match facet {
            Facet::Introduced => results(&mut self.introduced),
            Facet::UsableIn => results(&mut self.usable_in),
            Facet::Pep => results(&mut self.peps),
            Facet::Status => results(&mut self.statuses),
            Facet::Kind => results(&mut self.kinds),
            Facet::Area => results(&mut self.areas),
            Facet::Module => results(&mut self.modules),
            Facet::Content => results(&mut self.contents),
            Facet::Document => results(&mut self.documents),
            Facet::Text => Box::new(std::iter::empty()),
        }
    }
}
