//! What the words of a clause have found so far. The entry points are
//! [`Scores::raise`] and [`Scores::close`].

use super::weight::rarity;
use crate::set::FeatureSet;

/// What the words of a clause have found so far.
pub(super) struct Scores {
    /// By feature, the score of the words so far.
    pub total: Vec<f32>,
    /// By feature, the best of the word at hand.
    best: Vec<f32>,
    /// The features that the word at hand stands in.
    touched: FeatureSet,
    /// For each firm word so far, the features that it stands in.
    pub firm: Vec<FeatureSet>,
}

/// A soft word counts for so much of a firm one.
const SOFT: f32 = 0.2;

impl Scores {
    /// Nothing found yet, of so many features.
    pub(super) fn new(features: usize) -> Self {
        Self {
            total: vec![0.0; features],
            best: vec![0.0; features],
            touched: FeatureSet::none(features),
            firm: Vec::new(),
        }
    }

    /// Counts the word at hand for a feature; the most it is counted for stands.
    pub(super) fn raise(&mut self, feature: usize, score: f32) {
        if let Some(best) = self.best.get_mut(feature) {
            *best = best.max(score);
            self.touched.insert(feature);
        }
    }

    /// Adds the word at hand to the totals.
    pub(super) fn close(&mut self, is_firm: bool) {
        let features = self.total.len();
        let factor = if is_firm { 1.0 } else { SOFT };
        let factor = factor * rarity(self.touched.len(), features);
        self.touched.iter().for_each(|feature| {
            if let (Some(total), Some(best)) =
                (self.total.get_mut(feature), self.best.get_mut(feature))
            {
                *total += *best * factor;
                *best = 0.0;
            }
        });
        let touched = std::mem::replace(&mut self.touched, FeatureSet::none(features));
        if is_firm {
            self.firm.push(touched);
        }
    }

    /// The score of a feature.
    pub(super) fn total(&self, feature: usize) -> f32 {
        self.total.get(feature).copied().unwrap_or_default()
    }

    /// The features that have the most firm words, of all features, and how
    /// many those are.
    pub(super) fn having_most(&self) -> (FeatureSet, u8) {
        let mut counts = vec![0u8; self.total.len()];
        for feature in self.firm.iter().flat_map(FeatureSet::iter) {
            if let Some(count) = counts.get_mut(feature) {
                *count += 1;
            }
        }
        let most = counts.iter().copied().max().unwrap_or_default();
        let mut having = FeatureSet::none(counts.len());
        for (feature, count) in counts.iter().enumerate() {
            if *count == most {
                having.insert(feature);
            }
        }
        (having, most)
    }
}
