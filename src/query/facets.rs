//! How many features each value of a filter would give.

use super::filter::is_usable;
use crate::catalogue::{Catalogue, Feature};
use crate::terms::{Area, Kind, PepNumber, Series, Status};

/// A value and the number of results that choosing it would give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count<T> {
    pub value: T,
    pub results: usize,
}

/// The counts of every value of every filter. A value's count leaves the
/// filter's own present choice aside and keeps all the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facets {
    /// Newest first.
    pub introduced: Vec<Count<Series>>,
    /// Newest first.
    pub usable_in: Vec<Count<Series>>,
    pub statuses: Vec<Count<Status>>,
    pub kinds: Vec<Count<Kind>>,
    pub areas: Vec<Count<Area>>,
    /// Those of any feature, by number.
    pub peps: Vec<Count<PepNumber>>,
    /// By slug, in the catalogue's order.
    pub documents: Vec<Count<String>>,
}

impl Facets {
    /// All values of the catalogue, none of them counted yet.
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let series: Vec<Series> = catalogue
            .calendars
            .iter()
            .rev()
            .map(|calendar| calendar.series)
            .collect();
        let features = &catalogue.features;
        let has_feature = |pep: &PepNumber| features.iter().any(|entry| entry.peps.contains(pep));
        let peps = catalogue.peps.iter().map(|pep| pep.number);
        let peps = peps.filter(has_feature);
        let documents = catalogue.documents.iter().map(|entry| entry.slug.clone());
        Self {
            introduced: uncounted(series.iter().copied()),
            usable_in: uncounted(series),
            statuses: uncounted(Status::ALL.iter().copied()),
            kinds: uncounted(Kind::ALL.iter().copied()),
            areas: uncounted(Area::ALL.iter().copied()),
            peps: uncounted(peps),
            documents: uncounted(documents),
        }
    }

    pub(super) fn count_introduced(&mut self, feature: &Feature) {
        add(&mut self.introduced, |series| *series == feature.series);
    }

    pub(super) fn count_usable_in(&mut self, feature: &Feature) {
        add(&mut self.usable_in, |series| is_usable(feature, *series));
    }

    pub(super) fn count_statuses(&mut self, feature: &Feature) {
        add(&mut self.statuses, |status| feature.status == Some(*status));
    }

    pub(super) fn count_kinds(&mut self, feature: &Feature) {
        add(&mut self.kinds, |kind| *kind == feature.kind);
    }

    pub(super) fn count_areas(&mut self, feature: &Feature) {
        add(&mut self.areas, |area| feature.area == Some(*area));
    }

    pub(super) fn count_documents(&mut self, feature: &Feature) {
        add(&mut self.documents, |slug| feature.documents.contains(slug));
    }

    pub(super) fn count_peps(&mut self, feature: &Feature) {
        for pep in &feature.peps {
            if let Ok(index) = self.peps.binary_search_by_key(pep, |count| count.value) {
                self.peps[index].results += 1;
            }
        }
    }
}

fn uncounted<T>(values: impl IntoIterator<Item = T>) -> Vec<Count<T>> {
    values
        .into_iter()
        .map(|value| Count { value, results: 0 })
        .collect()
}

fn add<T>(counts: &mut [Count<T>], applies: impl Fn(&T) -> bool) {
    for count in counts.iter_mut().filter(|count| applies(&count.value)) {
        count.results += 1;
    }
}
