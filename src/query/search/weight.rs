//! How much a word counts for the place that it stands in. The entry point is
//! [`Weights::of`].

use crate::catalogue::Feature;
use crate::catalogue::index::{Fields, Postings, lexemes};
use crate::document::plain_text;

/// What each place counts, by set of places and by feature.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Weights {
    names: Vec<f32>,
    titles: Vec<f32>,
    texts: Vec<f32>,
    title_norms: Vec<f32>,
    text_norms: Vec<f32>,
}

const NAMES: [(Fields, f32); 5] = [
    (Fields::ORIGIN, 10.0),
    (Fields::EXACT, 12.0),
    (Fields::LAST, 6.0),
    (Fields::PART, 3.0),
    (Fields::PEP_TITLE, 1.5),
];
const TITLES: [(Fields, f32); 2] = [(Fields::TITLE, 4.0), (Fields::SUBJECT, 2.5)];
const TEXTS: [(Fields, f32); 1] = [(Fields::TEXT, 1.1)];

/// Beyond this weight, more places hardly count more; `k1` of BM25.
const SATURATION: f32 = 8.0;

impl Weights {
    pub fn new(features: &[Feature], postings: &Postings) -> Self {
        let title_norm = |feature: &Feature| {
            let words = lexemes(&plain_text(&feature.title)).count();
            12.0 / (5.0 + words as f32)
        };
        let text_norm = |feature| (30.0 / (15.0 + postings.length(feature) as f32)).min(1.5);
        Self {
            names: table(&NAMES),
            titles: table(&TITLES),
            texts: table(&TEXTS),
            title_norms: features.iter().map(title_norm).collect(),
            text_norms: (0..features.len()).map(text_norm).collect(),
        }
    }

    /// What a word counts in a feature that has it in some places.
    pub fn of(&self, feature: usize, fields: Fields) -> f32 {
        let at = |table: &[f32], index: usize| table.get(index).copied().unwrap_or_default();
        let places = usize::from(fields.0);
        let weight = at(&self.names, places)
            + at(&self.titles, places) * at(&self.title_norms, feature)
            + at(&self.texts, places) * at(&self.text_norms, feature);
        saturated(weight)
    }

    /// How many features there are.
    pub fn features(&self) -> usize {
        self.title_norms.len()
    }
}

/// The weights of BM25's term frequency: 1 for a weight of 1, never over 9.
pub(super) fn saturated(weight: f32) -> f32 {
    weight * (SATURATION + 1.0) / (weight + SATURATION)
}

/// How telling a word is that stands in so many of all features; BM25's
/// inverse document frequency.
pub(super) fn rarity(count: usize, all: usize) -> f32 {
    let (count, all) = (count as f32, all as f32);
    (1.0 + (all - count + 0.5) / (count + 0.5)).ln()
}

/// The sum of the weights for every set of places.
fn table(weights: &[(Fields, f32)]) -> Vec<f32> {
    let sum = |places: u8| {
        let held = weights
            .iter()
            .filter(|(place, _)| Fields(places).has(*place));
        held.map(|(_, weight)| weight).sum()
    };
    (0..=u8::MAX).map(sum).collect()
}
