//! Accumulates the scores of features for the words of a clause. The entry points are
//! [`Scores::raise`] and [`Scores::finish_word`].

use super::weight::rarity;
use crate::set::FeatureSet;

/// The scores of features for the words of a clause.
pub(super) struct Scores {
    /// By feature, the sum for all finished words.
    pub total: Vec<f32>,
    /// By feature, the best score for the current word.
    best: Vec<f32>,
    /// The features that match the current word.
    matching: FeatureSet,
    /// For each finished word that is required, the features that match it.
    pub required: Vec<FeatureSet>,
}

/// The factor for the scores of optional words.
const OPTIONAL: f32 = 0.2;

impl Scores {
    /// Scores of zero.
    pub(super) fn new(features: usize) -> Self {
        Self {
            total: vec![0.0; features],
            best: vec![0.0; features],
            matching: FeatureSet::empty(features),
            required: Vec::new(),
        }
    }

    /// Raises the score of a feature for the current word, unless it is already higher.
    pub(super) fn raise(&mut self, feature: usize, score: f32) {
        if let Some(best) = self.best.get_mut(feature) {
            *best = best.max(score);
            self.matching.insert(feature);
        }
    }

    /// Adds the scores for the current word to the totals and begins the next word.
    pub(super) fn finish_word(&mut self, is_required: bool) {
        let features = self.total.len();
        let factor = if is_required { 1.0 } else { OPTIONAL };
        let factor = factor * rarity(self.matching.len(), features);
        self.matching.iter().for_each(|feature| {
            if let (Some(total), Some(best)) =
                (self.total.get_mut(feature), self.best.get_mut(feature))
            {
                *total += *best * factor;
                *best = 0.0;
            }
        });
        let matching = std::mem::replace(&mut self.matching, FeatureSet::empty(features));
        if is_required {
            self.required.push(matching);
        }
    }

    /// The total score of a feature.
    pub(super) fn total(&self, feature: usize) -> f32 {
        self.total.get(feature).copied().unwrap_or_default()
    }

    /// The features that match the most required words, and the number of these words.
    pub(super) fn matching_most(&self) -> (FeatureSet, u8) {
        let mut counts = vec![0u8; self.total.len()];
        for feature in self.required.iter().flat_map(FeatureSet::iter) {
            if let Some(count) = counts.get_mut(feature) {
                *count += 1;
            }
        }
        let most = counts.iter().copied().max().unwrap_or_default();
        let mut features = FeatureSet::empty(counts.len());
        for (feature, count) in counts.iter().enumerate() {
            if *count == most {
                features.insert(feature);
            }
        }
        (features, most)
    }
}
